package io.github.openstackjvm.testkit;

import java.util.function.Predicate;

import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.Transport;
import io.github.openstackjvm.transport.TransportException;

/** Does something after each call of a kind. */
record After(Transport next, Predicate<HttpCall> which, Runnable action) implements Transport {

    /** After each POST, but for those of tokens. */
    static Transport posts(Transport next, Runnable action) {
        return new After(
                next, call -> call.method().equals("POST") && !call.url().endsWith("/auth/tokens"), action);
    }

    /** After each DELETE. */
    static Transport deletes(Transport next, Runnable action) {
        return new After(next, call -> call.method().equals("DELETE"), action);
    }

    @Override
    public HttpAnswer exchange(HttpCall call) throws TransportException {
        try {
            return next.exchange(call);
        } finally {
            if (which.test(call)) {
                action.run();
            }
        }
    }

    @Override
    public void close() {
        next.close();
    }
}
