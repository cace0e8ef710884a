package io.github.openstackjvm.image;

import io.github.openstackjvm.resource.OpenValue;

/**
 * Who may use an image.
 *
 * @param value as on the wire
 */
public record ImageVisibility(String value) implements OpenValue {
    /** Everybody; only administrators may set it. */
    public static final ImageVisibility PUBLIC = new ImageVisibility("public");
    /** Everybody, but it is listed only for who asks for it. */
    public static final ImageVisibility COMMUNITY = new ImageVisibility("community");
    /** Its owner, and the projects that are its members. What an image is unless something else is said. */
    public static final ImageVisibility SHARED = new ImageVisibility("shared");
    /** Its owner alone. */
    public static final ImageVisibility PRIVATE = new ImageVisibility("private");

    @Override
    public String toString() {
        return value;
    }
}
