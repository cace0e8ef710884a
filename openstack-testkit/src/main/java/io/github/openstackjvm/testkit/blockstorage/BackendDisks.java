package io.github.openstackjvm.testkit.blockstorage;

import java.util.List;
import java.util.Optional;

import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** What lies on the backends without being a volume or a snapshot: what Cinder has let go of, and can take over again. */
final class BackendDisks {
    private final FakeBlockStorage cinder;

    BackendDisks(FakeBlockStorage cinder) {
        this.cinder = cinder;
    }

    private FakeCollection disks() {
        return cinder.collection("backend_disks");
    }

    /** The disks, or the snapshots of disks, on a backend. */
    List<Row> on(String backend, boolean snapshots) {
        return disks().where(disk -> disk.text("host").startsWith(backend) && disk.is("snapshot", snapshots));
    }

    /** How the backend calls a volume or snapshot. */
    static String nameOf(Row row) {
        return (isSnapshot(row) ? "snapshot-" : "volume-") + row.id();
    }

    private static boolean isSnapshot(Row row) {
        return row.get("volume_id") != null;
    }

    /** A volume or snapshot is none any more, but stays on its backend. */
    void leave(Row row) {
        boolean snapshot = isSnapshot(row);
        Object host = snapshot
                ? cinder.collection("volumes")
                        .find(row.text("volume_id"))
                        .map(volume -> volume.text("host"))
                        .orElse("")
                : row.get("host");
        disks().add(Row.of(
                "id",
                nameOf(row),
                "host",
                host,
                "snapshot",
                snapshot,
                "size",
                row.get(snapshot ? "volume_size" : "size"),
                "origin",
                snapshot ? "volume-" + row.text("volume_id") : null));
    }

    /** A disk becomes this volume; or the volume an error, when there is no such disk, or too little quota for it. */
    void takeVolume(Row volume) {
        Optional<Row> disk = named(volume.get("wanted_disk"), volume.text("host"), false);
        if (disk.isEmpty() || !affordable(volume, disk.get().number("size"))) {
            volume.set("status", "error_managing");
            return;
        }
        disks().remove(disk.get().id());
        volume.set("status", "available").set("size", disk.get().number("size"));
    }

    private boolean affordable(Row volume, long size) {
        try {
            cinder.quotas().checkGrowth(volume.text("project_id"), size, volume.text("volume_type_id"));
            return true;
        } catch (Refusal tooMuch) {
            return false;
        }
    }

    /** A snapshot of a disk becomes this one; or this an error, when there is no such thing on the backend. */
    void takeSnapshot(Row snapshot) {
        String host = cinder.collection("volumes")
                .find(snapshot.text("volume_id"))
                .map(volume -> volume.text("host"))
                .orElse("");
        Optional<Row> disk = named(snapshot.get("wanted_disk"), host, true);
        disk.ifPresent(found -> disks().remove(found.id()));
        snapshot.set("status", disk.isPresent() ? "available" : "error").set("updated_at", cinder.now());
    }

    private Optional<Row> named(@Nullable Object reference, String host, boolean snapshot) {
        return disks().find(String.valueOf(Json.object(reference).get("source-name")))
                .filter(disk -> disk.is("host", host) && disk.is("snapshot", snapshot));
    }
}
