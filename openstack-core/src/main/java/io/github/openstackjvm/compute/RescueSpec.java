package io.github.openstackjvm.compute;

import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.resource.Spec;

/** How a server is rescued. Everything may be left out. */
public final class RescueSpec extends Spec<RescueSpec> {

    /** It runs from this image; left out, from the one it was made from. */
    public RescueSpec image(Ref<Image> image) {
        return ref("rescue_image_ref", Image.class, image);
    }

    /** It runs from the image of this name or id. */
    public RescueSpec image(String nameOrId) {
        return ref("rescue_image_ref", Image.class, nameOrId);
    }

    /** The password of its administrator meanwhile; left out, Nova makes one. */
    public RescueSpec adminPass(Secret password) {
        return set("adminPass", password);
    }
}
