package io.github.openstackjvm.testkit.image;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;

/**
 * What the parts of metadata definitions have in common. All are rows with a {@code name}; what is in a namespace has that
 * row's id under {@code namespace_id}. Names are compared as the database does it, without regard to case.
 */
final class Metadefs {
    /** In this order they are shown. */
    private static final String[] TIMES = {"created_at", "updated_at"};

    private final FakeImage glance;

    Metadefs(FakeImage glance) {
        this.glance = glance;
    }

    FakeCollection namespaces() {
        return glance.collection("metadef_namespaces");
    }

    FakeCollection resourceTypes() {
        return glance.collection("metadef_resource_types");
    }

    private FakeCollection all(String kind) {
        return glance.collection("metadef_" + kind);
    }

    /** The things of this kind that a namespace has. */
    List<Row> in(Row namespace, String kind) {
        return all(kind).where("namespace_id", namespace.id());
    }

    /** One of them. */
    Optional<Row> in(Row namespace, String kind, String name) {
        return in(namespace, kind).stream().filter(row -> named(row, name)).findFirst();
    }

    static boolean named(Row row, String name) {
        return row.text("name").equalsIgnoreCase(name);
    }

    /** Keeps another one in a namespace. */
    Row add(Row namespace, String kind, Map<String, Object> fields) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.put("id", glance.world().ids().uuid());
        all.put("namespace_id", namespace.id());
        stamp(all);
        return all(kind).add(new Row(all));
    }

    void stamp(Map<String, Object> fields) {
        fields.put("created_at", now());
        fields.put("updated_at", now());
    }

    void touch(Row row) {
        row.set("updated_at", now());
    }

    String now() {
        return glance.world().now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Keeps one again that was removed. */
    void put(String kind, Row row) {
        all(kind).add(row);
    }

    void remove(String kind, Row row) {
        all(kind).remove(row.id());
    }

    void clear(Row namespace, String kind) {
        in(namespace, kind).forEach(row -> remove(kind, row));
    }

    Optional<Row> namespace(String name) {
        return namespaces().where(row -> named(row, name)).stream().findFirst();
    }

    static boolean visible(Caller caller, Row namespace) {
        return caller.admin() || namespace.is("visibility", "public") || namespace.is("owner", caller.projectId());
    }

    /** The namespace of the path, if the caller may see it. */
    Row namespace(Call call) {
        String name = call.param("namespace");
        return namespace(name)
                .filter(row -> visible(call.caller(), row))
                .orElseThrow(() -> Refusal.notFound("Namespace " + name + " not found"));
    }

    /** The same in the words of those who tell what is not there from what is another's. */
    Row namespaceOrMissing(Call call) {
        String name = call.param("namespace");
        if (namespace(name).isEmpty()) {
            throw Refusal.notFound("Metadata definition namespace=" + name + " was not found.");
        }
        return namespace(call);
    }

    /** Writing is for administrators. */
    static void authorize(Call call, String rule) {
        if (!call.caller().admin()) {
            throw FakeImage.forbidden(rule);
        }
    }

    /** The body, which must fit the schema and leave alone what the service sets. */
    static Map<String, Object> body(Call call, JsonSchema schema, String... readOnly) {
        Object body = FakeImage.body(call);
        for (String field : readOnly) {
            if (Json.object(body).containsKey(field)) {
                throw Refusal.forbidden("Attribute '" + field + "' is read-only.");
            }
        }
        schema.check(body);
        return Json.object(body);
    }

    /** As a list of the database puts them: by these fields, and those that are alike by age. */
    static List<Row> sorted(List<Row> rows, String key, String direction) {
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort((a, b) -> a.text(key).compareToIgnoreCase(b.text(key)));
        if (direction.equals("desc")) {
            // Of the same second, the one that was made last comes first.
            Collections.reverse(sorted);
        }
        return sorted;
    }

    static String direction(Call call) {
        String direction = call.query("sort_dir").orElse("desc");
        if (!direction.equals("asc") && !direction.equals("desc")) {
            throw Refusal.badRequest("Invalid sort direction: " + direction);
        }
        return direction;
    }

    /** Adds when it was made and changed. */
    static Map<String, Object> timed(Map<String, Object> view, Row row) {
        view.putAll(row.pick(TIMES));
        return view;
    }

    /** Without what has no value. */
    static Map<String, Object> present(Map<String, Object> view) {
        view.values().removeIf(Objects::isNull);
        return view;
    }
}
