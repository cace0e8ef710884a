package io.github.openstackjvm.error;

import org.jspecify.annotations.Nullable;

/**
 * A request that changes something was sent, and its answer was lost: it may have been carried out, or not. It was not
 * repeated, since that might do it twice. Look at the resource before trying again.
 */
public final class OutcomeUnknown extends OpenStackException {
    private static final long serialVersionUID = 1;

    /** With the circumstances and what cut the answer off. */
    public OutcomeUnknown(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
