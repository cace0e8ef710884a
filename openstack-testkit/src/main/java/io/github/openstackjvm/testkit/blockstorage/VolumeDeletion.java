package io.github.openstackjvm.testkit.blockstorage;

import java.util.List;
import java.util.Set;

import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;

/** What stands in the way of deleting a volume, and what happens when nothing does. */
final class VolumeDeletion {
    private static final List<String> STATES =
            List.of("available", "error", "error_restoring", "error_extending", "error_managing");
    private static final Set<String> SNAPSHOT_STATES = Set.of("available", "error", "deleting");
    private static final Set<String> SETTLED = Set.of("", "deleting", "error", "success");

    private final FakeBlockStorage cinder;

    VolumeDeletion(FakeBlockStorage cinder) {
        this.cinder = cinder;
    }

    /** Begins to delete it, or refuses. */
    void delete(Row volume, boolean cascade, boolean force) {
        begin(volume, cascade, force, "delete");
    }

    /** Begins to let go of it; what the backend keeps stays there. */
    void unmanage(Row volume) {
        begin(volume, false, false, "unmanage");
    }

    private void begin(Row volume, boolean cascade, boolean force, String what) {
        List<Row> snapshots = cinder.collection("snapshots").where("volume_id", volume.id());
        boolean snapshotsInTheWay = cascade
                ? snapshots.stream().anyMatch(one -> !force && !SNAPSHOT_STATES.contains(one.text("status")))
                : !snapshots.isEmpty();
        boolean free = !volume.is("attach_status", "attached")
                && settled(volume)
                && volume.get("group_id") == null
                && (force || STATES.contains(volume.text("status")))
                && !snapshotsInTheWay;
        if (!free) {
            String status = force ? "" : "status must be " + String.join(" or ", STATES) + " and";
            throw Refusal.badRequest("Invalid volume: Volume " + status
                    + " must not be migrating, attached, belong to a group, have snapshots, awaiting a transfer, "
                    + "or be disassociated from snapshots after volume transfer.");
        }
        boolean takenOver = volume.is("status", "error_managing");
        volume.set(
                "status", what.equals("unmanage") ? "unmanaging" : takenOver ? "error_managing_deleting" : "deleting");
        if (cascade) {
            snapshots.forEach(one -> one.set("status", "deleting"));
        }
        cinder.life().begin(volume, what);
    }

    /** Whether no migration goes on. */
    static boolean settled(Row volume) {
        return SETTLED.contains(volume.text("migration_status"));
    }
}
