package io.github.openstackjvm.error;

import org.jspecify.annotations.Nullable;

/** The resource went into its error state while its transition was awaited; the message holds the cloud's fault. */
public final class ResourceFailed extends OpenStackException {
    private static final long serialVersionUID = 1;

    /** With the circumstances and what caused it. */
    public ResourceFailed(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
