package io.github.openstackjvm.testkit.image;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** Properties that a namespace defines by themselves. */
final class FakeMetadefProperties implements FakeResource {
    private static final String PATH = "/metadefs/namespaces/{namespace}/properties";
    private static final String[] READ_ONLY = {"created_at", "updated_at"};

    private final Metadefs metadefs;

    FakeMetadefProperties(Metadefs metadefs) {
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
        Map<String, Object> properties = new LinkedHashMap<>();
        metadefs.in(metadefs.namespace(call), "properties")
                .forEach(row -> properties.put(row.text("name"), row.object("schema")));
        return Json.reply(200, Json.map("properties", properties));
    }

    private FakeResponse show(Call call) {
        Row namespace = metadefs.namespace(call);
        String name = call.param("name");
        String type = call.query("resource_type").orElse("");
        if (!type.isEmpty()) {
            Row association = metadefs.in(namespace, "associations", type)
                    .orElseThrow(() -> FakeMetadefResourceTypes.missing(metadefs, call, type));
            String prefix = association.text("prefix");
            if (prefix.isEmpty() || !name.startsWith(prefix)) {
                throw Refusal.notFound("Property " + name
                        + " does not start with the expected resource type association prefix of '"
                        + (association.get("prefix") == null ? "None" : prefix) + "'.");
            }
            name = name.substring(prefix.length());
        }
        return Json.reply(200, view(found(namespace, name)));
    }

    private Row found(Row namespace, String name) {
        return metadefs.in(namespace, "properties", name)
                .orElseThrow(() -> Refusal.notFound("Could not find property " + name));
    }

    private FakeResponse create(Call call) {
        Map<String, Object> body = Metadefs.body(call, MetadefSchema.PROPERTY, READ_ONLY);
        Row namespace = metadefs.namespace(call);
        Metadefs.authorize(call, "add_metadef_property");
        String name = String.valueOf(body.get("name"));
        if (metadefs.in(namespace, "properties", name).isPresent()) {
            throw Refusal.conflict("A metadata definition property with name=" + name + " already exists in namespace="
                    + call.param("namespace") + ".");
        }
        return Json.reply(201, view(metadefs.add(namespace, "properties", fields(body))));
    }

    private FakeResponse replace(Call call) {
        Map<String, Object> body = Metadefs.body(call, MetadefSchema.PROPERTY, READ_ONLY);
        Row namespace = metadefs.namespace(call);
        Metadefs.authorize(call, "modify_metadef_property");
        Row row = found(namespace, call.param("name"));
        String name = String.valueOf(body.get("name"));
        if (metadefs.in(namespace, "properties", name)
                .filter(other -> other != row)
                .isPresent()) {
            throw Refusal.conflict(
                    "Invalid update. It would result in a duplicate metadata definition property with the"
                            + " same name=" + name + " in namespace=" + call.param("namespace") + ".");
        }
        fields(body).forEach(row::set);
        metadefs.touch(row);
        return Json.reply(200, view(row));
    }

    private FakeResponse delete(Call call) {
        Row namespace = metadefs.namespace(call);
        Metadefs.authorize(call, "remove_metadef_property");
        Row row = found(namespace, call.param("name"));
        if (namespace.is("protected")) {
            throw Refusal.forbidden(
                    "Metadata definition property " + row.text("name") + " is protected and cannot be deleted.");
        }
        metadefs.remove("properties", row);
        return FakeImage.nothing();
    }

    private static Map<String, Object> fields(Map<String, Object> body) {
        Map<String, Object> schema = new LinkedHashMap<>(body);
        Object name = schema.remove("name");
        return Json.map("name", name, "schema", schema);
    }

    private static Map<String, Object> view(Row row) {
        Map<String, Object> view = Json.map("name", row.text("name"));
        view.putAll(row.object("schema"));
        return view;
    }
}
