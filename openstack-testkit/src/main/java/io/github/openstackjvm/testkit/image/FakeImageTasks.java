package io.github.openstackjvm.testkit.image;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.openstackjvm.testkit.FakeBody;
import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** Tasks: those of imports, which everybody sees by their image, and the import of old, which administrators may begin. */
final class FakeImageTasks implements FakeResource {
    private static final Duration REMEMBERED = Duration.ofDays(2);
    private static final Set<String> SORT_KEYS =
            Set.of("id", "type", "status", "owner", "created_at", "updated_at", "expires_at");
    private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final FakeImage glance;
    private final FakeImages images;

    FakeImageTasks(FakeImage glance, FakeImages images) {
        this.glance = glance;
        this.images = images;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/images/{id}/tasks", this::ofImage);
        routes.get("/tasks", this::list);
        routes.post("/tasks", this::begin);
        routes.get("/tasks/{id}", call -> Json.reply(200, view(task(call))));
        routes.delete("/tasks/{id}", call -> {
            administrator(call);
            return Webob.bare(
                    405,
                    "This operation is currently not permitted on Glance Tasks. They are auto deleted after reaching the"
                            + " time based on their expires_at property.",
                    call.header("Accept").orElse(""));
        });
    }

    private FakeCollection tasks() {
        return glance.collection("tasks");
    }

    Optional<Row> find(String id) {
        return tasks().find(id);
    }

    /** A task that is under way. */
    Row add(Call call, String type, @Nullable String imageId, Map<String, Object> input) {
        String now = glance.now();
        return tasks().add(Row.of(
                "id",
                glance.world().ids().uuid(),
                "type",
                type,
                "status",
                "pending",
                "owner",
                call.caller().projectId(),
                "expires_at",
                null,
                "created_at",
                now,
                "updated_at",
                now,
                "image_id",
                imageId,
                "request_id",
                call.requestId(),
                "user_id",
                call.caller().userId(),
                "input",
                input,
                "result",
                null,
                "message",
                ""));
    }

    void succeeded(Row task, String imageId, String message) {
        end(task, "success", message).set("result", Json.map("image_id", imageId));
    }

    void failed(Row task, String message) {
        end(task, "failure", message);
    }

    private Row end(Row task, String status, String message) {
        String now = glance.now();
        return task.set("status", status)
                .set("message", message)
                .set("updated_at", now)
                .set("expires_at", Instant.parse(now).plus(REMEMBERED).toString());
    }

    private static void administrator(Call call) {
        if (!call.caller().admin()) {
            throw FakeImage.forbidden("tasks_api_access");
        }
    }

    private FakeResponse ofImage(Call call) {
        Row image = glance.images()
                .find(call.param("id"))
                .filter(row -> glance.visible(call.caller(), row))
                .orElseThrow(() -> Refusal.notFound(Webob.explanation(404)));
        List<Row> rows = new ArrayList<>(tasks().where("image_id", image.id()));
        rows.sort(Comparator.comparing((Row row) -> row.text("created_at")).reversed());
        return Json.reply(
                200, Json.map("tasks", rows.stream().map(FakeImageTasks::raw).toList()));
    }

    private FakeResponse list(Call call) {
        administrator(call);
        oneOf(call, "status", Set.of("pending", "processing", "success", "failure"));
        oneOf(call, "type", Set.of("import"));
        String key = call.query("sort_key").orElse("created_at");
        String direction = call.query("sort_dir").orElse("desc");
        if (!direction.equals("asc") && !direction.equals("desc")) {
            throw Refusal.badRequest("Invalid sort direction: " + direction);
        }
        String marker = call.query("marker").orElse("");
        if (!marker.isEmpty() && !marker.matches(UUID)) {
            throw Refusal.badRequest("Invalid marker format");
        }
        int limit = call.query("limit").map(ImageQuery::limit).orElse(ImageQuery.DEFAULT_LIMIT);
        if (!SORT_KEYS.contains(key)) {
            throw Refusal.badRequest("Sort key supplied was not valid.");
        }
        Comparator<Row> order = Comparator.comparing((Row row) -> row.text(key))
                .thenComparing(row -> row.text("created_at"))
                .thenComparing(Row::id);
        List<Row> rows = new ArrayList<>(tasks().where(row -> fits(call, row, "status") && fits(call, row, "type")));
        rows.sort(direction.equals("asc") ? order : order.reversed());
        if (!marker.isEmpty()) {
            Row last = find(marker).orElseThrow(() -> notFound(marker));
            rows = rows.subList(rows.indexOf(last) + 1, rows.size());
        }
        List<Row> page = rows.subList(0, Math.min(limit, rows.size()));
        Map<String, Object> body =
                Json.map("tasks", page.stream().map(FakeImageTasks::stub).toList());
        body.putAll(ImageQuery.links(call, "/v2/tasks", page, limit));
        body.put("schema", "/v2/schemas/tasks");
        return Json.reply(200, body);
    }

