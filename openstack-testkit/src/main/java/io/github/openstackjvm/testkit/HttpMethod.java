package io.github.openstackjvm.testkit;

import java.util.Locale;
import java.util.Optional;

/** The verbs OpenStack services know. */
public enum HttpMethod {
    /** Reads. */
    GET,
    /** Reads the headers only. */
    HEAD,
    /** Creates, or acts. */
    POST,
    /** Replaces, or sets. */
    PUT,
    /** Changes in part. */
    PATCH,
    /** Removes. */
    DELETE,
    /** Copies an object (object store). */
    COPY,
    /** Asks what is allowed. */
    OPTIONS;

    /** The verb of that name, in any case; empty when there is none. */
    public static Optional<HttpMethod> of(String name) {
        for (HttpMethod method : values()) {
            if (method.name().equals(name.toUpperCase(Locale.ROOT))) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
