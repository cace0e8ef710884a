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

/** What a type of groups asks of its backend. */
public final class FakeGroupSpecs implements FakeResource {
    private static final String PATH = "/group_types/{type}/group_specs";
    private static final String RULE = "group:group_types_specs:";
    private static final String NAME = "^[a-zA-Z0-9-_:.]{1,255}$";

    private final FakeBlockStorage cinder;

    FakeGroupSpecs(FakeBlockStorage cinder) {
        this.cinder = cinder;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(
                        PATH,
                        call -> Json.reply(
                                200,
                                Json.map("group_specs", type(call, "get_all").object("group_specs"))))
                .since("3.11");
        routes.post(PATH, this::create).since("3.11");
        routes.get(PATH + "/{key}", this::show).since("3.11");
        routes.put(PATH + "/{key}", this::update).since("3.11");
        routes.delete(PATH + "/{key}", this::delete).since("3.11");
    }

    private Row type(Call call, String verb) {
        FakeBlockStorage.adminOnly(call, RULE + verb);
        return cinder.groupTypes().visible(call);
    }

    private FakeResponse show(Call call) {
        Map<String, Object> specs = type(call, "get").object("group_specs");
        String key = call.param("key");
        if (!specs.containsKey(key)) {
            throw Refusal.notFound("Group Type " + call.param("type") + " has no extra spec with key " + key + ".");
        }
        return Json.reply(200, Json.map(key, specs.get(key)));
    }

    private FakeResponse create(Call call) {
        Map<String, Object> wanted =
                BlockBody.of(call, "group_specs", Schema.object().others(NAME, BlockBody.SHORT_OR_NULL));
        put(type(call, "create"), wanted);
        return Json.reply(202, Json.map("group_specs", wanted));
    }

    private FakeResponse update(Call call) {
        Map<String, Object> wanted = BlockBody.whole(
                call, Schema.object().others(NAME, BlockBody.SHORT_OR_NULL).size(1, 1));
        Row type = type(call, "update");
        if (!wanted.containsKey(call.param("key"))) {
            throw Refusal.badRequest("Request body and URI mismatch");
        }
        put(type, wanted);
        return Json.reply(200, wanted);
    }

    private FakeResponse delete(Call call) {
        Row type = type(call, "delete");
        Map<String, Object> specs = new LinkedHashMap<>(type.object("group_specs"));
        if (!specs.containsKey(call.param("key"))) {
            throw Refusal.notFound("Group Type " + type.id() + " has no specs with key " + call.param("key") + ".");
        }
        specs.remove(call.param("key"));
        type.set("group_specs", specs);
        return FakeResponse.of(202);
    }

    private static void put(Row type, Map<String, Object> wanted) {
        Map<String, Object> specs = new LinkedHashMap<>(type.object("group_specs"));
        specs.putAll(wanted);
        type.set("group_specs", specs);
    }
}
