package io.github.openstackjvm.error;

import org.jspecify.annotations.Nullable;

/** Bytes were changed on their way, or where they are kept: they do not hash to what the service says they should. */
public final class ChecksumMismatch extends OpenStackException {
    private static final long serialVersionUID = 1;

    /** With the circumstances and what caused it. */
    public ChecksumMismatch(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
