package io.github.openstackjvm.testkit.blockstorage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

/** Volume types. Two lead to a backend each, one may be attached to several servers, and one is for who names none. */
public final class FakeVolumeTypes implements FakeResource {
    static final String DEFAULT = "__DEFAULT__";
    private static final String IS_PUBLIC = "os-volume-type-access:is_public";
    private static final String EXTENSION = "volume_extension:";

    /** What of the extra specs everybody may read. */
    private static final Set<String> VISIBLE =
            Set.of("multiattach", "RESKEY:availability_zones", "replication_enabled");

    /** Extra specs: texts, or nothing, by their names. */
    static final Schema SPECS = Schema.object().others("^[a-zA-Z0-9-_:. /]{1,255}$", BlockBody.SHORT_OR_NULL);

    private final FakeBlockStorage cinder;

    FakeVolumeTypes(FakeBlockStorage cinder) {
        this.cinder = cinder;
        if (types().all().isEmpty()) {
            usual(DEFAULT, "Default Volume Type", Map.of());
            usual("files2", null, Map.of("volume_backend_name", "files2"));
            usual("multiattach", null, Map.of("multiattach", "<is> True"));
            usual("files1", null, Map.of("volume_backend_name", "files1"));
        }
    }

    private void usual(String name, @Nullable String description, Map<String, Object> specs) {
        types().add(row(name, description, true, specs));
    }

    private Row row(@Nullable Object name, @Nullable Object description, boolean isPublic, Map<String, Object> specs) {
        return Row.of(
                "id",
                cinder.world().ids().uuid(),
                "name",
                name,
                "description",
                description,
                "is_public",
                isPublic,
                "extra_specs",
                new LinkedHashMap<>(specs),
                "qos_specs_id",
                null,
                "access",
                new ArrayList<String>(),
                "created_at",
                cinder.now());
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/types", this::list);
        routes.post("/types", this::create);
        routes.get(
                "/types/default",
                call -> Json.reply(200, Json.map("volume_type", view(call, byDefault(call.caller())))));
        routes.get("/types/{type}", this::show);
        routes.put("/types/{type}", this::update);
        routes.delete("/types/{type}", this::delete);
    }

    FakeCollection types() {
        return cinder.collection("types");
    }

    /** The type of that name, for quotas by type; empty when there is none. */
    String idOfName(String name) {
        return types().first("name", name).map(Row::id).orElse("");
    }

    /** The name of a type. */
    String nameOf(String id) {
        return types().find(id).map(row -> row.text("name")).orElse("");
    }

    /** The type that the path names, when the caller may see it. */
    Row visible(Call call) {
        return visible(call.caller(), call.param("type"));
    }

    /** The type of this id, when the caller may see it. */
    Row visible(Caller caller, String id) {
        return types().find(id).filter(type -> sees(caller, type)).orElseThrow(() -> missing(id));
    }

    /** The type by its id or else by its name, whoever may see it. */
    Row any(String nameOrId) {
        return types().find(nameOrId).or(() -> types().first("name", nameOrId)).orElseThrow(() -> nowhere(nameOrId));
    }

    /** The type by its id or else by its name, when the caller may see it. */
    Row named(Caller caller, String nameOrId) {
        Optional<Row> byId = types().find(nameOrId).filter(type -> sees(caller, type));
        return byId.or(() -> types().first("name", nameOrId).filter(type -> sees(caller, type)))
                .orElseThrow(() -> nowhere(nameOrId));
    }

    private static Refusal nowhere(String nameOrId) {
        return BlockBody.isUuid(nameOrId)
                ? missing(nameOrId)
                : Refusal.notFound("Volume type with name " + nameOrId + " could not be found.");
    }

    /** The type of who names none: that of the project if it was given one. */
    Row byDefault(Caller caller) {
        return cinder.collection("default_types")
                .find(caller.projectId())
                .flatMap(chosen -> types().find(chosen.text("volume_type_id")))
                .orElseGet(() -> types().first("name", DEFAULT).orElseThrow());
    }

    /** What is said of a type that is not there. */
    static Refusal missing(String id) {
        return Refusal.notFound("Volume type " + id + " could not be found.");
    }

    private static boolean sees(Caller caller, Row type) {
        return caller.admin() || type.is("is_public") || type.texts("access").contains(caller.projectId());
    }

    private FakeResponse list(Call call) {
        BlockList list = BlockList.of(call)
                .columns("name", "description", "is_public", "qos_specs_id", "created_at", "extra_specs", "id")
                .missing(FakeVolumeTypes::missing);
        if (call.since("3.52")) {
            list.allow("is_public", "extra_specs");
        } else if (!call.caller().admin()) {
            list.filters().keySet().retainAll(Set.of("is_public"));
        }
        Boolean isPublic = isPublic(call, list.take("is_public"));
        Object specs = BlockText.literal(list.filters().getOrDefault("extra_specs", "{}"));
        if (!call.caller().admin() && !VISIBLE.containsAll(Json.object(specs).keySet())) {
            return Json.reply(200, Json.map("volume_types", List.of()));
        }
        List<Row> rows = types().where(type -> sees(call.caller(), type) && wanted(call, type, isPublic));
        // The one list of Cinder whose links have the key of one.
        return list.links("volume_type_links")
                .reply("volume_types", "/types", rows, type -> access(type, view(call, type)));
    }

