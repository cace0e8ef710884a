package io.github.openstackjvm.examples;

import java.nio.file.Path;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.image.Images;

/** Saves an image to a file, which is there only when it is complete and its hash is right. */
public final class DownloadImage {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            System.out.println(save(cloud, "cirros", Path.of("cirros.img")).sizeBytes());
        }
    }

    // region: method
    static Image save(Cloud cloud, String name, Path file) {
        Images images = cloud.image().images();
        return images.download(images.named(name)).to(file);
    }
    // endregion

    private DownloadImage() {}
}
