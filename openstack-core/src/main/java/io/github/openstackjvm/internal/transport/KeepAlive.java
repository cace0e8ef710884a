package io.github.openstackjvm.internal.transport;

import java.util.Locale;
import java.util.Optional;

import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.TimeValue;

/** How long a connection may be used again after an answer. */
final class KeepAlive {
    private static final long DEFAULT_SECONDS = 180;

    private KeepAlive() {}

    /** Empty: not at all. A second less than the server says, or both sides would decide in the same moment. */
    static Optional<TimeValue> of(ClassicHttpRequest request, ClassicHttpResponse answer) {
        if (!DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, answer, new HttpCoreContext())
                || maybeMore(request, answer)) {
            return Optional.empty();
        }
        long seconds = Math.min(announced(answer) - 1, DEFAULT_SECONDS);
        return seconds < 1 ? Optional.empty() : Optional.of(TimeValue.ofSeconds(seconds));
    }

    /** Eventlet's server, beneath Swift, ends the chunks of an answer to HEAD, which has none: they would begin the next one. */
    private static boolean maybeMore(ClassicHttpRequest request, ClassicHttpResponse answer) {
        return request.getMethod().equals("HEAD") && answer.containsHeader("Transfer-Encoding");
    }

    private static long announced(ClassicHttpResponse answer) {
        Header header = answer.getFirstHeader("Keep-Alive");
        String value = header == null || header.getValue() == null ? "" : header.getValue();
        for (String part : value.toLowerCase(Locale.ROOT).split(",", -1)) {
            String name = part.strip();
            if (name.startsWith("timeout=")) {
                try {
                    return Long.parseLong(name.substring("timeout=".length()).strip());
                } catch (NumberFormatException e) {
                    return Long.MAX_VALUE;
                }
            }
        }
        return Long.MAX_VALUE;
    }
}
