package io.github.openstackjvm.error;

import org.jspecify.annotations.Nullable;

/** A field, filter or operation needs a microversion that this cloud does not offer, or that a pin excludes. */
public final class UnsupportedMicroversion extends OpenStackException {
    private static final long serialVersionUID = 1;

    /** With the circumstances and what caused it. */
    public UnsupportedMicroversion(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
