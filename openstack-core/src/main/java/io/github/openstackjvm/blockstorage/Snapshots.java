package io.github.openstackjvm.blockstorage;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.MetadataApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Accepted;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Metadata;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Updates;
import io.github.openstackjvm.resource.VersionRange;
import org.jspecify.annotations.Nullable;

import static io.github.openstackjvm.internal.wire.Wire.Sorting.COMBINED;

/** The snapshots of the project's volumes. */
public final class Snapshots extends NamedCollection<Snapshot>
        implements Lists<Snapshot, Snapshots.Query>,
                Creates<SnapshotSpec, Pending<Snapshot>>,
                Updates<Snapshot, SnapshotSpec.Update, Snapshot>,
                Deletes<Snapshot, Pending<Deleted>> {

    @Wire(
            path = "/snapshots",
            list = "/detail",
            one = "snapshot",
            nameFilter = "name",
            sorting = COMBINED,
            max = "3.71",
            marks = Wire.Marks.METADATA)
    interface Api extends CrudApi<Snapshot> {
        @RequestLine("POST /{id}/action")
        void act(@Param("id") String id, Body action, Call call);
    }

    @Wire(path = "/snapshots/{parent}/metadata", one = "metadata", item = "meta")
    interface SnapshotMetadataApi extends MetadataApi {}

    private final Binding<Api> binding;
    private final Judge<Snapshot> judge;

    Snapshots(Binding<Api> binding, Faults faults) {
        super(binding);
        this.binding = binding;
        this.judge = faults.judge(Snapshot::status);
    }

    /** Lists the snapshots, the newest first. {@code GET /snapshots/detail}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public SnapshotSpec spec() {
        return new SnapshotSpec();
    }

    /**
     * Makes a snapshot of a volume; awaited until it is available. {@code POST /snapshots}.
     *
     * @throws io.github.openstackjvm.error.QuotaExceeded when the project may have no more snapshots or gigabytes
     * @throws io.github.openstackjvm.error.Conflict when the volume is neither available nor in use
     */
    @Override
    public Pending<Snapshot> create(SnapshotSpec spec) {
        return pending(order(spec), judge.after(SnapshotStatus.CREATING));
    }

    @Override
    public SnapshotSpec.Update changes() {
        return new SnapshotSpec.Update();
    }

    /** Changes name or description. {@code PUT /snapshots/{id}}. */
    @Override
    public Snapshot update(Ref<Snapshot> ref, SnapshotSpec.Update changes) {
        return change(ref, changes);
    }

    /**
     * Deletes a snapshot; awaited until it is gone. {@code DELETE /snapshots/{id}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when it belongs to the snapshot of a group, or its status is neither
     *     available nor an error
     */
    @Override
    public Pending<Deleted> delete(Ref<Snapshot> ref) {
        String id = idOf(ref);
        Call call = binding.call();
        binding.api().delete(id, call);
        return leaving(accepted(id, call), call.wasGone());
    }

    /**
     * Deletes a snapshot, whatever its status; awaited until it is gone. For administrators.
     * {@code POST /snapshots/{id}/action}, {@code os-force_delete}.
     */
    public Pending<Deleted> forceDelete(Ref<Snapshot> ref) {
        return leaving(act(ref, Body.action("os-force_delete", Map.of())), false);
    }

    /** The same for the one with this id. */
    public Pending<Deleted> forceDelete(String id) {
        return forceDelete(Ref.id(id));
    }

    /**
     * Lets Cinder forget a snapshot; the backend keeps it. Awaited until it is forgotten. For administrators.
     * {@code POST /snapshots/{id}/action}, {@code os-unmanage}.
     */
    public Pending<Deleted> unmanage(Ref<Snapshot> ref) {
        return leaving(act(ref, Body.action("os-unmanage", Map.of())), false);
    }

    /** The same for the one with this id. */
    public Pending<Deleted> unmanage(String id) {
        return unmanage(Ref.id(id));
    }

    /**
     * Declares its status to be another one; nothing happens to the snapshot itself. For administrators.
     * {@code POST /snapshots/{id}/action}, {@code os-reset_status}.
     */
    public void resetStatus(Ref<Snapshot> ref, SnapshotStatus status) {
        act(ref, Body.action("os-reset_status", Map.of("status", status.value())));
    }

    /** The same for the one with this id. */
    public void resetStatus(String id, SnapshotStatus status) {
        resetStatus(Ref.id(id), status);
    }

    /**
     * Tells how far the making or deleting of a snapshot is, by whoever does that in place of Cinder. For services.
     * {@code POST /snapshots/{id}/action}, {@code os-update_snapshot_status}.
     *
     * @param progress such as {@code 80%}; null for none
     * @throws io.github.openstackjvm.error.BadRequest when the one status does not follow on the other
     */
    public void updateStatus(Ref<Snapshot> ref, SnapshotStatus status, @Nullable String progress) {
        Map<String, Object> argument = progress == null
                ? Map.of("status", status.value())
                : Map.of("status", status.value(), "progress", progress);
        act(ref, Body.action("os-update_snapshot_status", argument));
    }

    /** The same for the one with this id. */
    public void updateStatus(String id, SnapshotStatus status, @Nullable String progress) {
        updateStatus(Ref.id(id), status, progress);
    }

    /** The key-value pairs of one. {@code /snapshots/{id}/metadata}. */
    public Metadata metadata(Ref<Snapshot> ref) {
        return metadata(ref, SnapshotMetadataApi.class);
    }

    /** The same for the one with this id. */
    public Metadata metadata(String id) {
        return metadata(Ref.id(id));
    }

    private Accepted act(Ref<Snapshot> ref, Body action) {
        String id = idOf(ref);
        Call call = binding.call();
        binding.api().act(id, action, call);
        return accepted(id, call);
    }

    private Pending<Deleted> leaving(Accepted accepted, boolean wasGone) {
        return pendingDeletion(accepted, wasGone, judge.leaving(SnapshotStatus.DELETING, SnapshotStatus.UNMANAGING));
    }

    /** Cinder lets nobody filter by several ids, nor snapshots by time. */
    @Override
    protected Question<Snapshot> among(Set<String> ids, Instant since) {
        return everything();
    }

    /** A listing of snapshots. */
    public static final class Query extends BlockListing<Snapshot, Query> {
        Query(Question<Snapshot> question) {
            super(question, Query::new);
        }

        /** With this status. */
        public Query status(SnapshotStatus status) {
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

        /** With all of these pairs among their metadata. */
        @Since("3.22")
        public Query metadata(Map<String, String> pairs) {
            return with(VersionRange.since(3, 22), "metadata", Literal.of(pairs));
        }

        /** Of volumes in this availability zone. */
        public Query availabilityZone(String zone) {
            return with("availability_zone", zone);
        }

        /** That count against quotas, or that do not. */
        @Since("3.65")
        public Query consumesQuota(boolean consumes) {
            return with(VersionRange.since(3, 65), "consumes_quota", consumes);
        }
    }
}
