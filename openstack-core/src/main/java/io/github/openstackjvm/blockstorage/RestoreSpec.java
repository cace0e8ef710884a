package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Spec;

/** Where to restore a backup to: a volume that there is, or a new one, which is made when none is named. */
public final class RestoreSpec extends Spec<RestoreSpec> {

    /** Onto the volume with this name or id, whose content is lost. */
    public RestoreSpec volume(String nameOrId) {
        return ref("volume_id", Volume.class, nameOrId);
    }

    /** Onto this volume, whose content is lost. */
    public RestoreSpec volume(Ref<Volume> volume) {
        return ref("volume_id", Volume.class, volume);
    }

    /** Onto a new volume of this name. */
    public RestoreSpec newVolume(String name) {
        return set("name", name);
    }
}
