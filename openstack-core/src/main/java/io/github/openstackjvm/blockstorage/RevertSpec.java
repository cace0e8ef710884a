package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.resource.Spec;

/** To which snapshot a volume goes back. */
final class RevertSpec extends Spec<RevertSpec> {

    /** The one with this name or id. */
    RevertSpec snapshot(String nameOrId) {
        return ref("snapshot_id", Snapshot.class, nameOrId);
    }
}
