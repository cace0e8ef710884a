package io.github.openstackjvm.testkit.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what, by Neutron's usual rules. A rule is named after the action, and after the attribute where an attribute has
 * one of its own: {@code create_network:shared}. What has no rule is for the owner and administrators.
 */
final class Policies {

    /** Whether a caller may do something to a thing. */
    @FunctionalInterface
    private interface Who {
        boolean fits(Policies policies, Caller caller, Map<String, Object> thing);
    }

    private static final Who ANYBODY = (policies, caller, thing) -> true;
    private static final Who ADMIN = (policies, caller, thing) -> caller.admin();
    private static final Who OWNER =
            (policies, caller, thing) -> caller.projectId().equals(thing.get("project_id"));
    private static final Who NETWORK_OWNER = (policies, caller, thing) -> policies.network(thing)
            .filter(row -> row.is("project_id", caller.projectId()))
            .isPresent();
    private static final Who SHARED = (policies, caller, thing) -> Boolean.TRUE.equals(thing.get("shared"));
    private static final Who WITHIN_SHARED = (policies, caller, thing) -> policies.network(thing)
            .filter(row -> policies.neutron.sharing().shared("network", row.id(), caller.projectId()))
            .isPresent();
    private static final Who ADMIN_OR_OWNER = any(ADMIN, OWNER);
    private static final Who ADMIN_OR_NETWORK_OWNER = any(ADMIN, NETWORK_OWNER);

    private static final Map<String, Who> RULES = new HashMap<>();

    static {
        rule(
                ANYBODY,
                "create_floatingip create_network create_network:port_security_enabled get_network:router:external "
                        + "create_port create_port:binding:vnic_type create_router create_address_scope get_flavor "
                        + "create_rbac_policy create_subnetpool create_trunk get_subports get_policy get_rule_type "
                        + "get_security_group get_availability_zone get_policy_bandwidth_limit_rule "
                        + "get_policy_dscp_marking_rule get_policy_minimum_bandwidth_rule get_floatingip_pool");
        rule(
                ADMIN,
                "create_floatingip:floating_ip_address create_network:shared create_network:router:external "
                        + "create_network:is_default create_network:segments create_network:provider:network_type "
                        + "create_network:provider:physical_network create_network:provider:segmentation_id "
                        + "get_network:segments get_network:provider:network_type get_network:provider:physical_network "
                        + "get_network:provider:segmentation_id update_network:segments update_network:shared "
                        + "update_network:provider:network_type update_network:provider:physical_network "
                        + "update_network:provider:segmentation_id update_network:router:external "
                        + "update_network:is_default create_port:binding:host_id create_port:binding:profile "
                        + "get_port:binding:vif_type get_port:binding:vif_details get_port:binding:host_id "
                        + "get_port:binding:profile get_port:resource_request update_port:mac_address "
                        + "update_port:binding:host_id update_port:binding:profile create_router:distributed "
                        + "create_router:ha create_router:external_gateway_info:enable_snat "
                        + "create_router:external_gateway_info:external_fixed_ips get_router:distributed get_router:ha "
                        + "update_router:distributed update_router:ha update_router:external_gateway_info:enable_snat "
                        + "update_router:external_gateway_info:external_fixed_ips create_subnet:segment_id "
                        + "create_subnet:service_types get_subnet:segment_id update_subnet:segment_id "
                        + "update_subnet:service_types create_address_scope:shared update_address_scope:shared "
                        + "create_subnetpool:shared create_subnetpool:is_default update_subnetpool:is_default "
                        + "get_agent update_agent delete_agent create_flavor update_flavor delete_flavor "
                        + "create_service_profile get_service_profile update_service_profile delete_service_profile "
                        + "create_metering_label get_metering_label delete_metering_label create_metering_label_rule "
                        + "get_metering_label_rule delete_metering_label_rule get_network_ip_availability "
                        + "create_network_segment_range get_network_segment_range update_network_segment_range "
                        + "delete_network_segment_range create_policy update_policy delete_policy "
                        + "create_segment get_segment update_segment delete_segment");
        for (String kind : List.of(
                "bandwidth_limit", "dscp_marking", "minimum_bandwidth", "packet_rate_limit", "minimum_packet_rate")) {
            rule(
                    ADMIN,
                    "create_policy_" + kind + "_rule update_policy_" + kind + "_rule delete_policy_" + kind + "_rule");
        }
        rule(any(ADMIN, OWNER, NETWORK_OWNER), "get_port delete_port");
        rule(
                ADMIN_OR_NETWORK_OWNER,
                "create_port:mac_address create_port:fixed_ips:ip_address create_port:port_security_enabled "
                        + "create_port:allowed_address_pairs create_port:allowed_address_pairs:mac_address "
                        + "create_port:allowed_address_pairs:ip_address update_port:fixed_ips "
                        + "update_port:fixed_ips:ip_address update_port:port_security_enabled "
                        + "update_port:allowed_address_pairs update_port:allowed_address_pairs:mac_address "
                        + "update_port:allowed_address_pairs:ip_address create_subnet update_subnet delete_subnet");
        rule(
                any(ADMIN, NETWORK_OWNER, WITHIN_SHARED),
                "create_port:fixed_ips create_port:fixed_ips:subnet_id update_port:fixed_ips:subnet_id");
        rule(
                any((policies, caller, thing) -> !isNetworkDevice(thing), ADMIN, NETWORK_OWNER),
                "create_port:device_owner update_port:device_owner");
        rule(
                any(
                        ADMIN,
                        OWNER,
                        SHARED,
                        (policies, caller, thing) -> Boolean.TRUE.equals(thing.get("router:external"))),
                "get_network");
        rule(any(ADMIN, OWNER, SHARED), "get_subnet get_subnetpool get_address_scope get_address_group");
        rule(
                any(ADMIN, (policies, caller, thing) -> !"*".equals(thing.get("target_tenant"))),
                "create_rbac_policy:target_tenant update_rbac_policy:target_tenant");
        rule(ADMIN_OR_OWNER, "update_network:port_security_enabled update_port:binding:vnic_type");
    }

