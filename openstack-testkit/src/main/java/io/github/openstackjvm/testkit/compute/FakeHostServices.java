package io.github.openstackjvm.testkit.compute;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;

/** The services of Nova on their hosts: a disabled one gets no more servers, one declared down lets its servers be evacuated. */
final class FakeHostServices implements FakeResource {
    private static final Schema SHORT = Schema.text(1, 255);
    private static final Schema QUERY = Schema.text(0, 255);

    private final FakeServers servers;
    private final Hosts hosts;

    FakeHostServices(FakeServers servers) {
        this.servers = servers;
        hosts = servers.hosts();
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/os-services", this::list);
        routes.put("/os-services/{id}", call -> put(call, call.param("id")));
        for (String action : List.of("enable", "disable", "disable-log-reason", "force-down")) {
            routes.put("/os-services/" + action, call -> put(call, action));
        }
        routes.delete("/os-services/{id}", this::delete);
    }

    private static void allow(Call call, String rule) {
        FakeCompute.adminOnly(call, "os-services:" + rule);
    }

    private FakeResponse list(Call call) {
        FakeCompute.query(call, Map.of("host", QUERY, "binary", QUERY));
        allow(call, "list");
        String host = call.query("host").orElse("");
        String binary = call.query("binary").orElse("");
        List<Row> found = hosts.services()
                .where(service -> (host.isEmpty() || service.is("host", host))
                        && (binary.isEmpty() || service.is("binary", binary)));
        return Json.reply(
                200,
                Json.map(
                        "services",
                        found.stream().map(service -> view(call, service)).toList()));
    }

    private Map<String, Object> view(Call call, Row service) {
        Map<String, Object> view = service.pick("binary", "host");
        view.put("id", call.since("2.53") ? service.id() : (Object) service.number("number"));
        view.put("zone", hosts.zoneOfService(service));
        view.put("status", service.is("disabled") ? "disabled" : "enabled");
        view.put("state", Hosts.up(service) ? "up" : "down");
        view.put("updated_at", Text.micros(servers.nova().world().now()));
        Json.put(view, "disabled_reason", service.get("disabled_reason"));
        if (call.since("2.11")) {
            view.put("forced_down", service.is("forced_down"));
        }
        return view;
    }

    /** Since 2.53 a service's id stands in the path; before, what is to be done with it. */
    private FakeResponse put(Call call, String last) {
        return call.since("2.53") ? update(call, last) : act(call, last);
    }

    private FakeResponse update(Call call, String last) {
        Map<String, Object> wanted = FakeCompute.body(
                call,
                Schema.object()
                        .optional("status", Forms.word("enabled", "disabled"))
                        .optional("disabled_reason", SHORT)
                        .optional("forced_down", Schema.flag()));
        String id = uuid(last);
        allow(call, "update");
        Row service =
                hosts.services().find(id).orElseThrow(() -> Refusal.notFound("Service " + id + " could not be found."));
        onlyCompute(service.text("binary"));
        boolean enable = "enabled".equals(wanted.get("status"));
        if (enable && wanted.get("disabled_reason") != null) {
            throw Refusal.badRequest("Specifying 'disabled_reason' with status 'enabled' is invalid.");
        }
        if (!wanted.containsKey("status") && !wanted.containsKey("forced_down")) {
            throw Refusal.badRequest(
                    "No updates were requested. Fields 'status' or 'forced_down' should be specified.");
        }
        if (wanted.containsKey("forced_down")) {
            forceDown(service, Forms.flag(wanted.get("forced_down"), false));
        }
        if (wanted.containsKey("status")) {
            service.set("disabled", !enable).set("disabled_reason", wanted.get("disabled_reason"));
        }
        return Json.reply(200, Json.map("service", view(call, service)));
    }

    private static String uuid(String id) {
        if (!Forms.uuid(id)) {
            throw Refusal.badRequest("Invalid uuid " + id);
        }
        return id;
    }

    private static void onlyCompute(String binary) {
        if (!binary.equals(Hosts.COMPUTE)) {
            throw Refusal.badRequest(
                    "Updating a " + binary + " service is not supported. Only nova-compute services can be updated.");
        }
    }

