package io.github.openstackjvm.testkit.blockstorage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;

/** Which type the volumes of a project get that name none. */
public final class FakeDefaultTypes implements FakeResource {
    private final FakeBlockStorage cinder;

    FakeDefaultTypes(FakeBlockStorage cinder) {
        this.cinder = cinder;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/default-types", this::list).since("3.62");
        routes.get("/default-types/{project}", this::show).since("3.62");
        routes.put("/default-types/{project}", this::set).since("3.62");
        routes.delete("/default-types/{project}", this::unset).since("3.62");
    }

    private FakeCollection chosen() {
        return cinder.collection("default_types");
    }

    private FakeResponse list(Call call) {
        allow(call);
        List<Object> views = new ArrayList<>();
        chosen().all().forEach(row -> views.add(view(row)));
        return Json.reply(200, Json.map("default_types", views));
    }

    private FakeResponse show(Call call) {
        allow(call);
        Row found = chosen().find(call.param("project"))
                .orElseThrow(
                        () -> Refusal.notFound("Default type for project " + call.param("project") + " not found."));
        return Json.reply(200, Json.map("default_type", view(found)));
    }

    private FakeResponse set(Call call) {
        Map<String, Object> wanted =
                BlockBody.of(call, "default_type", Schema.object().required("volume_type", Schema.text(1, 255)));
        allow(call);
        String named = String.valueOf(wanted.get("volume_type"));
        Row type;
        try {
            type = cinder.types().named(call.caller(), named);
        } catch (Refusal e) {
            throw Refusal.badRequest(e.message());
        }
        Row row = chosen().add(Row.of("id", call.param("project"), "volume_type_id", type.id()));
        return Json.reply(200, Json.map("default_type", view(row)));
    }

    private FakeResponse unset(Call call) {
        allow(call);
        chosen().remove(call.param("project"));
        return FakeResponse.of(204);
    }

    private static void allow(Call call) {
        if (!call.caller().admin()) {
            throw Refusal.forbidden("You are not authorized to perform this operation.");
        }
    }

    private static Map<String, Object> view(Row row) {
        return Json.map("project_id", row.id(), "volume_type_id", row.text("volume_type_id"));
    }
}
