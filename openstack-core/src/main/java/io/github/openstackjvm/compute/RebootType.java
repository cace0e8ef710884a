package io.github.openstackjvm.compute;

import io.github.openstackjvm.resource.OpenValue;

/**
 * How a server is restarted.
 *
 * @param value as on the wire
 */
public record RebootType(String value) implements OpenValue {
    /** The guest is asked to. */
    public static final RebootType SOFT = new RebootType("SOFT");
    /** It is switched off and on. */
    public static final RebootType HARD = new RebootType("HARD");

    @Override
    public String toString() {
        return value;
    }
}
