package io.github.openstackjvm.network;

import io.github.openstackjvm.network.qos.QosPolicy;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Spec;

/**
 * What can be said of a floating IP when it is made and later.
 *
 * @param <S> the specification itself
 */
public abstract sealed class FloatingIpFields<S extends FloatingIpFields<S>> extends Spec<S>
        permits FloatingIpSpec, FloatingIpSpec.Update {
    FloatingIpFields() {}

    /** Stands for the address of the port with this name or id. */
    public final S port(String nameOrId) {
        return ref("port_id", Port.class, nameOrId);
    }

    /** Stands for the address of this port. */
    public final S port(Ref<Port> port) {
        return ref("port_id", Port.class, port);
    }

    /** Stands for this address of the port, which has several. */
    public final S fixedIpAddress(String ip) {
        return set("fixed_ip_address", ip);
    }

    /** For people. */
    public final S description(String description) {
        return set("description", description);
    }

    /** The policy with this name or id for its quality of service. */
    public final S qosPolicy(String nameOrId) {
        return ref("qos_policy_id", QosPolicy.class, nameOrId);
    }

    /** The policy for its quality of service. */
    public final S qosPolicy(Ref<QosPolicy> policy) {
        return ref("qos_policy_id", QosPolicy.class, policy);
    }
}
