package io.github.openstackjvm.testkit.blockstorage;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Motion;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;
import org.jspecify.annotations.Nullable;

/** Groups of volumes, and what happens to them in the background. */
public final class FakeGroups implements FakeResource, Motion.Arrival {
    private static final String KIND = "group";

    private static final Schema TYPE = (path, value) -> {
        Schema.Violation violation = Schema.text(0, Integer.MAX_VALUE).check(path, value);
        int length = String.valueOf(value).strip().length();
        if (violation == null && (length == 0 || length > 255)) {
            throw Refusal.badRequest("Invalid input received: group_type has " + length + " characters, "
                    + (length == 0 ? "less than 1." : "more than 255."));
        }
        return violation;
    };

    private static final Schema VOLUME_TYPES = (path, value) -> {
        if (!(value instanceof List<?> list)) {
            return BlockBody.wrong(path, value, "array");
        }
        String complaint = list.isEmpty()
                ? " is too short"
                : new HashSet<>(list).size() < list.size() ? " has non-unique elements" : "";
        return complaint.isEmpty()
                ? list.stream()
                        .map(each -> Schema.text(0, 255).check(path, each))
                        .filter(violation -> violation != null)
                        .findFirst()
                        .orElse(null)
                : new Schema.Violation(path, value, Python.repr(value) + complaint);
    };

    private final FakeBlockStorage cinder;

    FakeGroups(FakeBlockStorage cinder) {
        this.cinder = cinder;
        cinder.world().motion().tell(cinder.region(), KIND, this);
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/groups", call -> list(call, false)).since("3.13");
        routes.get("/groups/detail", call -> list(call, true)).since("3.13");
        routes.post("/groups", this::create).since("3.13");
        routes.get("/groups/{group}", this::show).since("3.13");
        routes.put("/groups/{group}", call -> new GroupChange(cinder, call, find(call)).make())
                .since("3.13");
    }

    FakeCollection groups() {
        return cinder.collection("groups");
    }

    /** The group that the path names, when the caller may see it. */
    Row find(Call call) {
        return find(call, call.param("group"));
    }

    /** The group of this id, when the caller may see it. */
    Row find(Call call, String id) {
        return groups().find(id)
                .filter(group -> FakeBlockStorage.sees(call, group))
                .orElseThrow(() -> missing(id));
    }

    private static Refusal missing(String id) {
        return Refusal.notFound("Group " + id + " could not be found.");
    }

    /** What is said of a group with which that cannot be done. */
    static Refusal invalid(String words) {
        return Refusal.badRequest("Invalid Group: " + words);
    }

    /** The volumes of a group. */
    List<Row> volumes(Row group) {
        return cinder.collection("volumes").where("group_id", group.id());
    }

    private FakeResponse list(Call call, boolean detailed) {
        BlockList list = BlockList.of(call)
                .columns(
                        "id",
                        "name",
                        "description",
                        "status",
                        "availability_zone",
                        "created_at",
                        "group_type_id",
                        "host",
                        "project_id",
                        "user_id",
                        "group_snapshot_id",
                        "source_group_id",
                        "replication_status")
                .renamed(Map.of("group_type_id", "group_type"))
                // Cinder's own link leads to the list without details, whichever was asked for.
                .links("group_links")
                .missing(FakeGroups::missing);
        list.take("list_volume");
        boolean all = list.allProjectsIfNamed();
        list.allowSince331("name");
        groups().all().forEach(this::read);
        List<Row> rows = groups().where(
                        group -> all || group.is("project_id", call.caller().projectId()));
        return list.reply("groups", "/groups", rows, group -> detailed ? view(call, group) : group.pick("id", "name"));
    }

    private FakeResponse create(Call call) {
        Map<String, Object> wanted = BlockBody.of(
                call,
                "group",
                Schema.object()
                        .optional("description", BlockBody.DESCRIPTION)
                        .required("group_type", TYPE)
                        .optional("name", BlockBody.SHORT_OR_NULL)
                        .required("volume_types", VOLUME_TYPES)
                        .optional("availability_zone", BlockBody.ZONE));
        Row type = cinder.groupTypes().named(String.valueOf(wanted.get("group_type")));
        cinder.groupTypes().checkReserved(type);
        List<String> volumeTypes = new Row(wanted)
                .texts("volume_types").stream()
                        .map(each -> cinder.types().any(each).id())
                        .toList();
        Object zone = wanted.get("availability_zone");
        if (zone != null && !zone.equals(FakeBlockStorage.ZONE)) {
            throw Refusal.badRequest("Invalid input received: Availability zone '" + zone + "' is invalid.");
        }
        Row group = add(call.caller(), wanted, type.id(), volumeTypes);
        begin(group, "create");
        return Json.reply(202, Json.map("group", group.pick("id", "name")));
    }

