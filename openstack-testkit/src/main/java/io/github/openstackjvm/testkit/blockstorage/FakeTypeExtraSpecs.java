package io.github.openstackjvm.testkit.blockstorage;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;

/** What a volume type asks of its backend. It cannot be changed while there are volumes of the type. */
public final class FakeTypeExtraSpecs implements FakeResource {
    private static final String RULE = "volume_extension:types_extra_specs:";
    private static final String TRUE = "<is> True";
    private static final Schema.ObjectSchema SPECS =
            Schema.object().others("^[a-zA-Z0-9-_:.]{1,255}$", BlockBody.SHORT_OR_NULL);

    private final FakeBlockStorage cinder;

    FakeTypeExtraSpecs(FakeBlockStorage cinder) {
        this.cinder = cinder;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(
                "/types/{type}/extra_specs",
                call -> Json.reply(
                        200,
                        Json.map(
                                "extra_specs",
                                FakeVolumeTypes.specs(call, cinder.types().visible(call)))));
        routes.post("/types/{type}/extra_specs", this::create);
        routes.get("/types/{type}/extra_specs/{key}", this::show);
        routes.put("/types/{type}/extra_specs/{key}", this::update);
        routes.delete("/types/{type}/extra_specs/{key}", this::delete);
    }

    private FakeResponse show(Call call) {
        Map<String, Object> specs = FakeVolumeTypes.specs(call, cinder.types().visible(call));
        String key = call.param("key");
        if (!specs.containsKey(key)) {
            throw missing(call);
        }
        return Json.reply(200, Json.map(key, specs.get(key)));
    }

    private FakeResponse create(Call call) {
        Map<String, Object> wanted = BlockBody.of(call, "extra_specs", SPECS);
        FakeBlockStorage.adminOnly(call, RULE + "create");
        put(changeable(call), wanted);
        return Json.reply(200, Json.map("extra_specs", wanted));
    }

    private FakeResponse update(Call call) {
        Map<String, Object> wanted = BlockBody.whole(
                call,
                Schema.object()
                        .others("^[a-zA-Z0-9-_:.]{1,255}$", BlockBody.SHORT_OR_NULL)
                        .size(1, 1));
        FakeBlockStorage.adminOnly(call, RULE + "update");
        Row type = changeable(call);
        if (!wanted.containsKey(call.param("key"))) {
            throw Refusal.badRequest("Request body and URI mismatch");
        }
        put(type, wanted);
        return Json.reply(200, wanted);
    }

    private FakeResponse delete(Call call) {
        cinder.types().visible(call);
        FakeBlockStorage.adminOnly(call, RULE + "delete");
        Map<String, Object> specs = new LinkedHashMap<>(changeable(call).object("extra_specs"));
        if (!specs.containsKey(call.param("key"))) {
            throw missing(call);
        }
        specs.remove(call.param("key"));
        cinder.types().visible(call).set("extra_specs", specs);
        return FakeResponse.of(202);
    }

    private Row changeable(Call call) {
        if (cinder.collection("volumes")
                .first("volume_type_id", call.param("type"))
                .isPresent()) {
            throw Refusal.badRequest("Volume Type is currently in use.");
        }
        return cinder.types().visible(call);
    }

    private static void put(Row type, Map<String, Object> wanted) {
        Map<String, Object> specs = new LinkedHashMap<>(type.object("extra_specs"));
        specs.putAll(wanted);
        if (TRUE.equals(specs.get("multiattach")) && TRUE.equals(specs.get("cacheable"))) {
            throw Refusal.badRequest("cacheable cannot be set with multiattach.");
        }
        type.set("extra_specs", specs);
    }

    private static Refusal missing(Call call) {
        return Refusal.notFound(
                "Volume Type " + call.param("type") + " has no extra specs with key " + call.param("key") + ".");
    }
}
