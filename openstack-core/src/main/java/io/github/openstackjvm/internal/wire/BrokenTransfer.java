package io.github.openstackjvm.internal.wire;

import java.io.IOException;

import io.github.openstackjvm.error.OpenStackException;

/** A streamed answer ended before its end: what a reader of the stream sees of the exception for it. */
public final class BrokenTransfer extends IOException {
    private static final long serialVersionUID = 1;

    /** Why. */
    private final OpenStackException why;

    /** For this reason. */
    public BrokenTransfer(OpenStackException why) {
        super(why.getMessage(), why);
        this.why = why;
    }

    /** The reason. */
    public OpenStackException why() {
        return why;
    }
}
