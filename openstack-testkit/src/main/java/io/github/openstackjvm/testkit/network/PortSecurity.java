package io.github.openstackjvm.testkit.network;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** What a port lets through: its groups, pairs of addresses, and what DHCP tells. */
final class PortSecurity {
    private final FakeNetwork neutron;

    PortSecurity(FakeNetwork neutron) {
        this.neutron = neutron;
    }

    /** What a new port has. */
    void first(Call call, Row row, Row network) {
        boolean trusted = row.text("device_owner").startsWith("network:");
        boolean secure = !trusted
                && (row.get("port_security_enabled") == null
                        ? network.is("port_security_enabled")
                        : row.is("port_security_enabled"));
        row.set("port_security_enabled", secure);
        boolean groups = row.get("security_groups") instanceof List<?> list && !list.isEmpty();
        if (!secure && row.get("allowed_address_pairs") instanceof List<?> pairs && !pairs.isEmpty()) {
            throw pairsNeedSecurity();
        }
        if (!secure && groups) {
            throw groupsNeedSecurity();
        }
        if (row.get("security_groups") == null) {
            row.set(
                    "security_groups",
                    secure
                            ? neutron.groups().defaultOf(row.text("project_id")).map(Row::id).stream()
                                    .toList()
                            : List.of());
        }
        checkGroups(call, row.texts("security_groups"));
        setPairs(row, row.get("allowed_address_pairs"));
        setOptions(row, null, row.get("extra_dhcp_opts"));
    }

    private static Refusal pairsNeedSecurity() {
        return new Refusal(
                409,
                "AddressPairAndPortSecurityRequired",
                "Port Security must be enabled in order to have allowed address pairs on a port.");
    }

    private static Refusal groupsNeedSecurity() {
        return new Refusal(
                400,
                "PortSecurityAndIPRequiredForSecurityGroups",
                "Port security must be enabled and port must have an IP address in order to use security groups.");
    }

    private void checkGroups(Call call, List<String> ids) {
        Set<Object> stateful = new LinkedHashSet<>();
        for (String id : ids) {
            Row group = neutron.groups()
                    .all()
                    .find(id)
                    .filter(row -> neutron.groups().visible(call, row) || row.is("name", "default"))
                    .orElseThrow(() -> FakeSecurityGroups.noSuchGroup(id));
            stateful.add(group.get("stateful"));
        }
        if (stateful.size() > 1) {
            throw new Refusal(
                    409,
                    "SecurityGroupConflict",
                    "Error Cannot apply both stateful and stateless security groups on the same port at the same time while "
                            + "attempting the operation.");
        }
    }

    /** Pairs of addresses that a port may also use; without a hardware address it is the port's own. */
    static void setPairs(Row row, @Nullable Object given) {
        List<Object> pairs = new ArrayList<>();
        if (given instanceof List<?> list) {
            for (Object each : list) {
                Map<String, Object> pair = Json.object(each);
                pairs.add(Json.map(
                        "mac_address",
                        pair.getOrDefault("mac_address", row.text("mac_address")),
                        "ip_address",
                        pair.get("ip_address")));
            }
        }
        row.set("allowed_address_pairs", pairs);
    }

    /** Options for DHCP replace those of the same name and version; those without a value go. */
    static void setOptions(Row row, @Nullable Object before, @Nullable Object given) {
        List<Object> options = new ArrayList<>(before instanceof List<?> list ? list : List.of());
        if (given instanceof List<?> several) {
            for (Object each : several) {
                Map<String, Object> option = Json.object(each);
                options.removeIf(old -> Objects.equals(Json.object(old).get("opt_name"), option.get("opt_name"))
                        && Objects.equals(Json.object(old).get("ip_version"), option.get("ip_version")));
                if (option.get("opt_value") != null) {
                    options.add(Json.map(
                            "opt_name",
                            option.get("opt_name"),
                            "opt_value",
                            option.get("opt_value"),
                            "ip_version",
                            option.get("ip_version")));
                }
            }
        }
        row.set("extra_dhcp_opts", options);
    }

    /** Refuses changes that leave a port with groups or pairs of addresses but without security. */
    void check(Call call, Row after, Map<String, Object> changes) {
        boolean groups = !after.texts("security_groups").isEmpty();
        if (!after.is("port_security_enabled")) {
            if (after.get("allowed_address_pairs") instanceof List<?> pairs && !pairs.isEmpty()) {
                throw pairsNeedSecurity();
            }
            if (groups && changes.containsKey("security_groups")) {
                throw groupsNeedSecurity();
            }
            if (groups) {
                throw new Refusal(
                        409,
                        "PortSecurityPortHasSecurityGroup",
                        "Port has security group associated. Cannot disable port security or IP address until security "
                                + "group is removed.");
            }
        }
        if (changes.containsKey("security_groups")) {
            checkGroups(call, after.texts("security_groups"));
        }
    }
}
