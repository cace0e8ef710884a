package io.github.openstackjvm.compute;

import io.github.openstackjvm.blockstorage.Snapshot;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Spec;

/** The volume that a server boots from, in place of an image. */
public final class BootVolume extends Spec<BootVolume> {

    /** A new volume made from an image. */
    public static BootVolume from(Ref<Image> image) {
        return of("image").set("uuid", reference("uuid", Image.class, image));
    }

    /** A new volume made from the image of this name or id. */
    public static BootVolume from(String image) {
        return of("image").set("uuid", reference("uuid", Image.class, image));
    }

    /** A new volume made from a snapshot. */
    public static BootVolume fromSnapshot(Ref<Snapshot> snapshot) {
        return of("snapshot").set("uuid", reference("uuid", Snapshot.class, snapshot));
    }

    /** A new volume made from the snapshot of this name or id. */
    public static BootVolume fromSnapshot(String nameOrId) {
        return of("snapshot").set("uuid", reference("uuid", Snapshot.class, nameOrId));
    }

    /** An existing volume, which has to be bootable. */
    public static BootVolume existing(Ref<Volume> volume) {
        return of("volume").set("uuid", reference("uuid", Volume.class, volume));
    }

    /** The existing volume of this name or id, which has to be bootable. */
    public static BootVolume existing(String nameOrId) {
        return of("volume").set("uuid", reference("uuid", Volume.class, nameOrId));
    }

    private static BootVolume of(String source) {
        return new BootVolume()
                .set("source_type", source)
                .set("destination_type", "volume")
                .set("boot_index", 0);
    }

    /** Size of the new volume in GiB; left out, that of what it is made from, or else of the flavor. */
    public BootVolume sizeGiB(int gibibytes) {
        return set("volume_size", gibibytes);
    }

    /** The type of the new volume, by name or id. */
    @Since("2.67")
    public BootVolume volumeType(String nameOrId) {
        return set("volume_type", nameOrId, since(2, 67));
    }

    /** It goes with the server. */
    public BootVolume deleteOnTermination() {
        return set("delete_on_termination", true);
    }

    /** Such as {@code virtio}. */
    public BootVolume diskBus(String bus) {
        return set("disk_bus", bus);
    }

    /** By which the guest finds it in its metadata. */
    @Since("2.42")
    public BootVolume tag(String tag) {
        return set("tag", tag, since(2, 42));
    }
}
