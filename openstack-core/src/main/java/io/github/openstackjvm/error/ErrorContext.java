package io.github.openstackjvm.error;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The circumstances of a failure. Nothing in it is secret: the URL and the body are masked.
 *
 * @param service the service's type; null when the failure lies before any service
 * @param region null when none was chosen
 * @param method the verb; null when nothing was to be sent
 * @param url without the values of secret parameters; null when nothing was to be sent
 * @param status of the answer; 0 when there was none
 * @param requestId by which the operator finds the request in the logs; null when the service gave none
 * @param cloudMessage the service's own words; null when it had none
 * @param body the answer as it came, up to 64 KiB, secrets masked; empty when there was none
 * @param attempts every attempt made, in order
 */
public record ErrorContext(
        @Nullable String service,
        @Nullable String region,
        @Nullable String method,
        @Nullable String url,
        int status,
        @Nullable String requestId,
        @Nullable String cloudMessage,
        String body,
        List<Attempt> attempts) {

    /** A failure before anything was sent. */
    public static final ErrorContext NONE = new ErrorContext(null, null, null, null, 0, null, null, "", List.of());

    /** Copies the list. */
    public ErrorContext {
        attempts = List.copyOf(attempts);
    }

    /**
     * One attempt of a call.
     *
     * @param at when it began
     * @param took until its answer or failure
     * @param outcome the status, or why there was none
     */
    public record Attempt(Instant at, Duration took, String outcome) {}

    /** The same with other words of the service. */
    public ErrorContext withCloudMessage(@Nullable String other) {
        return new ErrorContext(service, region, method, url, status, requestId, other, body, attempts);
    }
}
