package io.github.openstackjvm.testkit.image;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** What is done to single images beside changing them: deactivate, reactivate, and their tags. */
final class FakeImageActions implements FakeResource {
    private final FakeImage glance;
    private final FakeImages images;

    FakeImageActions(FakeImage glance, FakeImages images) {
        this.glance = glance;
        this.images = images;
    }

    @Override
    public void routes(Routes routes) {
        routes.post("/images/{id}/actions/deactivate", call -> act(call, "deactivate", "active", "deactivated"));
        routes.post("/images/{id}/actions/reactivate", call -> act(call, "reactivate", "deactivated", "active"));
        routes.put("/images/{id}/tags/{tag}", this::addTag);
        routes.delete("/images/{id}/tags/{tag}", this::removeTag);
    }

    private FakeResponse act(Call call, String action, String from, String to) {
        Row image = glance.find(call);
        FakeImage.mutable(call.caller(), image);
        if (image.is("status", from)) {
            image.set("status", to);
            images.touch(image);
        } else if (!image.is("status", to)) {
            throw Refusal.forbidden("Not allowed to " + action + " image in status '" + image.text("status") + "'");
        }
        return FakeImage.nothing();
    }

    private FakeResponse addTag(Call call) {
        String tag = tag(call);
        ImageSchema.IMAGE.check(Json.map("tags", List.of(tag)));
        Row image = changeable(call);
        List<String> tags = new ArrayList<>(image.texts("tags"));
        if (!tags.contains(tag)) {
            tags.add(tag);
        }
        try {
            ImageLimits.checkTags(tags.size());
        } catch (Refusal e) {
            throw new Refusal(413, "Image tag limit exceeded for image " + image.id() + ": " + e.message() + ":");
        }
        image.set("tags", tags);
        images.touch(image);
        return FakeImage.nothing();
    }

    private FakeResponse removeTag(Call call) {
        String tag = tag(call);
        Row image = changeable(call);
        List<String> tags = new ArrayList<>(image.texts("tags"));
        if (!tags.remove(tag)) {
            throw Refusal.notFound(Webob.explanation(404));
        }
        image.set("tags", tags);
        images.touch(image);
        return FakeImage.nothing();
    }

    /** Glance decodes addresses before it takes them apart: a tag with a slash in it fits none of them. */
    private static String tag(Call call) {
        if (call.param("tag").contains("/")) {
            throw Refusal.notFound(Webob.explanation(404));
        }
        // And it takes what it decodes for Latin-1.
        return new String(call.param("tag").getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private Row changeable(Call call) {
        String id = call.param("id");
        Caller caller = call.caller();
        Row image = glance.images()
                .find(id)
                .filter(row -> glance.visible(caller, row))
                .orElseThrow(() -> Refusal.notFound("Image " + id + " not found."));
        if (!FakeImage.owns(caller, image)) {
            throw Refusal.forbidden("Not allowed to update tags for image " + id + ".");
        }
        return image;
    }
}
