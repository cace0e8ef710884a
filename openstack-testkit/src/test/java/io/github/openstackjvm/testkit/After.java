package io.github.openstackjvm.testkit;

import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.Transport;
import io.github.openstackjvm.transport.TransportException;

/** Does something after each POST, but for those of tokens. */
record AfterPost(Transport next, Runnable action) implements Transport {
    @Override
    public HttpAnswer exchange(HttpCall call) throws TransportException {
        try {
            return next.exchange(call);
        } finally {
            if (call.method().equals("POST") && !call.url().endsWith("/auth/tokens")) {
                action.run();
            }
        }
    }

    @Override
    public void close() {
        next.close();
    }
}
