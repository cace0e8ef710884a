package io.github.openstackjvm.blockstorage;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Makes;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Accepted;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Transition.Sighting;
import io.github.openstackjvm.resource.Updates;
import io.github.openstackjvm.resource.VersionRange;

import static io.github.openstackjvm.internal.wire.Wire.Sorting.COMBINED;

/** The backups of the project's volumes. They are awaited longer than volumes are. */
public final class Backups extends NamedCollection<Backup>
        implements Lists<Backup, Backups.Query>,
                Creates<BackupSpec, Pending<Backup>>,
                Updates<Backup, BackupSpec.Update, Backup>,
                Deletes<Backup, Pending<Deleted>> {

    @Wire(
            path = "/backups",
            list = "/detail",
            one = "backup",
            nameFilter = "name",
            sorting = COMBINED,
            max = "3.71",
            marks = Wire.Marks.DESCRIPTION)
    interface Api extends CrudApi<Backup> {
        @RequestLine("POST /{id}/action")
        void act(@Param("id") String id, Body action, Call call);

        @Keyed(value = "restore", request = "restore")
        @RequestLine("POST /{id}/restore")
        Map<String, Object> restoreOnto(@Param("id") String id, Body target, Call call);

        @Makes(value = Volume.class, id = "volume_id")
        @Keyed(value = "restore", request = "restore")
        @RequestLine("POST /{id}/restore")
        Map<String, Object> restore(@Param("id") String id, Body target, Call call);

        @Keyed("backup-record")
        @RequestLine("GET /{id}/export_record")
        BackupRecord export(@Param("id") String id, Call call);

        @Keyed(value = Keyed.ONE, request = "backup-record")
        @RequestLine("POST /import_record")
        Map<String, Object> importRecord(Body record, Call call);
    }

    private static final VersionRange UPDATE = VersionRange.since(3, 9);

    private final Binding<Api> binding;
    private final Faults faults;
    private final Judge<Backup> judge;

    Backups(Binding<Api> binding, Faults faults) {
        super(binding);
        this.binding = binding;
        this.faults = faults;
        this.judge = new Judge<>(Backup::status, this::reason);
    }

    /** Lists the backups, the newest first. {@code GET /backups/detail}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public BackupSpec spec() {
        return new BackupSpec();
    }

    /**
     * Makes a backup of a volume, or of a snapshot of it; awaited until it is available. {@code POST /backups}.
     *
     * @throws io.github.openstackjvm.error.QuotaExceeded when the project may have no more backups or gigabytes of them
     * @throws io.github.openstackjvm.error.BadRequest when the volume is in use and that was not allowed, or when it has no
     *     backup to make an incremental one of
     * @throws io.github.openstackjvm.error.Conflict when the volume is neither available nor in use
     */
    @Override
    public Pending<Backup> create(BackupSpec spec) {
        return pending(order(spec), judge.after(BackupStatus.CREATING));
    }

    @Override
    public BackupSpec.Update changes() {
        return new BackupSpec.Update();
    }

    /** Changes name, description or metadata, and reads the backup. {@code PUT /backups/{id}}. */
    @Override
    @Since("3.9")
    public Backup update(Ref<Backup> ref, BackupSpec.Update changes) {
        Body body = bodyOf(changes).needing("changing a backup", UPDATE);
        String id = idOf(ref);
        // Cinder answers with id and name only.
        binding.api().update(id, body, binding.call(body));
        return binding.api().get(id, binding.call());
    }

    /**
     * Deletes a backup; awaited until it is gone. {@code DELETE /backups/{id}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when its status is neither available nor an error, or later ones need it
     */
    @Override
    public Pending<Deleted> delete(Ref<Backup> ref) {
        String id = idOf(ref);
        Call call = binding.call();
        binding.api().delete(id, call);
        return leaving(accepted(id, call), call.wasGone());
    }

    /**
     * Deletes a backup, whatever its status, where the store can do that; awaited until it is gone. For administrators.
     * {@code POST /backups/{id}/action}, {@code os-force_delete}.
     */
    public Pending<Deleted> forceDelete(Ref<Backup> ref) {
        return leaving(act(ref, Body.action("os-force_delete", Map.of())), false);
    }

    /** The same for the one with this id. */
    public Pending<Deleted> forceDelete(String id) {
        return forceDelete(Ref.id(id));
    }

    /**
     * Declares its status to be available or an error; nothing happens to the backup itself. Cinder leaves that to the
     * service that makes backups, and so it is awaited. For administrators. {@code POST /backups/{id}/action},
     * {@code os-reset_status}.
     */
    public Pending<Backup> resetStatus(Ref<Backup> ref, BackupStatus status) {
        return pending(
                act(ref, Body.action("os-reset_status", Map.of("status", status.value()))),
                backup -> backup.status().is(status.value())
                        ? Sighting.reached(status.value(), backup)
                        : Sighting.going(backup.status().value()));
    }

    /** The same for the one with this id. */
    public Pending<Backup> resetStatus(String id, BackupStatus status) {
        return resetStatus(Ref.id(id), status);
    }

    /** Writes a backup onto a new volume; awaited until that is available. {@code POST /backups/{id}/restore}. */
    public Pending<Volume> restore(Ref<Backup> ref) {
        return restore(ref, new RestoreSpec());
    }

    /** The same for the one with this id. */
    public Pending<Volume> restore(String id) {
        return restore(Ref.id(id));
    }

    /**
     * Writes a backup onto a volume; awaited until that is available. {@code POST /backups/{id}/restore}.
     *
     * @throws io.github.openstackjvm.error.BadRequest when the volume is smaller
     * @throws io.github.openstackjvm.error.Conflict when the volume or the backup is not available
     */
    public Pending<Volume> restore(Ref<Backup> ref, RestoreSpec spec) {
        Body body = bodyOf(spec);
        Call call = binding.call(body);
        String id = idOf(ref);
        // Without a volume to write to, Cinder makes one.
        Map<String, Object> answer = new LinkedHashMap<>(
                body.fields().containsKey("volume_id")
                        ? binding.api().restoreOnto(id, body, call)
                        : binding.api().restore(id, body, call));
        answer.put("id", answer.remove("volume_id"));
        return pending(
                Volume.class,
                accepted(answer, call),
                faults.judge(Volume::status).after(VolumeStatus.RESTORING_BACKUP, VolumeStatus.CREATING));
    }

    /** The same for the one with this id. */
    public Pending<Volume> restore(String id, RestoreSpec spec) {
        return restore(Ref.id(id), spec);
    }

    /**
     * What is needed to make a backup known again after Cinder lost its records. For administrators.
     * {@code GET /backups/{id}/export_record}.
     */
    public BackupRecord export(Ref<Backup> ref) {
        return binding.api().export(idOf(ref), binding.call());
    }

    /** The same for the one with this id. */
    public BackupRecord export(String id) {
        return export(Ref.id(id));
    }

    /**
     * Makes a backup known again; awaited until it is available. For administrators. {@code POST /backups/import_record}.
     *
     * @throws io.github.openstackjvm.error.Conflict when it is known already
     */
    public Pending<Backup> importRecord(BackupRecord record) {
        Body body = Body.of(new LinkedHashMap<>(
                Map.of("backup_service", record.backupService(), "backup_url", record.backupUrl())));
        Call call = binding.call();
        return pending(accepted(binding.api().importRecord(body, call), call), judge.after(BackupStatus.CREATING));
    }

    private Accepted act(Ref<Backup> ref, Body action) {
        String id = idOf(ref);
        Call call = binding.call();
        binding.api().act(id, action, call);
        return accepted(id, call);
    }

    private Pending<Deleted> leaving(Accepted accepted, boolean wasGone) {
        return pendingDeletion(accepted, wasGone, judge.leaving(BackupStatus.DELETING));
    }

    /** A backup tells itself why it failed. */
    private String reason(Backup backup, String otherwise) {
        String reason = backup.failReason();
        return reason == null || reason.isBlank() ? faults.of(backup.id(), otherwise) : reason;
    }

    @Override
    protected boolean slow() {
        return true;
    }

    /** Cinder lets nobody filter by several ids, nor backups by time. */
    @Override
    protected Question<Backup> among(Set<String> ids, Instant since) {
        return everything();
    }

    /** A listing of backups. */
    public static final class Query extends BlockListing<Backup, Query> {
        Query(Question<Backup> question) {
            super(question, Query::new);
        }

        /** With this status. */
        public Query status(BackupStatus status) {
            return with("status", status);
        }

        /** Of the volume with this name or id. */
        public Query volume(String nameOrId) {
            return ref("volume_id", Volume.class, nameOrId);
        }

        /** Of this volume. */
        public Query volume(Ref<Volume> volume) {
            return ref("volume_id", Volume.class, volume);
        }
    }
}
