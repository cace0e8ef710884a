package io.github.openstackjvm.examples;

import java.nio.file.Path;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.objectstore.ContainerSpec;
import io.github.openstackjvm.objectstore.StoredObject;
import io.github.openstackjvm.objectstore.StoredObjects;

/** Stores a file and reads it back. A file over the limit goes up in segments, several at once. */
public final class StoreFile {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            System.out.println(store(cloud, "backups", Path.of("dump.sql"), Path.of("dump.copy.sql"))
                    .bytes());
        }
    }

    // region: method
    static StoredObject store(Cloud cloud, String container, Path file, Path copy) {
        cloud.objectstore().containers().create(ContainerSpec.named(container));
        StoredObjects objects = cloud.objectstore().objects(container);
        objects.upload("today/dump.sql", file);
        return objects.download("today/dump.sql").to(copy);
    }
    // endregion

    private StoreFile() {}
}
