package io.github.openstackjvm.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.transport.HttpHeaders;

/** A fake cloud on a port of this machine, for clients in any process and language. */
public final class HttpFront implements AutoCloseable {
    private final FakeCloud fake;
    private final HttpServer server;
    private final ExecutorService workers;
    private volatile Duration latency = Duration.ZERO;

    private HttpFront(FakeCloud fake, HttpServer server, ExecutorService workers) {
        this.fake = fake;
        this.server = server;
        this.workers = workers;
    }

    static HttpFront start(FakeCloud fake, InetSocketAddress address) {
        // Without it, each answer on a kept connection waits 40 ms for the other side (JDK 17). Read once, at class
        // loading.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
        try {
            HttpServer server = HttpServer.create(address, 0);
            HttpFront front = new HttpFront(fake, server, workers());
            server.setExecutor(front.workers);
            server.createContext("/", front::answer);
            startAsDaemon(server);
            return front;
        } catch (IOException e) {
            throw new UncheckedIOException("The fake cloud cannot listen on " + address + ": " + e.getMessage(), e);
        }
    }

    // The server's own thread inherits this from the thread that starts it: a forgotten fake ends with the tests.
    private static void startAsDaemon(HttpServer server) {
        Thread starter = new Thread(server::start, "fake-cloud-start");
        starter.setDaemon(true);
        starter.start();
        boolean interrupted = false;
        while (starter.isAlive()) {
            try {
                starter.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static ExecutorService workers() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            return Executors.newCachedThreadPool(
                    work -> { // before Java 21
                        Thread thread = new Thread(work, "fake-cloud");
                        thread.setDaemon(true);
                        return thread;
                    });
        }
    }

    /** The address for clients on this machine, without a path. */
    public URI uri() {
        InetAddress address = server.getAddress().getAddress();
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + server.getAddress().getPort());
    }

    /** Every answer takes this much longer, by the machine's clock. */
    public HttpFront latency(Duration time) {
        latency = time;
        return this;
    }

    /** Identity's address, for any OpenStack client. */
    public String authUrl() {
        return uri() + "/identity/v3";
    }

    /** Takes the cloud off this port. Its state remains. */
    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        FakeRequest request = request(exchange);
        try {
            Outcome outcome = outcome(request);
            await(latency);
            FakeResponse response = outcome.response();
            if (response != null) {
                try {
                    send(exchange, request.method(), response, outcome.truncated());
                } finally {
                    response.body().discard();
                }
            }
        } finally {
            request.body().discard();
            exchange.close(); // before an answer was sent: closes the connection
        }
    }

    private static void await(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it is being closed
        }
    }

    // The client is in another process: what went wrong here must reach whoever looks at its log.
    private Outcome outcome(FakeRequest request) {
        try {
            return fake.exchange(request);
        } catch (RuntimeException e) {
            String message = "The fake cloud itself failed: " + e;
            return new Outcome(Json.reply(500, Json.map("error", Json.map("code", 500, "message", message))), false);
        }
    }

    private FakeRequest request(HttpExchange exchange) throws IOException {
        HttpHeaders headers = HttpHeaders.EMPTY;
        for (var header : exchange.getRequestHeaders().entrySet()) {
            for (String value : header.getValue()) {
                headers = headers.plus(utf8(header.getKey()), utf8(value));
            }
        }
        String host = exchange.getRequestHeaders().getFirst("Host");
        URI uri = exchange.getRequestURI();
        return new FakeRequest(
                HttpMethod.of(exchange.getRequestMethod()).orElse(HttpMethod.OPTIONS),
                host == null ? uri().toString() : "http://" + host,
                uri.getRawPath(),
                uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                headers,
                FakeBody.read(exchange.getRequestBody()));
    }

    // The JDK's server takes a byte of a header for a character; clients and services of OpenStack write UTF-8.
    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String latin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static void send(HttpExchange exchange, HttpMethod method, FakeResponse response, boolean truncated)
            throws IOException {
        response.headers()
                .forEach((name, value) -> exchange.getResponseHeaders().add(latin1(name), latin1(value)));
        long length = response.body().length();
        boolean bodiless = method == HttpMethod.HEAD || response.status() == 204 || length == 0;
        if (method == HttpMethod.HEAD) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(length));
        }
        exchange.sendResponseHeaders(response.status(), bodiless ? -1 : length);
        if (!bodiless) {
            FakeBody sent = truncated ? response.body().slice(0, length / 2) : response.body();
            try (InputStream in = sent.open()) {
                OutputStream out = exchange.getResponseBody();
                if (truncated) {
                    in.transferTo(out);
                    out.flush();
                } else {
                    in.transferTo(out);
                    out.close();
                }
            }
        }
    }
}
