package io.github.openstackjvm.compute;

import io.github.openstackjvm.blockstorage.Snapshot;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Spec;

/** A disk that a server gets beside the one it boots from. */
public final class BlockDevice extends Spec<BlockDevice> {

    /** An existing volume. */
    public static BlockDevice volume(Ref<Volume> volume) {
        return of("volume", "volume").set("uuid", reference("uuid", Volume.class, volume));
    }

    /** The existing volume of this name or id. */
    public static BlockDevice volume(String nameOrId) {
        return of("volume", "volume").set("uuid", reference("uuid", Volume.class, nameOrId));
    }

    /** A new volume made from a snapshot. */
    public static BlockDevice fromSnapshot(Ref<Snapshot> snapshot) {
        return of("snapshot", "volume").set("uuid", reference("uuid", Snapshot.class, snapshot));
    }

    /** A new volume made from the snapshot of this name or id. */
    public static BlockDevice fromSnapshot(String nameOrId) {
        return of("snapshot", "volume").set("uuid", reference("uuid", Snapshot.class, nameOrId));
    }

    /** A new volume made from an image. */
    public static BlockDevice fromImage(Ref<Image> image) {
        return of("image", "volume").set("uuid", reference("uuid", Image.class, image));
    }

    /** A new volume made from the image of this name or id. */
    public static BlockDevice fromImage(String nameOrId) {
        return of("image", "volume").set("uuid", reference("uuid", Image.class, nameOrId));
    }

    /** A new empty volume of this size in GiB. */
    public static BlockDevice blank(int gibibytes) {
        return of("blank", "volume").sizeGiB(gibibytes);
    }

    /** An empty disk on the host of this size in GiB, within what the flavor has of further disk; goes with the server. */
    public static BlockDevice ephemeral(int gibibytes) {
        return of("blank", "local").sizeGiB(gibibytes).deleteOnTermination();
    }

    /** A swap disk on the host of this size in MiB, within what the flavor has; goes with the server. */
    public static BlockDevice swap(int mebibytes) {
        // Nova counts the size of a swap disk in MiB where all others are in GiB.
        return of("blank", "local")
                .set("guest_format", "swap")
                .set("volume_size", mebibytes)
                .deleteOnTermination();
    }

    private static BlockDevice of(String source, String destination) {
        return new BlockDevice()
                .set("source_type", source)
                .set("destination_type", destination)
                .set("boot_index", -1);
    }

    /** Size in GiB; left out, that of what it is made from. */
    public BlockDevice sizeGiB(int gibibytes) {
        return set("volume_size", gibibytes);
    }

    /** The type of the new volume, by name or id. */
    @Since("2.67")
    public BlockDevice volumeType(String nameOrId) {
        return set("volume_type", nameOrId, since(2, 67));
    }

    /** It goes with the server. */
    public BlockDevice deleteOnTermination() {
        return set("delete_on_termination", true);
    }

    /** What to try after the disks with a smaller index when booting; negative: never. */
    public BlockDevice bootIndex(int index) {
        return set("boot_index", index);
    }

    /** Such as {@code /dev/vdb}; hypervisors may ignore it. */
    public BlockDevice deviceName(String name) {
        return set("device_name", name);
    }

    /** Such as {@code virtio}. */
    public BlockDevice diskBus(String bus) {
        return set("disk_bus", bus);
    }

    /** {@code disk}, {@code cdrom}, {@code floppy} or {@code lun}. */
    public BlockDevice deviceType(String type) {
        return set("device_type", type);
    }

    /** Format of an empty disk on the host, such as {@code ext4}. */
    public BlockDevice guestFormat(String format) {
        return set("guest_format", format);
    }

    /** By which the guest finds it in its metadata. */
    @Since("2.42")
    public BlockDevice tag(String tag) {
        return set("tag", tag, since(2, 42));
    }
}
