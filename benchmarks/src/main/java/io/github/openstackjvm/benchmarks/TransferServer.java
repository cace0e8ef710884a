package io.github.openstackjvm.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Identity and an object store of zeros, in a process of its own: swallows what is put, and answers every GET with as many
 * zeros as it was started with.
 */
final class TransferServer {
    private static final byte[] ZEROS = new byte[256 << 10];
    private static final String TOKEN_BODY = """
            {"token": {"methods": ["password"], "issued_at": "2026-01-01T00:00:00.000000Z",
              "expires_at": "2999-01-01T00:00:00.000000Z",
              "user": {"id": "u", "name": "demo", "domain": {"id": "default", "name": "Default"}},
              "project": {"id": "p", "name": "demo", "domain": {"id": "default", "name": "Default"}},
              "roles": [{"id": "r", "name": "member"}],
              "catalog": [{"id": "1", "type": "object-store", "name": "swift", "endpoints": [{"id": "2",
                "interface": "public", "region": "RegionOne", "region_id": "RegionOne", "url": "%s/v1/AUTH_p"}]}]}}
            """;

    private final String origin;
    private final long bytes;
    private final String etag;

    private TransferServer(String origin, long bytes, String etag) {
        this.origin = origin;
        this.bytes = bytes;
        this.etag = etag;
    }

    /** {@code PORT BYTES MD5-OF-SO-MANY-ZEROS}. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        TransferServer server =
                new TransferServer("http://127.0.0.1:" + port, Long.parseLong(arguments[1]), arguments[2]);
        try (ServerSocket listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
            System.out.println("ready");
            while (true) {
                Socket socket = listener.accept();
                Thread thread = new Thread(() -> server.serve(socket), "transfer");
                thread.setDaemon(true);
                thread.start();
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 64 << 10);
            OutputStream out = socket.getOutputStream();
            for (String first = line(in); !first.isEmpty(); first = line(in)) {
                Map<String, String> headers = headers(in);
                if (headers.containsKey("expect")) {
                    send(out, "HTTP/1.1 100 Continue\r\n\r\n");
                }
                swallow(in, Long.parseLong(headers.getOrDefault("content-length", "0")));
                if (first.startsWith("POST ")) {
                    String body = TOKEN_BODY.formatted(origin);
                    send(
                            out,
                            "HTTP/1.1 201 Created\r\nX-Subject-Token: t\r\nContent-Length: " + body.length()
                                    + "\r\n\r\n" + body);
                } else if (first.startsWith("PUT ")) {
                    send(out, "HTTP/1.1 201 Created\r\nEtag: " + etag + "\r\nContent-Length: 0\r\n\r\n");
                } else {
                    send(out, "HTTP/1.1 200 OK\r\nEtag: " + etag + "\r\nContent-Length: " + bytes + "\r\n\r\n");
                    for (long left = bytes; left > 0; left -= ZEROS.length) {
                        out.write(ZEROS, 0, (int) Math.min(left, ZEROS.length));
                    }
                }
            }
        } catch (IOException e) {
            // The client has gone.
            return;
        }
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void swallow(InputStream in, long count) throws IOException {
        byte[] piece = new byte[256 << 10];
        for (long left = count; left > 0; ) {
            int n = in.read(piece, 0, (int) Math.min(left, piece.length));
            if (n < 0) {
                throw new IOException("the body ended early");
            }
            left -= n;
        }
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] parts = line.split(": ", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        return headers;
    }

    /** Empty at the end, too. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
