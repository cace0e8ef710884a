package io.github.openstackjvm.session;

import java.util.Locale;

/** For whom an endpoint of the catalog is meant. */
public enum EndpointInterface {
    /** For everybody. */
    PUBLIC,
    /** For the cloud's own networks. */
    INTERNAL,
    /** For operators. */
    ADMIN;

    /** Reads {@code public}, {@code internal}, {@code admin}, or the older {@code publicURL} and so on. */
    public static EndpointInterface of(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        for (EndpointInterface one : values()) {
            if (name.equals(one.wire()) || name.equals(one.wire() + "url")) {
                return one;
            }
        }
        throw new IllegalArgumentException(
                "Not an interface of an endpoint: '" + text + "'. There are public, internal and admin");
    }

    /** As in the catalog: lower case. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
