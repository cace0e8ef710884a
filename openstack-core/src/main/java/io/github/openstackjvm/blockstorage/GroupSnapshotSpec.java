package io.github.openstackjvm.blockstorage;

import java.util.List;

import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Spec;

/** A snapshot to make of a group. */
public final class GroupSnapshotSpec extends Spec<GroupSnapshotSpec> {

    /** A snapshot of the group with this name or id. */
    public static GroupSnapshotSpec of(String group) {
        return new GroupSnapshotSpec().group(group);
    }

    /** A snapshot of this group. */
    public static GroupSnapshotSpec of(Ref<VolumeGroup> group) {
        return new GroupSnapshotSpec().group(group);
    }

    /** Need not be unique. */
    public GroupSnapshotSpec name(String name) {
        return set("name", name);
    }

    /** For people. */
    public GroupSnapshotSpec description(String description) {
        return set("description", description);
    }

    /** Of the group with this name or id. */
    public GroupSnapshotSpec group(String nameOrId) {
        return ref("group_id", VolumeGroup.class, nameOrId);
    }

    /** Of this group. */
    public GroupSnapshotSpec group(Ref<VolumeGroup> group) {
        return ref("group_id", VolumeGroup.class, group);
    }

    @Override
    protected List<String> required() {
        return List.of("group_id");
    }
}
