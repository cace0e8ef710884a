package io.github.openstackjvm.network;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.network.qos.QosPolicy;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Spec;

/** A router's way outside. */
public final class GatewaySpec extends Spec<GatewaySpec> {

    /** By the external network with this name or id. */
    public static GatewaySpec to(String network) {
        return new GatewaySpec().network(network);
    }

    /** By this external network. */
    public static GatewaySpec to(Ref<Network> network) {
        return new GatewaySpec().network(network);
    }

    /** The external network, by name or id. */
    public GatewaySpec network(String nameOrId) {
        return ref("network_id", Network.class, nameOrId);
    }

    /** The external network. */
    public GatewaySpec network(Ref<Network> network) {
        return ref("network_id", Network.class, network);
    }

    /** Whether hosts inside appear with its address; true unless said otherwise. For administrators. */
    public GatewaySpec snat(boolean enabled) {
        return set("enable_snat", enabled);
    }

    /** Has this address there; again for one more. For administrators. */
    public GatewaySpec fixedIp(String ip) {
        return add("external_fixed_ips", Map.of("ip_address", ip));
    }

    /** Has this address of this subnet there; again for one more. For administrators. */
    public GatewaySpec fixedIp(Ref<Subnet> subnet, String ip) {
        return add(
                "external_fixed_ips",
                Map.of("subnet_id", reference("subnet_id", Subnet.class, subnet), "ip_address", ip));
    }

    /** Has any address of the subnet with this name or id there; again for one more. For administrators. */
    public GatewaySpec subnet(String nameOrId) {
        return add("external_fixed_ips", Map.of("subnet_id", reference("subnet_id", Subnet.class, nameOrId)));
    }

    /** Has any address of this subnet there; again for one more. For administrators. */
    public GatewaySpec subnet(Ref<Subnet> subnet) {
        return add("external_fixed_ips", Map.of("subnet_id", reference("subnet_id", Subnet.class, subnet)));
    }

    /** The policy with this name or id for its quality of service. */
    public GatewaySpec qosPolicy(String nameOrId) {
        return ref("qos_policy_id", QosPolicy.class, nameOrId);
    }

    /** The policy for its quality of service. */
    public GatewaySpec qosPolicy(Ref<QosPolicy> policy) {
        return ref("qos_policy_id", QosPolicy.class, policy);
    }

    /** No policy for the quality of service any more. */
    public GatewaySpec noQosPolicy() {
        return set("qos_policy_id", null);
    }

    @Override
    protected List<String> required() {
        return List.of("network_id");
    }
}
