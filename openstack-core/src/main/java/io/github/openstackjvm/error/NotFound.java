package io.github.openstackjvm.error;

import org.jspecify.annotations.Nullable;

/** There is no such thing, or it is hidden from this scope (404, 410), or no resource has the name that was given. */
public final class NotFound extends OpenStackException {
    private static final long serialVersionUID = 1;

    /** With the circumstances and what caused it. */
    public NotFound(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
