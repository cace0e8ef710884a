package io.github.openstackjvm.blockstorage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Spec;

/** A snapshot on a backend that Cinder is to take over. */
public final class ManageSnapshotSpec extends Spec<ManageSnapshotSpec> {

    /** Need not be unique. */
    public ManageSnapshotSpec name(String name) {
        return set("name", name);
    }

    /** For people. */
    public ManageSnapshotSpec description(String description) {
        return set("description", description);
    }

    /** Of the volume with this name or id. */
    public ManageSnapshotSpec volume(String nameOrId) {
        return ref("volume_id", Volume.class, nameOrId);
    }

    /** Of this volume. */
    public ManageSnapshotSpec volume(Ref<Volume> volume) {
        return ref("volume_id", Volume.class, volume);
    }

    /** What the backend calls it, such as {@code source-name}. */
    public ManageSnapshotSpec reference(Map<String, Object> reference) {
        return set("ref", new LinkedHashMap<>(reference));
    }

    /** What the backend calls it: one word of that, and the value. */
    public ManageSnapshotSpec reference(String key, Object value) {
        return pair("ref", key, value);
    }

    /** Exactly these pairs. */
    public ManageSnapshotSpec metadata(Map<String, String> pairs) {
        return set("metadata", new LinkedHashMap<>(pairs));
    }

    /** One more pair. */
    public ManageSnapshotSpec metadata(String key, String value) {
        return pair("metadata", key, value);
    }

    @Override
    protected List<String> required() {
        return List.of("ref", "volume_id");
    }
}
