package io.github.openstackjvm.testkit.image;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** The projects that images are shared with. */
final class FakeImageMembers implements FakeResource {
    private static final String[] SHOWN = {"member_id", "image_id", "status", "created_at", "updated_at"};

    private final FakeImage glance;

    FakeImageMembers(FakeImage glance) {
        this.glance = glance;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/images/{id}/members", this::list);
        routes.post("/images/{id}/members", this::create);
        routes.get("/images/{id}/members/{member}", this::show);
        routes.put("/images/{id}/members/{member}", this::judge);
        routes.delete("/images/{id}/members/{member}", this::delete);
    }

    private FakeResponse list(Call call) {
        Row image = image(call);
        if (!image.is("visibility", "shared")) {
            throw Refusal.forbidden(
                    "Not allowed to list members for image " + image.id() + ": Only shared images have members.");
        }
        List<Map<String, Object>> members = glance.members().where("image_id", image.id()).stream()
                .filter(row -> visible(call.caller(), image, row))
                .map(FakeImageMembers::view)
                .toList();
        return Json.reply(200, Json.map("members", members, "schema", "/v2/schemas/members"));
    }

    private FakeResponse create(Call call) {
        if (!(FakeImage.body(call) instanceof Map<?, ?> body)) {
            throw Refusal.badRequest("Expected a member in the form: {\"member\": \"image_id\"}");
        }
        if (!body.containsKey("member")) {
            throw Refusal.badRequest("Member to be added not specified");
        }
        String project = String.valueOf(body.get("member"));
        if (project.isEmpty() || body.get("member") == null) {
            throw Refusal.badRequest("Member can't be empty");
        }
        Row image = image(call);
        if (!image.is("visibility", "shared") || !FakeImage.owns(call.caller(), image)) {
            throw Refusal.forbidden("Not allowed to create members for image " + image.id() + ".");
        }
        int count = glance.members().where("image_id", image.id()).size();
        if (count >= ImageLimits.MOST) {
            throw new Refusal(
                    413,
                    "Image member limit exceeded for image " + image.id()
                            + ": The limit has been exceeded on the number of allowed image members for this image."
                            + " Attempted: " + (count + 1) + ", Maximum: " + ImageLimits.MOST + ":");
        }
        if (glance.member(image, project).isPresent()) {
            throw Refusal.conflict("Member " + project + " is duplicated for image " + image.id());
        }
        String now = glance.now();
        Row member = glance.members()
                .add(Row.of(
                        "id",
                        image.id() + "/" + project,
                        "member_id",
                        project,
                        "image_id",
                        image.id(),
                        "status",
                        "pending",
                        "created_at",
                        now,
                        "updated_at",
                        now));
        return Json.reply(200, view(member));
    }

    private FakeResponse show(Call call) {
        Row image = image(call);
        if (!image.is("visibility", "shared")) {
            throw Refusal.notFound("Only shared images have members.");
        }
        return Json.reply(200, view(member(call, image)));
    }

    private FakeResponse judge(Call call) {
        if (!(FakeImage.body(call) instanceof Map<?, ?> body)) {
            throw Refusal.badRequest("Expected a status in the form: {\"status\": \"status\"}");
        }
        if (!body.containsKey("status")) {
            throw Refusal.badRequest("Status not specified");
        }
        Row image = image(call);
        boolean own = !call.caller().admin() && image.is("owner", call.caller().projectId());
        if (!image.is("visibility", "shared") || own) {
            throw Refusal.forbidden("Not allowed to update members for image " + image.id() + ".");
        }
        Row member = member(call, image);
        Object status = body.get("status");
        if (!List.of("pending", "accepted", "rejected").contains(String.valueOf(status))) {
            throw Refusal.badRequest("Incorrect request: Status must be \"pending\", \"accepted\" or \"rejected\".");
        }
        member.set("status", status).set("updated_at", glance.now());
        return Json.reply(200, view(member));
    }

    private FakeResponse delete(Call call) {
        Row image = image(call);
        if (!image.is("visibility", "shared") || !FakeImage.owns(call.caller(), image)) {
            throw Refusal.forbidden("Not allowed to delete members for image " + image.id() + ".");
        }
        glance.members().remove(member(call, image).id());
        return FakeImage.nothing();
    }

    private Row image(Call call) {
        String id = call.param("id");
        return glance.images()
                .find(id)
                .filter(row -> glance.visible(call.caller(), row))
                .orElseThrow(() -> Refusal.notFound("Image " + id + " not found."));
    }

    private Row member(Call call, Row image) {
        String project = call.param("member");
        return glance.member(image, project)
                .filter(row -> visible(call.caller(), image, row))
                .orElseThrow(() ->
                        Refusal.notFound(project + " not found in the member list of the image " + image.id() + "."));
    }

    /** A member sees itself only. */
    private static boolean visible(Caller caller, Row image, Row member) {
        return FakeImage.owns(caller, image) || member.is("member_id", caller.projectId());
    }

    private static Map<String, Object> view(Row member) {
        Map<String, Object> view = member.pick(SHOWN);
        view.put("schema", "/v2/schemas/member");
        return view;
    }
}
