package io.github.openstackjvm.network;

import io.github.openstackjvm.resource.OpenValue;

/**
 * How a device is joined to a port.
 *
 * @param value as on the wire
 */
public record VnicType(String value) implements OpenValue {
    /** By a software switch. */
    public static final VnicType NORMAL = new VnicType("normal");
    /** By a virtual function of a network card (SR-IOV). */
    public static final VnicType DIRECT = new VnicType("direct");
    /** By a whole network card. */
    public static final VnicType DIRECT_PHYSICAL = new VnicType("direct-physical");
    /** By macvtap on a virtual function. */
    public static final VnicType MACVTAP = new VnicType("macvtap");
    /** By the network card of a machine that is no guest. */
    public static final VnicType BAREMETAL = new VnicType("baremetal");
    /** By a virtual function behind virtio. */
    public static final VnicType VIRTIO_FORWARDER = new VnicType("virtio-forwarder");
    /** By a network card with a switch of its own. */
    public static final VnicType SMART_NIC = new VnicType("smart-nic");
    /** By a device that speaks virtio (vDPA). */
    public static final VnicType VDPA = new VnicType("vdpa");
    /** By a virtual function of an accelerator. */
    public static final VnicType ACCELERATOR_DIRECT = new VnicType("accelerator-direct");
    /** By a whole accelerator. */
    public static final VnicType ACCELERATOR_DIRECT_PHYSICAL = new VnicType("accelerator-direct-physical");
    /** By a network card that is managed elsewhere. */
    public static final VnicType REMOTE_MANAGED = new VnicType("remote-managed");

    @Override
    public String toString() {
        return value;
    }
}
