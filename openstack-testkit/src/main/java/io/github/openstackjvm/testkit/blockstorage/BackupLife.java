package io.github.openstackjvm.testkit.blockstorage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Motion;
import io.github.openstackjvm.testkit.engine.Row;

/** What happens to backups in the background. */
final class BackupLife implements Motion.Arrival {
    private static final String KIND = "backup";

    private final FakeBlockStorage cinder;

    BackupLife(FakeBlockStorage cinder) {
        this.cinder = cinder;
        cinder.world().motion().tell(cinder.region(), KIND, this);
    }

    private FakeCollection backups() {
        return cinder.collection("backups");
    }

    /** Begins what this backup is to go through. */
    void begin(Row backup, String what) {
        cinder.world().motion().begin(cinder.region(), KIND, backup.id(), what);
    }

    /** Somebody looks at it. */
    void read(String id) {
        cinder.world().motion().read(cinder.region(), KIND, id);
    }

    @Override
    public void done(String id, String what) {
        backups().find(id).ifPresent(backup -> {
            backup.set("updated_at", cinder.now());
            switch (what) {
                case "create" -> {
                    backup.set("status", "available").set("object_count", 1);
                    if (backup.get("container") == null) {
                        // As the driver for a directory of files lays them out.
                        backup.set("container", id.substring(0, 2) + "/" + id.substring(2, 4) + "/" + id);
                    }
                    origin(backup);
                }
                case "import" -> backup.set("status", "available");
                case "reset" -> backup.set("status", backup.get("wanted_status"));
                case "restore" -> {
                    backup.set("status", "available");
                    restored(backup, "available").ifPresent(volume -> restoreMetadata(backup, volume));
                }
                default -> backups().remove(id);
            }
        });
    }

    @Override
    public void failed(String id, String what, String words) {
        backups().find(id).ifPresent(backup -> {
            backup.set("updated_at", cinder.now());
            if (what.equals("reset")) {
                return;
            }
            if (what.equals("restore")) {
                backup.set("status", "available");
                restored(backup, "error_restoring");
            } else {
                backup.set("status", what.equals("delete") ? "error_deleting" : "error")
                        .set("fail_reason", words);
                if (what.equals("create")) {
                    origin(backup);
                }
            }
            String event = what.equals("restore")
                    ? "VOLUME_VOLUME_BACKUP_015_026"
                    : what.equals("delete") ? "VOLUME_VOLUME_BACKUP_014_025" : "VOLUME_VOLUME_BACKUP_013_020";
            cinder.messages().add(backup, "VOLUME_BACKUP", event, words);
        });
    }

    /** What was backed up is as it was before. */
    private void origin(Row backup) {
        if (backup.get("snapshot_id") != null) {
            cinder.collection("snapshots")
                    .find(backup.text("snapshot_id"))
                    .ifPresent(snapshot -> snapshot.set("status", "available"));
            return;
        }
        cinder.collection("volumes")
                .find(backup.text("volume_id"))
                .filter(volume -> volume.is("status", "backing-up"))
                .ifPresent(volume -> volume.set("status", volume.text("previous_status")));
    }

    private Optional<Row> restored(Row backup, String status) {
        return cinder.collection("volumes")
                .find(backup.text("restore_volume_id"))
                .map(volume -> volume.set("status", status).set("updated_at", cinder.now()));
    }

    // A backup keeps what was said of its volume. The name comes back only where nobody chose another one.
    private static void restoreMetadata(Row backup, Row volume) {
        Row kept = new Row(backup.object("kept"));
        String name = volume.text("name");
        if (!kept.text("name").isEmpty() && (name.isEmpty() || name.startsWith("restore_backup_"))) {
            volume.set("name", kept.get("name")).set("description", kept.get("description"));
        }
        for (String pairs : List.of("metadata", "image_metadata")) {
            if (!kept.object(pairs).isEmpty()) {
                volume.set(pairs, new LinkedHashMap<>(kept.object(pairs)));
            }
        }
        if (!kept.object("image_metadata").isEmpty()) {
            volume.set("bootable", true);
        }
    }
}
