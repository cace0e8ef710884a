package io.github.openstackjvm.blockstorage;

import java.util.List;

import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Spec;

/** A volume to offer to another project. */
public final class VolumeTransferSpec extends Spec<VolumeTransferSpec> {

    /** The volume with this name or id. */
    public static VolumeTransferSpec of(String volume) {
        return new VolumeTransferSpec().volume(volume);
    }

    /** This volume. */
    public static VolumeTransferSpec of(Ref<Volume> volume) {
        return new VolumeTransferSpec().volume(volume);
    }

    /** For people. */
    public VolumeTransferSpec name(String name) {
        return set("name", name);
    }

    /** The volume with this name or id. */
    public VolumeTransferSpec volume(String nameOrId) {
        return ref("volume_id", Volume.class, nameOrId);
    }

    /** This volume. */
    public VolumeTransferSpec volume(Ref<Volume> volume) {
        return ref("volume_id", Volume.class, volume);
    }

    /** Without its snapshots. */
    @Since("3.55")
    public VolumeTransferSpec noSnapshots() {
        return set("no_snapshots", true, since(3, 55));
    }

    @Override
    protected List<String> required() {
        return List.of("volume_id");
    }
}
