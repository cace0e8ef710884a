package io.github.openstackjvm.blockstorage;

import io.github.openstackjvm.resource.Spec;

/** Which services that are down are to be cleaned up after; all of them when nothing is said. */
public final class CleanupSpec extends Spec<CleanupSpec> {

    /** Those of this cluster. */
    public CleanupSpec cluster(String cluster) {
        return set("cluster_name", cluster);
    }

    /** Those on this host. */
    public CleanupSpec host(String host) {
        return set("host", host);
    }

    /** Those of this name, such as {@code cinder-volume}. */
    public CleanupSpec binary(String binary) {
        return set("binary", binary);
    }

    /** The one with this number. */
    public CleanupSpec serviceId(long id) {
        return set("service_id", id);
    }

    /** Those that are disabled, or those that are not. */
    public CleanupSpec disabled(boolean disabled) {
        return set("disabled", disabled);
    }

    /** Whether also those that are up. */
    public CleanupSpec evenIfUp(boolean evenIfUp) {
        return set("is_up", evenIfUp);
    }

    /** Only what concerns the resource with this id. */
    public CleanupSpec resourceId(String id) {
        return set("resource_id", id);
    }

    /** Only what concerns resources of this kind, {@code Volume} or {@code Snapshot}. */
    public CleanupSpec resourceType(String type) {
        return set("resource_type", type);
    }
}
