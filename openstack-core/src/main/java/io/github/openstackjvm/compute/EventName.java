package io.github.openstackjvm.compute;

import io.github.openstackjvm.resource.OpenValue;

/**
 * What another service tells Nova of a server.
 *
 * @param value as on the wire
 */
public record EventName(String value) implements OpenValue {
    /** Its addresses changed. */
    public static final EventName NETWORK_CHANGED = new EventName("network-changed");
    /** A port is ready. */
    public static final EventName NETWORK_VIF_PLUGGED = new EventName("network-vif-plugged");
    /** A port is no longer in use. */
    public static final EventName NETWORK_VIF_UNPLUGGED = new EventName("network-vif-unplugged");
    /** A port is gone. */
    public static final EventName NETWORK_VIF_DELETED = new EventName("network-vif-deleted");
    /** A volume has grown, since 2.51. */
    public static final EventName VOLUME_EXTENDED = new EventName("volume-extended");
    /** It was switched on or off, since 2.76. */
    public static final EventName POWER_UPDATE = new EventName("power-update");
    /** An accelerator is ready, since 2.82. */
    public static final EventName ACCELERATOR_REQUEST_BOUND = new EventName("accelerator-request-bound");
    /** A volume got a new image, since 2.93. */
    public static final EventName VOLUME_REIMAGED = new EventName("volume-reimaged");

    @Override
    public String toString() {
        return value;
    }
}
