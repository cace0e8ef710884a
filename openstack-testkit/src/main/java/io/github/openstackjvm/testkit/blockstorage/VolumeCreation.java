package io.github.openstackjvm.testkit.blockstorage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.image.StoredImage;
import org.jspecify.annotations.Nullable;

/** One volume to create: out of what, how large, of which type, and whether that is allowed. In Cinder's order of checks. */
final class VolumeCreation {
    private static final String MALFORMED =
            "The server could not comply with the request since it is either malformed or otherwise incorrect.";
    private static final long GIB = 1L << 30;

    private final FakeBlockStorage cinder;
    private final Caller caller;
    private final Map<String, Object> wanted;
    private final @Nullable Row type;
    private final @Nullable Row snapshot;
    private final @Nullable Row source;
    private final @Nullable Row group;
    private final @Nullable StoredImage image;
    private final @Nullable Row backup;

    /** Looks up what the request names. */
    VolumeCreation(FakeBlockStorage cinder, Caller caller, Map<String, Object> wanted) {
        this.cinder = cinder;
        this.caller = caller;
        this.wanted = wanted;
        String named = text("volume_type");
        type = named.isEmpty() ? null : cinder.types().named(caller, named);
        snapshot = find("snapshots", text("snapshot_id"), "Snapshot ");
        source = find("volumes", text("source_volid"), "Volume ");
        group = find("groups", text("group_id").isEmpty() ? text("consistencygroup_id") : text("group_id"), "Group ");
        Object ref = BlockBody.either(wanted, "imageRef", "image_id");
        image = ref == null
                ? null
                : cinder.images()
                        .named(caller, ref.toString())
                        .orElseThrow(() ->
                                Refusal.badRequest("Invalid image identifier or unable to access requested image."));
        backup = find("backups", text("backup_id"), "Backup ");
    }

    private @Nullable Row find(String kind, String id, String what) {
        if (id.isEmpty()) {
            return null;
        }
        return cinder.collection(kind)
                .find(id)
                .filter(row -> row.is("project_id", caller.projectId()) || caller.admin())
                .orElseThrow(() -> Refusal.notFound(what + id + " could not be found."));
    }

    private String text(String name) {
        return Objects.toString(wanted.get(name), "");
    }

    /** Makes the row, which is still being created, or refuses. */
    Row make() {
        if (Boolean.TRUE.equals(BlockText.flag(wanted.get("multiattach")))) {
            throw Refusal.badRequest(
                    "multiattach parameter has been removed. The default behavior is to use multiattach "
                            + "enabled volume types. Contact your administrator to create a multiattach enabled volume type "
                            + "and use it to create multiattach volumes.");
        }
        checkGroup();
        checkType();
        checkSources();
        long size = size();
        if (image != null) {
            checkImage(image, size);
        }
        Row chosen = chosenType();
        String zone = zone();
        boolean encrypted = cinder.collection("encryptions").has(chosen.id());
        boolean multiattach = "<is> True".equals(chosen.object("extra_specs").get("multiattach"));
        if (multiattach && encrypted) {
            throw invalid("Multiattach cannot be used with encrypted volumes.");
        }
        cinder.quotas().checkSize(caller.projectId(), size);
        cinder.quotas().checkVolume(caller.projectId(), size, chosen.id());
        return volumes().add(row(chosen, size, zone, encrypted, multiattach));
    }

    private void checkGroup() {
        if (group == null) {
            return;
        }
        if (type == null) {
            throw input("volume_type must be provided when creating a volume in a group.");
        }
        if (!group.texts("volume_types").contains(type.id())) {
            throw input("Invalid volume_type provided: " + type.text("name")
                    + " (requested type must be supported by this group).");
        }
    }

    // A type that leads to another backend cannot be given to a copy, which is made where its origin is.
    private void checkType() {
        if (type == null) {
            return;
        }
        if (source != null && !compatible(source)) {
            throw input("Invalid volume_type provided: " + type.id()
                    + " (requested type is not compatible; either match source volume, or omit type argument).");
        }
        if (snapshot != null && !compatible(snapshot)) {
            throw input("Invalid volume_type provided: " + type.id()
                    + " (requested type is not compatible; recommend omitting the type argument).");
        }
    }

    private boolean compatible(Row origin) {
        Row chosen = Objects.requireNonNull(type);
        if (origin.is("volume_type_id", chosen.id())) {
            return true;
        }
        String before = origin.text("volume_type_id");
        boolean encryptionChanges = cinder.collection("encryptions").has(before)
                != cinder.collection("encryptions").has(chosen.id());
        Object backend = cinder.types()
                .types()
                .find(before)
                .map(row -> row.object("extra_specs").get("volume_backend_name"))
                .orElse(null);
        return !encryptionChanges
                && backend != null
                && backend.equals(chosen.object("extra_specs").get("volume_backend_name"));
    }

    private void checkSources() {
        if (Stream.of(snapshot, image, source, backup).filter(Objects::nonNull).count() > 1) {
            throw input("May specify only one of backup, imageRef, snapshot, source volume");
        }
        checkState(snapshot, "snapshot", "snapshot", List.of("available"));
        checkState(source, "source volume", "volume", List.of("available", "in-use"));
        checkState(backup, "backup", "backup", List.of("available"));
        checkState(group, "group", "group", List.of("available", "creating"));
    }

