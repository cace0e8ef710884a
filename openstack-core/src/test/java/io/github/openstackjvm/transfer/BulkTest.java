package io.github.openstackjvm.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.openstackjvm.internal.transport.WireServer;
import io.github.openstackjvm.internal.wire.Checksum;
import io.github.openstackjvm.internal.wire.Limited;
import io.github.openstackjvm.stub.ObjectStoreSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static io.github.openstackjvm.stub.ObjectStoreSocket.header;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bulk data needs no memory: another JVM, with 64 MiB of heap and 16 MiB outside of it, puts and fetches 256 MiB, or with
 * {@code -Pbulk} 2 GiB, which a socket swallows and makes up.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BulkTest {
    private static final long BYTES = Long.getLong("bulk.mebibytes", 256) << 20;

    @TempDir
    Path directory;

    @Test
    void muchPassesThroughLittleMemory() throws Exception {
        String md5 = md5(new BulkClient.Pattern(BYTES));
        try (ObjectStoreSocket store = new ObjectStoreSocket((head, peer) -> serve(head, peer, md5))) {
            Path out = directory.resolve("out");
            Process client = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-XX:MaxDirectMemorySize=16m",
                            "-XX:+UseSerialGC",
                            "-XX:+ExitOnOutOfMemoryError",
                            "-Dslf4j.provider="
                                    + System.getProperty("slf4j.provider", "org.slf4j.nop.NOPServiceProvider"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            BulkClient.class.getName(),
                            store.authUrl(),
                            String.valueOf(BYTES))
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            try {
                assertThat(client.waitFor(9, TimeUnit.MINUTES)).isTrue();
            } finally {
                client.destroyForcibly();
            }
            List<String> lines = Files.readAllLines(out);
            if (Boolean.getBoolean("figures")) {
                lines.forEach(line -> System.out.println("FIGURE " + line));
            }
            assertThat(client.exitValue()).as(String.join("\n", lines)).isZero();
            assertThat(lines).anyMatch(line -> line.startsWith("up " + BYTES + " " + md5 + " "));
            assertThat(lines).anyMatch(line -> line.startsWith("chunked " + BYTES + " " + md5 + " "));
            assertThat(lines).anyMatch(line -> line.startsWith("down " + BYTES + " " + md5 + " "));
        }
    }

    private static void serve(String head, WireServer.Peer peer, String md5) throws IOException {
        if (head.startsWith("GET ")) {
            peer.send("HTTP/1.1 200 OK\r\nEtag: " + md5 + "\r\nContent-Length: " + BYTES + "\r\n\r\n");
            byte[] piece = new byte[64 << 10];
            InputStream made = new BulkClient.Pattern(BYTES);
            for (int n = made.read(piece); n >= 0; n = made.read(piece)) {
                peer.send(piece, n);
            }
            return;
        }
        if (!header(head, "expect").isEmpty()) {
            peer.send("HTTP/1.1 100 Continue\r\n\r\n");
        }
        InputStream body = header(head, "transfer-encoding").isEmpty()
                ? new Limited(peer.in, Long.parseLong(header(head, "content-length")))
                : new Chunks(peer.in);
        String received = md5(body);
        peer.send("HTTP/1.1 201 Created\r\nEtag: " + received + "\r\nContent-Length: 0\r\n\r\n");
    }

    private static String md5(InputStream in) throws IOException {
        MessageDigest digest = Checksum.digest("MD5");
        byte[] piece = new byte[64 << 10];
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
            digest.update(piece, 0, n);
        }
        return Checksum.hex(digest);
    }

    /** What is in the chunks of a request. */
    private static final class Chunks extends InputStream {
        private final InputStream in;
        private long left;
        private boolean ended;

        Chunks(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            if (left == 0 && !ended) {
                left = Long.parseLong(line(), 16);
                ended = left == 0;
                if (ended) {
                    line();
                }
            }
            if (ended) {
                return -1;
            }
            int n = in.read(into, from, (int) Math.min(count, left));
            left -= n;
            if (left == 0) {
                line();
            }
            return n;
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int b = in.read(); b != '\n' && b >= 0; b = in.read()) {
                line.append((char) b);
            }
            return line.toString().strip();
        }
    }
}
