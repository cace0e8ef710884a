package io.github.openstackjvm.testkit.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;

/** What helps a router to follow connections of protocols that open more than one. Below the router. */
public final class FakeConntrackHelpers extends NetworkResource {
    private static final List<Attribute> ATTRIBUTES = List.of(
            Attribute.readOnly("id").sorts(),
            Attribute.given("protocol")
                    .through(Checks::protocol)
                    .required()
                    .updatable()
                    .sorts(),
            Attribute.given("port")
                    .through(Checks.range(1, 65535))
                    .required()
                    .updatable()
                    .sorts(),
            Attribute.given("helper").text(64).required().updatable().sorts());

    /** Which protocols there are helpers for: what Neutron allows by default. */
    private static final Map<String, List<String>> ALLOWED = allowed();

    FakeConntrackHelpers(FakeNetwork neutron) {
        super(neutron, "conntrack_helper", ATTRIBUTES);
    }

    private static Map<String, List<String>> allowed() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String tcp : List.of("amanda", "ftp", "irc", "pptp", "sane")) {
            all.put(tcp, List.of("tcp"));
        }
        for (String udp : List.of("netbios-ns", "snmp", "tftp")) {
            all.put(udp, List.of("udp"));
        }
        all.put("h323", List.of("udp", "tcp"));
        all.put("sip", List.of("udp", "tcp"));
        return all;
    }

    @Override
    String path() {
        return "/routers/{router}/conntrack_helpers";
    }

    @Override
    String policyName() {
        return "router_conntrack_helper";
    }

    @Override
    boolean visible(Call call, Row row) {
        return row.is("router_id", call.param("router")) && super.visible(call, row);
    }

    @Override
    Map<String, Object> view(Call call, Row row) {
        return row.pick("id", "protocol", "port", "helper");
    }

    @Override
    Refusal missing(String id) {
        return new Refusal(404, "ConntrackHelperNotFound", "Conntrack Helper " + id + " could not be found.");
    }

    @Override
    void checkCreate(Call call, List<Row> rows) {
        String id = call.param("router");
        for (Row row : rows) {
            checkAllowed(row);
            Row router = neutron().routers().find(call, id).orElseThrow(() -> FakeRouters.noSuchRouter(id));
            checkNew(row.set("router_id", id).set("project_id", router.get("project_id")));
        }
    }

    @Override
    void checkUpdate(Call call, Row row, Map<String, Object> changes) {
        Row after = new Row(row.fields());
        changes.forEach(after::set);
        checkAllowed(after);
        checkNew(after);
    }

    private static void checkAllowed(Row row) {
        String helper = row.text("helper");
        List<String> protocols = ALLOWED.get(helper);
        if (protocols == null) {
            throw new Refusal(400, "ConntrackHelperNotAllowed", "Conntrack Helper " + helper + " is not allowed.");
        }
        if (!protocols.contains(row.text("protocol"))) {
            throw new Refusal(
                    400,
                    "InvalidProtocolForHelper",
                    "Conntrack Helper " + helper + " does not support: " + row.text("protocol")
                            + ". Supported protocols are: " + String.join(", ", protocols));
        }
    }

    private void checkNew(Row row) {
        String[] key = {"router_id", "protocol", "port", "helper"};
        boolean there = all().any(other ->
                !other.is("id", row.get("id")) && other.pick(key).equals(row.pick(key)));
        if (there) {
            throw new Refusal(
                    400,
                    "BadRequest",
                    "Bad conntrack_helper request: A duplicate conntrack helper entry with same attributes already "
                            + "exists, conflicting values are " + Python.repr(row.pick(key)) + ".");
        }
    }

    /** What a router shows of its own. */
    List<Map<String, Object>> of(String router) {
        return all().where("router_id", router).stream()
                .map(row -> row.pick("protocol", "port", "helper"))
                .toList();
    }

    /** A router is gone, and they with it. */
    void forget(String router) {
        all().where("router_id", router).forEach(row -> all().remove(row.id()));
    }
}
