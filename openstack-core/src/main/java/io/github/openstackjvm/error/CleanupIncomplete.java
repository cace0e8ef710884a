package io.github.openstackjvm.error;

import java.util.List;

/** Some of what was made could not be deleted, and is still in the cloud. The message names each, and why. */
public final class CleanupIncomplete extends OpenStackException {
    private static final long serialVersionUID = 1;

    private final String[] left;

    /** With all that is left, at least one. */
    public CleanupIncomplete(String message, List<String> left) {
        super(message + ":\n  - " + String.join("\n  - ", left), ErrorContext.NONE, null);
        this.left = left.toArray(new String[0]);
    }

    /** One sentence each. */
    public List<String> left() {
        return List.of(left);
    }
}
