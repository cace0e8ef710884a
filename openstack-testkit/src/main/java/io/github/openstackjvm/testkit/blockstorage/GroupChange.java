package io.github.openstackjvm.testkit.blockstorage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;
import org.jspecify.annotations.Nullable;

/** A group gets another name, or volumes come to it and leave it. In Cinder's order of checks. */
final class GroupChange {
    private static final List<String> MAY_COME = List.of("available", "in-use");
    private static final List<String> MAY_LEAVE = List.of("available", "in-use", "error", "error_deleting");

    private final FakeBlockStorage cinder;
    private final Call call;
    private final Row group;
    private final Map<String, Object> wanted;

    GroupChange(FakeBlockStorage cinder, Call call, Row group) {
        this.cinder = cinder;
        this.call = call;
        this.group = group;
        wanted = BlockBody.of(
                call,
                "group",
                BlockBody.notEmpty(Schema.object()
                        .optional("description", BlockBody.DESCRIPTION)
                        .optional("name", BlockBody.SHORT_OR_NULL)
                        .optional("add_volumes", BlockBody.DESCRIPTION)
                        .optional("remove_volumes", BlockBody.DESCRIPTION)));
    }

    FakeResponse make() {
        String name = changed("name");
        String description = changed("description");
        List<String> coming = ids("add_volumes");
        List<String> leaving = ids("remove_volumes");
        List<String> both = coming.stream().filter(leaving::contains).toList();
        if (!both.isEmpty()) {
            throw VolumeStates.invalid("UUIDs " + Python.repr(both) + " are in both add and remove volume list.");
        }
        coming.removeIf(id -> cinder.groups().volumes(group).stream().anyMatch(volume -> volume.is("id", id)));
        coming.forEach(this::checkComing);
        leaving.forEach(this::checkLeaving);
        if (name == null && description == null && coming.isEmpty() && leaving.isEmpty()) {
            throw FakeGroups.invalid("Cannot update group " + group.id()
                    + " because no valid name, description, add_volumes, or remove_volumes were provided.");
        }
        boolean moves = !coming.isEmpty() || !leaving.isEmpty();
        if (moves && !group.is("status", "available")) {
            throw FakeGroups.invalid("Group status must be available.");
        }
        set("name", name);
        set("description", description);
        group.set("status", moves ? "updating" : "available");
        if (moves) {
            cinder.groups().begin(group.set("wanted_volumes", coming).set("unwanted_volumes", leaving), "update");
        }
        return FakeResponse.of(202);
    }

    private void set(String field, @Nullable String value) {
        if (value != null) {
            group.set(field, value);
        }
    }

    private @Nullable String changed(String field) {
        String value = BlockBody.stripped(wanted.get(field));
        return Objects.equals(value, group.get(field)) ? null : value;
    }

    private List<String> ids(String field) {
        String all = Objects.toString(wanted.get(field), "").replaceAll("^,+|,+$", "");
        return all.isEmpty() ? new ArrayList<>() : new ArrayList<>(List.of(all.split(",", -1)));
    }

    private void checkComing(String id) {
        String cannot = "Cannot add volume " + id + " to group " + group.id() + " because ";
        Row volume = cinder.volumes()
                .volumes()
                .find(id)
                .filter(one -> FakeBlockStorage.sees(call, one))
                .orElseThrow(() -> VolumeStates.invalid(cannot + "volume cannot be found."));
        if (volume.get("group_id") != null) {
            throw VolumeStates.invalid(cannot + "it is already in group " + volume.text("group_id") + ".");
        }
        if (!volume.is("project_id", group.text("project_id"))) {
            throw VolumeStates.invalid(
                    "Cannot add volume " + id + " to group " + group.id() + " as they belong to different projects.");
        }
        String type = volume.text("volume_type_id");
        if (!group.texts("volume_types").contains(type)) {
            throw VolumeStates.invalid(cannot + "volume type " + type + " is not supported by the group.");
        }
        checkState(cannot, volume, MAY_COME);
        if (!backend(volume).equals(backend(group))) {
            throw VolumeStates.invalid("Volume is not local to this node.");
        }
    }

    private void checkLeaving(String id) {
        String cannot = "Cannot remove volume " + id + " from group " + group.id() + " because ";
        Row volume = Stream.of(id)
                .flatMap(one -> cinder.volumes().volumes().find(one).stream())
                .filter(one -> one.is("group_id", group.id()))
                .findFirst()
                .orElseThrow(() -> VolumeStates.invalid(cannot + "it is not in the group."));
        checkState(cannot, volume, MAY_LEAVE);
    }

    private static void checkState(String cannot, Row volume, List<String> states) {
        if (!states.contains(volume.text("status"))) {
            String shown = Python.repr(states);
            throw VolumeStates.invalid(cannot + "volume is in an invalid state: " + volume.text("status")
                    + ". Valid states are: (" + shown.substring(1, shown.length() - 1) + ").");
        }
    }

    private static String backend(Row row) {
        return row.text("host").replaceFirst("#.*", "");
    }
}