    /** Keeps a group that is still being made, or refuses one too many. */
    Row add(Caller caller, Map<String, Object> wanted, String type, List<String> volumeTypes) {
        cinder.quotas().checkGroup(caller.projectId());
        return groups().add(Row.of(
                "id",
                cinder.world().ids().uuid(),
                "project_id",
                caller.projectId(),
                "user_id",
                caller.userId(),
                "name",
                BlockBody.stripped(wanted.get("name")),
                "description",
                BlockBody.stripped(wanted.get("description")),
                "status",
                "creating",
                "availability_zone",
                FakeBlockStorage.ZONE,
                "group_type",
                type,
                "volume_types",
                volumeTypes,
                "group_snapshot_id",
                null,
                "source_group_id",
                null,
                "replication_status",
                "disabled",
                "host",
                null,
                "created_at",
                cinder.now()));
    }

    /** Begins what this group is to go through. */
    void begin(Row group, String what) {
        cinder.world().motion().begin(cinder.region(), KIND, group.id(), what);
    }

    private void read(Row group) {
        cinder.world().motion().read(cinder.region(), KIND, group.id());
    }

    private FakeResponse show(Call call) {
        read(find(call));
        return Json.reply(200, Json.map("group", view(call, find(call))));
    }

    @Override
    public void done(String id, String what) {
        groups().find(id).ifPresent(group -> {
            switch (what) {
                case "create" -> placed(group);
                case "copy" -> {
                    group.set("status", "available");
                    volumes(group)
                            .forEach(volume -> volume.set("status", "available")
                                    .set("host", group.get("host"))
                                    .set("updated_at", cinder.now()));
                }
                case "update" -> {
                    member(group, "wanted_volumes", group.id());
                    member(group, "unwanted_volumes", null);
                    group.set("status", "available");
                }
                default -> {
                    volumes(group).forEach(volume -> cinder.life().done(volume.id(), "delete"));
                    groups().remove(id);
                }
            }
        });
    }

    // On the first backend that fits each of its types: its volumes lie together.
    private void placed(Row group) {
        List<String> types = group.texts("volume_types");
        Optional<String> host = cinder.services()
                .backendFor(types.get(0))
                .filter(one -> types.stream()
                        .allMatch(type -> !cinder.services().namesBackend(type)
                                || cinder.services()
                                        .backendFor(type)
                                        .filter(one::equals)
                                        .isPresent()));
        group.set("host", host.orElse(null)).set("status", host.isPresent() ? "available" : "error");
    }

    private void member(Row group, String ids, @Nullable String of) {
        group.texts(ids)
                .forEach(id -> cinder.collection("volumes")
                        .find(id)
                        .ifPresent(volume -> volume.set("group_id", of).set("updated_at", cinder.now())));
    }

    @Override
    public void failed(String id, String what, String words) {
        groups().find(id).ifPresent(group -> {
            group.set("status", "error");
            if (!what.equals("update")) {
                volumes(group).forEach(volume -> volume.set("status", "error"));
            }
        });
    }

    private Map<String, Object> view(Call call, Row group) {
        Map<String, Object> view = group.pick(
                "id", "status", "availability_zone", "created_at", "name", "description", "group_type", "volume_types");
        if (call.since("3.14")) {
            view.putAll(group.pick("group_snapshot_id", "source_group_id"));
        }
        boolean volumes = call.since("3.25")
                && Boolean.TRUE.equals(BlockText.flag(call.query("list_volume").orElse("false")));
        if (volumes) {
            view.put("volumes", volumes(group).stream().map(Row::id).toList());
        }
        if (call.since("3.38")) {
            view.putAll(group.pick("replication_status"));
        }
        if (call.since("3.58") && call.caller().admin()) {
            view.putAll(group.pick("project_id"));
        }
        return view;
    }
}
