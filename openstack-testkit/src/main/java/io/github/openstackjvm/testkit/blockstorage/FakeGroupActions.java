package io.github.openstackjvm.testkit.blockstorage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;
import org.jspecify.annotations.Nullable;

/** What can be done with groups of volumes beside changing them. */
public final class FakeGroupActions implements FakeResource {
    private static final String TRUE = "<is> True";
    private static final List<String> NAMED_STATUSES =
            List.of("error", "available", "creating", "deleting", "deleted", "updating", "in-use", "error_deleting");

    private final FakeBlockStorage cinder;

    FakeGroupActions(FakeBlockStorage cinder) {
        this.cinder = cinder;
    }

    @Override
    public void routes(Routes routes) {
        routes.post("/groups/action", this::copy).since("3.14");
        routes.post("/groups/{group}/action", this::act).since("3.13");
    }

    private FakeResponse act(Call call) {
        Map<String, Object> body = BlockBody.action(call);
        String action = body.keySet().iterator().next();
        String since = switch (action) {
            case "delete" -> "3.13";
            case "reset_status" -> "3.20";
            case "enable_replication", "disable_replication", "failover_replication", "list_replication_targets" ->
                "3.38";
            default -> throw BlockBody.noAction(body);
        };
        if (!call.since(since)) {
            throw Refusal.notFound("The resource could not be found.");
        }
        return switch (action) {
            case "delete" -> delete(call, body);
            case "reset_status" -> reset(call, body);
            default -> replicate(call, body, action);
        };
    }

    private FakeResponse delete(Call call, Map<String, Object> body) {
        Map<String, Object> wanted =
                BlockBody.argument(body, Schema.object().optional("delete-volumes", BlockBody.FLAG));
        boolean withVolumes = Boolean.TRUE.equals(BlockText.flag(wanted.getOrDefault("delete-volumes", false)));
        Row group = cinder.groups().find(call);
        if (group.get("host") == null) {
            cinder.groups().groups().remove(group.id());
            return FakeResponse.of(202);
        }
        String status = group.text("status");
        if (!withVolumes && !List.of("available", "error").contains(status)) {
            throw FakeGroups.invalid("Group status must be available or error, but current status is: " + status);
        }
        if (cinder.collection("group_snapshots").first("group_id", group.id()).isPresent()) {
            throw FakeGroups.invalid("Group has existing snapshots.");
        }
        List<Row> volumes = cinder.groups().volumes(group);
        if (!volumes.isEmpty() && !withVolumes) {
            throw FakeGroups.invalid("Group " + group.id()
                    + " still contains volumes. The delete-volumes flag is required to delete it.");
        }
        for (Row volume : volumes) {
            if (volume.is("attach_status", "attached")) {
                throw FakeGroups.invalid("Volume in group " + group.id() + " is attached. Need to detach first.");
            }
            if (cinder.collection("snapshots").first("volume_id", volume.id()).isPresent()) {
                throw FakeGroups.invalid("Volume in group still has dependent snapshots.");
            }
        }
        volumes.forEach(volume -> volume.set("status", "deleting"));
        cinder.groups().begin(group.set("status", "deleting"), "delete");
        return FakeResponse.of(202);
    }

    private FakeResponse reset(Call call, Map<String, Object> body) {
        Schema status = (path, value) -> {
            Schema.Violation violation = Schema.text(0, 255).check(path, value);
            String word = String.valueOf(value).toLowerCase(Locale.ROOT);
            // What it names as valid and what it takes are not quite the same.
            if (violation == null && (word.equals("in-use") || !NAMED_STATUSES.contains(word))) {
                String named = Python.repr(NAMED_STATUSES);
                throw Refusal.badRequest("Invalid Group Status: Group status: " + value
                        + " is invalid, valid status are: (" + named.substring(1, named.length() - 1) + ").");
            }
            return violation;
        };
        Map<String, Object> wanted = BlockBody.argument(body, Schema.object().required("status", status));
        Row group = cinder.groups().find(call);
        FakeBlockStorage.adminOnly(call, "group:reset_status");
        cinder.world().motion().forget(cinder.region(), "group", group.id());
        group.set("status", String.valueOf(wanted.get("status")).toLowerCase(Locale.ROOT));
        return FakeResponse.of(202);
    }

