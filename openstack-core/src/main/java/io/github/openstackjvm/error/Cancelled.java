package io.github.openstackjvm.error;

import org.jspecify.annotations.Nullable;

/** The call was cancelled or its thread interrupted; the interrupt flag is set. The request may have reached the cloud only if it was a reading one: a writing one ends as {@link OutcomeUnknown}. */
public final class Cancelled extends OpenStackException {
    private static final long serialVersionUID = 1;

    /** With the circumstances and what caused it. */
    public Cancelled(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
