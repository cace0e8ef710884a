package io.github.openstackjvm.error;

import org.jspecify.annotations.Nullable;

/**
 * The call was cancelled or its thread interrupted; the interrupt flag is set. The cloud may have got the request only if doing
 * it again does no more than doing it once (all but POST and PATCH): the others end as {@link OutcomeUnknown} then.
 */
public final class Cancelled extends OpenStackException {
    private static final long serialVersionUID = 1;

    /** With the circumstances and what caused it. */
    public Cancelled(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
