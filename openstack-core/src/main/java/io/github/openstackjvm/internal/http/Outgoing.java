package io.github.openstackjvm.internal.http;

import java.time.Duration;

import io.github.openstackjvm.internal.wire.Needs;
import io.github.openstackjvm.session.Microversion;
import io.github.openstackjvm.transport.HttpBody;
import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a service, before its address is known.
 *
 * @param method the verb
 * @param path below the service's address, percent-encoded, with the query; or absolute for requests without a service.
 *     After {@link #OUTSIDE_PROJECT}: below that address without the project's id at its end
 * @param headers beside those of every call
 * @param body null when there is none
 * @param streaming whether the answer is read from the wire
 * @param harmless whether it may be repeated although its verb is not
 * @param version how its microversion is chosen
 * @param timeout for this call in all, in place of the policy's; null: the policy's
 */
public record Outgoing(
        String method,
        String path,
        HttpHeaders headers,
        @Nullable HttpBody body,
        boolean streaming,
        boolean harmless,
        Version version,
        @Nullable Duration timeout) {

    /** Begins a path that lies beside the project's id in the service's address. */
    public static final String OUTSIDE_PROJECT = "/..project";

    /**
     * How a microversion is chosen: exactly this one; or the highest that fits; or none.
     *
     * @param exact null when it is to be chosen
     * @param min the first that has the resource; null: any
     * @param max the newest that the model knows; null: the call has none
     * @param needs what the call touches
     */
    public record Version(
            @Nullable Microversion exact,
            @Nullable Microversion min,
            @Nullable Microversion max,
            Needs needs) {
        /** No microversion. */
        public static final Version NONE = new Version(null, null, null, Needs.NONE);
    }

    /** Whether it carries bulk data, whose time depends on their size and not on the service. */
    boolean bulk() {
        return body != null && !(body instanceof HttpBody.Bytes);
    }
}
