package io.github.openstackjvm.error;

import org.jspecify.annotations.Nullable;

/** The policy of the service does not allow this to the roles held (403). */
public final class Forbidden extends OpenStackException {
    private static final long serialVersionUID = 1;

    /** With the circumstances and what caused it. */
    public Forbidden(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
