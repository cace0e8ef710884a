package io.github.openstackjvm.testkit.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** Where ports are plugged in. Those of a server may be so on two hosts at once, while it moves; on one of them they work. */
public final class FakePortBindings implements FakeResource {
    private static final String ONE = "/ports/{id}/bindings/{host}";
    private static final List<Attribute> ATTRIBUTES = List.of(
            Attribute.given("host").text(255).required().updatable().filters(),
            Attribute.given("vnic_type")
                    .text(255)
                    .initially("normal")
                    .updatable()
                    .filters(),
            Attribute.given("profile").absent().updatable());

    private final FakeNetwork neutron;

    FakePortBindings(FakeNetwork neutron) {
        this.neutron = neutron;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/ports/{id}/bindings", this::list);
        routes.post("/ports/{id}/bindings", this::create);
        routes.get(ONE, call -> Json.reply(200, Json.map("binding", find(call, port(call)))));
        routes.put(ONE, this::update);
        routes.put(ONE + "/activate", this::activate);
        routes.delete(ONE, this::delete);
    }

    private Row port(Call call) {
        Row port = neutron.ports().get(call);
        if (!call.caller().admin()) {
            // Neutron stumbles over its own rule.
            throw new Refusal(
                    500,
                    "PolicyCheckError",
                    "Failed to check policy tenant_id:%(tenant_id)s because Unable to verify match:%(tenant_id)s as "
                            + "the parent resource: tenant was not found.");
        }
        if (!port.text("device_owner").startsWith("compute:")) {
            throw new Refusal(
                    400,
                    "BadRequest",
                    "Bad port request: Invalid port " + port.id() + ". Operation only valid on compute ports.");
        }
        return port;
    }

    /** All of a port, the active one among them. Every port has one from the beginning, on no host. */
    private static List<Map<String, Object>> of(Row port) {
        List<Map<String, Object>> all = new ArrayList<>(inactive(port));
        if (!isWithout(port)) {
            all.add(Json.map(
                    "host",
                    port.text("binding:host_id"),
                    "vif_type",
                    port.text("binding:vif_type"),
                    "vnic_type",
                    port.text("binding:vnic_type"),
                    "status",
                    "ACTIVE",
                    "profile",
                    port.object("binding:profile"),
                    "vif_details",
                    port.object("binding:vif_details")));
        }
        all.sort(Comparator.comparing(binding -> String.valueOf(binding.get("host"))));
        return all;
    }

    /** Whether the active one of a port was deleted: it shows nothing of a binding then. */
    static boolean isWithout(Row port) {
        return port.is("without_binding");
    }

    private FakeResponse list(Call call) {
        List<Map<String, Object>> found = of(port(call)).stream()
                .filter(binding -> fits(call, binding, "host")
                        && fits(call, binding, "status")
                        && fits(call, binding, "vif_type")
                        && fits(call, binding, "vnic_type"))
                .toList();
        return Json.reply(200, Json.map("bindings", found));
    }

    private static boolean fits(Call call, Map<String, Object> binding, String field) {
        List<String> wanted = call.queries(field);
        return wanted.isEmpty() || wanted.contains(String.valueOf(binding.get(field)));
    }

    private static Map<String, Object> find(Call call, Row port) {
        String host = call.param("host");
        return of(port).stream()
                .filter(binding -> host.equals(binding.get("host")))
                .findFirst()
                .orElseThrow(() -> missing(port, host));
    }

    private static Refusal missing(Row port, String host) {
        return new Refusal(
                404,
                "PortBindingNotFound",
                "Binding for port " + port.id() + " for host " + host + " could not be found.");
    }

    private FakeResponse create(Call call) {
        Map<String, Object> wanted = new NetworkBody("binding", "bindings", ATTRIBUTES)
                .forCreate(call)
                .get(0);
        Row port = port(call);
        String host = String.valueOf(wanted.get("host"));
        if (of(port).stream().anyMatch(binding -> host.equals(binding.get("host")))) {
            throw new Refusal(
                    409,
                    "PortBindingAlreadyExists",
                    "Binding for port " + port.id() + " on host " + host + " already exists.");
        }
        Map<String, Object> made = plugged(port, host, wanted.get("vnic_type"), wanted.get("profile"));
        if (isWithout(port)) {
            become(port, made);
            made.put("status", "ACTIVE");
        } else {
            keep(port, made);
        }
        return Json.reply(201, Json.map("binding", made));
    }

    private static List<Map<String, Object>> inactive(Row port) {
        List<Map<String, Object>> all = new ArrayList<>();
        if (port.get("inactive_bindings") instanceof List<?> list) {
            list.forEach(each -> all.add(new LinkedHashMap<>(Json.object(each))));
        }
        return all;
    }

