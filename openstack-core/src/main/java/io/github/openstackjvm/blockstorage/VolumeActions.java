package io.github.openstackjvm.blockstorage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Makes;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Accepted;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Transition.Sighting;
import io.github.openstackjvm.resource.VersionRange;

import static io.github.openstackjvm.internal.wire.Wire.Sorting.COMBINED;

/**
 * What can be done to volumes: each verb is one {@code POST /volumes/{id}/action}, and ends with
 * {@link io.github.openstackjvm.error.Conflict} when the volume's status forbids it. What goes on afterwards is
 * {@link Pending}.
 */
public abstract sealed class VolumeActions extends NamedCollection<Volume> permits VolumeMarks {

    @Wire(
            path = "/volumes",
            list = "/detail",
            one = "volume",
            nameFilter = "name",
            sorting = COMBINED,
            max = "3.71",
            marks = Wire.Marks.METADATA)
    interface Api extends CrudApi<Volume> {
        @RequestLine("POST /{id}/action")
        void act(@Param("id") String id, Body action, Call call);

        @Keyed("connection_info")
        @RequestLine("POST /{id}/action")
        ConnectionInfo connect(@Param("id") String id, Body action, Call call);

        @Keyed("metadata")
        @RequestLine("POST /{id}/action")
        Map<String, String> imageMetadata(@Param("id") String id, Body action, Call call);

        @Makes(value = Image.class, id = "image_id")
        @Keyed("os-volume_upload_image")
        @RequestLine("POST /{id}/action")
        Map<String, Object> upload(@Param("id") String id, Body action, Call call);

        @Keyed("save_volume_id")
        @RequestLine("POST /{id}/action")
        String completeMigration(@Param("id") String id, Body action, Call call);

        @Keyed("volume-summary")
        @RequestLine("GET /summary")
        VolumeSummary summary(Call call);

        @RequestLine("GET /{id}/encryption")
        VolumeEncryption encryption(@Param("id") String id, Call call);
    }

    final Binding<Api> binding;
    final Judge<Volume> judge;
    private final Faults faults;

    VolumeActions(Binding<Api> binding, Faults faults) {
        super(binding);
        this.binding = binding;
        this.faults = faults;
        this.judge = faults.judge(Volume::status);
    }

    /**
     * Enlarges it, also one that is in use where the cloud (3.42) and the hypervisor can do that. Awaited until it has the
     * size. {@code os-extend}.
     *
     * @param sizeGiB the new size, larger than now
     * @throws io.github.openstackjvm.error.QuotaExceeded when the project may have no more gigabytes
     */
    public Pending<Volume> extend(Ref<Volume> ref, int sizeGiB) {
        return act(
                ref,
                Body.action("os-extend", Map.of("new_size", sizeGiB)),
                judge.after(VolumeStatus.EXTENDING, volume -> volume.sizeGiB() >= sizeGiB, "it kept its size"));
    }

    /** The same for the one with this id. */
    public Pending<Volume> extend(String id, int sizeGiB) {
        return extend(Ref.id(id), sizeGiB);
    }

    /**
     * Tells Cinder whether the host has noticed the new size. For services. {@code os-extend_volume_completion}.
     *
     * @param failed whether it has not
     */
    @Since("3.71")
    public void completeExtend(Ref<Volume> ref, boolean failed) {
        act(
                ref,
                Body.action("os-extend_volume_completion", Map.of("error", failed))
                        .needing("completing an extension", VersionRange.since(3, 71)));
    }

    /** The same for the one with this id. */
    @Since("3.71")
    public void completeExtend(String id, boolean failed) {
        completeExtend(Ref.id(id), failed);
    }

    /**
     * Gives it another type, without moving it. Awaited until it has the type. {@code os-retype}.
     *
     * @param type name or id
     */
    public Pending<Volume> retype(Ref<Volume> ref, String type) {
        return retype(ref, type, MigrationPolicy.NEVER);
    }

    /** The same for the one with this id. */
    public Pending<Volume> retype(String id, String type) {
        return retype(Ref.id(id), type);
    }

    /**
     * Gives it another type, and moves it if the type needs another backend and the policy allows that. Awaited until it has
     * the type. {@code os-retype}.
     *
     * @param type name or id
     */
    public Pending<Volume> retype(Ref<Volume> ref, String type, MigrationPolicy policy) {
        Body body = bodyOf(new RetypeSpec().type(type).policy(policy));
        Object typeId = body.fields().get("new_type");
        return act(
                ref,
                body.asAction("os-retype"),
                judge.after(
                        VolumeStatus.RETYPING,
                        volume -> volume.typeId() == null || volume.typeId().equals(typeId),
                        "it kept its type"));
    }

    /** The same for the one with this id. */
    public Pending<Volume> retype(String id, String type, MigrationPolicy policy) {
        return retype(Ref.id(id), type, policy);
    }

    /**
     * Moves it to another host or cluster. Awaited until it is there. For administrators. {@code os-migrate_volume}.
     *
     * @throws io.github.openstackjvm.error.Conflict when it is there already, has snapshots or belongs to a group
     */
    public Pending<Volume> migrate(Ref<Volume> ref, MigrateVolumeSpec spec) {
        return act(ref, bodyOf(spec).asAction("os-migrate_volume"), this::migrated);
    }

