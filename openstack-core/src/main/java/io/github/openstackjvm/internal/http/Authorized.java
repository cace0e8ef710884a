package io.github.openstackjvm.internal.http;

import io.github.openstackjvm.internal.http.Exchange.Link;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.TimeLimits;
import io.github.openstackjvm.transport.TransportException;

/** Adds token and address. A refused token is renewed once, and the request sent once more. */
final class Authorized implements Link {
    private final Channels.Service access;
    private final TimeLimits limits;
    private final Link next;

    Authorized(Channels.Service access, TimeLimits limits, Link next) {
        this.access = access;
        this.limits = limits;
        this.next = next;
    }

    @Override
    public HttpAnswer send(Exchange exchange) throws TransportException {
        Token token = access.token();
        HttpAnswer answer = send(exchange, token);
        if (answer.status() != 401 || !access.renewable() || !exchange.repeatable()) {
            return answer;
        }
        answer.close();
        return send(exchange, access.renew(token));
    }

    private HttpAnswer send(Exchange exchange, Token token) throws TransportException {
        Outgoing asked = exchange.asked;
        HttpHeaders[] headers = {asked.headers()};
        access.headers(token).forEach((name, value) -> headers[0] = headers[0].with(name, value));
        exchange.call = new HttpCall(
                asked.method(),
                access.address(token, asked.path()),
                headers[0],
                asked.body(),
                asked.streaming(),
                limits);
        return next.send(exchange);
    }
}
