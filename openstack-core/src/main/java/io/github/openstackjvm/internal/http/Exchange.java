package io.github.openstackjvm.internal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.TransportException;
import org.jspecify.annotations.Nullable;

/** One call on its way through the chain: what was asked, and what became of it so far. Used by one thread. */
final class Exchange {
    private static final Set<String> REPEATABLE_VERBS = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS");

    final Outgoing asked;
    final List<ErrorContext.Attempt> attempts = new ArrayList<>();

    /** When the call must be over, on the ticker's clock; set by the first link. */
    long deadline = Long.MAX_VALUE;

    /** What is sent in this attempt; set once the address is known. */
    @Nullable
    HttpCall call;

    /** Whether an earlier attempt may have been carried out although its answer was lost. */
    boolean mayHaveHappened;

    Exchange(Outgoing asked) {
        this.asked = asked;
    }

    /** Whether doing it twice does no more than doing it once. */
    boolean idempotent() {
        return asked.harmless() || REPEATABLE_VERBS.contains(asked.method());
    }

    /** Whether the body, if there is one, can be sent again. */
    boolean repeatable() {
        return asked.body() == null || asked.body().repeatable();
    }

    HttpCall call() {
        if (call == null) {
            throw new IllegalStateException("The address is not known yet");
        }
        return call;
    }

    /** For messages: the address if it is known by now. */
    String url() {
        return call == null ? asked.path() : call.url();
    }

    /** One link of the chain. */
    @FunctionalInterface
    interface Link {
        /** Brings the answer, whatever its status. */
        HttpAnswer send(Exchange exchange) throws TransportException;
    }
}
