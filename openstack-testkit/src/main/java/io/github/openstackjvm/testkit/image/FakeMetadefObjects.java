package io.github.openstackjvm.testkit.image;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** Properties that a namespace defines together. */
final class FakeMetadefObjects implements FakeResource {
    private static final String PATH = "/metadefs/namespaces/{namespace}/objects";
    private static final String[] READ_ONLY = {"self", "schema", "created_at", "updated_at"};

    private final Metadefs metadefs;

    FakeMetadefObjects(Metadefs metadefs) {
        this.metadefs = metadefs;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, this::list);
        routes.post(PATH, this::create);
        routes.get(PATH + "/{name}", this::show);
        routes.put(PATH + "/{name}", this::replace);
        routes.delete(PATH + "/{name}", this::delete);
    }

    private FakeResponse list(Call call) {
        Row namespace = metadefs.namespaceOrMissing(call);
        List<Map<String, Object>> objects = new ArrayList<>();
        metadefs.in(namespace, "objects").forEach(row -> objects.add(view(namespace, row, "")));
        return Json.reply(200, Json.map("objects", objects, "schema", "v2/schemas/metadefs/objects"));
    }

    private FakeResponse show(Call call) {
        Row namespace = metadefs.namespaceOrMissing(call);
        return Json.reply(200, view(namespace, found(call, namespace), ""));
    }

    private Row found(Call call, Row namespace) {
        String name = call.param("name");
        return metadefs.in(namespace, "objects", name)
                .orElseThrow(() -> Refusal.notFound("Could not find metadata object " + name));
    }

    private FakeResponse create(Call call) {
        Map<String, Object> body = Metadefs.body(call, MetadefSchema.OBJECT, READ_ONLY);
        Json.object(body.get("properties")).values().forEach(MetadefSchema.PROPERTY_OF_OBJECT::check);
        Row namespace = metadefs.namespaceOrMissing(call);
        Metadefs.authorize(call, "add_metadef_object");
        String name = String.valueOf(body.get("name"));
        if (metadefs.in(namespace, "objects", name).isPresent()) {
            throw Refusal.conflict("A metadata definition object with name=" + name + " already exists in namespace="
                    + call.param("namespace") + ".");
        }
        Row row = metadefs.add(namespace, "objects", fields(body));
        return Json.reply(201, sent(namespace, row, body));
    }

    private FakeResponse replace(Call call) {
        Map<String, Object> body = Metadefs.body(call, MetadefSchema.OBJECT, READ_ONLY);
        Row namespace = metadefs.namespaceOrMissing(call);
        Metadefs.authorize(call, "modify_metadef_object");
        Row row = found(call, namespace);
        String name = String.valueOf(body.get("name"));
        if (metadefs.in(namespace, "objects", name)
                .filter(other -> other != row)
                .isPresent()) {
            throw Refusal.conflict("Invalid update. It would result in a duplicate metadata definition object with the"
                    + " same name=" + name + " in namespace=" + call.param("namespace") + ".");
        }
        fields(body).forEach(row::set);
        // What comes back has the time of the change before.
        Map<String, Object> view = sent(namespace, row, body);
        metadefs.touch(row);
        return Json.reply(200, view);
    }

    private FakeResponse delete(Call call) {
        Row namespace = metadefs.namespaceOrMissing(call);
        Metadefs.authorize(call, "delete_metadef_object");
        Row row = found(call, namespace);
        if (namespace.is("protected")) {
            throw Refusal.forbidden(
                    "Metadata definition object " + row.text("name") + " is protected and cannot be deleted.");
        }
        metadefs.remove("objects", row);
        return FakeImage.nothing();
    }

    /** What is kept of an object that is sent. */
    static Map<String, Object> fields(Map<String, Object> body) {
        return Json.map(
                "name",
                body.get("name"),
                "description",
                body.get("description"),
                "required",
                body.getOrDefault("required", List.of()),
                "properties",
                body.getOrDefault("properties", Map.of()));
    }

    /** Of one that was just sent, nothing is shown that was not sent. */
    private static Map<String, Object> sent(Row namespace, Row row, Map<String, Object> body) {
        Map<String, Object> view = view(namespace, row, "");
        view.keySet().removeIf(field -> List.of("required", "properties").contains(field) && !body.containsKey(field));
        return view;
    }

    /** As it is shown, with this prefix before the names of its properties. */
    static Map<String, Object> view(Row namespace, Row row, String prefix) {
        Map<String, Object> properties = new LinkedHashMap<>();
        row.object("properties").forEach((name, schema) -> properties.put(prefix + name, schema));
        Map<String, Object> view = Json.map(
                "name",
                row.text("name"),
                "required",
                row.texts("required").stream().map(name -> prefix + name).toList(),
                "description",
                row.get("description"),
                "properties",
                properties);
        Metadefs.present(Metadefs.timed(view, row));
        view.put("self", "/v2/metadefs/namespaces/" + namespace.text("name") + "/objects/" + row.text("name"));
        view.put("schema", "/v2/schemas/metadefs/object");
        return view;
    }
}
