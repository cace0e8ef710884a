package io.github.openstackjvm.network;

import io.github.openstackjvm.resource.OpenValue;

/**
 * Whether a network, port, router or floating IP works.
 *
 * @param value as on the wire
 */
public record Status(String value) implements OpenValue {
    /** It works. */
    public static final Status ACTIVE = new Status("ACTIVE");
    /** It does not, or not yet: a port until it is plugged in, a floating IP until it is associated. */
    public static final Status DOWN = new Status("DOWN");
    /** It is being made. */
    public static final Status BUILD = new Status("BUILD");
    /** It failed. */
    public static final Status ERROR = new Status("ERROR");

    @Override
    public String toString() {
        return value;
    }
}
