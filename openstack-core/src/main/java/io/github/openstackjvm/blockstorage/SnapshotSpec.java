package io.github.openstackjvm.blockstorage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Spec;
import org.jspecify.annotations.Nullable;

/** A snapshot to make of a volume. */
public final class SnapshotSpec extends Spec<SnapshotSpec> {

    /** A snapshot of the volume with this name or id. */
    public static SnapshotSpec of(String volume) {
        return new SnapshotSpec().volume(volume);
    }

    /** A snapshot of this volume. */
    public static SnapshotSpec of(Ref<Volume> volume) {
        return new SnapshotSpec().volume(volume);
    }

    /** Need not be unique. */
    public SnapshotSpec name(String name) {
        return set("name", name);
    }

    /** For people. */
    public SnapshotSpec description(String description) {
        return set("description", description);
    }

    /** Of the volume with this name or id. */
    public SnapshotSpec volume(String nameOrId) {
        return ref("volume_id", Volume.class, nameOrId);
    }

    /** Of this volume. */
    public SnapshotSpec volume(Ref<Volume> volume) {
        return ref("volume_id", Volume.class, volume);
    }

    /** Also while the volume is in use; since 3.66 that needs no saying. */
    public SnapshotSpec force() {
        return set("force", true);
    }

    /** Exactly these pairs. */
    public SnapshotSpec metadata(Map<String, String> pairs) {
        return set("metadata", new LinkedHashMap<>(pairs));
    }

    /** One more pair. */
    public SnapshotSpec metadata(String key, String value) {
        return pair("metadata", key, value);
    }

    @Override
    protected List<String> required() {
        return List.of("volume_id");
    }

    /** What can be changed of a snapshot. */
    public static final class Update extends Spec<Update> {

        /** Another name; null for none. */
        public Update name(@Nullable String name) {
            return set("name", name);
        }

        /** For people; null for none. */
        public Update description(@Nullable String description) {
            return set("description", description);
        }
    }
}
