package io.github.openstackjvm.testkit.blockstorage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;
import org.jspecify.annotations.Nullable;

/** How fast volumes may be, and which types keep to it. Cinder associates by reading: these are GET requests. */
public final class FakeQosPolicies implements FakeResource {
    private static final String RULE = "volume_extension:qos_specs_manage:";
    private static final List<String> CONSUMERS = List.of("front-end", "back-end", "both");

    private final FakeBlockStorage cinder;

    FakeQosPolicies(FakeBlockStorage cinder) {
        this.cinder = cinder;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/qos-specs", this::list);
        routes.post("/qos-specs", this::create);
        routes.get("/qos-specs/{qos}", call -> {
            FakeBlockStorage.adminOnly(call, RULE + "get");
            return Json.reply(200, view(call, find(call)));
        });
        routes.put("/qos-specs/{qos}", this::update);
        routes.put("/qos-specs/{qos}/delete_keys", this::deleteKeys);
        routes.delete("/qos-specs/{qos}", this::delete);
        routes.get("/qos-specs/{qos}/associations", this::associations);
        routes.get("/qos-specs/{qos}/associate", this::associate);
        routes.get("/qos-specs/{qos}/disassociate", this::disassociate);
        routes.get("/qos-specs/{qos}/disassociate_all", this::disassociateAll);
    }

    private FakeCollection policies() {
        return cinder.collection("qos_specs");
    }

    private Row find(Call call) {
        String id = call.param("qos");
        return policies().find(id).orElseThrow(() -> missing(id));
    }

    private static Refusal missing(String id) {
        return Refusal.notFound("No such QoS spec " + id + ".");
    }

    private FakeResponse list(Call call) {
        FakeBlockStorage.adminOnly(call, RULE + "get_all");
        BlockList list = BlockList.of(call)
                .columns("id", "name", "consumer", "created_at", "updated_at")
                .missing(FakeQosPolicies::missing);
        return list.reply("qos_specs", "/qos-specs", policies().all(), FakeQosPolicies::fields);
    }

    private FakeResponse create(Call call) {
        Map<String, Object> wanted = BlockBody.of(
                call,
                "qos_specs",
                Schema.object().required("name", BlockBody.REQUIRED_NAME).others(".*", BlockBody.ANY));
        FakeBlockStorage.adminOnly(call, RULE + "create");
        String name = String.valueOf(wanted.remove("name")).strip();
        if (policies().first("name", name).isPresent()) {
            throw Refusal.conflict("QoS Specs " + name + " already exists.");
        }
        Object consumer = wanted.containsKey("consumer") ? wanted.remove("consumer") : "back-end";
        wanted.forEach((key, value) -> {
            if (!(value instanceof String)) {
                throw Refusal.badRequest(
                        "Invalid input received: Value for key \"" + key + "\" is not a string or unicode");
            }
        });
        Row row = policies()
                .add(Row.of(
                        "id",
                        cinder.world().ids().uuid(),
                        "name",
                        name,
                        "consumer",
                        consumer(consumer),
                        "specs",
                        new LinkedHashMap<>(wanted),
                        "created_at",
                        cinder.now(),
                        "updated_at",
                        null));
        return Json.reply(200, view(call, row));
    }

    private static String consumer(@Nullable Object consumer) {
        if (!CONSUMERS.contains(String.valueOf(consumer))) {
            throw Refusal.badRequest("Invalid qos specs: Valid consumer of QoS specs are: " + Python.repr(CONSUMERS));
        }
        return String.valueOf(consumer);
    }

    private FakeResponse update(Call call) {
        Map<String, Object> wanted = BlockBody.of(
                call, "qos_specs", Schema.object().others("^[a-zA-Z0-9-_:. /]{1,255}$", BlockBody.SHORT_OR_NULL));
        FakeBlockStorage.adminOnly(call, RULE + "update");
        Row policy = find(call);
        Map<String, Object> specs = new LinkedHashMap<>(policy.object("specs"));
        wanted.forEach((name, value) -> {
            if (name.equals("consumer")) {
                policy.set("consumer", consumer(value));
            } else {
                specs.put(name, value);
            }
        });
        policy.set("specs", specs).set("updated_at", cinder.now());
        return Json.reply(200, Json.map("qos_specs", wanted));
    }

