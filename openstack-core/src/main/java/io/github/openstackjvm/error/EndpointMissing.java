package io.github.openstackjvm.error;

import org.jspecify.annotations.Nullable;

/** The catalog has no such service, region or interface; the message lists what it does have. */
public final class EndpointMissing extends OpenStackException {
    private static final long serialVersionUID = 1;

    /** With the circumstances and what caused it. */
    public EndpointMissing(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
