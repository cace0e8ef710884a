package io.github.openstackjvm.compute;

import java.util.List;

import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Spec;

/** A volume that a server is to have. */
public final class VolumeAttachmentSpec extends Spec<VolumeAttachmentSpec> {

    /** This volume. */
    public static VolumeAttachmentSpec of(Ref<Volume> volume) {
        return new VolumeAttachmentSpec().volume(volume);
    }

    /** The volume of this name or id. */
    public static VolumeAttachmentSpec of(String nameOrId) {
        return new VolumeAttachmentSpec().volume(nameOrId);
    }

    /** This volume. */
    public VolumeAttachmentSpec volume(Ref<Volume> volume) {
        return ref("volumeId", Volume.class, volume);
    }

    /** The volume of this name or id. */
    public VolumeAttachmentSpec volume(String nameOrId) {
        return ref("volumeId", Volume.class, nameOrId);
    }

    /** Where the guest sees it, such as {@code /dev/vdb}. Most hypervisors choose by themselves. */
    public VolumeAttachmentSpec device(String device) {
        return set("device", device);
    }

    /** By which the guest finds it in its metadata. */
    @Since("2.49")
    public VolumeAttachmentSpec tag(String tag) {
        return set("tag", tag, since(2, 49));
    }

    /** Whether the volume goes with the server. */
    @Since("2.79")
    public VolumeAttachmentSpec deleteOnTermination(boolean deleteOnTermination) {
        return set("delete_on_termination", deleteOnTermination, since(2, 79));
    }

    @Override
    protected List<String> required() {
        return List.of("volumeId");
    }
}
