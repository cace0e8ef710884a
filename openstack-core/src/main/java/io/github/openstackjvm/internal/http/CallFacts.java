package io.github.openstackjvm.internal.http;

import java.util.List;

import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.ErrorContext.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of whom: the half of an error that is known before the answer.
 *
 * @param service the type of the service, which may be an alias; null for a URL of no service
 * @param region null when none was chosen
 * @param method the verb
 * @param url as it was sent; it is masked where it is shown
 * @param attempts every attempt made, in order; may be empty
 * @param note what else has to be known to understand the failure; null when nothing has
 */
record CallFacts(
        @Nullable String service,
        @Nullable String region,
        String method,
        String url,
        List<Attempt> attempts,
        @Nullable String note) {

    CallFacts {
        attempts = List.copyOf(attempts);
    }

    /** Without a note. */
    public CallFacts(
            @Nullable String service, @Nullable String region, String method, String url, List<Attempt> attempts) {
        this(service, region, method, url, attempts, null);
    }

    /** The context of a failure of this call, from what its answer said. */
    ErrorContext context(int status, Fault fault) {
        return new ErrorContext(
                service,
                region,
                method,
                Redaction.url(url),
                status,
                fault.requestId(),
                fault.message(),
                fault.body(),
                attempts);
    }

    /** One sentence: what was asked, what came, in which circumstances. */
    String sentence(String answer, @Nullable String words, @Nullable String requestId) {
        StringBuilder text = new StringBuilder(method).append(' ').append(Redaction.url(url));
        text.append(' ').append(answer).append(words == null ? "" : ": " + words);
        StringBuilder circumstances = new StringBuilder();
        add(circumstances, service);
        add(circumstances, region);
        add(circumstances, requestId == null ? null : "request " + requestId);
        add(circumstances, attempts.size() > 1 ? attempts.size() + " attempts" : null);
        add(circumstances, note);
        return circumstances.isEmpty() ? text.toString() : text + " [" + circumstances + "]";
    }

    private static void add(StringBuilder list, @Nullable String part) {
        if (part != null) {
            list.append(list.isEmpty() ? "" : ", ").append(part);
        }
    }
}
