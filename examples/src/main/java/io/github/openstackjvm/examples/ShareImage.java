package io.github.openstackjvm.examples;

import java.util.Objects;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.image.ImageMember;
import io.github.openstackjvm.image.ImageSpec;
import io.github.openstackjvm.image.ImageVisibility;

/** Lets another project use an image, and accepts it there. */
public final class ShareImage {
    /** Runs it. */
    public static void main(String[] arguments) {
        try (Cloud cloud = OpenStack.connect()) {
            try (Cloud other = OpenStack.cloud("other")) {
                System.out.println(share(cloud, other, "debian-13").status());
            }
        }
    }

    // region: method
    static ImageMember share(Cloud owner, Cloud other, String name) {
        Image image = owner.image().images().named(name);
        owner.image().images().update(image, new ImageSpec.Update().visibility(ImageVisibility.SHARED));
        String receiver = Objects.requireNonNull(other.whoami().project()).id();
        owner.image().images().members(image).add(receiver);
        return other.image().images().members(image).accept(receiver);
    }
    // endregion

    private ShareImage() {}
}
