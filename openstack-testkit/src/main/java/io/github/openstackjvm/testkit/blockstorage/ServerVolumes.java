package io.github.openstackjvm.testkit.blockstorage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;

/**
 * Volumes as Nova uses them: the same rules as by the API, without HTTP. What is refused is a {@link Refusal} in Cinder's
 * words and with Cinder's status; what Nova makes of it is Nova's business.
 *
 * <p>A volume is a row with {@code id}, {@code project_id}, {@code name}, {@code status} (such as {@code creating},
 * {@code available}, {@code reserved}, {@code in-use}, {@code error}), {@code size} in GiB, {@code bootable},
 * {@code multiattach}, {@code attach_status}, {@code volume_type_id} and {@code image_metadata} (texts by name, of the image
 * it was made of: {@code image_id}, {@code min_disk} and so on). To be read only: changes go through the methods here.
 */
public final class ServerVolumes {
    private final FakeBlockStorage cinder;

    ServerVolumes(FakeBlockStorage cinder) {
        this.cinder = cinder;
    }

    /**
     * Creates a volume as {@code POST /volumes} does: available at once, unless the test has other rules for the kind
     * {@code volume}.
     *
     * @param wanted fields as on the wire: {@code size}, {@code name}, {@code description}, {@code imageRef},
     *     {@code snapshot_id}, {@code source_volid}, {@code volume_type}, {@code availability_zone}, {@code metadata}
     */
    public Row create(Caller caller, Map<String, Object> wanted) {
        Row made = new VolumeCreation(cinder, caller, wanted).make();
        cinder.life().begin(made, "create");
        return made;
    }

    /** The volume of this id, as it is now, when the caller may see it. Counts as a read for transitions. */
    public Optional<Row> find(Caller caller, String volumeId) {
        cinder.volumes().volumes().find(volumeId).ifPresent(cinder.life()::read);
        return cinder.volumes()
                .volumes()
                .find(volumeId)
                .filter(volume -> volume.is("project_id", caller.projectId()) || caller.admin());
    }

    /** The snapshot of this id, when the caller may see it: {@code volume_id}, {@code volume_size}, {@code status}. */
    public Optional<Row> findSnapshot(Caller caller, String snapshotId) {
        return cinder.collection("snapshots")
                .find(snapshotId)
                .filter(snapshot -> snapshot.is("project_id", caller.projectId()) || caller.admin());
    }

    /** The volume type of this id or name, whoever may use it. */
    public Optional<Row> findType(String nameOrId) {
        return cinder.types()
                .types()
                .find(nameOrId)
                .or(() -> cinder.types().types().first("name", nameOrId));
    }

    /**
     * Begins a snapshot of a volume, in use or not, as {@code POST /snapshots} does. Refused with 413 when the project may have
     * no more.
     */
    public Row createSnapshot(Caller caller, String volumeId, String name) {
        Row made = cinder.snapshots()
                .make(caller, volume(volumeId), Json.map("name", name), List.of("available", "in-use"), null);
        cinder.snapshots().begin(made, "create");
        return made;
    }

    /** How many more snapshots the project may have. */
    public long freeSnapshots(String project) {
        int limit = cinder.quotas().limit(project, "snapshots");
        return limit < 0 ? Long.MAX_VALUE : limit - cinder.quotas().used(project, "snapshots");
    }

    /**
     * Keeps the volume for a server: its status is {@code reserved} then. Refused with 400 when it is not available, nor in
     * use by others and made for several.
     *
     * @return the id of the attachment
     */
    public String reserve(String volumeId, String serverId) {
        return cinder.attachments().reserve(volume(volumeId), serverId).id();
    }

    /**
     * The server has the volume: its status is {@code in-use}, and its attachments name server, host and device.
     *
     * @param device such as {@code /dev/vdb}
     */
    public void attach(String attachmentId, String hostName, String device) {
        Row attachment = cinder.attachments().any(attachmentId);
        cinder.attachments().connect(attachment, Map.of("host", hostName, "mountpoint", device));
        cinder.attachments().complete(attachment);
    }

    /** The volume is about to be taken from its server: its status is {@code detaching}. */
    public void beginDetaching(String volumeId) {
        VolumeStates.beginDetaching(volume(volumeId));
    }

    /** It stays with its server after all. */
    public void rollDetaching(String volumeId) {
        VolumeStates.rollDetaching(volume(volumeId));
    }

    /** The server has the volume no more, or does not need it after all: available again, unless another server has it. */
    public void detach(String attachmentId) {
        cinder.attachments().remove(cinder.attachments().any(attachmentId));
    }

    /** Deletes a volume that goes with its server. Refused with 400 when something is in the way, such as a snapshot. */
    public void delete(String volumeId) {
        cinder.deletion().delete(volume(volumeId), false, false);
    }

    /**
     * Tells whom to ask whether a server has a volume by an attachment; Cinder then refuses with 409 when users try to take
     * the volume away without Nova.
     *
     * @param serverHasAttachment takes the ids of server and attachment
     */
    public void askBeforeDetaching(BiPredicate<String, String> serverHasAttachment) {
        cinder.guard().ask(serverHasAttachment);
    }

    private Row volume(String id) {
        return cinder.volumes().volumes().find(id).orElseThrow(() -> FakeVolumes.missing(id));
    }
}
