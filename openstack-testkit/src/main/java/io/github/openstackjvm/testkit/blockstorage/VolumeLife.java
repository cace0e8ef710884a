package io.github.openstackjvm.testkit.blockstorage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Motion;
import io.github.openstackjvm.testkit.engine.Row;

/** What happens to volumes in the background: begun by an order, and told here when it has ended. */
final class VolumeLife implements Motion.Arrival {
    static final String KIND = "volume";

    private final FakeBlockStorage cinder;

    VolumeLife(FakeBlockStorage cinder) {
        this.cinder = cinder;
        cinder.world().motion().tell(cinder.region(), KIND, this);
    }

    /** Begins what this volume is to go through. */
    void begin(Row volume, String what) {
        cinder.world().motion().begin(cinder.region(), KIND, volume.id(), what);
    }

    /** A volume is about to be shown. */
    void read(Row volume) {
        cinder.world().motion().read(cinder.region(), KIND, volume.id());
    }

    @Override
    public void done(String id, String what) {
        Optional<Row> found = volumes().find(id);
        if (found.isEmpty()) {
            return;
        }
        Row volume = found.get().set("updated_at", cinder.now());
        switch (what) {
            case "create" -> created(volume);
            case "delete" -> gone(volume);
            case "unmanage" -> {
                cinder.disks().leave(volume);
                gone(volume);
            }
            case "manage" -> cinder.disks().takeVolume(volume);
            case "extend" -> restored(volume.set("size", volume.number("wanted_size")));
            case "retype" -> retyped(volume);
            case "migrate" -> migrated(volume);
            case "upload" -> {
                cinder.images().uploaded(volume.text("wanted_image"), volume);
                restored(volume);
            }
            case "revert" -> {
                volume.set("status", "available");
                cinder.collection("snapshots")
                        .find(volume.text("wanted_snapshot"))
                        .ifPresent(snapshot -> snapshot.set("status", "available"));
            }
            case "reimage" -> {
                written(volume);
                restored(volume);
            }
            default -> throw new IllegalStateException("Volumes do not " + what);
        }
    }

    @Override
    public void failed(String id, String what, String words) {
        Optional<Row> found = volumes().find(id);
        if (found.isEmpty()) {
            return;
        }
        Row volume = found.get().set("updated_at", cinder.now());
        switch (what) {
            case "create", "revert", "reimage" -> volume.set("status", "error");
            case "delete", "unmanage" -> volume.set("status", "error_deleting");
            case "extend" -> volume.set("status", "error_extending");
            case "manage" -> volume.set("status", "error_managing");
            case "migrate" -> restored(volume.set("migration_status", "error"));
            case "upload" -> {
                cinder.images().failed(volume.text("wanted_image"));
                restored(volume);
            }
            default -> restored(volume);
        }
        cinder.messages().add(volume, "VOLUME", EVENTS.getOrDefault(what, "VOLUME_VOLUME_001_001"), words);
    }

    /** By which events Cinder tells what failed. */
    private static final Map<String, String> EVENTS = Map.of(
            "create", "VOLUME_VOLUME_008_012",
            "upload", "VOLUME_VOLUME_003_004",
            "extend", "VOLUME_VOLUME_007_010",
            "unmanage", "VOLUME_VOLUME_006_001",
            "reimage", "VOLUME_VOLUME_016_028");

    private void created(Row volume) {
        Optional<String> backend = backend(volume);
        if (backend.isEmpty()) {
            volume.set("status", "error");
            cinder.messages()
                    .add(
                            volume,
                            "VOLUME",
                            "VOLUME_VOLUME_001_003",
                            "schedule allocate volume:Could not find any available weighted backend.");
            return;
        }
        volume.set("host", backend.get())
                .set("status", "available")
                .set("shared_targets", false)
                .set("service_uuid", cinder.services().uuidOf(backend.get()));
        written(volume);
        cinder.collection("backups")
                .find(volume.text("wanted_backup"))
                .ifPresent(backup -> cinder.backups().restoreTo(backup, volume));
        Optional.ofNullable(volume.get("source_volid"))
                .flatMap(source -> volumes().find(source.toString()))
                .or(() -> cinder.collection("snapshots")
                        .find(volume.text("snapshot_id"))
                        .flatMap(snapshot -> volumes().find(snapshot.text("volume_id"))))
                .ifPresent(
                        origin -> volume.set("image_metadata", new LinkedHashMap<>(origin.object("image_metadata"))));
    }

    // Where the origin of a copy is; otherwise where its type leads.
    private Optional<String> backend(Row volume) {
        if (volume.get("wanted_host") != null) {
            return Optional.of(volume.text("wanted_host"));
        }
        return cinder.services().backendFor(volume.text("volume_type_id"));
    }

    /** An image was written onto it. */
    private void written(Row volume) {
        cinder.images().find(volume.text("wanted_image")).ifPresent(image -> {
            volume.set("bootable", true);
            volume.set("image_metadata", cinder.images().metadata(image));
        });
    }

    private void retyped(Row volume) {
        String type = volume.text("wanted_type");
        volume.set("volume_type_id", type).set("multiattach", volume.is("wanted_multiattach"));
        cinder.services().backendFor(type).ifPresent(host -> {
            if (cinder.services().namesBackend(type)) {
                volume.set("host", host).set("service_uuid", cinder.services().uuidOf(host));
            }
        });
        restored(volume);
    }

    private void migrated(Row volume) {
        String host = volume.text("wanted_host");
        String type = volume.text("volume_type_id");
        boolean fits = cinder.services().backendFor(type).filter(host::equals).isPresent();
        if (cinder.services().namesBackend(type) && !fits) {
            restored(volume.set("migration_status", "error"));
            return;
        }
        volume.set("host", host)
                .set("migration_status", "success")
                .set("service_uuid", cinder.services().uuidOf(host));
        restored(volume);
    }

    private void gone(Row volume) {
        volumes().remove(volume.id());
        FakeCollection snapshots = cinder.collection("snapshots");
        List<Row> below = snapshots.where("volume_id", volume.id());
        below.forEach(snapshot -> snapshots.remove(snapshot.id()));
        FakeCollection attachments = cinder.collection("attachments");
        attachments.where("volume_id", volume.id()).forEach(one -> attachments.remove(one.id()));
    }

    private static void restored(Row volume) {
        volume.set("status", volume.text("previous_status").isEmpty() ? "available" : volume.get("previous_status"));
        volume.set("previous_status", null);
    }

    private FakeCollection volumes() {
        return cinder.collection("volumes");
    }
}
