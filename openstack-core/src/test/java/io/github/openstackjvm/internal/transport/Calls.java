package io.github.openstackjvm.internal.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpBody;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.TimeLimits;
import io.github.openstackjvm.transport.Transport;
import io.github.openstackjvm.transport.TransportException;
import io.github.openstackjvm.transport.TransportOptions;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Short words for the tests of the transport. */
final class Calls {
    private Calls() {}

    static HcTransport transport() {
        return new HcTransport(TransportOptions.DEFAULT);
    }

    /** Trusts the test authority only. */
    static HcTransport trusting() {
        return new HcTransport(TransportOptions.builder()
                .caCertificates(WireServer.pem("ca.pem"))
                .build());
    }

    /** Has a port of its own, at which nobody listens, and nobody else can. */
    static Socket deaf() throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return socket;
    }

    static HttpCall get(String url) {
        return HttpCall.get(url);
    }

    static HttpCall streamed(String url) {
        return new HttpCall("GET", url, HttpHeaders.EMPTY, null, true, TimeLimits.DEFAULT);
    }

    static HttpCall send(String method, String url, @Nullable HttpBody body) {
        return new HttpCall(method, url, HttpHeaders.EMPTY, body, false, TimeLimits.DEFAULT);
    }

    static HttpBody text(String text) {
        return HttpBody.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A body of zeros that never ends by itself. */
    static HttpBody zeros(long length) {
        return source(length, new InputStream() {
            private long left = length < 0 ? Long.MAX_VALUE : length;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int count) {
                if (left <= 0) {
                    return -1;
                }
                int n = (int) Math.min(count, left);
                left -= n;
                return n;
            }
        });
    }

    static HttpBody source(long length, String text) {
        return source(length, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    static HttpBody source(long length, InputStream stream) {
        return new HttpBody() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public boolean repeatable() {
                return false;
            }

            @Override
            public InputStream open() {
                return stream;
            }
        };
    }

    /** Limits so long that only the one under test can pass. */
    static TimeLimits idle(int millis) {
        return new TimeLimits(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMillis(millis), null);
    }

    static TimeLimits response(int millis) {
        return new TimeLimits(Duration.ofSeconds(60), Duration.ofMillis(millis), Duration.ofSeconds(60), null);
    }

    static TimeLimits connect(int millis) {
        return new TimeLimits(Duration.ofMillis(millis), Duration.ofSeconds(60), Duration.ofSeconds(60), null);
    }

    static TimeLimits total(int millis) {
        Duration minute = Duration.ofSeconds(60);
        return new TimeLimits(minute, minute, minute, Duration.ofMillis(millis));
    }

    static String body(HttpAnswer answer) {
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }

    /** The failure of a call that must fail. */
    static TransportException failure(Transport transport, HttpCall call) {
        return catchThrowableOfType(TransportException.class, () -> transport.exchange(call));
    }
}
