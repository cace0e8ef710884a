package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Spec;

/** A group of volumes to create out of another one, or out of a snapshot of one. */
public final class GroupCopySpec extends Spec<GroupCopySpec> {

    /** A group of this name. */
    public static GroupCopySpec named(String name) {
        return new GroupCopySpec().name(name);
    }

    /** Need not be unique. */
    public GroupCopySpec name(String name) {
        return set("name", name);
    }

    /** For people. */
    public GroupCopySpec description(String description) {
        return set("description", description);
    }

    /** Out of the group with this name or id. */
    public GroupCopySpec fromGroup(String nameOrId) {
        return ref("source_group_id", VolumeGroup.class, nameOrId);
    }

    /** Out of this group. */
    public GroupCopySpec fromGroup(Ref<VolumeGroup> group) {
        return ref("source_group_id", VolumeGroup.class, group);
    }

    /** Out of the snapshot of a group with this name or id. */
    public GroupCopySpec fromSnapshot(String nameOrId) {
        return ref("group_snapshot_id", GroupSnapshot.class, nameOrId);
    }

    /** Out of this snapshot of a group. */
    public GroupCopySpec fromSnapshot(Ref<GroupSnapshot> snapshot) {
        return ref("group_snapshot_id", GroupSnapshot.class, snapshot);
    }
}
