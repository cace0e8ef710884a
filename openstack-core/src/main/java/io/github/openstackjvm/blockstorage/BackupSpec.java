package io.github.openstackjvm.blockstorage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Spec;
import org.jspecify.annotations.Nullable;

/** A backup to make of a volume, or of a snapshot of it. */
public final class BackupSpec extends Spec<BackupSpec> {

    /** A backup of the volume with this name or id. */
    public static BackupSpec of(String volume) {
        return new BackupSpec().volume(volume);
    }

    /** A backup of this volume. */
    public static BackupSpec of(Ref<Volume> volume) {
        return new BackupSpec().volume(volume);
    }

    /** Need not be unique. */
    public BackupSpec name(String name) {
        return set("name", name);
    }

    /** For people. */
    public BackupSpec description(String description) {
        return set("description", description);
    }

    /** Of the volume with this name or id. */
    public BackupSpec volume(String nameOrId) {
        return ref("volume_id", Volume.class, nameOrId);
    }

    /** Of this volume. */
    public BackupSpec volume(Ref<Volume> volume) {
        return ref("volume_id", Volume.class, volume);
    }

    /** Of the snapshot of the volume with this name or id. */
    public BackupSpec snapshot(String nameOrId) {
        return ref("snapshot_id", Snapshot.class, nameOrId);
    }

    /** Of this snapshot of the volume. */
    public BackupSpec snapshot(Ref<Snapshot> snapshot) {
        return ref("snapshot_id", Snapshot.class, snapshot);
    }

    /** Where to put it in the store. */
    public BackupSpec container(String container) {
        return set("container", container);
    }

    /** Only what has changed since the latest backup, which this one needs from then on. */
    public BackupSpec incremental() {
        return set("incremental", true);
    }

    /** Also while the volume is in use. */
    public BackupSpec force() {
        return set("force", true);
    }

    /** Exactly these pairs. */
    @Since("3.43")
    public BackupSpec metadata(Map<String, String> pairs) {
        return set("metadata", new LinkedHashMap<>(pairs), since(3, 43));
    }

    /** In the store of this availability zone. */
    @Since("3.51")
    public BackupSpec availabilityZone(String zone) {
        return set("availability_zone", zone, since(3, 51));
    }

    @Override
    protected List<String> required() {
        return List.of("volume_id");
    }

    /** What can be changed of a backup. */
    public static final class Update extends Spec<Update> {

        /** Another name; null for none. */
        public Update name(@Nullable String name) {
            return set("name", name);
        }

        /** For people; null for none. */
        public Update description(@Nullable String description) {
            return set("description", description);
        }

        /** Exactly these pairs. */
        @Since("3.43")
        public Update metadata(Map<String, String> pairs) {
            return set("metadata", new LinkedHashMap<>(pairs), since(3, 43));
        }
    }
}
