package io.github.openstackjvm.compute;

import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Spec;

/** A snapshot that Nova is to take of an attached volume. */
public final class AssistedSnapshotSpec extends Spec<AssistedSnapshotSpec> {

    /** Of this volume. */
    public static AssistedSnapshotSpec of(Ref<Volume> volume) {
        return new AssistedSnapshotSpec().ref("volume_id", Volume.class, volume).type("qcow2");
    }

    /** Of the volume of this name or id. */
    public static AssistedSnapshotSpec of(String nameOrId) {
        return new AssistedSnapshotSpec()
                .ref("volume_id", Volume.class, nameOrId)
                .type("qcow2");
    }

    /** The snapshot's id in Cinder. */
    public AssistedSnapshotSpec snapshotId(String snapshotId) {
        return pair("create_info", "snapshot_id", snapshotId);
    }

    /** The file in which the guest goes on writing. */
    public AssistedSnapshotSpec newFile(String newFile) {
        return pair("create_info", "new_file", newFile);
    }

    /** What Nova calls it in its answer. */
    public AssistedSnapshotSpec id(String id) {
        return pair("create_info", "id", id);
    }

    /** How the file is written: {@code qcow2}, the only one there is. */
    public AssistedSnapshotSpec type(String type) {
        return pair("create_info", "type", type);
    }
}
