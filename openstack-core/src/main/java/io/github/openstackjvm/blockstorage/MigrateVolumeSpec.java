package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Spec;

/** Where to move a volume: to a host or to a cluster. */
public final class MigrateVolumeSpec extends Spec<MigrateVolumeSpec> {

    /** To this host, such as {@code node@lvm#pool}. */
    public static MigrateVolumeSpec to(String host) {
        return new MigrateVolumeSpec().host(host);
    }

    /** To this cluster. */
    @Since("3.16")
    public static MigrateVolumeSpec toCluster(String cluster) {
        return new MigrateVolumeSpec().cluster(cluster);
    }

    /** Host, backend and pool, such as {@code node@lvm#pool}. */
    public MigrateVolumeSpec host(String host) {
        return set("host", host);
    }

    /** A cluster instead of a host. */
    @Since("3.16")
    public MigrateVolumeSpec cluster(String cluster) {
        return set("cluster", cluster, since(3, 16));
    }

    /** By copying it on a host of Cinder, even if the backends could do it among themselves. */
    public MigrateVolumeSpec forceHostCopy() {
        return set("force_host_copy", true);
    }

    /** Nobody can do anything to the volume until it has moved, instead of ending the migration so. */
    public MigrateVolumeSpec lockVolume() {
        return set("lock_volume", true);
    }
}
