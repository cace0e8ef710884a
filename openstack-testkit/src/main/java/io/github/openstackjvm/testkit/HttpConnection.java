package io.github.openstackjvm.testkit;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** One connection of a client: a request and its answer after the other, until one of both sides ends it. */
final class HttpConnection {
    private static final int LONGEST_HEAD = 256 << 10;
    private static final int BUFFER = 64 << 10;
    private static final String CONTENT_LENGTH = "Content-Length";

    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(201, "Created"),
            Map.entry(202, "Accepted"),
            Map.entry(203, "Non-Authoritative Information"),
            Map.entry(204, "No Content"),
            Map.entry(206, "Partial Content"),
            Map.entry(300, "Multiple Choices"),
            Map.entry(301, "Moved Permanently"),
            Map.entry(302, "Found"),
            Map.entry(303, "See Other"),
            Map.entry(304, "Not Modified"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(406, "Not Acceptable"),
            Map.entry(408, "Request Timeout"),
            Map.entry(409, "Conflict"),
            Map.entry(410, "Gone"),
            Map.entry(411, "Length Required"),
            Map.entry(412, "Precondition Failed"),
            Map.entry(413, "Request Entity Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(416, "Requested Range Not Satisfiable"),
            Map.entry(422, "Unprocessable Entity"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"),
            Map.entry(507, "Insufficient Storage"));

    private final HttpFront front;
    private final InputStream in;
    private final OutputStream out;

    HttpConnection(HttpFront front, Socket socket) throws IOException {
        this.front = front;
        // Else each answer that takes two packets waits for the client to confirm the first.
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
    }

    /** Until the connection ends. */
    void serve() throws IOException {
        try {
            for (String line = firstLine(); line != null; line = firstLine()) {
                if (!answer(line)) {
                    return;
                }
            }
        } catch (ProtocolException e) {
            int status = e instanceof UnknownCoding ? 501 : 400;
            send(
                    new FakeResponse(status, HttpHeaders.EMPTY, FakeBody.of(String.valueOf(e.getMessage()))),
                    HttpMethod.GET,
                    false);
        }
    }

    /** Null when there is no further request. */
    private @Nullable String firstLine() throws IOException {
        in.mark(1);
        if (in.read() < 0) {
            return null;
        }
        in.reset();
        String line = line();
        // Clients of old put an empty line behind a body.
        return line.isEmpty() ? firstLine() : line;
    }

    /** Answers one request; false when the connection ends with it. */
    private boolean answer(String line) throws IOException {
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            throw new ProtocolException("This is no request of HTTP/1.1: " + line);
        }
        HttpHeaders headers = headers();
        boolean lasting = lasts(parts[2], headers);
        FakeRequest request = request(parts[0], parts[1], headers);
        try {
            FakeResponse response = front.exchange(request);
            if (response == null) {
                return false;
            }
            try {
                return send(response, request.method(), lasting) && lasting;
            } finally {
                response.body().discard();
            }
        } finally {
            request.body().discard();
        }
    }

    private static boolean lasts(String version, HttpHeaders headers) {
        List<String> wishes = words(headers, "Connection");
        return version.equals("HTTP/1.0") ? wishes.contains("keep-alive") : !wishes.contains("close");
    }

    /** What stands between the commas of all headers of this name, in lower case. */
    private static List<String> words(HttpHeaders headers, String name) {
        return headers.all(name).stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private HttpHeaders headers() throws IOException {
        HttpHeaders headers = HttpHeaders.EMPTY;
        int left = LONGEST_HEAD;
        for (String line = line(); !line.isEmpty(); line = line()) {
            left -= line.length();
            int colon = line.indexOf(':');
            if (colon < 1 || left < 0) {
                throw new ProtocolException(colon < 1 ? "This is no header: " + line : "These are too many headers");
            }
            headers = headers.plus(
                    line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return headers;
    }

    /** Up to its end. Clients and services of OpenStack write UTF-8. */
    private String line() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(80);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("The client has gone in the middle of a request");
            }
            if (bytes.size() > LONGEST_HEAD) {
                throw new ProtocolException("This is too long a line");
            }
            bytes.write(b);
        }
        String line = bytes.toString(StandardCharsets.UTF_8);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    private FakeRequest request(String method, String target, HttpHeaders headers) throws IOException {
        if (headers.first("Expect").filter("100-continue"::equalsIgnoreCase).isPresent()) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        String host = headers.first("Host")
                .map(name -> "http://" + name)
                .orElse(front.uri().toString());
        // Through a proxy it comes with the host before it.
        String url = target.startsWith("/") ? host + target : target;
        return FakeRequest.of(
                HttpMethod.of(method).orElse(HttpMethod.OPTIONS), url, headers, FakeBody.read(content(headers)));
    }

    private InputStream content(HttpHeaders headers) throws IOException {
        List<String> codings = words(headers, "Transfer-Encoding");
        if (codings.equals(List.of("chunked"))) {
            return new Chunks();
        } else if (!codings.isEmpty()) {
            throw new UnknownCoding(codings);
        }
        String length = headers.first(CONTENT_LENGTH).orElse("0");
        if (!length.matches("\\d{1,18}")) {
            throw new ProtocolException("This is no length: " + length);
        }
        return new Counted(Long.parseLong(length));
    }

    /** Tells whether all of it could be sent: a body that breaks off breaks the connection, once what there is of it is out. */
    private boolean send(FakeResponse response, HttpMethod method, boolean lasting) throws IOException {
        head(response, method == HttpMethod.HEAD, lasting);
        boolean whole = body(response, method);
        out.flush();
        return whole;
    }

    private void head(FakeResponse response, boolean only, boolean lasting) throws IOException {
        int status = response.status();
        StringBuilder text = new StringBuilder("HTTP/1.1 ")
                .append(status)
                .append(' ')
                .append(REASONS.getOrDefault(status, "Unknown"))
                .append("\r\n");
        response.headers().forEach((name, value) -> {
            if (!name.equalsIgnoreCase(CONTENT_LENGTH)) {
                line(text, name, value);
            }
        });
        if (status >= 200 && status != 204 && (status != 304 || only)) {
            line(text, CONTENT_LENGTH, String.valueOf(response.body().length()));
        }
        line(text, "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        if (!lasting) {
            line(text, "Connection", "close");
        }
        out.write(text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value.replaceAll("[\r\n]+", " ")).append("\r\n");
    }

    private boolean body(FakeResponse response, HttpMethod method) {
        if (method == HttpMethod.HEAD || response.status() == 204 || response.status() == 304) {
            return true;
        }
        try (InputStream bytes = response.body().open()) {
            bytes.transferTo(out);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A body is in a form that is not understood here. */
    private static final class UnknownCoding extends ProtocolException {
        private static final long serialVersionUID = 1;

        UnknownCoding(List<String> codings) {
            super("The only transfer coding that is known here is chunked: not " + String.join(", ", codings));
        }
    }

    /** So many bytes, and no fewer. */
    private final class Counted extends InputStream {
        private long left;

        Counted(long length) {
            left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            if (left == 0) {
                return -1;
            }
            int n = in.read(into, from, (int) Math.min(count, left));
            if (n < 0) {
                throw new EOFException("The client has gone in the middle of a body");
            }
            left -= n;
            return n;
        }
    }

    /** What is in the chunks. */
    private final class Chunks extends InputStream {
        private @Nullable Counted chunk;
        private boolean ended;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            while (!ended) {
                int n = chunk == null ? -1 : chunk.read(into, from, count);
                if (n >= 0) {
                    return n;
                }
                next();
            }
            return -1;
        }

        private void next() throws IOException {
            if (chunk != null) {
                line();
            }
            String size = line().split(";", 2)[0].strip();
            if (!size.matches("[0-9a-fA-F]{1,15}")) {
                throw new ProtocolException("This is no size of a chunk: " + size);
            }
            chunk = new Counted(Long.parseLong(size, 16));
            if (chunk.left == 0) {
                ended = true;
                // What comes behind the last chunk is of no use to anybody here.
                headers();
            }
        }
    }
}
