package io.github.openstackjvm.testkit.scenario;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpBody;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.TimeLimits;
import io.github.openstackjvm.transport.Transport;
import io.github.openstackjvm.transport.TransportException;
import io.github.openstackjvm.transport.TransportOptions;
import io.github.openstackjvm.transport.Transports;
import org.jspecify.annotations.Nullable;

/** Somebody who knows nothing but addresses, and has no token. */
final class Visitor implements AutoCloseable {
    private final Transport transport;

    Visitor(CloudConfig config) {
        transport = config.transport().orElseGet(() -> Transports.httpComponents(TransportOptions.DEFAULT));
    }

    HttpAnswer get(URI address) {
        return send("GET", address, Map.of(), null);
    }

    HttpAnswer send(String method, URI address, Map<String, String> headers, @Nullable String body) {
        HttpBody bytes = body == null ? null : HttpBody.of(body.getBytes(StandardCharsets.UTF_8));
        HttpHeaders lines = HttpHeaders.of(headers);
        try {
            return transport.exchange(
                    new HttpCall(method, address.toString(), lines, bytes, false, TimeLimits.DEFAULT));
        } catch (TransportException e) {
            throw new AssertionError(e);
        }
    }

    static String text(HttpAnswer answer) {
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        transport.close();
    }
}
