package io.github.openstackjvm.auth;

import java.io.IOException;
import java.util.List;

import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.Unauthenticated;
import io.github.openstackjvm.internal.json.JsonObject;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;

/** A server that gives out tokens as OAuth 2.0 says: JSON, and refusals with a status of 400 and a word (RFC 6749, 5.2). */
final class OAuthServer {
    private final AuthContext context;

    OAuthServer(AuthContext context) {
        this.context = context;
    }

    /**
     * What came back.
     *
     * @param status of the answer
     * @param body empty when it is no JSON
     */
    record Reply(HttpCall call, int status, JsonObject body) {
        boolean granted() {
            return status == 200;
        }

        /** The word for what is wrong, such as {@code invalid_grant}; empty when there is none. */
        String error() {
            return body.text("error").orElse("");
        }

        /** This part of a grant. */
        String part(String name) {
            return body.text(name)
                    .orElseThrow(() -> new OpenStackException(
                            call + " answered " + status + " without " + name
                                    + ". Is this the right address of the identity provider?",
                            context(),
                            null));
        }

        /** The error for this answer. The body itself stays out of it: it may hold a token. */
        OpenStackException refusal() {
            String words =
                    body.text("error_description").map(text -> ": " + text).orElse("");
            String message = call + " answered " + status + (error().isEmpty() ? "" : " " + error()) + words;
            boolean credentials = status == 401 || status == 403 || !error().isEmpty();
            return credentials
                    ? new Unauthenticated(message, context(), null)
                    : new OpenStackException(message, context(), null);
        }

        private ErrorContext context() {
            return new ErrorContext("identity", null, call.method(), call.url(), status, null, null, "", List.of());
        }
    }

    /** Sends a form, or whatever it is. */
    Reply ask(HttpCall call) {
        try (HttpAnswer answer = context.send(call)) {
            return new Reply(call, answer.status(), body(answer));
        }
    }

    /** Sends it, and insists on a grant. */
    Reply granted(HttpCall call) {
        Reply reply = ask(call);
        if (!reply.granted()) {
            throw reply.refusal();
        }
        return reply;
    }

    private static JsonObject body(HttpAnswer answer) {
        try {
            return JsonObject.read(answer.bytes());
        } catch (IOException e) {
            return JsonObject.EMPTY;
        }
    }
}
