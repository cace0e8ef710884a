package io.github.openstackjvm.testkit.image;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** Kinds of things, and which namespaces are meant for them. */
final class FakeMetadefResourceTypes implements FakeResource {
    private static final String PATH = "/metadefs/namespaces/{namespace}/resource_types";
    private static final String[] READ_ONLY = {"created_at", "updated_at"};

    private final FakeImage glance;
    private final Metadefs metadefs;

    FakeMetadefResourceTypes(FakeImage glance, Metadefs metadefs) {
        this.glance = glance;
        this.metadefs = metadefs;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/metadefs/resource_types", this::all);
        routes.get(PATH, this::list);
        routes.post(PATH, this::create);
        routes.delete(PATH + "/{name}", this::delete);
    }

    private FakeResponse all(Call call) {
        List<Map<String, Object>> types = metadefs.resourceTypes().all().stream()
                .map(row -> Metadefs.timed(Json.map("name", row.text("name")), row))
                .toList();
        return Json.reply(200, Json.map("resource_types", types));
    }

    private FakeResponse list(Call call) {
        List<Map<String, Object>> types = metadefs.in(metadefs.namespace(call), "associations").stream()
                .map(FakeMetadefResourceTypes::view)
                .toList();
        return Json.reply(200, Json.map("resource_type_associations", types));
    }

    private FakeResponse create(Call call) {
        Map<String, Object> body = Metadefs.body(call, MetadefSchema.RESOURCE_TYPE, READ_ONLY);
        Row namespace = metadefs.namespace(call);
        Metadefs.authorize(call, "add_metadef_resource_type_association");
        return Json.reply(201, view(add(glance, metadefs, namespace, body)));
    }

    /** Means a namespace for a kind of thing, which comes to be if there is none of that name. */
    static Row add(FakeImage glance, Metadefs metadefs, Row namespace, Map<String, Object> body) {
        String name = String.valueOf(body.get("name"));
        if (metadefs.resourceTypes().all().stream().noneMatch(row -> Metadefs.named(row, name))) {
            Map<String, Object> fields = Json.map("id", glance.world().ids().uuid(), "name", name);
            metadefs.stamp(fields);
            metadefs.resourceTypes().add(new Row(fields));
        }
        if (metadefs.in(namespace, "associations", name).isPresent()) {
            throw Refusal.conflict("The metadata definition resource-type association of resource-type=" + name
                    + " to namespace=" + namespace.text("name") + " already exists.");
        }
        return metadefs.add(
                namespace,
                "associations",
                Json.map(
                        "name",
                        name,
                        "prefix",
                        body.get("prefix"),
                        "properties_target",
                        body.get("properties_target")));
    }

    private FakeResponse delete(Call call) {
        Row namespace = metadefs.namespace(call);
        Metadefs.authorize(call, "remove_metadef_resource_type_association");
        String name = call.param("name");
        // Here the case counts.
        Row row = metadefs.in(namespace, "associations").stream()
                .filter(each -> each.is("name", name))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Failed to find resource type " + name + " to delete"));
        if (namespace.is("protected")) {
            throw Refusal.forbidden(
                    "Metadata definition resource-type-association " + name + " is protected and cannot be deleted.");
        }
        metadefs.remove("associations", row);
        return FakeImage.nothing();
    }

    /** What is said when a namespace is not meant for a kind of thing, or there is no such kind. */
    static Refusal missing(Metadefs metadefs, Call call, String type) {
        boolean known = metadefs.resourceTypes().all().stream().anyMatch(row -> Metadefs.named(row, type));
        return Refusal.notFound(
                known
                        ? "The metadata definition resource-type association of resource-type=" + type
                                + " to namespace=" + call.param("namespace") + ", was not found."
                        : "The metadata definition resource-type with name=" + type + ", was not found.");
    }

    static Map<String, Object> view(Row row) {
        return Metadefs.present(Metadefs.timed(row.pick("name", "prefix", "properties_target"), row));
    }
}
