package io.github.openstackjvm.testkit.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** Trunks: ports that carry other ports. */
public final class FakeTrunks extends NetworkResource {
    private static final List<Attribute> ATTRIBUTES = standard(
            Attribute.readOnly("id").sorts(),
            Attribute.given("name").text(255).initially("").updatable().sorts(),
            Attribute.given("admin_state_up").flag().initially(true).updatable().sorts(),
            Attribute.given("port_id").uuid().required().sorts(),
            Attribute.readOnly("status").sorts(),
            Attribute.given("sub_ports")
                    .through(Checks.that(SubPorts::complaint))
                    .initially(List.of()));

    private final SubPorts subPorts;

    FakeTrunks(FakeNetwork neutron) {
        super(neutron, "trunk", ATTRIBUTES);
        subPorts = new SubPorts(neutron, this);
    }

    @Override
    public void routes(Routes routes) {
        super.routes(routes);
        new FakeTags(this).routes(routes);
        routes.get(
                "/trunks/{id}/get_subports", call -> Json.reply(200, get(call).pick("sub_ports")));
        routes.put("/trunks/{id}/add_subports", this::addPorts);
        routes.put("/trunks/{id}/remove_subports", this::removePorts);
    }

    @Override
    Map<String, Object> view(Call call, Row row) {
        Map<String, Object> view = row.pick(
                "admin_state_up",
                "id",
                "project_id",
                "name",
                "port_id",
                "status",
                "sub_ports",
                "revision_number",
                "description",
                "created_at",
                "updated_at",
                "tags");
        view.put("tenant_id", row.text("project_id"));
        return view;
    }

    @Override
    Refusal missing(String id) {
        return new Refusal(404, "TrunkNotFound", "Trunk " + id + " could not be found.");
    }

    /** The ports that a trunk carries. */
    static List<Map<String, Object>> carried(Row trunk) {
        return trunk.get("sub_ports") instanceof List<?> list
                ? list.stream().map(Json::object).toList()
                : List.of();
    }

    private Optional<Row> carrierOf(String port) {
        return all().where(trunk -> carried(trunk).stream().anyMatch(sub -> port.equals(sub.get("port_id")))).stream()
                .findFirst();
    }

    /** The trunk whose port this is. */
    Optional<Row> by(String port) {
        return all().first("port_id", port);
    }

    /** What a port that carries others shows of them. */
    Optional<Map<String, Object>> details(String port) {
        return by(port).map(trunk -> Json.map(
                "trunk_id",
                trunk.id(),
                "sub_ports",
                carried(trunk).stream().map(this::withAddress).toList()));
    }

    private Map<String, Object> withAddress(Map<String, Object> sub) {
        String mac = neutron()
                .ports()
                .byId(String.valueOf(sub.get("port_id")))
                .map(port -> port.text("mac_address"))
                .orElse("");
        return Json.map(
                "segmentation_id",
                sub.get("segmentation_id"),
                "segmentation_type",
                sub.get("segmentation_type"),
                "port_id",
                sub.get("port_id"),
                "mac_address",
                mac);
    }

    /** Refuses to delete a port that is part of a trunk. */
    void checkFree(Row port) {
        by(port.id()).ifPresent(trunk -> {
            throw new Refusal(
                    409,
                    "PortInUseAsTrunkParent",
                    "Port " + port.id() + " is currently a parent port for trunk " + trunk.id() + ".");
        });
        carrierOf(port.id()).ifPresent(trunk -> {
            throw new Refusal(
                    409,
                    "PortInUseAsSubPort",
                    "Port " + port.id() + " is currently a subport for trunk " + trunk.id() + ".");
        });
    }

    @Override
    void checkCreate(Call call, List<Row> rows) {
        for (Row row : rows) {
            String id = row.text("port_id");
            checkUnused(id);
            Row port = neutron().ports().find(call, id).orElseThrow(() -> FakePorts.noSuchPort(id));
            if (by(id).isPresent() || !port.text("binding:host_id").isEmpty()) {
                throw SubPorts.unfit(id);
            }
            row.set("sub_ports", subPorts.checked(call, port, carried(row)));
            SubPorts.checkNumbers(row, carried(row));
        }
    }

    /** Refuses a port that a trunk carries. */
    void checkUnused(String port) {
        if (carrierOf(port).isPresent()) {
            throw new Refusal(409, "TrunkPortInUse", "Port " + port + " is in use by another trunk.");
        }
    }

    @Override
    void make(Call call, Row row) {
        row.set("status", "DOWN");
    }

    private static void checkEnabled(Row trunk) {
        if (!trunk.is("admin_state_up")) {
            throw new Refusal(409, "TrunkDisabled", "Trunk " + trunk.id() + " is currently disabled.");
        }
    }

    private FakeResponse addPorts(Call call) {
        Row trunk = get(call);
        Row parent = neutron().ports().byId(trunk.text("port_id")).orElseThrow();
        List<Map<String, Object>> more = subPorts.checked(call, parent, SubPorts.of(NetworkBody.json(call)));
        checkEnabled(trunk);
        List<Map<String, Object>> all = new ArrayList<>(carried(trunk));
        all.addAll(more);
        SubPorts.checkNumbers(trunk, all);
        return changed(call, trunk, all);
    }

    private FakeResponse removePorts(Call call) {
        Row trunk = get(call);
        checkEnabled(trunk);
        List<Map<String, Object>> all = new ArrayList<>(carried(trunk));
        for (Map<String, Object> sub : SubPorts.of(NetworkBody.json(call))) {
            Object port = sub.get("port_id");
            if (!all.removeIf(each -> Objects.equals(each.get("port_id"), port))) {
                throw new Refusal(
                        404,
                        "SubPortNotFound",
                        "SubPort " + Python.str(port) + " on trunk " + trunk.id() + " could not be found.");
            }
        }
        return changed(call, trunk, all);
    }

    private FakeResponse changed(Call call, Row trunk, List<Map<String, Object>> ports) {
        trunk.set("sub_ports", ports).set("status", "DOWN");
        touch(trunk);
        return Json.reply(200, view(call, trunk));
    }

    @Override
    void checkDelete(Call call, Row row) {
        checkEnabled(row);
        neutron()
                .ports()
                .byId(row.text("port_id"))
                .filter(port -> !port.text("binding:host_id").isEmpty())
                .ifPresent(port -> {
                    throw new Refusal(409, "TrunkInUse", "Trunk " + row.id() + " is currently in use.");
                });
    }
}
