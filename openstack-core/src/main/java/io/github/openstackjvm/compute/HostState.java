package io.github.openstackjvm.compute;

import io.github.openstackjvm.resource.OpenValue;

/**
 * Whether a service answers.
 *
 * @param value as on the wire
 */
public record HostState(String value) implements OpenValue {
    /** It does. */
    public static final HostState UP = new HostState("up");
    /** It has not reported for a while, or was forced down. */
    public static final HostState DOWN = new HostState("down");

    @Override
    public String toString() {
        return value;
    }
}
