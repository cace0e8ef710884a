package io.github.openstackjvm.testkit.network;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** What can only be read: addresses in use, and the agents and zones, of which there are none. */
public final class FakeNetworkReports implements FakeResource {
    private static final List<String> RULES =
            List.of("bandwidth_limit", "dscp_marking", "minimum_bandwidth", "minimum_packet_rate", "packet_rate_limit");

    private final FakeNetwork neutron;

    FakeNetworkReports(FakeNetwork neutron) {
        this.neutron = neutron;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/availability_zones", call -> {
            checkFilters(call, List.of("name", "resource", "state"));
            return Json.reply(200, Json.map("availability_zones", List.of()));
        });
        routes.get("/agents", call -> Json.reply(200, Json.map("agents", List.of())));
        routes.get("/agents/{id}", FakeNetworkReports::noAgent);
        routes.put("/agents/{id}", FakeNetworkReports::noAgent);
        routes.delete("/agents/{id}", FakeNetworkReports::noAgent);
        routes.get("/network-ip-availabilities", this::availabilities);
        routes.get("/network-ip-availabilities/{id}", this::availability);
        routes.get(
                "/qos/rule-types",
                call -> Json.reply(
                        200,
                        Json.map(
                                "rule_types",
                                RULES.stream()
                                        .map(type -> Json.map("type", type))
                                        .toList())));
        routes.get("/qos/rule-types/{type}", this::ruleType);
    }

    private FakeResponse ruleType(Call call) {
        String type = call.param("type");
        if (!call.caller().admin()) {
            throw new Refusal(403, "NotAuthorized", "Not authorized.");
        }
        if (!RULES.contains(type)) {
            // Neutron stumbles over a kind it does not know.
            throw FakeNetwork.stumbled();
        }
        List<Object> parameters = FakeQosRules.parameters(type);
        return Json.reply(
                200,
                Json.map(
                        "rule_type",
                        Json.map(
                                "type",
                                type,
                                "drivers",
                                List.of(Json.map("name", "fake", "supported_parameters", parameters)))));
    }

    private static FakeResponse noAgent(Call call) {
        throw new Refusal(404, "AgentNotFound", "Agent " + call.param("id") + " could not be found.");
    }

    private FakeResponse availabilities(Call call) {
        checkFilters(call, List.of("network_id", "network_name", "ip_version", "project_id", "tenant_id"));
        List<Object> found = new ArrayList<>();
        if (call.caller().admin()) {
            for (Row network : neutron.networks().all().all()) {
                if (fits(call, "network_id", network.id())
                        && fits(call, "network_name", network.text("name"))
                        && fits(call, "project_id", network.text("project_id"))) {
                    found.add(view(call, network));
                }
            }
        }
        return Json.reply(200, Json.map("network_ip_availabilities", found));
    }

    private static void checkFilters(Call call, List<String> known) {
        List<String> unknown = call.query().keySet().stream()
                .filter(name -> !known.contains(name) && !NetworkList.CONTROLS.contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusal.badRequest(Python.repr(unknown) + " is invalid attribute for filtering");
        }
    }

    private static boolean fits(Call call, String filter, String value) {
        List<String> wanted = call.queries(filter);
        return wanted.isEmpty() || wanted.contains(value);
    }

    private FakeResponse availability(Call call) {
        Row network = neutron.networks()
                .find(call, call.param("id"))
                .orElseThrow(() -> FakeNetworks.noSuchNetwork(call.param("id")));
        if (!call.caller().admin()) {
            throw Refusal.notFound("The resource could not be found.");
        }
        return Json.reply(200, Json.map("network_ip_availability", view(call, network)));
    }

    private Map<String, Object> view(Call call, Row network) {
        List<Object> subnets = new ArrayList<>();
        BigInteger total = BigInteger.ZERO;
        int used = 0;
        for (Row subnet : neutron.subnets().of(network.id())) {
            if (fits(call, "ip_version", subnet.text("ip_version"))) {
                BigInteger size = AddressPool.size(subnet);
                int taken = neutron.addresses().of(subnet.id()).size();
                total = total.add(size);
                used += taken;
                subnets.add(Json.map(
                        "subnet_id", subnet.id(),
                        "ip_version", subnet.get("ip_version"),
                        "cidr", subnet.get("cidr"),
                        "subnet_name", subnet.get("name"),
                        "used_ips", taken,
                        "total_ips", size));
            }
        }
        return Json.map(
                "network_id", network.id(),
                "network_name", network.get("name"),
                "tenant_id", network.get("project_id"),
                "project_id", network.get("project_id"),
                "subnet_ip_availability", subnets,
                "used_ips", used,
                "total_ips", total);
    }
}