    private static void oneOf(Call call, String filter, Set<String> values) {
        call.query(filter)
                .filter(value -> !value.isEmpty() && !values.contains(value))
                .ifPresent(value -> {
                    throw Refusal.badRequest("Invalid " + filter + " value: " + value);
                });
    }

    private static boolean fits(Call call, Row task, String filter) {
        return call.query(filter).filter(value -> !task.is(filter, value)).isEmpty();
    }

    private FakeResponse begin(Call call) {
        administrator(call);
        Map<String, Object> body = Json.object(FakeImage.body(call));
        for (String field : List.of("type", "input")) {
            if (!body.containsKey(field)) {
                throw Refusal.badRequest("Task '" + field + "' is required");
            }
        }
        ImageSchema.TASK.check(body);
        Map<String, Object> input = Json.object(body.get("input"));
        if (!(input.get("import_from") instanceof String address)) {
            throw Refusal.badRequest("Invalid location: None");
        }
        Row task = add(call, "import", (String) input.get("image_id"), input);
        FakeResponse answer =
                Json.reply(201, view(task)).with("Location", call.request().origin() + "/v2/tasks/" + task.id());
        FakeBody data = glance.world().web().fetch(address).orElse(null);
        if (data == null) {
            failed(task, "Task failed due to Internal Error");
            return answer;
        }
        Row image = images.add(call.caller(), Json.object(input.get("image_properties")));
        image.set("owner", null); // nobody's, since Glance forgets whose it should be
        images.store(image, data, List.of(FakeImage.STORES.get(0)));
        image.set("status", "active");
        succeeded(task, image.id(), "");
        return answer;
    }

    private Row task(Call call) {
        administrator(call);
        return find(call.param("id")).orElseThrow(() -> notFound(call.param("id")));
    }

    private static Refusal notFound(String id) {
        return Refusal.notFound("Could not find task " + id);
    }

    private static Map<String, Object> view(Row task) {
        Map<String, Object> view = task.pick("id", "input", "type", "status", "owner", "message", "result");
        view.putAll(times(task));
        for (String field : List.of("image_id", "request_id", "user_id", "expires_at")) {
            if (task.get(field) != null) {
                view.put(field, task.text(field));
            }
        }
        return view;
    }

    private static Map<String, Object> stub(Row task) {
        Map<String, Object> view = task.pick("id", "type", "status", "owner");
        view.putAll(times(task));
        if (task.get("expires_at") != null) {
            view.put("expires_at", task.text("expires_at"));
        }
        return view;
    }

    private static Map<String, Object> times(Row task) {
        Map<String, Object> times = task.pick("created_at", "updated_at");
        times.put("self", "/v2/tasks/" + task.id());
        times.put("schema", "/v2/schemas/task");
        return times;
    }

    /** As the database has it: the tasks of an image are shown without a serializer. */
    private static Map<String, Object> raw(Row task) {
        Map<String, Object> view = task.pick("id", "type", "status", "owner");
        for (String time : List.of("expires_at", "created_at", "updated_at")) {
            Json.put(view, time, task.get(time) == null ? null : micros(task.text(time)));
        }
        Json.put(view, "deleted_at", null);
        view.put("deleted", false);
        view.putAll(task.pick("image_id", "request_id", "user_id", "input", "result", "message"));
        return view;
    }

    private static String micros(String time) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS")
                .format(Instant.parse(time).atOffset(ZoneOffset.UTC));
    }
}
