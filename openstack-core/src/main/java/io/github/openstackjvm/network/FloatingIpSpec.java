package io.github.openstackjvm.network;

import java.util.List;

import io.github.openstackjvm.resource.Ref;

/** A floating IP to create. */
public final class FloatingIpSpec extends FloatingIpFields<FloatingIpSpec> {

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

    /** Its name in an external DNS. */
    public FloatingIpSpec dnsName(String name) {
        return set("dns_name", name);
    }

    /** The domain of that name, with a dot at its end. */
    public FloatingIpSpec dnsDomain(String domain) {
        return set("dns_domain", domain);
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
    public static final class Update extends FloatingIpFields<Update> {

        /** Stands for nothing. */
        public Update noPort() {
            return set("port_id", null);
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
