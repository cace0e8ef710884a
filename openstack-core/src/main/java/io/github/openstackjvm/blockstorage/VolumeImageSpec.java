package io.github.openstackjvm.blockstorage;

import java.util.List;

import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Spec;

/** An image to make of a volume. */
public final class VolumeImageSpec extends Spec<VolumeImageSpec> {

    /** An image of this name. */
    public static VolumeImageSpec named(String name) {
        return new VolumeImageSpec().name(name);
    }

    /** Need not be unique. */
    public VolumeImageSpec name(String name) {
        return set("image_name", name);
    }

    /** {@code raw}, {@code qcow2}, {@code vmdk}, {@code vdi}, {@code vhd}, {@code vhdx} or {@code ploop}; {@code raw} unless said otherwise. */
    public VolumeImageSpec diskFormat(String format) {
        return set("disk_format", format);
    }

    /** {@code bare} unless said otherwise. */
    public VolumeImageSpec containerFormat(String format) {
        return set("container_format", format);
    }

    /** {@code private} unless said otherwise, {@code shared}, {@code community}, or for administrators {@code public}. */
    @Since("3.1")
    public VolumeImageSpec visibility(String visibility) {
        return set("visibility", visibility, since(3, 1));
    }

    /** Whether it cannot be deleted until this is taken back. */
    @Since("3.1")
    public VolumeImageSpec isProtected(boolean isProtected) {
        return set("protected", isProtected, since(3, 1));
    }

    /** Also while the volume is in use, where the operator allows that; elsewhere this does nothing. */
    public VolumeImageSpec force() {
        return set("force", true);
    }

    @Override
    protected List<String> required() {
        return List.of("image_name");
    }
}
