package io.github.openstackjvm.network;

import java.util.List;

import io.github.openstackjvm.network.qos.QosPolicy;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Spec;

/** A floating IP to create. */
public final class FloatingIpSpec extends Spec<FloatingIpSpec> {

    /** One of the external network with this name or id. */
    public static FloatingIpSpec from(String network) {
        return new FloatingIpSpec().network(network);
    }

    /** One of this external network. */
    public static FloatingIpSpec from(Ref<Network> network) {
        return new FloatingIpSpec().network(network);
    }

    /** The external network, by name or id. */
    public FloatingIpSpec network(String nameOrId) {
        return ref("floating_network_id", Network.class, nameOrId);
    }

    /** The external network. */
    public FloatingIpSpec network(Ref<Network> network) {
        return ref("floating_network_id", Network.class, network);
    }

    /** Of the subnet with this name or id. */
    public FloatingIpSpec subnet(String nameOrId) {
        return ref("subnet_id", Subnet.class, nameOrId);
    }

    /** Of this subnet. */
    public FloatingIpSpec subnet(Ref<Subnet> subnet) {
        return ref("subnet_id", Subnet.class, subnet);
    }

    /** This address; for administrators. */
    public FloatingIpSpec floatingIpAddress(String ip) {
        return set("floating_ip_address", ip);
    }

    /** Stands for the address of the port with this name or id. */
    public FloatingIpSpec port(String nameOrId) {
        return ref("port_id", Port.class, nameOrId);
    }

    /** Stands for the address of this port. */
    public FloatingIpSpec port(Ref<Port> port) {
        return ref("port_id", Port.class, port);
    }

    /** Stands for this address of the port, which has several. */
    public FloatingIpSpec fixedIpAddress(String ip) {
        return set("fixed_ip_address", ip);
    }

    /** For people. */
    public FloatingIpSpec description(String description) {
        return set("description", description);
    }

    /** Its name in an external DNS. */
    public FloatingIpSpec dnsName(String name) {
        return set("dns_name", name);
    }

    /** The domain of that name, with a dot at its end. */
    public FloatingIpSpec dnsDomain(String domain) {
        return set("dns_domain", domain);
    }

    /** The policy with this name or id for its quality of service. */
    public FloatingIpSpec qosPolicy(String nameOrId) {
        return ref("qos_policy_id", QosPolicy.class, nameOrId);
    }

    /** The policy for its quality of service. */
    public FloatingIpSpec qosPolicy(Ref<QosPolicy> policy) {
        return ref("qos_policy_id", QosPolicy.class, policy);
    }

    /** For the project with this id instead of the caller's; for administrators. */
    public FloatingIpSpec projectId(String projectId) {
        return set("project_id", projectId);
    }

    @Override
    protected List<String> required() {
        return List.of("floating_network_id");
    }

    /** What can be changed of a floating IP. */
    public static final class Update extends Spec<Update> {

        /** Stands for the address of the port with this name or id. */
        public Update port(String nameOrId) {
            return ref("port_id", Port.class, nameOrId);
        }

        /** Stands for the address of this port. */
        public Update port(Ref<Port> port) {
            return ref("port_id", Port.class, port);
        }

        /** Stands for nothing. */
        public Update noPort() {
            return set("port_id", null);
        }

        /** Stands for this address of the port, which has several. */
        public Update fixedIpAddress(String ip) {
            return set("fixed_ip_address", ip);
        }

        /** For people. */
        public Update description(String description) {
            return set("description", description);
        }

        /** The policy with this name or id for its quality of service. */
        public Update qosPolicy(String nameOrId) {
            return ref("qos_policy_id", QosPolicy.class, nameOrId);
        }

        /** The policy for its quality of service. */
        public Update qosPolicy(Ref<QosPolicy> policy) {
            return ref("qos_policy_id", QosPolicy.class, policy);
        }

        /** No policy of its own for the quality of service any more. */
        public Update noQosPolicy() {
            return set("qos_policy_id", null);
        }

        /** Only if nobody has changed it since it had this revision number; otherwise the update is refused. */
        public Update ifRevision(int revisionNumber) {
            return header("If-Match", "revision_number=" + revisionNumber);
        }
    }
}
