package io.github.openstackjvm.blockstorage;

import java.util.List;

import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Spec;

/** What to overwrite a volume with. */
public final class ReimageSpec extends Spec<ReimageSpec> {

    /** The image with this name or id. */
    public static ReimageSpec of(String image) {
        return new ReimageSpec().image(image);
    }

    /** This image. */
    public static ReimageSpec of(Ref<Image> image) {
        return new ReimageSpec().image(image);
    }

    /** The image with this name or id. */
    public ReimageSpec image(String nameOrId) {
        return ref("image_id", Image.class, nameOrId);
    }

    /** This image. */
    public ReimageSpec image(Ref<Image> image) {
        return ref("image_id", Image.class, image);
    }

    /** Also a volume that is kept for a server. */
    public ReimageSpec evenIfReserved() {
        return set("reimage_reserved", true);
    }

    @Override
    protected List<String> required() {
        return List.of("image_id");
    }
}
