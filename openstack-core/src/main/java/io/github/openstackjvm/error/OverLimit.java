package io.github.openstackjvm.error;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The service takes no more requests for now, and repeating did not help (429, or 413 with {@code Retry-After}). */
public final class OverLimit extends OpenStackException {
    private static final long serialVersionUID = 1;

    private final @Nullable Duration retryAfter;

    /** With the pause the service asked for, if it did. */
    public OverLimit(@Nullable Duration retryAfter, String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
        this.retryAfter = retryAfter;
    }

    /** The pause the service asked for. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
