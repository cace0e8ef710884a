package io.github.openstackjvm.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.resource.Ref;
import org.jspecify.annotations.Nullable;

/** A port to create. */
public final class PortSpec extends PortFields<PortSpec> {

    /** A port on the network with this name or id. */
    public static PortSpec on(String network) {
        return new PortSpec().network(network);
    }

    /** A port on this network. */
    public static PortSpec on(Ref<Network> network) {
        return new PortSpec().network(network);
    }

    /** The network, by name or id. */
    public PortSpec network(String nameOrId) {
        return ref("network_id", Network.class, nameOrId);
    }

    /** The network. */
    public PortSpec network(Ref<Network> network) {
        return ref("network_id", Network.class, network);
    }

    /** Whether a virtual function goes down with its card. */
    public PortSpec propagateUplinkStatus(boolean propagate) {
        return set("propagate_uplink_status", propagate);
    }

    /** Name of the accelerator's profile. */
    public PortSpec deviceProfile(String name) {
        return set("device_profile", name);
    }

    /** What its hardware takes over, such as {@code switchdev}; for administrators. */
    public PortSpec hardwareOffloadType(String type) {
        return set("hardware_offload_type", type);
    }

    /** For the project with this id instead of the caller's; for administrators. */
    public PortSpec projectId(String projectId) {
        return set("project_id", projectId);
    }

    @Override
    protected List<String> required() {
        return List.of("network_id");
    }

    /** What can be changed of a port. */
    public static final class Update extends PortFields<Update> {

        /** Only its own addresses may pass. */
        public Update noAllowedAddresses() {
            return set("allowed_address_pairs", List.of());
        }

        /** DHCP tells this option of IPv4 no more. */
        public Update noDhcpOption(String name) {
            return noDhcpOption(name, 4);
        }

        /** DHCP tells this option of this version of IP no more. */
        public Update noDhcpOption(String name, int ipVersion) {
            Map<String, @Nullable Object> option = new LinkedHashMap<>();
            option.put("opt_name", name);
            option.put("opt_value", null);
            option.put("ip_version", ipVersion);
            return add("extra_dhcp_opts", option);
        }

        /** No policy of its own for the quality of service any more. */
        public Update noQosPolicy() {
            return set("qos_policy_id", null);
        }

        /** What something outside says of it: {@code ACTIVE}, {@code DOWN}, or null for nothing. */
        public Update dataPlaneStatus(@Nullable String status) {
            return set("data_plane_status", status);
        }

        /** Only if nobody has changed it since it had this revision number; otherwise the update is refused. */
        public Update ifRevision(int revisionNumber) {
            return header("If-Match", "revision_number=" + revisionNumber);
        }
    }
}
