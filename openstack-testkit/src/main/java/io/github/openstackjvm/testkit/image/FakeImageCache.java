package io.github.openstackjvm.testkit.image;

import java.time.Instant;
import java.util.Locale;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** The cache: what is queued is in it the next time somebody looks. */
final class FakeImageCache implements FakeResource {
    private final FakeImage glance;

    FakeImageCache(FakeImage glance) {
        this.glance = glance;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/cache", this::state);
        routes.delete("/cache", this::clear);
        routes.put("/cache/{id}", this::queue);
        routes.delete("/cache/{id}", this::delete);
    }

    private FakeCollection cached() {
        return glance.collection("cached");
    }

    private FakeCollection queued() {
        return glance.collection("cache-queue");
    }

    private static void administrator(Call call, String rule) {
        if (!call.caller().admin()) {
            throw FakeImage.forbidden(rule);
        }
    }

    private FakeResponse state(Call call) {
        administrator(call, "cache_list");
        FakeResponse state = Json.reply(
                200,
                Json.map(
                        "cached_images",
                        cached().all().stream()
                                .map(row -> row.pick("image_id", "hits", "last_accessed", "last_modified", "size"))
                                .toList(),
                        "queued_images",
                        queued().all().stream().map(Row::id).toList()));
        for (Row row : queued().all()) {
            queued().remove(row.id());
            glance.images()
                    .find(row.id())
                    .ifPresent(image -> cached().add(Row.of(
                            "id",
                            row.id(),
                            "image_id",
                            row.id(),
                            "hits",
                            0,
                            "last_accessed",
                            0.0,
                            "last_modified",
                            (double) Instant.parse(glance.now()).getEpochSecond(),
                            "size",
                            image.number("size"))));
        }
        return state;
    }

    private FakeResponse queue(Call call) {
        Row image = image(call);
        administrator(call, "cache_image");
        if (!image.is("status", "active")) {
            throw Refusal.badRequest("Only images with status active can be targeted for queueing");
        }
        if (!cached().has(image.id())) {
            queued().add(Row.of("id", image.id()));
        }
        return FakeResponse.of(202);
    }

    private FakeResponse delete(Call call) {
        String id = call.param("id");
        if (!cached().has(id) && !queued().has(id)) {
            image(call);
        }
        administrator(call, "cache_delete");
        cached().remove(id);
        queued().remove(id);
        return FakeImage.nothing();
    }

    private Row image(Call call) {
        String id = call.param("id");
        return glance.images()
                .find(id)
                .filter(row -> glance.visible(call.caller(), row))
                .orElseThrow(() -> Refusal.notFound("Image " + id + " not found."));
    }

    private FakeResponse clear(Call call) {
        administrator(call, "cache_delete");
        String target = call.header("x-image-cache-clear-target").orElse("").toLowerCase(Locale.ROOT);
        switch (target) {
            case "" -> {
                empty(cached());
                empty(queued());
            }
            case "cache" -> empty(cached());
            case "queue" -> empty(queued());
            default ->
                throw Refusal.badRequest(
                        "If provided 'x-image-cache-clear-target' must be 'cache', 'queue' or empty string.");
        }
        return FakeImage.nothing();
    }

    private static void empty(FakeCollection collection) {
        collection.all().forEach(row -> collection.remove(row.id()));
    }
}
