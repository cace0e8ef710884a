package io.github.openstackjvm.compute;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.resource.Spec;

/** One of a row of images of a server, of which the oldest are removed. */
public final class BackupSpec extends Spec<BackupSpec> {

    /** A backup of this name. */
    public static BackupSpec named(String name) {
        return new BackupSpec().name(name);
    }

    /** The name of the image. */
    public BackupSpec name(String name) {
        return set("name", name);
    }

    /** The row it belongs to, such as {@code daily}. */
    public BackupSpec type(String type) {
        return set("backup_type", type);
    }

    /** How many of the row to keep; the oldest beyond are deleted. */
    public BackupSpec keep(int images) {
        return set("rotation", images);
    }

    /** Properties of the image. */
    public BackupSpec metadata(Map<String, String> pairs) {
        return set("metadata", Map.copyOf(pairs));
    }

    @Override
    protected List<String> required() {
        return List.of("name", "backup_type", "rotation");
    }
}
