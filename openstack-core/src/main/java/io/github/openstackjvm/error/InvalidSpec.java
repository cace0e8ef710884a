package io.github.openstackjvm.error;

/** What was asked for cannot be sent: a required field is missing, or a value is not allowed. Nothing was sent. */
public final class InvalidSpec extends OpenStackException {
    private static final long serialVersionUID = 1;

    /** With the field and the remedy. */
    public InvalidSpec(String message) {
        super(message, ErrorContext.NONE, null);
    }
}
