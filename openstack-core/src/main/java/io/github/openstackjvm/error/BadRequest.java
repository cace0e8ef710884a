package io.github.openstackjvm.error;

import org.jspecify.annotations.Nullable;

/** The service refused the request as malformed or senseless (400, 405, 411 to 422 and the like); repeating it is useless. */
public final class BadRequest extends OpenStackException {
    private static final long serialVersionUID = 1;

    /** With the circumstances and what caused it. */
    public BadRequest(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
