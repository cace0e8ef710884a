package io.github.openstackjvm.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpBody;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.TimeLimits;
import io.github.openstackjvm.transport.Transport;
import io.github.openstackjvm.transport.TransportException;
import io.github.openstackjvm.transport.TransportException.Reason;
import org.jspecify.annotations.Nullable;

/** Calls the fake cloud without a socket. It reaches nothing else. */
final class InProcessTransport implements Transport {
    private final FakeCloud fake;
    private volatile boolean closed;

    InProcessTransport(FakeCloud fake) {
        this.fake = fake;
    }

    @Override
    public HttpAnswer exchange(HttpCall call) throws TransportException {
        if (closed) {
            throw new TransportException(Reason.CLOSED, false, "This transport is closed", null);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new TransportException(Reason.INTERRUPTED, false, "The calling thread is interrupted", null);
        }
        HttpMethod method = HttpMethod.of(call.method())
                .orElseThrow(() -> new TransportException(
                        Reason.MALFORMED, false, "The fake cloud knows no method " + call.method(), null));
        FakeRequest request = FakeRequest.of(method, call.url(), headers(method, call), body(call.body()));
        if (!fake.origins().contains(request.origin())) {
            throw new TransportException(
                    Reason.UNREACHABLE,
                    false,
                    "This transport reaches the fake cloud at " + FakeCloud.ORIGIN + " only, not " + request.origin(),
                    null);
        }
        long began = fake.clock().nanoTime();
        FakeResponse response;
        try {
            response = fake.exchange(request);
        } finally {
            request.body().discard();
        }
        checkTime(call.limits(), Duration.ofNanos(fake.clock().nanoTime() - began));
        if (response == null) {
            throw broken("The connection to " + request.origin() + " was closed before an answer came");
        }
        return answer(call, response, method == HttpMethod.HEAD);
    }

    // What a client on a socket says of its body.
    private static HttpHeaders headers(HttpMethod method, HttpCall call) {
        HttpBody body = call.body();
        if (body == null) {
            return method == HttpMethod.PUT || method == HttpMethod.POST
                    ? call.headers().with("Content-Length", "0")
                    : call.headers();
        }
        return body.length() < 0
                ? call.headers().with("Transfer-Encoding", "chunked")
                : call.headers().with("Content-Length", String.valueOf(body.length()));
    }

    private static FakeBody body(@Nullable HttpBody body) throws TransportException {
        if (body == null) {
            return FakeBody.EMPTY;
        }
        try (InputStream in = body.open()) {
            FakeBody read = FakeBody.read(in);
            if (body.length() >= 0 && body.length() != read.length()) {
                throw new IOException("It has " + read.length() + " bytes instead of " + body.length());
            }
            return read;
        } catch (IOException e) {
            throw new TransportException(Reason.SOURCE, "The source of the body failed: " + e.getMessage(), e);
        }
    }

    // A delay passes on the fake's clock only, and is measured there.
    private static void checkTime(TimeLimits limits, Duration taken) throws TransportException {
        Duration total = limits.total();
        if (taken.compareTo(limits.response()) > 0 || (total != null && taken.compareTo(total) > 0)) {
            throw new TransportException(Reason.TIMEOUT, "No answer came within the time limit", null);
        }
    }

    private static HttpAnswer answer(HttpCall call, FakeResponse response, boolean bodiless) throws TransportException {
        FakeBody body = response.body();
        HttpHeaders headers = response.headers().with("Content-Length", String.valueOf(body.length()));
        if (call.streaming() && response.status() < 300 && !bodiless) {
            return HttpAnswer.streaming(response.status(), headers, new Sent(body));
        }
        try (InputStream in = bodiless ? InputStream.nullInputStream() : new Sent(body)) {
            return HttpAnswer.buffered(response.status(), headers, in.readAllBytes());
        } catch (IOException e) {
            throw e instanceof TransportException known ? known : broken(String.valueOf(e.getMessage()));
        }
    }

    private static TransportException broken(String message) {
        return new TransportException(Reason.BROKEN, message, null);
    }

    @Override
    public void close() {
        closed = true;
    }

    /** The body of an answer. Where it breaks off, so does the connection. Lets go of it in the end. */
    private static final class Sent extends InputStream {
        private final FakeBody body;
        private final InputStream in;
        private boolean closed;

        Sent(FakeBody body) {
            this.body = body;
            this.in = body.open();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            try {
                return in.read(into, from, most);
            } catch (IOException e) {
                throw broken("The connection was closed in the middle of the answer: " + e.getMessage());
            }
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                in.close();
                body.discard();
            }
        }
    }
}