    private static void checkState(@Nullable Row origin, String what, String kind, List<String> states) {
        if (origin != null && !states.contains(origin.text("status"))) {
            throw Refusal.badRequest("Invalid " + kind + ": Originating " + what + " status must be one of '"
                    + String.join(", ", states) + "' values");
        }
    }

    private long size() {
        long originSize = snapshot != null
                ? snapshot.number("volume_size")
                : source != null ? source.number("size") : backup != null ? backup.number("size") : 0;
        Object given = wanted.get("size");
        if (given == null && originSize == 0) {
            // Python compares None with a number here.
            throw Refusal.badRequest(MALFORMED);
        }
        long size = given == null ? originSize : Long.parseLong(given.toString());
        if (size < originSize) {
            throw input(tooSmall(size, originSize));
        }
        return size;
    }

    private String tooSmall(long size, long origin) {
        if (source != null) {
            return "Volume size '" + size + "'GB cannot be smaller than original volume size  " + origin
                    + "GB. They must be >= original volume size.";
        }
        return snapshot != null
                ? "Volume size '" + size + "'GB cannot be smaller than the snapshot size " + origin
                        + "GB. They must be >= original snapshot size."
                : "Volume size " + size + "GB cannot be smaller than the backup size " + origin
                        + "GB. It must be >= backup size.";
    }

    /** Refuses an image that is not there yet, or too large for a volume of this size. */
    static void checkImage(StoredImage image, long size) {
        if (!image.active()) {
            throw input("Image " + image.id() + " is not active.");
        }
        long gib = (image.size() + GIB - 1) / GIB;
        if (gib > size) {
            throw input("Size of specified image " + gib + "GB is larger than volume size " + size + "GB.");
        }
        if (size < image.minDiskGiB()) {
            throw input("Volume size " + size + "GB cannot be smaller than the image minDisk size " + image.minDiskGiB()
                    + "GB.");
        }
    }

    private Row chosenType() {
        if (type != null) {
            return type;
        }
        Row origin = source != null ? source : snapshot;
        if (origin != null) {
            return cinder.types().visible(caller, origin.text("volume_type_id"));
        }
        Object ofImage = image == null ? null : image.properties().get("cinder_img_volume_type");
        return ofImage == null
                ? cinder.types().byDefault(caller)
                : cinder.types().named(caller, ofImage.toString());
    }

    private String zone() {
        String zone = text("availability_zone");
        if (!zone.isEmpty() && !zone.equals(FakeBlockStorage.ZONE)) {
            throw Refusal.badRequest("Availability zone '" + zone + "' is invalid.");
        }
        return FakeBlockStorage.ZONE;
    }

    private Row row(Row chosen, long size, String zone, boolean encrypted, boolean multiattach) {
        Row origin = source != null
                ? source
                : snapshot == null
                        ? null
                        : volumes().find(snapshot.text("volume_id")).orElse(null);
        Map<String, Object> fields = Json.map(
                "id",
                cinder.world().ids().uuid(),
                "project_id",
                caller.projectId(),
                "user_id",
                caller.userId(),
                "name",
                BlockBody.stripped(BlockBody.either(wanted, "name", "display_name")),
                "description",
                BlockBody.stripped(BlockBody.either(wanted, "description", "display_description")),
                "size",
                size,
                "status",
                "creating",
                "attach_status",
                "detached",
                "availability_zone",
                zone,
                "created_at",
                cinder.now(),
                "updated_at",
                null,
                "volume_type_id",
                chosen.id(),
                "snapshot_id",
                idOf(snapshot),
                "source_volid",
                idOf(source),
                "group_id",
                idOf(group),
                "metadata",
                new LinkedHashMap<>(Json.object(wanted.get("metadata"))),
                "admin_metadata",
                Json.map(),
                "image_metadata",
                Json.map(),
                "bootable",
                origin != null && origin.is("bootable"),
                "encryption_key_id",
                encrypted ? FakeBlockStorage.FIXED_KEY : null,
                "multiattach",
                multiattach,
                "migration_status",
                null,
                "replication_status",
                null,
                "host",
                null,
                "shared_targets",
                true,
                "service_uuid",
                null,
                "consumes_quota",
                true,
                "previous_status",
                null,
                "name_id",
                null,
                "wanted_image",
                image == null ? null : image.id(),
                "wanted_backup",
                idOf(backup),
                "wanted_host",
                origin != null ? origin.get("host") : group == null ? null : group.get("host"));
        return new Row(fields);
    }

    private FakeCollection volumes() {
        return cinder.collection("volumes");
    }

    private static @Nullable String idOf(@Nullable Row row) {
        return Optional.ofNullable(row).map(Row::id).orElse(null);
    }

    private static Refusal input(String words) {
        return Refusal.badRequest("Invalid input received: " + words);
    }

    private static Refusal invalid(String words) {
        return Refusal.badRequest("Invalid volume: " + words);
    }
}