    private final FakeNetwork neutron;

    Policies(FakeNetwork neutron) {
        this.neutron = neutron;
    }

    private static void rule(Who who, String names) {
        for (String name : names.split(" ", -1)) {
            RULES.put(name, who);
        }
    }

    private static Who any(Who... some) {
        return (policies, caller, thing) -> {
            for (Who who : some) {
                if (who.fits(policies, caller, thing)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static boolean isNetworkDevice(Map<String, Object> thing) {
        return String.valueOf(thing.get("device_owner")).startsWith("network:");
    }

    private Optional<Row> network(Map<String, Object> thing) {
        return neutron.collection("networks").find(String.valueOf(thing.get("network_id")));
    }

    /** Whether there is a rule of this name. */
    static boolean has(String rule) {
        return RULES.containsKey(rule);
    }

    /** Whether the caller may do this to a thing. */
    boolean allows(Call call, String rule, Map<String, Object> thing) {
        return Objects.requireNonNull(RULES.getOrDefault(rule, ADMIN_OR_OWNER)).fits(this, call.caller(), thing);
    }

    /**
     * Refuses an action that the caller may not do to a thing, or with one of its attributes.
     *
     * @param changed names of the attributes that are to be changed; null when the thing is new
     * @param visible whether the caller may know of the thing
     */
    void enforce(
            Call call,
            String action,
            List<Attribute> attributes,
            Map<String, Object> thing,
            @Nullable Set<String> changed,
            boolean visible) {
        String text = "rule:" + action;
        boolean allowed = allows(call, action, thing);
        for (Attribute attribute : attributes) {
            if (attribute.isPoliced() && isSet(attribute, thing, changed)) {
                List<String> parts = parts(action + ":" + attribute.name, thing.get(attribute.name));
                allowed &= parts.stream().allMatch(rule -> allows(call, rule, thing));
                text = "(" + text + " and " + text(parts) + ")";
            }
        }
        if (!allowed) {
            throw visible
                    ? new Refusal(403, text + " is disallowed by policy")
                    : Refusal.notFound("The resource could not be found.");
        }
    }

    private static boolean isSet(Attribute attribute, Map<String, Object> thing, @Nullable Set<String> changed) {
        return changed != null
                ? changed.contains(attribute.name)
                : thing.containsKey(attribute.name)
                        && (attribute.isRequired()
                                || attribute.isAbsent()
                                || !Objects.equals(thing.get(attribute.name), attribute.initial()));
    }

    /** The rule of an attribute and those of what is inside it. */
    private static List<String> parts(String rule, @Nullable Object value) {
        List<String> parts = new ArrayList<>(List.of(rule));
        if (value instanceof Map<?, ?> map && rule.contains("external_gateway_info")) {
            map.keySet().forEach(key -> parts.add(rule + ":" + key));
        } else if (value instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof Map<?, ?> map) {
                    map.keySet().forEach(key -> parts.add(rule + ":" + key));
                }
            }
        }
        return parts;
    }

    private static String text(List<String> parts) {
        String first = "rule:" + parts.get(0);
        return parts.size() == 1
                ? first
                : "(" + first + " and "
                        + parts.stream()
                                .skip(1)
                                .map(part -> "rule:" + part)
                                .collect(Collectors.joining(" and ", "(", ")"))
                        + ")";
    }
}
