package io.github.openstackjvm.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.network.qos.QosPolicy;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Spec;
import org.jspecify.annotations.Nullable;

/** A network to create. Everything may be left out. */
public final class NetworkSpec extends Spec<NetworkSpec> {

    /** A network of this name. */
    public static NetworkSpec named(String name) {
        return new NetworkSpec().name(name);
    }

    /** Need not be unique. */
    public NetworkSpec name(String name) {
        return set("name", name);
    }

    /** For people. */
    public NetworkSpec description(String description) {
        return set("description", description);
    }

    /** Whether it is switched on; true unless said otherwise. */
    public NetworkSpec adminStateUp(boolean up) {
        return set("admin_state_up", up);
    }

    /** Whether every project may use it; for administrators. */
    public NetworkSpec shared(boolean shared) {
        return set("shared", shared);
    }

    /** Whether it leads outside; for administrators. */
    public NetworkSpec external(boolean external) {
        return set("router:external", external);
    }

    /** Whether it is the external network that is taken when nobody says which; for administrators. */
    public NetworkSpec isDefault(boolean isDefault) {
        return set("is_default", isDefault);
    }

    /** Largest packet, in bytes; as large as possible unless said otherwise. */
    public NetworkSpec mtu(int bytes) {
        return set("mtu", bytes);
    }

    /** What new ports there have unless said otherwise. */
    public NetworkSpec portSecurity(boolean enabled) {
        return set("port_security_enabled", enabled);
    }

    /** The policy with this name or id for the quality of service of its ports. */
    public NetworkSpec qosPolicy(String nameOrId) {
        return ref("qos_policy_id", QosPolicy.class, nameOrId);
    }

    /** The policy for the quality of service of its ports. */
    public NetworkSpec qosPolicy(Ref<QosPolicy> policy) {
        return ref("qos_policy_id", QosPolicy.class, policy);
    }

    /** The domain of names that its ports get from an external DNS, with a dot at its end. */
    public NetworkSpec dnsDomain(String domain) {
        return set("dns_domain", domain);
    }

    /** Where it is to be served. */
    public NetworkSpec availabilityZoneHints(String... zones) {
        return set("availability_zone_hints", List.of(zones));
    }

    /** What it runs on; for administrators. */
    public NetworkSpec networkType(NetworkType type) {
        return set("provider:network_type", type);
    }

    /** The physical network it runs on; for administrators. */
    public NetworkSpec physicalNetwork(String name) {
        return set("provider:physical_network", name);
    }

    /** Number of its VLAN or tunnel, one that is free unless said otherwise; for administrators. */
    public NetworkSpec segmentationId(int number) {
        return set("provider:segmentation_id", number);
    }

    /** One more of several segments that it runs on; for administrators, and not together with a type of its own. */
    public NetworkSpec addSegment(NetworkType type, @Nullable String physicalNetwork, @Nullable Integer number) {
        Map<String, Object> segment = new LinkedHashMap<>();
        segment.put("provider:network_type", type);
        if (physicalNetwork != null) {
            segment.put("provider:physical_network", physicalNetwork);
        }
        if (number != null) {
            segment.put("provider:segmentation_id", number);
        }
        return add("segments", segment);
    }

    /** Whether guests may use VLANs of their own. */
    public NetworkSpec vlanTransparent(boolean transparent) {
        return set("vlan_transparent", transparent);
    }

    /** Whether guests may use VLANs of their own by stacked tags. */
    public NetworkSpec vlanQinq(boolean qinq) {
        return set("vlan_qinq", qinq);
    }

    /** For the project with this id instead of the caller's; for administrators. */
    public NetworkSpec projectId(String projectId) {
        return set("project_id", projectId);
    }

    /** What can be changed of a network. */
    public static final class Update extends Spec<Update> {

        /** Another name. */
        public Update name(String name) {
            return set("name", name);
        }

        /** For people. */
        public Update description(String description) {
            return set("description", description);
        }

        /** Whether it is switched on. */
        public Update adminStateUp(boolean up) {
            return set("admin_state_up", up);
        }

        /** Whether every project may use it; for administrators. */
        public Update shared(boolean shared) {
            return set("shared", shared);
        }

        /** Whether it leads outside; for administrators. */
        public Update external(boolean external) {
            return set("router:external", external);
        }

        /** Whether it is the external network that is taken when nobody says which; for administrators. */
        public Update isDefault(boolean isDefault) {
            return set("is_default", isDefault);
        }

        /** Largest packet, in bytes. */
        public Update mtu(int bytes) {
            return set("mtu", bytes);
        }

        /** What new ports there have unless said otherwise. */
        public Update portSecurity(boolean enabled) {
            return set("port_security_enabled", enabled);
        }

        /** The policy with this name or id for the quality of service of its ports. */
        public Update qosPolicy(String nameOrId) {
            return ref("qos_policy_id", QosPolicy.class, nameOrId);
        }

        /** The policy for the quality of service of its ports. */
        public Update qosPolicy(Ref<QosPolicy> policy) {
            return ref("qos_policy_id", QosPolicy.class, policy);
        }

        /** No policy for the quality of service any more. */
        public Update noQosPolicy() {
            return set("qos_policy_id", null);
        }

        /** The domain of names that its ports get from an external DNS, with a dot at its end; empty for none. */
        public Update dnsDomain(String domain) {
            return set("dns_domain", domain);
        }

        /** Another number of its VLAN; for administrators. */
        public Update segmentationId(int number) {
            return set("provider:segmentation_id", number);
        }

        /** Only if nobody has changed it since it had this revision number; otherwise the update is refused. */
        public Update ifRevision(int revisionNumber) {
            return header("If-Match", "revision_number=" + revisionNumber);
        }
    }
}
