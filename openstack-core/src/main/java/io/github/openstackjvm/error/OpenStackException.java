package io.github.openstackjvm.error;

import org.jspecify.annotations.Nullable;

/**
 * Something did not work: in the cloud, on the way there, or before. Its message is one sentence that names what was
 * asked, what came back in the service's own words, and the request id; {@link #context()} has all of it as data.
 */
public class OpenStackException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Not serialised: it is for the program that ran into the failure. */
    private final transient ErrorContext context;

    /** For answers and failures that have no class of their own. */
    public OpenStackException(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, cause);
        this.context = context;
    }

    /** The circumstances. */
    public ErrorContext context() {
        return context == null ? ErrorContext.NONE : context;
    }

    /** The status of the answer, 0 when there was none. */
    public int status() {
        return context().status();
    }
}
