package io.github.openstackjvm.network;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.openstackjvm.internal.wire.Reference;
import io.github.openstackjvm.resource.Ref;

/** Ports of trunks as they are sent. */
final class SubPorts {
    private SubPorts() {}

    static Map<String, Object> wire(Ref<Port> port, int vlan) {
        Map<String, Object> wire = wire(port);
        wire.put("segmentation_type", "vlan");
        wire.put("segmentation_id", vlan);
        return wire;
    }

    static Map<String, Object> wire(Ref<Port> port) {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("port_id", new Reference("port_id", Port.class, port, false));
        return wire;
    }
}
