package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.resource.Spec;

/** Another type for a volume. */
final class RetypeSpec extends Spec<RetypeSpec> {

    /** The type with this name or id. */
    RetypeSpec type(String nameOrId) {
        return ref("new_type", VolumeType.class, nameOrId);
    }

    /** Whether it may move. */
    RetypeSpec policy(MigrationPolicy policy) {
        return set("migration_policy", policy);
    }
}