    // No backend here is replicated; so no volume ever has the state in which that could begin or end.
    private FakeResponse replicate(Call call, Map<String, Object> body, String action) {
        BlockBody.argument(
                body,
                action.equals("failover_replication")
                        ? Schema.object()
                                .optional("allow_attached_volume", BlockBody.FLAG)
                                .optional("secondary_backend_id", BlockBody.SHORT_OR_NULL)
                        : Schema.object().others(".*", BlockBody.ANY));
        Row group = cinder.groups().find(call);
        checkReplicated(group);
        if (action.equals("list_replication_targets")) {
            return Json.reply(200, Json.map("replication_targets", List.of()));
        }
        String verb = action.replace("_replication", "");
        List<String> states = switch (verb) {
            case "enable" -> List.of("disabled", "enabled");
            case "disable" -> List.of("enabled", "error");
            default -> List.of("enabled", "failed-over");
        };
        String end = ". Cannot " + verb + " replication.";
        List<String> statuses = verb.equals("disable") ? List.of("available", "error") : List.of("available");
        if (!statuses.contains(group.text("status"))) {
            throw FakeGroups.invalid("Group " + group.id() + " status must be " + Python.repr(statuses)
                    + ", but current status is: " + group.text("status") + end);
        }
        if (!states.contains(group.text("replication_status"))) {
            throw FakeGroups.invalid("Group " + group.id() + " replication status must be " + Python.repr(states)
                    + ", but current status is: " + group.text("replication_status") + end);
        }
        for (Row volume : cinder.groups().volumes(group)) {
            throw VolumeStates.invalid("Volume " + volume.id() + " replication status must be " + Python.repr(states)
                    + ", but current status is: " + Python.str(volume.get("replication_status")) + end);
        }
        // Nothing to replicate: what was asked for is so.
        group.set("replication_status", verb.equals("disable") ? "disabled" : "enabled");
        return FakeResponse.of(202);
    }

    private void checkReplicated(Row group) {
        Map<String, Object> specs = cinder.groupTypes()
                .types()
                .find(group.text("group_type"))
                .map(type -> type.object("group_specs"))
                .orElse(Map.of());
        if (Stream.of("group_replication_enabled", "consistent_group_replication_enabled")
                .noneMatch(key -> TRUE.equals(specs.get(key)))) {
            throw Refusal.badRequest("Invalid group type: Group " + group.id() + " is not a replication group type.");
        }
        for (String type : group.texts("volume_types")) {
            boolean replicated = cinder.types()
                    .types()
                    .find(type)
                    .filter(one -> TRUE.equals(one.object("extra_specs").get("replication_enabled")))
                    .isPresent();
            if (!replicated) {
                throw Refusal.badRequest("Invalid volume type: Volume type " + type
                        + " does not have 'replication_enabled' spec key set to '<is> True'.");
            }
        }
    }

    private FakeResponse copy(Call call) {
        Map<String, Object> body = BlockBody.action(call);
        if (!body.containsKey("create-from-src")) {
            throw BlockBody.noAction(body);
        }
        Schema.ObjectSchema schema = Schema.object()
                .optional("description", BlockBody.DESCRIPTION)
                .optional("name", BlockBody.SHORT_OR_NULL)
                .optional("source_group_id", BlockBody.UUID)
                .optional("group_snapshot_id", BlockBody.UUID);
        Map<String, Object> wanted = BlockBody.argument(body, oneOrigin(schema));
        boolean ofSnapshot = wanted.containsKey("group_snapshot_id");
        Row snapshot =
                ofSnapshot ? cinder.groupSnapshots().find(call, String.valueOf(wanted.get("group_snapshot_id"))) : null;
        Row source = cinder.groups()
                .find(
                        call,
                        snapshot != null ? snapshot.text("group_id") : String.valueOf(wanted.get("source_group_id")));
        List<Row> origins = snapshot != null
                ? cinder.groupSnapshots().snapshots(snapshot)
                : cinder.groups().volumes(source);
        if (origins.isEmpty()) {
            throw FakeGroups.invalid(
                    (ofSnapshot ? "Group snapshot" : "Source Group") + " is empty. No group will be created.");
        }
        Row group = cinder.groups()
                .add(call.caller(), wanted, source.text("group_type"), source.texts("volume_types"))
                .set("host", source.get("host"))
                .set("group_snapshot_id", wanted.get("group_snapshot_id"))
                .set("source_group_id", wanted.get("source_group_id"));
        origins.forEach(origin -> new VolumeCreation(
                        cinder,
                        call.caller(),
                        Json.map(
                                ofSnapshot ? "snapshot_id" : "source_volid",
                                origin.id(),
                                "volume_type",
                                origin.text("volume_type_id"),
                                "group_id",
                                group.id()))
                .make());
        cinder.groups().begin(group, "copy");
        return Json.reply(202, Json.map("group", group.pick("id", "name")));
    }

    private static Schema oneOrigin(Schema schema) {
        return (path, value) -> {
            Schema.Violation violation = schema.check(path, value);
            if (violation != null) {
                return violation;
            }
            boolean group = Json.object(value).containsKey("source_group_id");
            boolean snapshot = Json.object(value).containsKey("group_snapshot_id");
            return group != snapshot ? null : complaint(path, value, group);
        };
    }

    private static Schema.Violation complaint(List<String> path, @Nullable Object value, boolean both) {
        return new Schema.Violation(
                path,
                value,
                Objects.requireNonNull(Python.repr(value))
                        + (both
                                ? " is valid under each of {'required': ['source_group_id']}, "
                                        + "{'required': ['group_snapshot_id']}"
                                : " is not valid under any of the given schemas"));
    }
}