    /** The same for the one with this id. */
    public Pending<Volume> migrate(String id, MigrateVolumeSpec spec) {
        return migrate(Ref.id(id), spec);
    }

    private Sighting<Volume> migrated(Volume volume) {
        MigrationStatus status = volume.migrationStatus();
        if (status == null || status.equals(MigrationStatus.SUCCESS)) {
            return Sighting.reached(volume.status().value(), volume);
        } else if (status.equals(MigrationStatus.ERROR)) {
            return Sighting.failed("migration error", faults.of(volume.id(), "it stayed at " + volume.host()));
        }
        return Sighting.going("migration " + status);
    }

    /**
     * Puts the copy in its place, after a migration that copied it. For services. {@code os-migrate_volume_completion}.
     *
     * @param copyId the copy
     * @param failed whether the copying failed
     * @return the id of the volume that is left
     */
    public String completeMigration(Ref<Volume> ref, String copyId, boolean failed) {
        Body body = Body.action("os-migrate_volume_completion", Map.of("new_volume", copyId, "error", failed));
        return binding.api().completeMigration(idOf(ref), body, binding.call());
    }

    /** The same for the one with this id. */
    public String completeMigration(String id, String copyId, boolean failed) {
        return completeMigration(Ref.id(id), copyId, failed);
    }

    /**
     * Copies it into a new image, which is awaited until it is active. {@code os-volume_upload_image}.
     *
     * @throws io.github.openstackjvm.error.Conflict when it is not available
     */
    public Pending<Image> uploadToImage(Ref<Volume> ref, VolumeImageSpec spec) {
        Body body = bodyOf(spec).asAction("os-volume_upload_image");
        Call call = binding.call(body);
        Map<String, Object> answer = new LinkedHashMap<>(binding.api().upload(idOf(ref), body, call));
        answer.put("id", answer.remove("image_id"));
        return pending(Image.class, accepted(answer, call), VolumeActions::uploaded);
    }

    /** The same for the one with this id. */
    public Pending<Image> uploadToImage(String id, VolumeImageSpec spec) {
        return uploadToImage(Ref.id(id), spec);
    }

    // Cinder makes the image, fills it, and removes it when that fails.
    private static Sighting<Image> uploaded(Image image) {
        String status = String.valueOf(image.status());
        return switch (status) {
            case "active" -> Sighting.reached(status, image);
            case "killed", "deleted" -> Sighting.failed(status, "the volume could not be copied into it");
            default -> Sighting.going(status);
        };
    }

    /**
     * Takes it back to its latest snapshot: what was written since is lost. Awaited until it is available. {@code revert}.
     *
     * @param snapshot its latest one, by name or id
     */
    @Since("3.40")
    public Pending<Volume> revert(Ref<Volume> ref, String snapshot) {
        Body body = bodyOf(new RevertSpec().snapshot(snapshot)).asAction("revert");
        return act(ref, body.needing("reverting", VersionRange.since(3, 40)), judge.after(VolumeStatus.REVERTING));
    }

    /** The same for the one with this id. */
    @Since("3.40")
    public Pending<Volume> revert(String id, String snapshot) {
        return revert(Ref.id(id), snapshot);
    }

    /**
     * Overwrites it with the content of an image. Awaited until that is done; one in error stays so, and needs its status
     * reset. {@code os-reimage}.
     */
    @Since("3.68")
    public Pending<Volume> reimage(Ref<Volume> ref, ReimageSpec spec) {
        Body body = bodyOf(spec).asAction("os-reimage");
        return act(ref, body.needing("overwriting", VersionRange.since(3, 68)), judge.after(VolumeStatus.DOWNLOADING));
    }

    /** The same for the one with this id. */
    @Since("3.68")
    public Pending<Volume> reimage(String id, ReimageSpec spec) {
        return reimage(Ref.id(id), spec);
    }

    /**
     * Deletes it, whatever its status; awaited until it is gone. For administrators. {@code os-force_delete}.
     *
     * @throws io.github.openstackjvm.error.Conflict when it is attached or has snapshots
     */
    public Pending<Deleted> forceDelete(Ref<Volume> ref) {
        return leaving(act(ref, Body.action("os-force_delete", Map.of())), false);
    }

    /** The same for the one with this id. */
    public Pending<Deleted> forceDelete(String id) {
        return forceDelete(Ref.id(id));
    }

    /** Lets Cinder forget it; the backend keeps it. Awaited until it is forgotten. For administrators. {@code os-unmanage}. */
    public Pending<Deleted> unmanage(Ref<Volume> ref) {
        return leaving(act(ref, Body.action("os-unmanage", Map.of())), false);
    }

    /** The same for the one with this id. */
    public Pending<Deleted> unmanage(String id) {
        return unmanage(Ref.id(id));
    }

    /** Awaits that it is gone. */
    final Pending<Deleted> leaving(Accepted accepted, boolean wasGone) {
        return pendingDeletion(accepted, wasGone, judge.leaving(VolumeStatus.DELETING, VolumeStatus.UNMANAGING));
    }

    private Pending<Volume> act(Ref<Volume> ref, Body action, Function<Volume, Sighting<Volume>> judge) {
        return pending(act(ref, action), judge);
    }

    /** Sends an action. */
    final Accepted act(Ref<Volume> ref, Body action) {
        String id = idOf(ref);
        Call call = binding.call(action);
        binding.api().act(id, action, call);
        return accepted(id, call);
    }
}
