package io.github.openstackjvm.testkit.network;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;

/** What others do with what is shared with them: as long as they do, the sharing cannot end. */
final class SharedUse {
    private static final String ALL = "*";

    private final FakeNetwork neutron;

    SharedUse(FakeNetwork neutron) {
        this.neutron = neutron;
    }

    /**
     * Refuses to end a policy on which somebody depends.
     *
     * @param successor with whom the thing is shared by the policy afterwards; empty when the policy is gone
     */
    void check(Row policy, String successor) {
        String details = policy.is("action", "access_as_external")
                ? gateways(policy, successor)
                : policy.is("object_type", "network") ? ports(policy) : things(policy, successor);
        if (!details.isEmpty()) {
            throw new Refusal(
                    409,
                    "RbacPolicyInUse",
                    "RBAC policy on object " + policy.text("object_id")
                            + " cannot be removed because other objects depend on it.\nDetails: " + details);
        }
    }

    private String ports(Row policy) {
        Row network = neutron.networks().all().find(policy.text("object_id")).orElseThrow();
        String owner = network.text("project_id");
        Set<String> users = users(policy);
        users.remove(owner);
        return !policy.is("target_tenant", owner) && depends(policy, users)
                ? "Unable to reconfigure sharing settings for network " + network.id()
                        + ". Multiple tenants are using it."
                : "";
    }

    private String things(Row policy, String successor) {
        return !successor.equals(ALL) && !policy.is("target_tenant", owner(policy)) && depends(policy, users(policy))
                ? "project_id=" + policy.text("target_tenant")
                : "";
    }

    private String gateways(Row policy, String successor) {
        Row network = neutron.networks().all().find(policy.text("object_id")).orElseThrow();
        if (policy.is("target_tenant", ALL) && network.is("is_default")) {
            return "Default external networks must be shared to everyone.";
        }
        Set<String> users = projects(
                "routers",
                router -> neutron.ports()
                        .byId(router.text("gw_port_id"))
                        .filter(port -> port.is("network_id", network.id()))
                        .isPresent());
        users.remove(policy.is("target_tenant", ALL) ? successor : "");
        return depends(policy, users)
                ? "There are routers attached to this network that depend on this policy for access."
                : "";
    }

    /** Whether one of these could not use the thing without the policy. */
    private boolean depends(Row policy, Set<String> users) {
        Set<String> others = neutron
                .collection("rbac_policies")
                .where(other -> other.is("object_id", policy.get("object_id"))
                        && other.is("action", policy.get("action"))
                        && !other.id().equals(policy.id()))
                .stream()
                .map(other -> other.text("target_tenant"))
                .collect(Collectors.toSet());
        return policy.is("target_tenant", ALL)
                ? !others.containsAll(users)
                : !others.contains(ALL) && users.contains(policy.text("target_tenant"));
    }

    private String owner(Row policy) {
        return neutron.collection(FakeRbacPolicies.collection(policy))
                .find(policy.text("object_id"))
                .map(thing -> thing.text("project_id"))
                .orElse("");
    }

    /** The projects that have something which needs the thing of a policy. */
    private Set<String> users(Row policy) {
        String id = policy.text("object_id");
        return switch (policy.text("object_type")) {
            case "network" -> projects("ports", port -> port.is("network_id", id));
            case "security_group" ->
                projects("ports", port -> port.texts("security_groups").contains(id));
            case "subnetpool" -> projects("subnets", subnet -> subnet.is("subnetpool_id", id));
            case "address_scope" -> projects("subnetpools", pool -> pool.is("address_scope_id", id));
            case "address_group" -> projects("security_group_rules", rule -> rule.is("remote_address_group_id", id));
            default -> {
                Set<String> all = new HashSet<>();
                for (String kind : List.of("networks", "ports", "floatingips")) {
                    all.addAll(projects(kind, one -> one.is("qos_policy_id", id)));
                }
                yield all;
            }
        };
    }

    private Set<String> projects(String kind, Predicate<Row> uses) {
        return neutron.collection(kind).where(uses).stream()
                .map(row -> row.text("project_id"))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
