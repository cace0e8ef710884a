package io.github.openstackjvm.examples;

import java.nio.file.Path;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.image.DiskFormat;
import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.image.ImageSpec;

/** Makes an image of a file. What glance received is compared with what was sent. */
public final class UploadImage {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            System.out.println(
                    upload(cloud, "debian-13", Path.of("debian-13.qcow2")).status());
        }
    }

    // region: method
    static Image upload(Cloud cloud, String name, Path file) {
        return cloud.image()
                .images()
                .createFrom(
                        ImageSpec.named(name)
                                .bare(DiskFormat.QCOW2)
                                .minDiskGiB(2)
                                .property("os_distro", "debian"),
                        file);
    }
    // endregion

    private UploadImage() {}
}
