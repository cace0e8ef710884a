package io.github.openstackjvm.error;

import org.jspecify.annotations.Nullable;

/** The cloud, or the view of it, was closed before or during the call. */
public final class Closed extends OpenStackException {
    private static final long serialVersionUID = 1;

    /** With the circumstances and what caused it. */
    public Closed(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
