package io.github.openstackjvm.testkit.blockstorage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;
import org.jspecify.annotations.Nullable;

/** Types of groups of volumes. One is there from the beginning, for what once was another kind of groups. */
public final class FakeGroupTypes implements FakeResource {
    private static final String RESERVED = "default_cgsnapshot_type";
    private static final String RULE = "group:group_types:";

    private final FakeBlockStorage cinder;

    FakeGroupTypes(FakeBlockStorage cinder) {
        this.cinder = cinder;
        if (types().all().isEmpty()) {
            add(
                    RESERVED,
                    "Default group type for migrating cgsnapshot",
                    true,
                    Map.of("consistent_group_snapshot_enabled", "<is> True"));
        }
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/group_types", this::list).since("3.11");
        routes.post("/group_types", this::create).since("3.11");
        routes.get("/group_types/default", call -> {
                    throw Refusal.notFound("Default group type can not be found.");
                })
                .since("3.11");
        routes.get("/group_types/{type}", call -> reply(call, 200, visible(call)))
                .since("3.11");
        routes.put("/group_types/{type}", this::update).since("3.11");
        routes.delete("/group_types/{type}", this::delete).since("3.11");
    }

    FakeCollection types() {
        return cinder.collection("group_types");
    }

    private Row add(String name, @Nullable Object description, boolean isPublic, Map<String, Object> specs) {
        return types().add(Row.of(
                "id",
                cinder.world().ids().uuid(),
                "name",
                name,
                "description",
                description,
                "is_public",
                isPublic,
                "group_specs",
                new LinkedHashMap<>(specs),
                "created_at",
                cinder.now()));
    }

    /** The type that the path names, when the caller may see it. */
    Row visible(Call call) {
        String id = call.param("type");
        return types().find(id).filter(type -> sees(call.caller(), type)).orElseThrow(() -> missing(id));
    }

    /** The type of this id or name. */
    Row named(String nameOrId) {
        Optional<Row> byName = types().first("name", nameOrId);
        if (BlockBody.isUuid(nameOrId)) {
            return types().find(nameOrId).or(() -> byName).orElseThrow(() -> missing(nameOrId));
        }
        return byName.orElseThrow(() -> Refusal.notFound("Group type with name " + nameOrId + " could not be found."));
    }

    /** Refuses the type that is kept for groups of the older kind. */
    void checkReserved(Row type) {
        if (type.is("name", RESERVED)) {
            throw Refusal.badRequest("Group_type " + type.id()
                    + " is reserved for migrating CGs to groups. Migrated group can only be operated by CG APIs.");
        }
    }

    private static Refusal missing(String id) {
        return Refusal.notFound("Group type " + id + " could not be found.");
    }

    private static boolean sees(Caller caller, Row type) {
        return caller.admin() || type.is("is_public");
    }

    private FakeResponse list(Call call) {
        BlockList list = BlockList.of(call)
                .columns("id", "name", "description", "is_public", "created_at")
                .links("group_type_links")
                .missing(FakeGroupTypes::missing);
        Boolean isPublic = FakeVolumeTypes.isPublic(call, list.take("is_public"));
        // It takes no other filters, and says nothing about them.
        list.filters().clear();
        List<Row> rows =
                types().where(type -> sees(call.caller(), type) && FakeVolumeTypes.wanted(call, type, isPublic));
        return list.reply("group_types", "/group_types", rows, type -> view(call, type));
    }

    private FakeResponse create(Call call) {
        Map<String, Object> wanted = BlockBody.of(
                call,
                "group_type",
                Schema.object()
                        .required("name", BlockBody.REQUIRED_NAME)
                        .optional("description", BlockBody.DESCRIPTION)
                        .optional("is_public", BlockBody.FLAG)
                        .optional("group_specs", FakeVolumeTypes.SPECS));
        FakeBlockStorage.adminOnly(call, RULE + "create");
        String name = String.valueOf(wanted.get("name"));
        checkName(name);
        boolean isPublic = Boolean.TRUE.equals(BlockText.flag(wanted.getOrDefault("is_public", true)));
        return reply(call, 202, add(name, wanted.get("description"), isPublic, Json.object(wanted.get("group_specs"))));
    }

    private FakeResponse update(Call call) {
        Map<String, Object> wanted = BlockBody.of(
                call,
                "group_type",
                Schema.object()
                        .optional("name", BlockBody.SHORT_OR_NULL)
                        .optional("description", BlockBody.DESCRIPTION)
                        .optional("is_public", BlockBody.FLAG));
        FakeBlockStorage.adminOnly(call, RULE + "update");
        Object name = wanted.get("name");
        if (name != null && !name.toString().isEmpty() && name.toString().isBlank()) {
            throw Refusal.badRequest("Group type name can not be empty.");
        }
        if (name == null && wanted.get("description") == null && wanted.get("is_public") == null) {
            throw Refusal.badRequest("Specify group type name, description or a combination thereof.");
        }
        Row type = visible(call);
        if (name != null && !type.is("name", name)) {
            checkName(name.toString());
        }
        FakeVolumeTypes.change(type, wanted);
        return reply(call, 200, type);
    }

    private void checkName(String name) {
        if (types().first("name", name).isPresent()) {
            throw Refusal.conflict("Group Type " + name + " already exists.");
        }
    }

    private FakeResponse delete(Call call) {
        FakeBlockStorage.adminOnly(call, RULE + "delete");
        Row type = visible(call);
        if (cinder.collection("groups").first("group_type", type.id()).isPresent()) {
            throw Refusal.badRequest("Target group type is still in use. Group Type " + type.id()
                    + " deletion is not allowed with groups present with the type.");
        }
        types().remove(type.id());
        return FakeResponse.of(202);
    }

    private static FakeResponse reply(Call call, int status, Row type) {
        return Json.reply(status, Json.map("group_type", view(call, type)));
    }

    private static Map<String, Object> view(Call call, Row type) {
        Map<String, Object> view = type.pick("id", "name", "description", "is_public");
        if (call.caller().admin()) {
            view.put("group_specs", type.object("group_specs"));
        }
        return view;
    }
}
