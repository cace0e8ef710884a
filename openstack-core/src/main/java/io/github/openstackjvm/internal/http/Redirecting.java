package io.github.openstackjvm.internal.http;

import java.util.Optional;

import io.github.openstackjvm.internal.http.Exchange.Link;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.TransportException;

/**
 * Follows redirects on the same origin, as Nova, Cinder and Glance send them from an address without its last slash. What
 * leads elsewhere is left to the caller as it came: the token must not go there.
 */
final class Redirecting implements Link {
    /** No service needs more than one; a loop shall end soon. */
    private static final int MOST = 5;

    private final Link next;

    Redirecting(Link next) {
        this.next = next;
    }

    @Override
    public HttpAnswer send(Exchange exchange) throws TransportException {
        HttpAnswer answer = next.send(exchange);
        for (int followed = 0; followed < MOST; followed++) {
            Optional<String> target =
                    mayFollow(exchange, answer.status()) ? target(exchange, answer) : Optional.empty();
            if (target.isEmpty()) {
                return answer;
            }
            answer.close();
            exchange.url = target.get();
            answer = next.send(exchange);
        }
        return answer;
    }

    private static boolean mayFollow(Exchange exchange, int status) {
        return switch (status) {
            case 301, 302, 303 ->
                exchange.asked.method().equals("GET") || exchange.asked.method().equals("HEAD");
            // These promise that the request was not looked at, and keep its verb.
            case 307, 308 -> exchange.repeatable();
            default -> false;
        };
    }

    /** Empty when there is none, or when it is on another origin. */
    private static Optional<String> target(Exchange exchange, HttpAnswer answer) {
        return answer.headers()
                .first("Location")
                .flatMap(location -> Origin.resolve(exchange.url, location))
                .filter(target -> Origin.same(exchange.url, target))
                .map(target -> Origin.on(exchange.url, target));
    }
}
