package io.github.openstackjvm.blockstorage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.internal.wire.Mark;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Spec;
import org.jspecify.annotations.Nullable;

/**
 * A volume to create: empty, or out of one of image, snapshot, volume and backup. It needs a size unless it is made of a
 * snapshot, a volume or a backup, whose size it has then.
 */
public final class VolumeSpec extends Spec<VolumeSpec> {
    /** A volume of this name. */
    public static VolumeSpec named(String name) {
        return new VolumeSpec().name(name);
    }

    /** Need not be unique. */
    public VolumeSpec name(String name) {
        return set("name", name);
    }

    /** For people. */
    public VolumeSpec description(String description) {
        return set("description", description);
    }

    /** Its size in GiB, at least 1. */
    public VolumeSpec sizeGiB(int gibibytes) {
        return set("size", gibibytes);
    }

    /** With the content of the image of this name or id: a server can boot from it. */
    public VolumeSpec fromImage(String nameOrId) {
        return ref("imageRef", Image.class, nameOrId);
    }

    /** With the content of this image. */
    public VolumeSpec fromImage(Ref<Image> image) {
        return ref("imageRef", Image.class, image);
    }

    /** With the content of the snapshot of this name or id. */
    public VolumeSpec fromSnapshot(String nameOrId) {
        return ref("snapshot_id", Snapshot.class, nameOrId);
    }

    /** With the content of this snapshot. */
    public VolumeSpec fromSnapshot(Ref<Snapshot> snapshot) {
        return ref("snapshot_id", Snapshot.class, snapshot);
    }

    /** With the content that the volume of this name or id has now. */
    public VolumeSpec fromVolume(String nameOrId) {
        return ref("source_volid", Volume.class, nameOrId);
    }

    /** With the content that this volume has now. */
    public VolumeSpec fromVolume(Ref<Volume> volume) {
        return ref("source_volid", Volume.class, volume);
    }

    /** With the content of the backup of this name or id. */
    @Since("3.47")
    public VolumeSpec fromBackup(String nameOrId) {
        return set("backup_id", reference("backup_id", Backup.class, nameOrId), since(3, 47));
    }

    /** With the content of this backup. */
    @Since("3.47")
    public VolumeSpec fromBackup(Ref<Backup> backup) {
        return set("backup_id", reference("backup_id", Backup.class, backup), since(3, 47));
    }

    /** Of the type with this name or id; otherwise of the project's default type. */
    public VolumeSpec type(String nameOrId) {
        return ref("volume_type", VolumeType.class, nameOrId);
    }

    /** Of this type. */
    public VolumeSpec type(Ref<VolumeType> type) {
        return ref("volume_type", VolumeType.class, type);
    }

    /** In this availability zone. */
    public VolumeSpec availabilityZone(String zone) {
        return set("availability_zone", zone);
    }

    /** In the group of this name or id, which must allow its type. */
    @Since("3.13")
    public VolumeSpec group(String nameOrId) {
        return set("group_id", reference("group_id", VolumeGroup.class, nameOrId), since(3, 13));
    }

    /** In this group. */
    @Since("3.13")
    public VolumeSpec group(Ref<VolumeGroup> group) {
        return set("group_id", reference("group_id", VolumeGroup.class, group), since(3, 13));
    }

    /** In the consistency group with this id, on clouds that still have them. */
    public VolumeSpec consistencyGroupId(String id) {
        return set("consistencygroup_id", id);
    }

    /** Exactly these pairs. */
    public VolumeSpec metadata(Map<String, String> pairs) {
        return set("metadata", new LinkedHashMap<>(pairs));
    }

    /** One more pair. */
    public VolumeSpec metadata(String key, String value) {
        return pair("metadata", key, value);
    }

    /** The same with a mark of its own among its metadata. */
    VolumeSpec marked(Mark mark) {
        return copy().metadata(mark.name(), mark.key());
    }

    /** On a backend where none of the volumes with these ids is. */
    public VolumeSpec differentHost(String... volumeIds) {
        return schedulerHint("different_host", List.of(volumeIds));
    }

    /** On the backend where the volumes with these ids are. */
    public VolumeSpec sameHost(String... volumeIds) {
        return schedulerHint("same_host", List.of(volumeIds));
    }

    /** A hint for the scheduler, by its name on the wire. */
    public VolumeSpec schedulerHint(String name, Object value) {
        return besidePair("OS-SCH-HNT:scheduler_hints", name, value);
    }

    @Override
    protected List<String> required() {
        boolean sized = Stream.of("snapshot_id", "source_volid", "backup_id").anyMatch(this::touches);
        return sized ? List.of() : List.of("size");
    }

    /** What can be changed of a volume. Its size, type and place have verbs of their own. */
    public static final class Update extends Spec<Update> {

        /** Another name; null for none. */
        public Update name(@Nullable String name) {
            return set("name", name);
        }

        /** For people; null for none. */
        public Update description(@Nullable String description) {
            return set("description", description);
        }

        /** Exactly these pairs. */
        public Update metadata(Map<String, String> pairs) {
            return set("metadata", new LinkedHashMap<>(pairs));
        }
    }
}
