package io.github.openstackjvm.error;

import org.jspecify.annotations.Nullable;

/** The credentials were refused, or a renewed token was refused again (401). */
public final class Unauthenticated extends OpenStackException {
    private static final long serialVersionUID = 1;

    /** With the circumstances and what caused it. */
    public Unauthenticated(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
