package io.github.openstackjvm.error;

import org.jspecify.annotations.Nullable;

/** A quota of the project or user is used up; nothing was created. */
public final class QuotaExceeded extends OpenStackException {
    private static final long serialVersionUID = 1;

    /** With the circumstances and what caused it. */
    public QuotaExceeded(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
