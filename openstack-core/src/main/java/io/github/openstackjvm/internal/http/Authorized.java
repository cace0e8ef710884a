package io.github.openstackjvm.internal.http;

import io.github.openstackjvm.internal.http.Exchange.Link;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.TransportException;

/** Adds token and address. A refused token is renewed once, and the request sent once more. */
final class Authorized implements Link {
    private final Channels.Service access;
    private final Link next;

    Authorized(Channels.Service access, Link next) {
        this.access = access;
        this.next = next;
    }

    @Override
    public HttpAnswer send(Exchange exchange) throws TransportException {
        Token token = access.token(exchange.deadline);
        HttpAnswer answer = send(exchange, token);
        if (answer.status() != 401 || exchange.renewed || !access.renewable() || !exchange.repeatable()) {
            return answer;
        }
        answer.close();
        exchange.renewed = true;
        return send(exchange, access.renew(token, exchange.deadline));
    }

    private HttpAnswer send(Exchange exchange, Token token) throws TransportException {
        Outgoing asked = exchange.asked;
        exchange.url = access.address(token, asked.path(), exchange.deadline);
        exchange.headers = asked.headers().with(access.headers(token));
        return next.send(exchange);
    }
}
