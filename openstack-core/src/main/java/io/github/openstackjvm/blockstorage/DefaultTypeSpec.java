package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.resource.Spec;

/** The default type of a project. */
final class DefaultTypeSpec extends Spec<DefaultTypeSpec> {

    /** The type with this name or id. */
    DefaultTypeSpec type(String nameOrId) {
        return ref("volume_type", VolumeType.class, nameOrId);
    }
}
