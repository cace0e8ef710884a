package io.github.openstackjvm.testkit.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;
import org.jspecify.annotations.Nullable;

import static io.github.openstackjvm.testkit.compute.ServerActions.accepted;

/** Security groups of servers; and addresses, which until 2.43 were Nova's business, too. */
final class NetworkActions {
    private static final String LAST = "2.43";
    private static final Schema NETWORK =
            (path, value) -> value instanceof Number ? null : Schema.text(1, 36).check(path, value);

    private final Neutron neutron;

    NetworkActions(FakeServers servers) {
        neutron = servers.neutron();
    }

    void add(ServerActions actions) {
        actions.add("addSecurityGroup", this::addGroup);
        actions.add("removeSecurityGroup", this::removeGroup);
        actions.add("addFixedIp", this::addFixedIp)
                .takes(Schema.object().required("networkId", NETWORK))
                .until(LAST);
        actions.add("removeFixedIp", this::removeFixedIp)
                .takes(Schema.object().required("address", Forms.IP))
                .until(LAST);
        actions.add("addFloatingIp", this::addFloatingIp)
                .takes(Schema.object().required("address", Forms.IP).optional("fixed_address", Forms.IP))
                .until(LAST);
        actions.add("removeFloatingIp", this::removeFloatingIp)
                .takes(Schema.object().required("address", Forms.IP))
                .until(LAST);
    }

    private Row group(Call call, @Nullable Object argument) {
        if (!(argument instanceof Map)) {
            throw Refusal.badRequest("Missing parameter dict");
        }
        Map<String, Object> wanted = Json.object(argument);
        if (!wanted.containsKey("name")) {
            throw Refusal.badRequest("Security group not specified");
        }
        String name = Forms.str(wanted.get("name"));
        if (name.isBlank()) {
            throw Refusal.badRequest("Security group name cannot be empty");
        }
        String project = call.caller().projectId();
        Row group = neutron.securityGroup(project, name)
                .orElseThrow(() -> Refusal.notFound("Security group " + name + " is not found for project " + project));
        if (!group.id().equals(name) && neutron.severalSecurityGroups(project, name)) {
            throw Refusal.conflict(
                    "Multiple security_group matches found for name '" + name + "', use an ID to be more specific.");
        }
        return group;
    }

    private List<Row> ports(Row server) {
        List<Row> ports = neutron.ports(server.id());
        if (ports.isEmpty()) {
            throw Refusal.notFound("instance_id " + server.id() + " could not be found as device id on any ports");
        }
        return ports;
    }

    private FakeResponse addGroup(Call call, Row server, @Nullable Object argument) {
        Row group = group(call, argument);
        for (Row port : ports(server)) {
            if (Boolean.FALSE.equals(port.get("port_security_enabled"))
                    || Nics.fixedIps(port).isEmpty()) {
                throw Refusal.badRequest(
                        "Network requires port_security_enabled and subnet associated in order to apply security groups.");
            }
            List<String> groups = new ArrayList<>(port.texts("security_groups"));
            if (groups.contains(group.id())) {
                throw Refusal.badRequest(Text.ofNeutron(
                        call,
                        "Invalid input for security_groups. Reason: Duplicate items in the list: '" + group.id()
                                + "'."));
            }
            groups.add(group.id());
            neutron.setSecurityGroups(port.id(), groups);
        }
        return accepted();
    }

    private FakeResponse removeGroup(Call call, Row server, @Nullable Object argument) {
        Row group = group(call, argument);
        boolean removed = false;
        for (Row port : ports(server)) {
            List<String> groups = new ArrayList<>(port.texts("security_groups"));
            if (groups.remove(group.id())) {
                neutron.setSecurityGroups(port.id(), groups);
                removed = true;
            }
        }
        if (!removed) {
            throw Refusal.notFound(
                    "Security group " + Forms.str(Json.object(argument).get("name"))
                            + " not associated with the instance " + server.id());
        }
        return accepted();
    }