    private FakeResponse deleteKeys(Call call) {
        Map<String, Object> wanted = BlockBody.whole(call, Schema.object().required("keys", FakeQosPolicies::keys));
        FakeBlockStorage.adminOnly(call, RULE + "delete");
        Row policy = find(call);
        Map<String, Object> specs = new LinkedHashMap<>(policy.object("specs"));
        for (Object key : (List<?>) wanted.getOrDefault("keys", List.of())) {
            if (!specs.containsKey(String.valueOf(key))) {
                throw Refusal.notFound("QoS spec " + policy.id() + " has no spec with key " + key + ".");
            }
            specs.remove(String.valueOf(key));
        }
        policy.set("specs", specs);
        return FakeResponse.of(202);
    }

    private static Schema.@Nullable Violation keys(List<String> path, @Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            return BlockBody.wrong(path, value, "array");
        }
        for (Object key : list) {
            Schema.Violation violation = Schema.text(1, 255).check(path, key);
            if (violation != null) {
                return violation;
            }
        }
        return null;
    }

    private FakeResponse delete(Call call) {
        FakeBlockStorage.adminOnly(call, RULE + "delete");
        boolean force = BlockText.flag("force", call.query("force").orElse("false"));
        Row policy = find(call);
        List<Row> types = associated(policy);
        if (!types.isEmpty() && !force) {
            throw Refusal.badRequest("Qos specs still in use.");
        }
        types.forEach(type -> type.set("qos_specs_id", null));
        policies().remove(policy.id());
        return FakeResponse.of(202);
    }

    private List<Row> associated(Row policy) {
        return cinder.collection("types").where("qos_specs_id", policy.id());
    }

    private FakeResponse associations(Call call) {
        FakeBlockStorage.adminOnly(call, RULE + "get_all");
        List<Object> views = new ArrayList<>();
        associated(find(call))
                .forEach(type -> views.add(
                        Json.map("association_type", "volume_type", "name", type.text("name"), "id", type.id())));
        return Json.reply(200, Json.map("qos_associations", views));
    }

    private FakeResponse associate(Call call) {
        FakeBlockStorage.adminOnly(call, RULE + "update");
        String id = typeId(call);
        Row policy = find(call);
        Row type = cinder.types().visible(call.caller(), id);
        if (type.get("qos_specs_id") != null && !type.is("qos_specs_id", policy.id())) {
            throw Refusal.badRequest("Invalid volume type: Type " + id
                    + " is already associated with another qos specs: " + type.text("qos_specs_id"));
        }
        type.set("qos_specs_id", policy.id());
        return FakeResponse.of(202);
    }

    private FakeResponse disassociate(Call call) {
        FakeBlockStorage.adminOnly(call, RULE + "update");
        String id = typeId(call);
        find(call);
        cinder.types().visible(call.caller(), id).set("qos_specs_id", null);
        return FakeResponse.of(202);
    }

    private static String typeId(Call call) {
        String id = call.query("vol_type_id").orElse("");
        if (id.isEmpty()) {
            throw Refusal.badRequest("Volume Type id must not be None.");
        }
        return id;
    }

    private FakeResponse disassociateAll(Call call) {
        FakeBlockStorage.adminOnly(call, RULE + "update");
        associated(find(call)).forEach(type -> type.set("qos_specs_id", null));
        return FakeResponse.of(202);
    }

    private static Map<String, Object> fields(Row policy) {
        return policy.pick("id", "name", "consumer", "specs");
    }

    private static Map<String, Object> view(Call call, Row policy) {
        return Json.map(
                "qos_specs", fields(policy), "links", FakeBlockStorage.links(call, "/qos-specs/" + policy.id()));
    }
}
