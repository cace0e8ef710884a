package io.github.openstackjvm.error;

import org.jspecify.annotations.Nullable;

/**
 * A request that makes or changes something was sent, and its answer was lost, or was a 500, 502, 503 or 504 that leaves open
 * whether the service did it: it may have been carried out, or not. It was not repeated, since that might do it twice. Look at
 * the resource before trying again.
 */
public final class OutcomeUnknown extends OpenStackException {
    private static final long serialVersionUID = 1;

    /** With the circumstances and what cut the answer off. */
    public OutcomeUnknown(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
