package io.github.openstackjvm.internal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.internal.wait.Deadline;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.TransportException;

/** One call on its way through the chain: what was asked, and what became of it so far. Used by one thread. */
final class Exchange {
    private static final Set<String> REPEATABLE_VERBS = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS");

    final Outgoing asked;

    /** When the call must be over. */
    final Deadline deadline;

    final List<ErrorContext.Attempt> attempts = new ArrayList<>();

    /** Where this attempt goes: the path only, until the address is known. */
    String url;

    /** What this attempt carries beside its body. */
    HttpHeaders headers;

    /** How often it was repeated because there was no answer. */
    int afterFailure;

    /** How often it was repeated because of the answer's status. */
    int afterStatus;

    /** Whether the token was renewed because of this call. */
    boolean renewed;

    /** Whether an attempt may have been carried out although its answer was lost, or was of the kind that leaves it open. */
    boolean mayHaveHappened;

    Exchange(Outgoing asked, Deadline deadline) {
        this.asked = asked;
        this.deadline = deadline;
        this.url = asked.path();
        this.headers = asked.headers();
    }

    /** Whether doing it twice does no more than doing it once. */
    boolean idempotent() {
        return asked.harmless() || REPEATABLE_VERBS.contains(asked.method());
    }

    /** Whether the body, if there is one, can be sent again. */
    boolean repeatable() {
        return asked.body() == null || asked.body().repeatable();
    }

    /** One link of the chain. */
    @FunctionalInterface
    interface Link {
        /** Brings the answer, whatever its status. */
        HttpAnswer send(Exchange exchange) throws TransportException;
    }
}