    /** Whether it is public, or is not, as the caller wants it. */
    static boolean wanted(Call call, Row type, @Nullable Boolean isPublic) {
        boolean granted = type.texts("access").contains(call.caller().projectId());
        return isPublic == null || (isPublic ? type.is("is_public") || granted : !type.is("is_public"));
    }

    /** Which ones the caller wants; null for all. */
    static @Nullable Boolean isPublic(Call call, @Nullable String wanted) {
        if (wanted == null || !call.caller().admin()) {
            return true;
        }
        if (wanted.toLowerCase(Locale.ROOT).equals("none")) {
            return null;
        }
        Boolean flag = BlockText.flag(wanted);
        if (flag == null) {
            throw Refusal.badRequest("Invalid is_public filter [" + wanted + "]");
        }
        return flag;
    }

    private FakeResponse show(Call call) {
        Row type = visible(call);
        return Json.reply(200, Json.map("volume_type", access(type, view(call, type))));
    }

    private FakeResponse create(Call call) {
        Map<String, Object> wanted = BlockBody.of(
                call,
                "volume_type",
                Schema.object()
                        .optional("description", BlockBody.SHORT_OR_NULL)
                        .optional("extra_specs", SPECS)
                        .optional(IS_PUBLIC, BlockBody.FLAG)
                        .required("name", BlockBody.REQUIRED_NAME));
        FakeBlockStorage.adminOnly(call, EXTENSION + "type_create");
        checkName(String.valueOf(wanted.get("name")));
        Row type = types().add(row(
                wanted.get("name"),
                wanted.get("description"),
                Boolean.TRUE.equals(BlockText.flag(wanted.getOrDefault(IS_PUBLIC, true))),
                Json.object(wanted.getOrDefault("extra_specs", Map.of()))));
        return Json.reply(200, Json.map("volume_type", access(type, managed(type))));
    }

    private FakeResponse update(Call call) {
        Map<String, Object> wanted = BlockBody.of(
                call,
                "volume_type",
                Schema.object()
                        .optional(
                                "name",
                                (path, value) -> value == null
                                        ? null
                                        : Schema.text(1, 255).check(path, value))
                        .optional("description", BlockBody.SHORT_OR_NULL)
                        .optional("is_public", BlockBody.FLAG));
        FakeBlockStorage.adminOnly(call, EXTENSION + "type_update");
        Object name = wanted.get("name");
        if (name != null && name.toString().isBlank()) {
            throw Refusal.badRequest("Volume type name can not be empty.");
        }
        if (name == null && wanted.get("description") == null && wanted.get("is_public") == null) {
            throw Refusal.badRequest("Specify volume type name, description, is_public or a combination thereof.");
        }
        Row type = visible(call);
        if (name != null && !type.is("name", name)) {
            checkName(name.toString());
        }
        change(type, wanted);
        return Json.reply(200, Json.map("volume_type", managed(type)));
    }

    /** What is said of a type, of volumes or of groups, it is from now on. */
    static void change(Row type, Map<String, Object> wanted) {
        for (String field : List.of("name", "description")) {
            if (wanted.get(field) != null) {
                type.set(field, wanted.get(field));
            }
        }
        if (wanted.get("is_public") != null) {
            type.set("is_public", Boolean.TRUE.equals(BlockText.flag(wanted.get("is_public"))));
        }
    }

    private void checkName(String name) {
        if (types().first("name", name).isPresent()) {
            throw Refusal.conflict("Volume Type " + name + " already exists.");
        }
    }

    private FakeResponse delete(Call call) {
        FakeBlockStorage.adminOnly(call, EXTENSION + "type_delete");
        Row type = visible(call);
        boolean chosen = cinder.collection("default_types")
                .first("volume_type_id", type.id())
                .isPresent();
        if (chosen || type.is("name", DEFAULT)) {
            throw Refusal.badRequest(
                    "The volume type " + type.id() + " is a default volume type and cannot be deleted.");
        }
        if (cinder.collection("volumes").first("volume_type_id", type.id()).isPresent()) {
            throw Refusal.badRequest("Target volume type is still in use.");
        }
        types().remove(type.id());
        cinder.collection("encryptions").remove(type.id());
        return FakeResponse.of(202);
    }

    private static Map<String, Object> view(Call call, Row type) {
        Map<String, Object> view = type.pick("id", "name", "is_public", "description");
        view.put("extra_specs", specs(call, type));
        if (call.caller().admin()) {
            Json.put(view, "qos_specs_id", type.get("qos_specs_id"));
        }
        return view;
    }

    /** Those of a type's extra specs that the caller may read. */
    static Map<String, Object> specs(Call call, Row type) {
        Map<String, Object> specs = new LinkedHashMap<>(type.object("extra_specs"));
        if (!call.caller().admin()) {
            specs.keySet().retainAll(VISIBLE);
        }
        return specs;
    }

    /** What who changes types gets to see of them. */
    private static Map<String, Object> managed(Row type) {
        return type.pick("id", "name", "is_public", "extra_specs", "description");
    }

    private static Map<String, Object> access(Row type, Map<String, Object> view) {
        view.put(IS_PUBLIC, type.is("is_public"));
        return view;
    }
}
