package io.github.openstackjvm.examples;

import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.objectstore.StoredObject;

/** Lists one level of a container, as if the slashes in its names made folders. */
public final class BrowseContainer {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            browse(cloud, "backups", "today/").forEach(System.out::println);
        }
    }

    // region: method
    static List<String> browse(Cloud cloud, String container, String folder) {
        return cloud.objectstore().objects(container).list().folder(folder).stream()
                .map(StoredObject::name)
                .toList();
    }
    // endregion

    private BrowseContainer() {}
}
