package io.github.openstackjvm.testkit.blockstorage;

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
import org.jspecify.annotations.Nullable;

/** How the volumes of a type are encrypted. It cannot be changed while there are volumes of the type. */
public final class FakeTypeEncryption implements FakeResource {
    private static final String RULE = "volume_extension:volume_type_encryption:";
    private static final Schema LOCATION = BlockBody.words("front-end", "back-end");

    private final FakeBlockStorage cinder;

    FakeTypeEncryption(FakeBlockStorage cinder) {
        this.cinder = cinder;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/types/{type}/encryption", call -> Json.reply(200, read(call)));
        routes.post("/types/{type}/encryption", this::create);
        routes.get("/types/{type}/encryption/{key}", call -> {
            Map<String, Object> view = read(call);
            if (!view.containsKey(call.param("key"))) {
                throw missing(call);
            }
            return Json.reply(200, Json.map(call.param("key"), view.get(call.param("key"))));
        });
        routes.put("/types/{type}/encryption/{key}", this::update);
        routes.delete("/types/{type}/encryption/{key}", this::delete);
    }

    private FakeCollection encryptions() {
        return cinder.collection("encryptions");
    }

    private Map<String, Object> read(Call call) {
        FakeBlockStorage.adminOnly(call, RULE + "get");
        Row type = cinder.types().visible(call);
        return encryptions()
                .find(type.id())
                .map(row -> row.pick(
                        "volume_type_id",
                        "control_location",
                        "encryption_id",
                        "key_size",
                        "provider",
                        "cipher",
                        "created_at",
                        "updated_at",
                        "deleted_at",
                        "deleted"))
                .orElseGet(Json::map);
    }

    private FakeResponse create(Call call) {
        Map<String, Object> wanted = BlockBody.of(
                call,
                "encryption",
                fields().required("provider", Schema.text(1, 255)).required("control_location", LOCATION));
        FakeBlockStorage.adminOnly(call, RULE + "create");
        free(call, "create");
        Row type = cinder.types().visible(call);
        if (encryptions().has(type.id())) {
            throw Refusal.badRequest("Volume type encryption for type " + type.id() + " already exists.");
        }
        whole(wanted);
        Row made = Row.of(
                "id",
                type.id(),
                "volume_type_id",
                type.id(),
                "control_location",
                "front-end",
                "encryption_id",
                cinder.world().ids().uuid(),
                "key_size",
                null,
                "provider",
                null,
                "cipher",
                null,
                "created_at",
                cinder.now(),
                "updated_at",
                null,
                "deleted_at",
                null,
                "deleted",
                false);
        wanted.forEach(made::set);
        encryptions().add(made);
        wanted.put("encryption_id", made.text("encryption_id"));
        return Json.reply(200, Json.map("encryption", wanted));
    }

    private FakeResponse update(Call call) {
        Map<String, Object> wanted = BlockBody.of(
                call,
                "encryption",
                fields().optional("provider", Schema.text(1, 255)).optional("control_location", LOCATION));
        FakeBlockStorage.adminOnly(call, RULE + "update");
        whole(wanted);
        Row type = cinder.types().visible(call);
        free(call, "update");
        Row encryption = encryptions().find(type.id()).orElseThrow(() -> missing(call));
        wanted.forEach(encryption::set);
        encryption.set("updated_at", cinder.now());
        return Json.reply(200, Json.map("encryption", wanted));
    }

    private FakeResponse delete(Call call) {
        FakeBlockStorage.adminOnly(call, RULE + "delete");
        free(call, "delete");
        if (!encryptions().has(call.param("type"))) {
            throw missing(call);
        }
        encryptions().remove(call.param("type"));
        return FakeResponse.of(202);
    }

    // Whoever sends digits in a text gets a number back.
    private static void whole(Map<String, Object> wanted) {
        if (wanted.get("key_size") != null) {
            wanted.put("key_size", Integer.valueOf(String.valueOf(wanted.get("key_size"))));
        }
    }

    private void free(Call call, String doing) {
        if (cinder.collection("volumes").any(volume -> volume.is("volume_type_id", call.param("type")))
                && encryptions().has(call.param("type"))) {
            throw Refusal.badRequest("Cannot " + doing + " encryption specs. Volume type in use.");
        }
    }

    private static Refusal missing(Call call) {
        return Refusal.notFound("Volume type encryption for type " + call.param("type") + " does not exist.");
    }

    private static Schema.ObjectSchema fields() {
        return Schema.object()
                .optional("cipher", BlockBody.SHORT_OR_NULL)
                .optional("key_size", FakeTypeEncryption::keySize);
    }

    private static Schema.@Nullable Violation keySize(List<String> path, @Nullable Object value) {
        if (value instanceof String text && !text.matches("\\d+")) {
            throw Refusal.badRequest("Invalid input received: key_size must be an integer.");
        }
        return value == null ? null : Schema.integer(0, Integer.MAX_VALUE).check(path, value);
    }
}
