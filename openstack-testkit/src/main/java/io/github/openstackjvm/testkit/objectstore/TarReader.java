package io.github.openstackjvm.testkit.objectstore;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import io.github.openstackjvm.testkit.FakeBody;
import org.jspecify.annotations.Nullable;

/** The files of a tar archive, in the ustar, GNU and pax forms. */
final class TarReader implements AutoCloseable {
    private static final int BLOCK = 512;

    private final InputStream in;
    private long rest;

    /**
     * A file.
     *
     * @param headers what its extended attributes become
     * @param body its contents
     */
    record Entry(String name, Map<String, String> headers, FakeBody body) {}

    private TarReader(InputStream in) {
        this.in = in;
    }

    static TarReader open(FakeBody body, String packed) throws IOException {
        InputStream raw = new BufferedInputStream(body.open());
        try {
            return new TarReader(
                    switch (packed) {
                        case "gz" -> new BufferedInputStream(new GZIPInputStream(raw));
                        case "bz2" -> new BufferedInputStream(new Bzip2Stream(raw));
                        default -> raw;
                    });
        } catch (IOException e) {
            raw.close();
            throw new IOException(packed.equals("gz") ? "not a gzip file" : "invalid compressed data", e);
        }
    }

    /** The next file; null at the end. Folders and links are passed over. */
    @Nullable
    Entry next() throws IOException {
        Map<String, String> pax = new HashMap<>();
        String longName = null;
        while (true) {
            in.skipNBytes(rest);
            rest = 0;
            byte[] header = in.readNBytes(BLOCK);
            if (header.length == 0 || (header.length == BLOCK && blank(header))) {
                return null;
            }
            long size = header.length == BLOCK ? number(header, 124, 12) : -1;
            if (size < 0 || number(header, 148, 8) != checksum(header)) {
                throw new IOException(header.length < BLOCK ? "truncated header" : "invalid header");
            }
            long padding = (BLOCK - size % BLOCK) % BLOCK;
            switch (header[156]) {
                case 'L' -> longName = text(content(size, padding), 0, Integer.MAX_VALUE);
                case 'x', 'g' -> attributes(content(size, padding), pax);
                case '0', 0, '7' -> {
                    long length = Long.parseLong(pax.getOrDefault("size", String.valueOf(size)));
                    rest = (BLOCK - length % BLOCK) % BLOCK;
                    String name = pax.getOrDefault("path", longName != null ? longName : name(header));
                    return new Entry(name, headers(pax), file(length));
                }
                default -> {
                    rest = size + padding;
                    longName = null;
                    pax.clear();
                }
            }
        }
    }

    private FakeBody file(long length) throws IOException {
        FakeBody body = FakeBody.read(new InputStream() {
            private long left = length;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
            }

            @Override
            public int read(byte[] buffer, int offset, int most) throws IOException {
                int read = left == 0 ? -1 : in.read(buffer, offset, (int) Math.min(most, left));
                left -= Math.max(0, read);
                return read;
            }
        });
        if (body.length() < length) {
            body.discard();
            throw new EOFException("unexpected end of data");
        }
        return body;
    }

    private byte[] content(long size, long padding) throws IOException {
        byte[] content = in.readNBytes((int) Math.min(size, 1 << 20));
        in.skipNBytes(padding);
        return content;
    }

    private static boolean blank(byte[] block) {
        for (byte each : block) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    private static long checksum(byte[] header) {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
        }
        return sum;
    }

    private static long number(byte[] header, int from, int length) {
        if ((header[from] & 0x80) != 0) {
            long value = header[from] & 0x7f;
            for (int i = 1; i < length; i++) {
                value = (value << 8) | (header[from + i] & 0xff);
            }
            return value;
        }
        String octal = text(header, from, length).strip();
        return octal.matches("[0-7]{1,20}") ? Long.parseLong(octal, 8) : octal.isEmpty() ? 0 : -1;
    }

    private static String name(byte[] header) {
        String name = text(header, 0, 100);
        boolean ustar = text(header, 257, 6).startsWith("ustar");
        String prefix = ustar && header[262] == 0 ? text(header, 345, 155) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String text(byte[] bytes, int from, int most) {
        int end = from;
        while (end < bytes.length && end - from < most && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    /** Lines of the form {@code 25 path=folder/file}, each with its own length before it. */
    private static void attributes(byte[] content, Map<String, String> pax) {
        int at = 0;
        while (at < content.length && content[at] != 0) {
            int blank = at;
            while (content[blank] != ' ') {
                blank++;
            }
            int length = Integer.parseInt(new String(content, at, blank - at, StandardCharsets.US_ASCII));
            String line = new String(content, blank + 1, at + length - blank - 2, StandardCharsets.UTF_8);
            int equals = line.indexOf('=');
            pax.put(line.substring(0, equals), line.substring(equals + 1));
            at += length;
        }
    }

    private static Map<String, String> headers(Map<String, String> pax) {
        Map<String, String> headers = new HashMap<>();
        pax.forEach((name, value) -> {
            for (String tool : new String[] {"SCHILY.xattr.user.", "LIBARCHIVE.xattr.user."}) {
                if (name.equals(tool + "mime_type")) {
                    headers.put("Content-Type", value);
                } else if (name.startsWith(tool + "meta.")) {
                    headers.put("X-Object-Meta-" + name.substring(tool.length() + 5), value);
                }
            }
        });
        return headers;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
