package io.github.openstackjvm.testkit.image;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** Definitions of metadata that belong together. */
final class FakeMetadefNamespaces implements FakeResource {
    private static final String[] READ_ONLY = {"self", "schema", "created_at", "updated_at"};
    private static final String[] SHOWN = {"display_name", "description", "visibility", "protected", "owner"};
    private static final List<String> CONTENTS = List.of("objects", "properties", "tags", "associations");

    private final FakeImage glance;
    private final Metadefs metadefs;

    FakeMetadefNamespaces(FakeImage glance, Metadefs metadefs) {
        this.glance = glance;
        this.metadefs = metadefs;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/metadefs/namespaces", this::list);
        routes.post("/metadefs/namespaces", this::create);
        routes.get("/metadefs/namespaces/{namespace}", this::show);
        routes.put("/metadefs/namespaces/{namespace}", this::replace);
        routes.delete("/metadefs/namespaces/{namespace}", this::delete);
        for (String kind : List.of("objects", "properties", "tags")) {
            routes.delete("/metadefs/namespaces/{namespace}/" + kind, call -> clear(call, kind));
        }
    }

    private FakeResponse list(Call call) {
        int limit = call.query("limit").map(ImageQuery::limit).orElse(ImageQuery.DEFAULT_LIMIT);
        String direction = Metadefs.direction(call);
        String visibility = call.query("visibility").orElse("");
        if (!visibility.isEmpty() && !List.of("public", "private").contains(visibility)) {
            throw Refusal.badRequest("Invalid visibility value: " + visibility);
        }
        List<String> types = List.of(call.query("resource_types").orElse("").split(",", -1));
        List<Row> rows = metadefs.namespaces()
                .where(row -> Metadefs.visible(call.caller(), row)
                        && (visibility.isEmpty() || row.is("visibility", visibility))
                        && (call.query("resource_types").isEmpty()
                                || metadefs.in(row, "associations").stream()
                                        .anyMatch(type -> types.contains(type.text("name")))));
        String key = call.query("sort_key")
                .map(each -> each.equals("namespace") ? "name" : each)
                .orElse("created_at");
        List<Row> sorted = Metadefs.sorted(rows, key, direction);
        int from = 0;
        if (call.query("marker").isPresent()) {
            String marker = call.query("marker").get();
            Row last = metadefs.namespace(marker)
                    .filter(row -> Metadefs.visible(call.caller(), row))
                    .orElseThrow(() -> Refusal.notFound("Metadata definition namespace=" + marker + " was not found."));
            from = sorted.indexOf(last) + 1;
        }
        List<Row> page = sorted.subList(from, Math.min(sorted.size(), from + limit));
        Map<String, Object> answer =
                Json.map("namespaces", page.stream().map(this::listed).toList());
        if (!page.isEmpty() && page.size() == limit) {
            answer.put("next", address(call, page.get(page.size() - 1).text("name")));
        }
        answer.put("schema", "/v2/schemas/metadefs/namespaces");
        answer.put("first", address(call, ""));
        return Json.reply(200, answer);
    }