    /** A host does not count as up again while it may still run the servers that were evacuated from it. */
    private void forceDown(Row service, boolean down) {
        String host = service.text("host");
        if (!down && !servers.book().evacuated(host).isEmpty()) {
            throw Refusal.badRequest(
                    "Unable to force up host " + host
                            + " as `done` evacuation migration records remain associated with the host. Ensure the compute service"
                            + " has been restarted, allowing these records to move to `completed` before retrying this request.");
        }
        service.set("forced_down", down);
    }

    /** The form of before 2.53. */
    private FakeResponse act(Call call, String action) {
        Schema.ObjectSchema form = Schema.object()
                .required("host", Forms.HOST)
                .required("binary", SHORT)
                .optional("disabled_reason", SHORT);
        boolean mayForce = call.since("2.11");
        if (mayForce) {
            form.optional("forced_down", Schema.flag());
        }
        Map<String, Object> wanted = FakeCompute.body(call, form);
        allow(call, "update");
        Map<String, Object> told = new Row(wanted).pick("host", "binary");
        switch (action) {
            case "enable", "disable" -> {
                find(wanted).set("disabled", action.equals("disable")).set("disabled_reason", null);
                told.put("status", action + "d");
            }
            case "disable-log-reason" -> {
                Object reason = wanted.get("disabled_reason");
                if (reason == null) {
                    throw Refusal.badRequest("Missing disabled reason field");
                }
                find(wanted).set("disabled", true).set("disabled_reason", reason);
                told.putAll(Json.map("status", "disabled", "disabled_reason", reason));
            }
            case "force-down" -> {
                if (!mayForce) {
                    throw Refusal.notFound("Unknown action");
                }
                if (!wanted.containsKey("forced_down")) {
                    throw Refusal.badRequest("Missing forced_down field");
                }
                boolean down = Forms.flag(wanted.get("forced_down"), false);
                forceDown(find(wanted), down);
                told.put("forced_down", down);
            }
            default -> throw Refusal.notFound("Unknown action");
        }
        return Json.reply(200, Json.map("service", told));
    }

    private Row find(Map<String, Object> wanted) {
        String binary = Forms.str(wanted.get("binary"));
        onlyCompute(binary);
        String host = Forms.str(wanted.get("host"));
        return hosts.computeOn(host).orElseThrow(() -> unmapped(host));
    }

    /** What is said of a host that no cell knows. */
    static Refusal unmapped(String host) {
        return Refusal.notFound("Host '" + host + "' is not mapped to any cell");
    }

    private FakeResponse delete(Call call) {
        allow(call, "delete");
        Row service = call.since("2.53") ? byUuid(call) : byNumber(call);
        if (service.is("binary", Hosts.COMPUTE)) {
            String host = service.text("host");
            if (!new HostUse(servers, host).servers().isEmpty()) {
                throw Refusal.conflict(
                        "Unable to delete compute service that is hosting instances. Migrate or delete the"
                                + " instances first.");
            }
            if (servers.book().busy(host)) {
                throw Refusal.conflict("Unable to delete compute service that has in-progress migrations. Complete the"
                        + " migrations or delete the instances first.");
            }
            hosts.aggregates().all().forEach(aggregate -> FakeAggregates.removeHost(aggregate, host));
            hosts.nodes().where("host", host).forEach(node -> hosts.nodes().remove(node.id()));
        }
        hosts.services().remove(service.id());
        return FakeResponse.of(204);
    }

    private Row byUuid(Call call) {
        String id = uuid(call.param("id"));
        return hosts.services().find(id).orElseThrow(() -> missing(id));
    }

    private Row byNumber(Call call) {
        String id = call.param("id");
        if (!id.matches("-?\\d+")) {
            throw Refusal.badRequest("Invalid input received: id must be an integer");
        }
        return hosts.services().first("number", Long.valueOf(id)).orElseThrow(() -> missing(id));
    }

    private static Refusal missing(String id) {
        return Refusal.notFound("Service " + id + " not found.");
    }
}
