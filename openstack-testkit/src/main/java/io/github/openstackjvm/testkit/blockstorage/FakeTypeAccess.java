package io.github.openstackjvm.testkit.blockstorage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;

/** Which projects may use a volume type that is not public. */
public final class FakeTypeAccess implements FakeResource {
    private static final String RULE = "volume_extension:volume_type_access:";

    private final FakeBlockStorage cinder;

    FakeTypeAccess(FakeBlockStorage cinder) {
        this.cinder = cinder;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/types/{type}/os-volume-type-access", this::list);
        routes.post("/types/{type}/action", this::act);
    }

    private FakeResponse list(Call call) {
        FakeBlockStorage.adminOnly(call, RULE + "get_all_for_type");
        Row type = cinder.types().visible(call);
        if (type.is("is_public")) {
            throw Refusal.notFound("Access list not available for public volume types.");
        }
        List<Object> access = new ArrayList<>();
        type.texts("access")
                .forEach(project -> access.add(Json.map("volume_type_id", type.id(), "project_id", project)));
        return Json.reply(200, Json.map("volume_type_access", access));
    }

    private FakeResponse act(Call call) {
        Map<String, Object> body = BlockBody.action(call);
        String action = body.keySet().iterator().next();
        if (!action.equals("addProjectAccess") && !action.equals("removeProjectAccess")) {
            throw BlockBody.noAction(body);
        }
        String project = String.valueOf(BlockBody.argument(body, Schema.object().required("project", BlockBody.UUID))
                .get("project"));
        FakeBlockStorage.adminOnly(call, RULE + action);
        Row type = cinder.types().visible(call);
        if (type.is("is_public")) {
            throw Refusal.badRequest(
                    "Invalid volume type: Type access modification is not applicable to public volume " + "type.");
        }
        List<String> access = new ArrayList<>(type.texts("access"));
        String pair = type.id() + " / " + project + " combination";
        if (action.equals("addProjectAccess")) {
            if (access.contains(project)) {
                throw Refusal.conflict("Volume type access for " + pair + " already exists.");
            }
            access.add(project);
        } else if (!access.remove(project)) {
            throw Refusal.notFound("Volume type access not found for " + pair + ".");
        }
        type.set("access", access);
        return FakeResponse.of(202);
    }
}
