package io.github.openstackjvm.testkit;

/** A seed says what cannot be done. The message names the line and the remedy. */
public final class SeedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    SeedException(String message) {
        super(message);
    }
}