    private static void keep(Row port, Map<String, Object> binding) {
        List<Map<String, Object>> all = inactive(port);
        all.add(binding);
        port.set("inactive_bindings", all);
    }

    private static void forget(Row port, Map<String, Object> binding) {
        List<Map<String, Object>> all = inactive(port);
        all.remove(binding);
        port.set("inactive_bindings", all);
    }

    private static Map<String, Object> plugged(Row port, String host, @Nullable Object type, @Nullable Object profile) {
        String vnic = String.valueOf(type);
        if (!canPlug(vnic)) {
            throw new Refusal(
                    500,
                    "PortBindingError",
                    "Binding for port " + port.id() + " on host " + host + " could not be created or updated.");
        }
        return Json.map(
                "host",
                host,
                "vif_type",
                "ovs",
                "vnic_type",
                vnic,
                "status",
                "INACTIVE",
                "profile",
                Json.object(profile),
                "vif_details",
                details());
    }

    private FakeResponse update(Call call) {
        Map<String, Object> changes = new NetworkBody("binding", "bindings", ATTRIBUTES).forUpdate(call);
        Row port = port(call);
        Map<String, Object> before = find(call, port);
        Map<String, Object> after = plugged(
                port,
                String.valueOf(changes.getOrDefault("host", before.get("host"))),
                changes.getOrDefault("vnic_type", before.get("vnic_type")),
                changes.getOrDefault("profile", before.get("profile")));
        if ("ACTIVE".equals(before.get("status"))) {
            become(port, after);
            after.put("status", "ACTIVE");
        } else {
            forget(port, before);
            keep(port, after);
        }
        return Json.reply(200, Json.map("binding", after));
    }

    private FakeResponse activate(Call call) {
        Row port = port(call);
        Map<String, Object> wanted = find(call, port);
        if ("ACTIVE".equals(wanted.get("status"))) {
            throw new Refusal(
                    409,
                    "PortBindingAlreadyActive",
                    "Binding for port " + port.id() + " on host " + call.param("host") + " is already active.");
        }
        if (isWithout(port)) {
            // Neutron looks for the host that it moves away from.
            throw FakeNetwork.stumbled();
        }
        forget(port, wanted);
        keep(
                port,
                Json.map(
                        "host",
                        port.text("binding:host_id"),
                        "vif_type",
                        "unbound",
                        "vnic_type",
                        port.text("binding:vnic_type"),
                        "status",
                        "INACTIVE",
                        "profile",
                        port.object("binding:profile"),
                        "vif_details",
                        Json.map()));
        become(port, wanted);
        wanted.put("status", "ACTIVE");
        // The one answer without a key around it.
        return Json.reply(200, wanted);
    }

    private void become(Row port, Map<String, Object> binding) {
        port.set("without_binding", false)
                .set("binding:host_id", binding.get("host"))
                .set("binding:vnic_type", binding.get("vnic_type"))
                .set("binding:profile", binding.get("profile"));
        bind(port);
        neutron.ports().touch(port);
    }

    private FakeResponse delete(Call call) {
        Row port = port(call);
        Map<String, Object> binding = find(call, port);
        if ("ACTIVE".equals(binding.get("status"))) {
            port.set("without_binding", true);
            port.set("binding:host_id", "");
            neutron.ports().touch(port);
        } else {
            forget(port, binding);
        }
        return FakeResponse.of(204);
    }

    private static boolean canPlug(String vnicType) {
        return Set.of("normal", "baremetal").contains(vnicType);
    }

    private static Map<String, Object> details() {
        return Json.map("port_filter", true, "ovs_hybrid_plug", false);
    }

    /** A port on a host begins to work there; one without a host does not. */
    void bind(Row port) {
        if (port.get("binding:host_id") == null) {
            port.set("binding:host_id", "");
        }
        if (port.get("binding:profile") == null) {
            port.set("binding:profile", Json.map());
        }
        boolean bound = !port.text("binding:host_id").isEmpty();
        if (bound) {
            port.set("without_binding", false);
        }
        boolean works = bound && canPlug(port.text("binding:vnic_type"));
        port.set("binding:vif_type", works ? "ovs" : bound ? "binding_failed" : "unbound")
                .set("binding:vif_details", works ? details() : Json.map())
                .set("status", "DOWN");
        if (works) {
            neutron.world().motion().begin(neutron.region(), "port", port.id(), "activate");
        } else {
            neutron.world().motion().forget(neutron.region(), "port", port.id());
        }
    }
}
