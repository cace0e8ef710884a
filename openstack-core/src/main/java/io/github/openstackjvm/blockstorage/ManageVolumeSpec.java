package io.github.openstackjvm.blockstorage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Spec;

/** A disk on a backend that Cinder is to take over. */
public final class ManageVolumeSpec extends Spec<ManageVolumeSpec> {

    /** Need not be unique. */
    public ManageVolumeSpec name(String name) {
        return set("name", name);
    }

    /** For people. */
    public ManageVolumeSpec description(String description) {
        return set("description", description);
    }

    /** Host, backend and pool where it is, such as {@code node@lvm#pool}. */
    public ManageVolumeSpec host(String host) {
        return set("host", host);
    }

    /** The cluster where it is, instead of a host. */
    @Since("3.16")
    public ManageVolumeSpec cluster(String cluster) {
        return set("cluster", cluster, since(3, 16));
    }

    /** What the backend calls it, such as {@code source-name}. */
    public ManageVolumeSpec reference(Map<String, Object> reference) {
        return set("ref", new LinkedHashMap<>(reference));
    }

    /** What the backend calls it: one word of that, and the value. */
    public ManageVolumeSpec reference(String key, Object value) {
        return pair("ref", key, value);
    }

    /** Of the type with this name or id. */
    public ManageVolumeSpec type(String nameOrId) {
        return ref("volume_type", VolumeType.class, nameOrId);
    }

    /** Of this type. */
    public ManageVolumeSpec type(Ref<VolumeType> type) {
        return ref("volume_type", VolumeType.class, type);
    }

    /** In this availability zone. */
    public ManageVolumeSpec availabilityZone(String zone) {
        return set("availability_zone", zone);
    }

    /** Whether a server can boot from it. */
    public ManageVolumeSpec bootable(boolean bootable) {
        return set("bootable", bootable);
    }

    /** Exactly these pairs. */
    public ManageVolumeSpec metadata(Map<String, String> pairs) {
        return set("metadata", new LinkedHashMap<>(pairs));
    }

    /** One more pair. */
    public ManageVolumeSpec metadata(String key, String value) {
        return pair("metadata", key, value);
    }

    @Override
    protected List<String> required() {
        return List.of("ref");
    }
}
