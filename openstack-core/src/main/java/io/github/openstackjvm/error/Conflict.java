package io.github.openstackjvm.error;

import org.jspecify.annotations.Nullable;

/** The state of the resource does not allow this now (409, and the few 400s that mean the same). */
public final class Conflict extends OpenStackException {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        /** Something else uses it; remove that first. */
        IN_USE,
        /** It is in transition; try again when that is over. */
        BUSY,
        /** One like it exists already. */
        EXISTS,
        /** The service cannot tell which resource is meant. */
        AMBIGUOUS,
        /** Somebody else changed it since it was read. */
        CHANGED,
        /** Anything else; the message has the service's words. */
        OTHER
    }

    private final Reason reason;

    /** With the reason, as far as the service's words tell it. */
    public Conflict(Reason reason, String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
