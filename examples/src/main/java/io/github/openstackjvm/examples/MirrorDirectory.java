package io.github.openstackjvm.examples;

import java.nio.file.Path;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.objectstore.ContainerSpec;
import io.github.openstackjvm.objectstore.DirectoryOptions;
import io.github.openstackjvm.objectstore.DirectoryReport;

/** Sends a directory to a container. What is there already, and the same, is not sent again. */
public final class MirrorDirectory {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            System.out.println(mirror(cloud, Path.of("site"), "www"));
        }
    }

    // region: method
    static DirectoryReport mirror(Cloud cloud, Path directory, String container) {
        cloud.objectstore().containers().create(ContainerSpec.named(container));
        return cloud.objectstore()
                .objects(container)
                .uploadDirectory(directory, "", new DirectoryOptions().concurrency(8));
    }
    // endregion

    private MirrorDirectory() {}
}
