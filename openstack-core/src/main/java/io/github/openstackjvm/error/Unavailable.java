package io.github.openstackjvm.error;

import org.jspecify.annotations.Nullable;

/**
 * The service could not be reached, answered 5xx to all attempts, or is left alone for a while because it failed too often. What
 * was asked for was not done, or can be asked for again without harm; where that is not certain it is {@link OutcomeUnknown}.
 */
public final class Unavailable extends OpenStackException {
    private static final long serialVersionUID = 1;

    /** With the circumstances and what caused it. */
    public Unavailable(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
