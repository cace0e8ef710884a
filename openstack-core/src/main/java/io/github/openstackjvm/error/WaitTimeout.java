package io.github.openstackjvm.error;

import org.jspecify.annotations.Nullable;

/** The deadline of a wait passed; the transition goes on in the cloud. */
public final class WaitTimeout extends OpenStackException {
    private static final long serialVersionUID = 1;

    private final @Nullable String lastState;

    /** With the last state that was seen. */
    public WaitTimeout(@Nullable String lastState, String message, ErrorContext context) {
        super(message, context, null);
        this.lastState = lastState;
    }

    /** The last state that was seen; null when the resource was never seen. */
    public @Nullable String lastState() {
        return lastState;
    }
}
