package io.github.openstackjvm.error;

import org.jspecify.annotations.Nullable;

/** It is still what the caller said to have (304): nothing was sent. */
public final class NotModified extends OpenStackException {
    private static final long serialVersionUID = 1;

    /** With the circumstances and what caused it. */
    public NotModified(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
