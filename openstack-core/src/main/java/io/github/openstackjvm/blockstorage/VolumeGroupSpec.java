package io.github.openstackjvm.blockstorage;

import java.util.List;

import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Spec;

/** A group of volumes to create. */
public final class VolumeGroupSpec extends Spec<VolumeGroupSpec> {

    /** A group of this name. */
    public static VolumeGroupSpec named(String name) {
        return new VolumeGroupSpec().name(name);
    }

    /** Need not be unique. */
    public VolumeGroupSpec name(String name) {
        return set("name", name);
    }

    /** For people. */
    public VolumeGroupSpec description(String description) {
        return set("description", description);
    }

    /** Of the group type with this name or id. */
    public VolumeGroupSpec type(String nameOrId) {
        return ref("group_type", GroupType.class, nameOrId);
    }

    /** Of this group type. */
    public VolumeGroupSpec type(Ref<GroupType> type) {
        return ref("group_type", GroupType.class, type);
    }

    /** A type, by name or id, that its volumes may have; may be called again for more. */
    public VolumeGroupSpec volumeType(String nameOrId) {
        return add("volume_types", reference("volume_types", VolumeType.class, nameOrId));
    }

    /** A type that its volumes may have; may be called again for more. */
    public VolumeGroupSpec volumeType(Ref<VolumeType> type) {
        return add("volume_types", reference("volume_types", VolumeType.class, type));
    }

    /** In this availability zone. */
    public VolumeGroupSpec availabilityZone(String zone) {
        return set("availability_zone", zone);
    }

    @Override
    protected List<String> required() {
        return List.of("group_type", "volume_types");
    }

    /** What can be changed of a group. */
    public static final class Update extends Spec<Update> {

        /** Another name. */
        public Update name(String name) {
            return set("name", name);
        }

        /** For people. */
        public Update description(String description) {
            return set("description", description);
        }

        /** Puts the volumes with these ids into it. */
        public Update addVolumes(String... ids) {
            return set("add_volumes", String.join(",", ids));
        }

        /** Takes the volumes with these ids out of it. */
        public Update removeVolumes(String... ids) {
            return set("remove_volumes", String.join(",", ids));
        }
    }
}
