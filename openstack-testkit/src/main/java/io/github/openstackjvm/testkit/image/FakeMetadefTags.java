package io.github.openstackjvm.testkit.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** Words that a namespace proposes as tags. */
final class FakeMetadefTags implements FakeResource {
    private static final String PATH = "/metadefs/namespaces/{namespace}/tags";
    private static final String[] READ_ONLY = {"created_at", "updated_at"};

    private final Metadefs metadefs;

    FakeMetadefTags(Metadefs metadefs) {
        this.metadefs = metadefs;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, this::list);
        routes.post(PATH, this::createAll);
        routes.get(PATH + "/{name}", call -> Json.reply(200, view(found(call, metadefs.namespace(call)))));
        routes.post(PATH + "/{name}", this::create);
        routes.put(PATH + "/{name}", this::rename);
        routes.delete(PATH + "/{name}", this::delete);
    }

    private FakeResponse list(Call call) {
        int limit = call.query("limit").map(ImageQuery::limit).orElse(Integer.MAX_VALUE);
        String direction = Metadefs.direction(call);
        Row namespace = metadefs.namespace(call);
        List<Row> sorted = Metadefs.sorted(
                metadefs.in(namespace, "tags"), call.query("sort_key").orElse("created_at"), direction);
        int from = call.query("marker")
                .map(marker -> sorted.indexOf(named(namespace, marker)) + 1)
                .orElse(0);
        int to = (int) Math.min(sorted.size(), (long) from + limit);
        return Json.reply(200, names(sorted.subList(from, to)));
    }

    private static Map<String, Object> names(List<Row> tags) {
        return Json.map(
                "tags",
                tags.stream().map(tag -> Json.map("name", tag.text("name"))).toList());
    }

    private Row found(Call call, Row namespace) {
        return named(namespace, call.param("name"));
    }

    private Row named(Row namespace, String name) {
        return metadefs.in(namespace, "tags", name)
                .orElseThrow(() -> Refusal.notFound("Could not find metadata tag " + name));
    }

    private FakeResponse create(Call call) {
        Row namespace = metadefs.namespace(call);
        String name = call.param("name");
        MetadefSchema.TAG.check(Json.map("name", name));
        Metadefs.authorize(call, "add_metadef_tag");
        unique(call, namespace, name);
        return Json.reply(201, view(metadefs.add(namespace, "tags", Json.map("name", name))));
    }

    private void unique(Call call, Row namespace, String name) {
        if (metadefs.in(namespace, "tags", name).isPresent()) {
            throw Refusal.conflict("A metadata tag with name=" + name + " already exists in namespace="
                    + call.param("namespace") + ". (Please note that metadata tag names are case insensitive).");
        }
    }

    private FakeResponse createAll(Call call) {
        Map<String, Object> body = Metadefs.body(call, MetadefSchema.TAGS, READ_ONLY);
        Row namespace = metadefs.namespace(call);
        Metadefs.authorize(call, "add_metadef_tags");
        boolean append = call.header("X-Openstack-Append")
                .filter(text -> List.of("1", "t", "true", "on", "y", "yes")
                        .contains(text.strip().toLowerCase(Locale.ROOT)))
                .isPresent();
        List<Row> before = metadefs.in(namespace, "tags");
        if (!append) {
            metadefs.clear(namespace, "tags");
        }
        List<Row> made = new ArrayList<>();
        try {
            for (Object tag : (List<?>) body.getOrDefault("tags", List.of())) {
                String name = String.valueOf(Json.object(tag).get("name"));
                unique(call, namespace, name);
                made.add(metadefs.add(namespace, "tags", Json.map("name", name)));
            }
        } catch (Refusal refusal) {
            // All of them, or none.
            metadefs.clear(namespace, "tags");
            before.forEach(row -> metadefs.put("tags", row));
            throw refusal;
        }
        return Json.reply(201, names(made));
    }

    private FakeResponse rename(Call call) {
        Map<String, Object> body = Metadefs.body(call, MetadefSchema.TAG, READ_ONLY);
        Row namespace = metadefs.namespace(call);
        Metadefs.authorize(call, "modify_metadef_tag");
        Row row = found(call, namespace);
        String name = String.valueOf(body.get("name"));
        if (!Metadefs.named(row, name)) {
            unique(call, namespace, name);
        }
        row.set("name", name);
        // What comes back has the time of the change before.
        Map<String, Object> view = view(row);
        metadefs.touch(row);
        return Json.reply(200, view);
    }

    private FakeResponse delete(Call call) {
        Row namespace = metadefs.namespace(call);
        Metadefs.authorize(call, "delete_metadef_tag");
        Row row = found(call, namespace);
        if (namespace.is("protected")) {
            throw Refusal.forbidden(
                    "Metadata definition tag " + row.text("name") + " is protected and cannot be deleted.");
        }
        metadefs.remove("tags", row);
        return FakeImage.nothing();
    }

    private static Map<String, Object> view(Row row) {
        return Metadefs.timed(Json.map("name", row.text("name")), row);
    }
}
