package io.github.openstackjvm.testkit.compute;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;
import org.jspecify.annotations.Nullable;

/** What was done with servers, the instance actions: who asked for it, and how it went. */
final class ActionLog implements FakeResource {
    /** Where what no compute host does is done. */
    private static final String CONTROLLER = "controller";

    private final FakeCompute nova;
    private final Instances instances;
    private final Hosts hosts;

    ActionLog(FakeCompute nova, Instances instances, Hosts hosts) {
        this.nova = nova;
        this.instances = instances;
        this.hosts = hosts;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/servers/{server}/os-instance-actions", this::list);
        routes.get("/servers/{server}/os-instance-actions/{id}", this::show);
    }

    private FakeCollection all() {
        return nova.collection("instance_actions");
    }

    /** Somebody has asked for something, which begins now. */
    Row begin(Call call, Row server, String action, String... events) {
        Row row = all().add(Row.of(
                "id", nova.world().ids().uuid(),
                "server", server.id(),
                "action", action,
                "request_id", call.requestId(),
                "user_id", call.caller().userId(),
                "project_id", call.caller().projectId(),
                "start_time", instances.now(),
                "message", null,
                "updated_at", null,
                "events", new ArrayList<Object>()));
        for (String event : events) {
            step(row, server, event);
        }
        return row;
    }

    /** A step of it begins. */
    void step(Row action, Row server, String event) {
        events(action)
                .add(Json.map(
                        "event", event,
                        "start_time", instances.now(),
                        "finish_time", null,
                        "result", null,
                        "traceback", null,
                        "host", event.startsWith("compute_") ? server.text("host") : CONTROLLER,
                        "details", null));
    }

    /** It has ended; in these words when it failed. */
    void end(Row action, @Nullable String fault) {
        for (Object each : events(action)) {
            Map<String, Object> event = Json.object(each);
            if (event.get("result") == null) {
                event.put("finish_time", instances.now());
                event.put("result", fault == null ? "Success" : "Error");
                Json.put(event, "details", fault);
                Json.put(event, "traceback", fault == null ? null : Faults.traceback(fault));
            }
        }
        action.set("updated_at", instances.now()).set("message", fault == null ? null : "Error");
    }

    /** Somebody has asked for something that is done. */
    void note(Call call, Row server, String action, String... events) {
        end(begin(call, server, action, events), null);
    }

    /** What was asked for, by its id. */
    Optional<Row> find(String id) {
        return all().find(id);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> events(Row action) {
        return (List<Object>) action.fields().getOrDefault("events", List.of());
    }

    private Row server(Call call) {
        return call.since("2.21") ? instances.getEvenDeleted(call) : instances.get(call);
    }

    private FakeResponse list(Call call) {
        if (call.since("2.58")) {
            FakeCompute.strict(call, known(call));
        }
        Row server = server(call);
        List<Row> actions = newestFirst(server);
        if (!call.since("2.58")) {
            return Json.reply(200, Json.map("instanceActions", views(call, actions)));
        }
        Changes changes = Changes.asked(call);
        actions.removeIf(action -> !changes.cover(changed(action)));
        // Nova has forgotten by then which marker it was.
        List<Row> page = Paging.page(
                call, actions, ActionLog::mark, marker -> Refusal.badRequest("Marker None could not be found."));
        Map<String, Object> body = Json.map("instanceActions", views(call, page));
        Paging.link(call, body, "links", "/servers/" + server.id() + "/os-instance-actions", page, ActionLog::mark);
        return Json.reply(200, body);
    }

    private static String mark(Row action) {
        return action.text("request_id");
    }

    private List<Row> newestFirst(Row server) {
        List<Row> actions = all().where("server", server.id());
        Collections.reverse(actions);
        return actions;
    }

    private static Map<String, Schema> known(Call call) {
        Map<String, Schema> known = Paging.known();
        Changes.know(call, known);
        return known;
    }

    private static String changed(Row action) {
        return action.text(action.get("updated_at") == null ? "start_time" : "updated_at");
    }

    private static List<Object> views(Call call, List<Row> actions) {
        return actions.stream().<Object>map(action -> view(call, action)).toList();
    }

    private static Map<String, Object> view(Call call, Row action) {
        Map<String, Object> view = action.pick("action");
        view.put("instance_uuid", action.text("server"));
        view.putAll(action.pick("request_id", "user_id", "project_id"));
        Json.put(view, "start_time", Text.micros(action.get("start_time")));
        Json.put(view, "message", action.get("message"));
        if (call.since("2.58")) {
            Json.put(view, "updated_at", Text.micros(action.get("updated_at")));
        }
        return view;
    }

    private FakeResponse show(Call call) {
        Row server = server(call);
        String id = call.param("id");
        Row action = newestFirst(server).stream()
                .filter(row -> row.is("request_id", id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Action " + id + " not found"));
        Map<String, Object> view = view(call, action);
        if (call.caller().admin() || call.since("2.51")) {
            List<Object> events = new ArrayList<>();
            events(action).forEach(event -> events.add(0, event(call, action, new Row(Json.object(event)))));
            view.put("events", events);
        }
        return Json.reply(200, Json.map("instanceAction", view));
    }

    private Map<String, Object> event(Call call, Row action, Row event) {
        Map<String, Object> view = event.pick("event");
        Json.put(view, "start_time", Text.micros(event.get("start_time")));
        Json.put(view, "finish_time", Text.micros(event.get("finish_time")));
        Json.put(view, "result", event.get("result"));
        if (call.caller().admin()) {
            Json.put(view, "traceback", event.get("traceback"));
        }
        if (call.since("2.62")) {
            if (call.caller().admin()) {
                view.put("host", event.text("host"));
            }
            view.put("hostId", hosts.idOf(event.text("host"), action.text("project_id")));
        }
        if (call.since("2.84") && call.caller().admin()) {
            Json.put(view, "details", event.get("details"));
        }
        return view;
    }
}
