package io.github.openstackjvm.error;

import org.jspecify.annotations.Nullable;

/** Several resources have the name that was given; the message lists them. Use an id instead. */
public final class Ambiguous extends OpenStackException {
    private static final long serialVersionUID = 1;

    /** With the circumstances and what caused it. */
    public Ambiguous(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
