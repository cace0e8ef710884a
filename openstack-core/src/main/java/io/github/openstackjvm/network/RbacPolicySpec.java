package io.github.openstackjvm.network;

import java.util.List;

import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Spec;

/** A policy of sharing to create. */
public final class RbacPolicySpec extends Spec<RbacPolicySpec> {

    /** Lets the project with this id use a network as if it were its own. */
    public static RbacPolicySpec shareNetwork(Ref<Network> network, String projectId) {
        return new RbacPolicySpec()
                .object("network", network)
                .action("access_as_shared")
                .targetProjectId(projectId);
    }

    /** Lets the project with this id have gateways and floating IPs on a network. */
    public static RbacPolicySpec externalNetwork(Ref<Network> network, String projectId) {
        return new RbacPolicySpec()
                .object("network", network)
                .action("access_as_external")
                .targetProjectId(projectId);
    }

    private RbacPolicySpec object(String type, Ref<Network> network) {
        return objectType(type).ref("object_id", Network.class, network);
    }

    /** What it shares: {@code network}, {@code qos_policy}, {@code security_group}, {@code address_scope}, {@code address_group} or {@code subnetpool}. */
    public RbacPolicySpec objectType(String type) {
        return set("object_type", type);
    }

    /** What it shares, by id. */
    public RbacPolicySpec objectId(String id) {
        return set("object_id", id);
    }

    /** As what: {@code access_as_shared} or {@code access_as_external}. */
    public RbacPolicySpec action(String action) {
        return set("action", action);
    }

    /** The project that may use it, by id; {@code *} for all, for administrators. */
    public RbacPolicySpec targetProjectId(String id) {
        return set("target_tenant", id);
    }

    /** For the project with this id instead of the caller's; for administrators. */
    public RbacPolicySpec projectId(String projectId) {
        return set("project_id", projectId);
    }

    @Override
    protected List<String> required() {
        return List.of("object_type", "object_id", "action", "target_tenant");
    }

    /** What can be changed of a policy of sharing. */
    public static final class Update extends Spec<Update> {

        /** Another project that may use it, by id. */
        public Update targetProjectId(String id) {
            return set("target_tenant", id);
        }
    }
}
