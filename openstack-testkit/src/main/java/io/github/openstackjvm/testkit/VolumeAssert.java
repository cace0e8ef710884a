package io.github.openstackjvm.testkit;

import java.util.List;

import io.github.openstackjvm.testkit.engine.Row;

/** Assertions about a volume. */
public final class VolumeAssert extends ResourceAssert<VolumeAssert> {
    VolumeAssert(Found found) {
        super(found, VolumeAssert.class);
    }

    /** Nothing has it, and it can be had. */
    public VolumeAssert isAvailable() {
        return hasStatus("available");
    }

    /** Its status is this one, in Cinder's words, such as {@code in-use}. */
    public VolumeAssert hasStatus(String status) {
        return has("status", status);
    }

    /** It is so large. */
    public VolumeAssert hasSizeGiB(int size) {
        return has("size", size);
    }

    /** It is of the type of this name or id. */
    public VolumeAssert hasType(String nameOrId) {
        return refersTo("volume_type_id", "block-storage/types", "type", nameOrId);
    }

    /** A server can boot from it. */
    public VolumeAssert isBootable() {
        return has("bootable", true);
    }

    /** The server of this name or id has it. */
    public VolumeAssert isAttachedTo(String server) {
        return check(
                servers().stream().anyMatch(id -> found().named("compute/servers", id, server)),
                "to be attached to %s, but it is attached to %s",
                server,
                names("compute/servers", servers()));
    }

    /** No server has it. */
    public VolumeAssert isNotAttached() {
        return check(
                servers().isEmpty(),
                "not to be attached, but it is attached to %s",
                names("compute/servers", servers()));
    }

    /** It was made from the snapshot of this name or id. */
    public VolumeAssert isFromSnapshot(String nameOrId) {
        return refersTo("snapshot_id", "block-storage/snapshots", "snapshot", nameOrId);
    }

    /** It has this pair of metadata. */
    public VolumeAssert hasMetadata(String key, String value) {
        return hasPair("metadata", "metadata", key, value);
    }

    private List<String> servers() {
        return found().where("block-storage/attachments", "volume_id", row().id()).stream()
                .map((Row attachment) -> attachment.text("instance"))
                .toList();
    }
}
