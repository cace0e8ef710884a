package io.github.openstackjvm.compute;

import io.github.openstackjvm.resource.OpenValue;

/**
 * Whether the scheduler may use a service.
 *
 * @param value as on the wire
 */
public record HostStatus(String value) implements OpenValue {
    /** It may. */
    public static final HostStatus ENABLED = new HostStatus("enabled");
    /** An operator said no, or Nova did after failures. */
    public static final HostStatus DISABLED = new HostStatus("disabled");
    /** The part of the cloud that knows it is down. */
    public static final HostStatus UNKNOWN = new HostStatus("UNKNOWN");

    @Override
    public String toString() {
        return value;
    }
}
