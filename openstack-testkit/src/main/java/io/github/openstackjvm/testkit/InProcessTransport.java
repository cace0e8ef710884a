package io.github.openstackjvm.testkit;

import java.io.ByteArrayInputStream;
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
        FakeRequest request = FakeRequest.of(method, call.url(), call.headers(), body(call.body()));
        if (!fake.origins().contains(request.origin())) {
            throw new TransportException(
                    Reason.UNREACHABLE,
                    false,
                    "This transport reaches the fake cloud at " + FakeCloud.ORIGIN + " only, not " + request.origin(),
                    null);
        }
        long began = fake.clock().nanoTime();
        Outcome outcome = fake.exchange(request);
        checkTime(call.limits(), Duration.ofNanos(fake.clock().nanoTime() - began));
        FakeResponse response = outcome.response();
        if (response == null) {
            throw broken("The connection to " + request.origin() + " was closed before an answer came");
        }
        boolean bodiless = method == HttpMethod.HEAD;
        return answer(call, response, bodiless ? FakeBody.EMPTY : response.body(), outcome.truncated());
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
            throw new TransportException(Reason.SOURCE, "The body of the request could not be read", e);
        }
    }

    // A delay passes on the fake's clock only, and is measured there.
    private static void checkTime(TimeLimits limits, Duration taken) throws TransportException {
        Duration total = limits.total();
        if (taken.compareTo(limits.response()) > 0 || (total != null && taken.compareTo(total) > 0)) {
            throw new TransportException(Reason.TIMEOUT, "No answer came within the time limit", null);
        }
    }

    private static HttpAnswer answer(HttpCall call, FakeResponse response, FakeBody body, boolean truncated)
            throws TransportException {
        HttpHeaders headers = response.headers()
                .with("Content-Length", String.valueOf(response.body().length()));
        if (call.streaming() && response.status() < 300) {
            InputStream stream = truncated ? new Broken(body) : body.open();
            return HttpAnswer.streaming(response.status(), headers, stream);
        }
        if (truncated) {
            throw broken("The connection was closed in the middle of the answer");
        }
        return HttpAnswer.buffered(response.status(), headers, body.bytes());
    }

    private static TransportException broken(String message) {
        return new TransportException(Reason.BROKEN, message, null);
    }

    @Override
    public void close() {
        closed = true;
    }

    /** Half a body, then a broken connection. */
    private static final class Broken extends InputStream {
        private final InputStream half;

        Broken(FakeBody body) {
            half = new ByteArrayInputStream(body.bytes(), 0, (int) (body.length() / 2));
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int got = half.read(into, from, most);
            if (got < 0) {
                throw broken("The connection was closed in the middle of the answer");
            }
            return got;
        }
    }
}