    // What goes wrong with fixed addresses is only logged on the host, so that users never learn of it.
    private FakeResponse addFixedIp(Call call, Row server, @Nullable Object argument) {
        Guard.unlocked(call, server);
        String network = Forms.str(Json.object(argument).get("networkId"));
        Optional<Row> port = neutron.ports(server.id()).stream()
                .filter(row -> row.is("network_id", network))
                .findFirst();
        List<Row> subnets = neutron.subnets(network);
        if (port.isPresent() && !subnets.isEmpty()) {
            quietly(() -> neutron.addAddress(port.get().id(), subnets.get(0).id()));
        }
        return accepted();
    }

    private FakeResponse removeFixedIp(Call call, Row server, @Nullable Object argument) {
        Guard.unlocked(call, server);
        String address = Forms.str(Json.object(argument).get("address"));
        neutron.ports(server.id()).forEach(port -> quietly(() -> neutron.removeAddress(port.id(), address)));
        return accepted();
    }

    private static void quietly(Runnable change) {
        try {
            change.run();
        } catch (Refusal refused) {
            return;
        }
    }

    private FakeResponse addFloatingIp(Call call, Row server, @Nullable Object argument) {
        Map<String, Object> wanted = Json.object(argument);
        String address = Forms.str(wanted.get("address"));
        List<Row> ports = neutron.ports(server.id());
        if (ports.isEmpty()) {
            throw Refusal.badRequest("Instance network is not ready yet");
        }
        String fixed = Forms.str(wanted.get("fixed_address"));
        Row port = null;
        String chosen = "";
        boolean any = false;
        for (Row each : ports) {
            for (Map<String, Object> ip : Nics.fixedIps(each)) {
                String one = Forms.str(ip.get("ip_address"));
                any = true;
                if (port == null && (fixed.isEmpty() ? Addresses.v4(one) : fixed.equals(one))) {
                    port = each;
                    chosen = one;
                }
            }
        }
        if (!any) {
            throw Refusal.badRequest("No fixed IPs associated to instance");
        }
        if (port == null) {
            throw Refusal.badRequest(
                    fixed.isEmpty()
                            ? "Unable to associate floating IP " + address + " to any fixed IPs for instance "
                                    + server.id() + ". Instance has no fixed IPv4 addresses to associate."
                            : "Specified fixed address not assigned to instance");
        }
        Row floating =
                neutron.floatingIp(call.caller(), address).orElseThrow(() -> Refusal.notFound("floating IP not found"));
        try {
            neutron.associate(call.caller(), floating, port, chosen);
        } catch (Refusal refused) {
            String words = Text.ofNeutron(call, refused.message());
            throw Refusal.badRequest(
                    refused.status() == 409
                            ? words
                            : "Unable to associate floating IP " + address + " to fixed IP " + chosen + " for instance "
                                    + server.id() + ". Error: " + words);
        }
        return accepted().with("Content-Type", "text/html; charset=UTF-8");
    }

    private FakeResponse removeFloatingIp(Call call, Row server, @Nullable Object argument) {
        String address = Forms.str(Json.object(argument).get("address"));
        Row floating = neutron.floatingIp(call.caller(), address)
                .orElseThrow(() -> Refusal.notFound("Floating IP not found for address " + address + "."));
        String there = neutron.port(floating.text("port_id"))
                .map(port -> port.text("device_id"))
                .orElse("");
        if (there.isEmpty()) {
            // Nobody's server has it, and so it is nobody's but the administrator's to take away.
            FakeCompute.adminOnly(call, "os-floating-ips:remove");
        }
        if (!there.equals(server.id())) {
            throw Refusal.conflict("Floating IP " + address + " is not associated with instance " + server.id() + ".");
        }
        neutron.disassociate(call.caller(), floating);
        return accepted().with("Content-Type", "text/html; charset=UTF-8");
    }
}