    private static String address(Call call, String marker) {
        StringJoiner query = new StringJoiner("&");
        call.query().forEach((name, values) -> {
            if (!name.equals("marker")) {
                query.add(encoded(name) + "=" + encoded(values.get(values.size() - 1)));
            }
        });
        if (!marker.isEmpty()) {
            query.add("marker=" + encoded(marker));
        }
        return "/v2/metadefs/namespaces" + (query.length() == 0 ? "" : "?" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Map<String, Object> listed(Row namespace) {
        Map<String, Object> view = view(namespace);
        List<Map<String, Object>> types = associations(namespace);
        if (!types.isEmpty()) {
            view.put("resource_type_associations", types);
        }
        return links(view, namespace);
    }

    private static Map<String, Object> view(Row namespace) {
        Map<String, Object> view = Json.map("namespace", namespace.text("name"));
        view.putAll(namespace.pick(SHOWN));
        return Metadefs.present(Metadefs.timed(view, namespace));
    }

    private static Map<String, Object> links(Map<String, Object> view, Row namespace) {
        view.put("self", "/v2/metadefs/namespaces/" + namespace.text("name"));
        view.put("schema", "/v2/schemas/metadefs/namespace");
        return view;
    }

    private List<Map<String, Object>> associations(Row namespace) {
        return metadefs.in(namespace, "associations").stream()
                .map(FakeMetadefResourceTypes::view)
                .toList();
    }

    private FakeResponse show(Call call) {
        Row namespace = metadefs.namespace(call.param("namespace"))
                .orElseThrow(() -> Refusal.notFound(
                        "Metadata definition namespace=" + call.param("namespace") + " was not found."));
        if (!Metadefs.visible(call.caller(), namespace)) {
            throw Refusal.notFound(Webob.explanation(404));
        }
        String prefix = call.query("resource_type")
                .flatMap(type -> metadefs.in(namespace, "associations", type))
                .map(type -> type.text("prefix"))
                .orElse("");
        Map<String, Object> view = view(namespace);
        List<Map<String, Object>> objects = new ArrayList<>();
        metadefs.in(namespace, "objects").forEach(row -> objects.add(FakeMetadefObjects.view(namespace, row, prefix)));
        Map<String, Object> properties = new LinkedHashMap<>();
        metadefs.in(namespace, "properties")
                .forEach(row -> properties.put(prefix + row.text("name"), row.object("schema")));
        List<Map<String, Object>> tags = new ArrayList<>();
        metadefs.in(namespace, "tags").forEach(row -> tags.add(Json.map("name", row.text("name"))));
        put(view, "resource_type_associations", associations(namespace));
        put(view, "properties", properties);
        put(view, "objects", objects);
        put(view, "tags", tags);
        return Json.reply(200, links(view, namespace));
    }

    private static void put(Map<String, Object> view, String name, Object value) {
        if (!value.equals(List.of()) && !value.equals(Map.of())) {
            view.put(name, value);
        }
    }

    private FakeResponse create(Call call) {
        Map<String, Object> body = Metadefs.body(call, MetadefSchema.NAMESPACE, READ_ONLY);
        Metadefs.authorize(call, "add_metadef_namespace");
        String name = String.valueOf(body.get("namespace"));
        if (metadefs.namespace(name).isPresent()) {
            throw Refusal.conflict("The metadata definition namespace=" + name + " already exists.");
        }
        Map<String, Object> fields = described(call, body);
        fields.put("id", glance.world().ids().uuid());
        metadefs.stamp(fields);
        Row namespace = metadefs.namespaces().add(new Row(fields));
        Map<String, Object> view = view(namespace);
        List<Map<String, Object>> types = objects(body, "resource_type_associations");
        types.forEach(type -> FakeMetadefResourceTypes.add(glance, metadefs, namespace, type));
        objects(body, "objects")
                .forEach(object -> metadefs.add(namespace, "objects", FakeMetadefObjects.fields(object)));
        objects(body, "tags").forEach(tag -> metadefs.add(namespace, "tags", Json.map("name", tag.get("name"))));
        Json.object(body.get("properties"))
                .forEach((property, schema) ->
                        metadefs.add(namespace, "properties", Json.map("name", property, "schema", schema)));
        // It comes back as it was sent, and not as it would be read.
        for (String contents : List.of("resource_type_associations", "properties", "objects", "tags")) {
            if (body.containsKey(contents)) {
                view.put(contents, body.get(contents));
            }
        }
        String self = "/v2/metadefs/namespaces/" + name;
        return Json.reply(201, links(view, namespace)).with("Location", self);
    }

    private static List<Map<String, Object>> objects(Map<String, Object> body, String field) {
        List<Map<String, Object>> objects = new ArrayList<>();
        if (body.get(field) instanceof List<?> list) {
            list.forEach(each -> objects.add(Json.object(each)));
        }
        return objects;
    }

    private static Map<String, Object> described(Call call, Map<String, Object> body) {
        return Json.map(
                "name",
                body.get("namespace"),
                "display_name",
                body.get("display_name"),
                "description",
                body.get("description"),
                "visibility",
                body.getOrDefault("visibility", "private"),
                "protected",
                body.getOrDefault("protected", false),
                "owner",
                body.getOrDefault("owner", call.caller().projectId()));
    }

    private FakeResponse replace(Call call) {
        Map<String, Object> body = Metadefs.body(call, MetadefSchema.NAMESPACE, READ_ONLY);
        Row namespace = metadefs.namespace(call);
        Metadefs.authorize(call, "modify_metadef_namespace");
        String name = String.valueOf(body.get("namespace"));
        if (metadefs.namespace(name).filter(other -> other != namespace).isPresent()) {
            throw Refusal.conflict(
                    "Invalid update. It would result in a duplicate metadata definition namespace with the"
                            + " same name of " + name);
        }
        described(call, body).forEach(namespace::set);
        // What comes back has the time of the change before.
        Map<String, Object> view = links(view(namespace), namespace);
        metadefs.touch(namespace);
        return Json.reply(200, view);
    }

    private FakeResponse delete(Call call) {
        Row namespace = deletable(call);
        CONTENTS.forEach(kind -> metadefs.clear(namespace, kind));
        metadefs.namespaces().remove(namespace.id());
        return FakeImage.nothing();
    }

    private FakeResponse clear(Call call, String kind) {
        metadefs.clear(deletable(call), kind);
        return FakeImage.nothing();
    }

    private Row deletable(Call call) {
        Row namespace = metadefs.namespace(call);
        Metadefs.authorize(call, "delete_metadef_namespace");
        if (namespace.is("protected")) {
            throw Refusal.forbidden(
                    "Metadata definition namespace " + namespace.text("name") + " is protected and cannot be deleted.");
        }
        return namespace;
    }
}
