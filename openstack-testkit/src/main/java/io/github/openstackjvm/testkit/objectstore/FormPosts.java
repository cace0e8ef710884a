package io.github.openstackjvm.testkit.objectstore;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.openstackjvm.testkit.FakeBody;

/** Uploads from an HTML form that the owner of the account has signed. */
final class FormPosts implements Filter {
    private static final int LONGEST_VALUE = 4096;
    private static final Pattern ATTRIBUTE = Pattern.compile(";\\s*([\\w*-]+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;]*))");

    private final Store store;

    FormPosts(Store store) {
        this.store = store;
    }

    /** The form is wrong, or not signed. */
    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;
        private final int status;

        Wrong(int status, String words) {
            super(words);
            this.status = status;
        }
    }

    private record Part(Map<String, String> headers, Map<String, String> disposition, FakeBody body) {}

    @Override
    public SwiftResponse handle(SwiftRequest request, App next) {
        String type = request.headers().get("Content-Type", "");
        String boundary = attributes(type).getOrDefault("boundary", "");
        if (!request.is("POST") || !type.startsWith("multipart/form-data") || boundary.isEmpty()) {
            return next.handle(request);
        }
        try {
            return uploaded(request, boundary, next);
        } catch (Wrong wrong) {
            String words = String.valueOf(wrong.getMessage());
            return wrong.status == 401
                    ? TempUrls.refusal("FormPost: " + HeaderMap.title(words))
                    : SwiftResponse.plain(wrong.status, "FormPost: " + words);
        }
    }

    private static Map<String, String> attributes(String header) {
        Map<String, String> attributes = new HashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(header);
        while (matcher.find()) {
            String quoted = matcher.group(2);
            attributes.put(
                    matcher.group(1).toLowerCase(Locale.ROOT),
                    quoted != null
                            ? quoted.replaceAll("\\\\(.)", "$1")
                            : matcher.group(3).strip());
        }
        return attributes;
    }

    private SwiftResponse uploaded(SwiftRequest request, String boundary, App next) throws Wrong {
        Map<String, String> fields = new HashMap<>();
        int files = 0;
        SwiftResponse last = null;
        String message = "";
        for (Part part : parts(request.body(), boundary)) {
            String filename = part.disposition.getOrDefault("filename", "");
            if (filename.isEmpty()) {
                fields.put(
                        part.disposition.getOrDefault("name", "").toLowerCase(Locale.ROOT),
                        part.body
                                .slice(0, Math.min(LONGEST_VALUE, part.body.length()))
                                .text());
                continue;
            }
            if (++files > number(fields, "max_file_count")) {
                last = new SwiftResponse(400);
                message = "max file count exceeded";
                break;
            }
            last = put(request, fields, part, filename, next);
            if (!last.success()) {
                break;
            }
        }
        if (last == null) {
            last = new SwiftResponse(400);
            message = "no files to process";
        }
        return told(last, message, fields.getOrDefault("redirect", ""));
    }

    private static SwiftResponse told(SwiftResponse last, String message, String redirect) {
        if (redirect.isEmpty()) {
            String words = last.line() + (message.isEmpty() ? "" : "\r\nFormPost: " + HeaderMap.title(message));
            return SwiftResponse.plain(last.status(), words);
        }
        String target = redirect + (redirect.contains("?") ? "&" : "?") + "status=" + last.status() + "&message="
                + Encoded.encode(message);
        SwiftResponse redirected = SwiftResponse.html(
                303, "<html><body><p><a href=\"" + target + "\">Click to continue...</a></p></body></html>");
        redirected.headers().remove("Content-Type");
        return redirected.with("Location", target);
    }

    private static long number(Map<String, String> fields, String name) throws Wrong {
        String text = fields.getOrDefault(name, "").strip();
        if (!text.matches("[+-]?\\d{0,18}")) {
            throw new Wrong(400, name + " not an integer");
        }
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    private SwiftResponse put(SwiftRequest request, Map<String, String> fields, Part part, String filename, App next)
            throws Wrong {
        List<String> keys = new ArrayList<>(Store.keys(store.accountHeaders(request.account()), "Account"));
        keys.addAll(Store.keys(store.containerHeaders(request.account(), request.container()), "Container"));
        if (request.onAccount() || keys.isEmpty()) {
            throw new Wrong(401, "invalid signature");
        }
        if (number(fields, "expires") < store.world().now().getEpochSecond()) {
            throw new Wrong(401, "form expired");
        }
        check(request, fields, keys);
        if (part.body.length() > number(fields, "max_file_size")) {
            throw new Wrong(400, "max_file_size exceeded");
        }
        SwiftRequest.Path path =
                SwiftRequest.Path.of(request.account(), request.container(), request.object() + filename);
        SwiftRequest put = request.own("PUT", path);
        put.decide(checked -> null);
        put.body(part.body);
        copy(fields, "x_delete_at", put, "X-Delete-At");
        copy(fields, "x_delete_after", put, "X-Delete-After");
        copy(fields.containsKey("content-type") ? fields : part.headers, "content-type", put, "Content-Type");
        copy(
                fields.containsKey("content-encoding") ? fields : part.headers,
                "content-encoding",
                put,
                "Content-Encoding");
        return next.handle(put);
    }

    private static void copy(Map<String, String> from, String field, SwiftRequest put, String header) {
        String value = from.get(field);
        if (value != null) {
            put.with(header, value.isEmpty() ? "application/octet-stream" : value);
        }
    }

    private static void check(SwiftRequest request, Map<String, String> fields, List<String> keys) throws Wrong {
        String message = request.path() + "\n" + fields.getOrDefault("redirect", "") + "\n"
                + given(fields, "max_file_size") + "\n" + given(fields, "max_file_count") + "\n"
                + given(fields, "expires");
        Signature signature = Signature.parse(fields.getOrDefault("signature", ""));
        if (signature == null || keys.stream().noneMatch(key -> signature.signs(message, key))) {
            throw new Wrong(401, "invalid signature");
        }
    }

    private static String given(Map<String, String> fields, String name) {
        String value = fields.getOrDefault(name, "");
        return value.isEmpty() ? "0" : value;
    }

    private static List<Part> parts(FakeBody body, String boundary) throws Wrong {
        // With a line break before it, the first boundary looks like all others.
        FakeBody whole = FakeBody.joined(List.of(FakeBody.of("\r\n"), body));
        try (InputStream in = new BufferedInputStream(whole.open(), 1 << 16)) {
            byte[] mark = ("\r\n--" + boundary).getBytes(StandardCharsets.UTF_8);
            if (FakeBody.read(new UpTo(in, mark)).length() > 0) {
                throw new Wrong(400, "invalid starting boundary");
            }
            List<Part> parts = new ArrayList<>();
            while (new String(in.readNBytes(2), StandardCharsets.US_ASCII).equals("\r\n")) {
                Map<String, String> headers = headers(in);
                parts.add(new Part(
                        headers,
                        attributes(headers.getOrDefault("content-disposition", "")),
                        FakeBody.read(new UpTo(in, mark))));
            }
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                headers.put(name, line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** What comes before a mark, whose first byte occurs nowhere else in it. Reads the mark, too. */
    private static final class UpTo extends InputStream {
        private final InputStream in;
        private final byte[] mark;
        private final ArrayDeque<Integer> held = new ArrayDeque<>();
        private int matched;
        private boolean ended;

        UpTo(InputStream in, byte[] mark) {
            this.in = in;
            this.mark = mark;
        }

        @Override
        public int read() throws IOException {
            while (held.isEmpty() && !ended) {
                int c = in.read();
                if (c == mark[matched]) {
                    ended = ++matched == mark.length;
                    continue;
                }
                for (int i = 0; i < matched; i++) {
                    held.add((int) mark[i]);
                }
                matched = c == mark[0] ? 1 : 0;
                ended = c < 0;
                if (c >= 0 && matched == 0) {
                    held.add(c);
                }
            }
            return held.isEmpty() ? -1 : held.remove();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = 0;
            while (count < length) {
                int c = read();
                if (c < 0) {
                    return count == 0 ? -1 : count;
                }
                buffer[offset + count++] = (byte) c;
            }
            return count;
        }
    }
}
