package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.internal.wire.ApiBinder;
import io.github.openstackjvm.session.Microversion;

/** Block storage (Cinder): see the package for what it can do. */
public final class BlockStorageService {
    private final ApiBinder binder;

    /** For {@link io.github.openstackjvm.Cloud}. */
    @SuppressWarnings("exports") // only a cloud has the argument
    public BlockStorageService(ApiBinder binder) {
        this.binder = binder;
    }

    /** The same with exactly this microversion on every call, such as {@code 3.70}. */
    public BlockStorageService at(String microversion) {
        return new BlockStorageService(binder.at(Microversion.of(microversion)));
    }

    /** Disks that outlive servers. */
    public Volumes volumes() {
        return new Volumes(binder.bind(Volumes.Api.class));
    }

    /** Volumes as they were at one moment. */
    public Snapshots snapshots() {
        return new Snapshots(binder.bind(Snapshots.Api.class));
    }
}
