package io.github.openstackjvm.blockstorage;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Mark;
import io.github.openstackjvm.internal.wire.MetadataApi;
import io.github.openstackjvm.internal.wire.Needs;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Adopts;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Metadata;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Updates;
import io.github.openstackjvm.resource.VersionRange;

/** The volumes of the project. */
public final class Volumes extends VolumeHandover
        implements Lists<Volume, Volumes.Query>,
                Adopts<VolumeSpec, Pending<Volume>>,
                Updates<Volume, VolumeSpec.Update, Volume>,
                Deletes<Volume, Pending<Deleted>> {

    @Wire(path = "/volumes/{parent}/metadata", one = "metadata", item = "meta")
    interface VolumeMetadataApi extends MetadataApi {}

    /** Clocks of client and cloud may differ. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    Volumes(Binding<Api> binding, Faults faults) {
        super(binding, faults);
    }

    /** Lists the volumes, the newest first. {@code GET /volumes/detail}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public VolumeSpec spec() {
        return new VolumeSpec();
    }

    /**
     * Creates a volume, which is awaited until it is available. {@code POST /volumes}.
     *
     * @throws io.github.openstackjvm.error.QuotaExceeded when the project may have no more volumes or gigabytes
     * @throws io.github.openstackjvm.error.BadRequest when it would be smaller than what it is made of
     */
    @Override
    public Pending<Volume> create(VolumeSpec spec) {
        return pending(order(spec), judge.after(VolumeStatus.CREATING, VolumeStatus.DOWNLOADING));
    }

    /**
     * Creates a volume with this key among its metadata, or adopts the one that has it: see {@link Adopts}.
     * {@code GET /volumes/detail?metadata=}, {@code POST /volumes}.
     *
     * @throws io.github.openstackjvm.error.Ambiguous when several have the key
     * @throws io.github.openstackjvm.error.OutcomeUnknown when the answer was lost and nothing showed: ask again later
     */
    @Override
    public Pending<Volume> createOrAdopt(VolumeSpec spec, String key) {
        Mark mark = Mark.idempotency(key);
        return once(
                mark,
                list().metadata(Map.of(mark.name(), mark.key())),
                () -> create(spec.marked(mark)),
                found -> pending(adopted(found), judge.after(VolumeStatus.CREATING, VolumeStatus.DOWNLOADING)));
    }

    @Override
    public VolumeSpec.Update changes() {
        return new VolumeSpec.Update();
    }

    /** Changes name, description or metadata. {@code PUT /volumes/{id}}. */
    @Override
    public Volume update(Ref<Volume> ref, VolumeSpec.Update changes) {
        return change(ref, changes);
    }

    /**
     * Deletes a volume; awaited until it is gone. {@code DELETE /volumes/{id}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when it is attached, has snapshots, belongs to a group, or its status is
     *     another than available or an error
     */
    @Override
    public Pending<Deleted> delete(Ref<Volume> ref) {
        return delete(ref, Map.of(), VersionRange.ANY);
    }

    /** Deletes a volume with its snapshots; awaited until it is gone. {@code DELETE /volumes/{id}?cascade=true}. */
    public Pending<Deleted> deleteWithSnapshots(Ref<Volume> ref) {
        return delete(ref, Map.of("cascade", "true"), VersionRange.ANY);
    }

    /** The same for the one with this id. */
    public Pending<Deleted> deleteWithSnapshots(String id) {
        return deleteWithSnapshots(Ref.id(id));
    }

    /**
     * Deletes a volume with its snapshots, whatever their status; awaited until it is gone. For administrators.
     * {@code DELETE /volumes/{id}?cascade=true&force=true}.
     */
    @Since("3.23")
    public Pending<Deleted> forceDeleteWithSnapshots(Ref<Volume> ref) {
        return delete(ref, Map.of("cascade", "true", "force", "true"), VersionRange.since(3, 23));
    }

    /** The same for the one with this id. */
    @Since("3.23")
    public Pending<Deleted> forceDeleteWithSnapshots(String id) {
        return forceDeleteWithSnapshots(Ref.id(id));
    }

    private Pending<Deleted> delete(Ref<Volume> ref, Map<String, String> parameters, VersionRange range) {
        String id = idOf(ref);
        Call call = binding.call(Needs.NONE.and("deleting by force", range));
        parameters.forEach(call::query);
        binding.api().delete(id, call);
        return leaving(accepted(id, call), call.wasGone());
    }

    /** The key-value pairs of one. {@code /volumes/{id}/metadata}. */
    public Metadata metadata(Ref<Volume> ref) {
        return metadata(ref, VolumeMetadataApi.class);
    }

    /** The same for the one with this id. */
    public Metadata metadata(String id) {
        return metadata(Ref.id(id));
    }

    /** How one is encrypted. {@code GET /volumes/{id}/encryption}. */
    public VolumeEncryption encryption(Ref<Volume> ref) {
        return binding.api().encryption(idOf(ref), binding.call());
    }

    /** The same for the one with this id. */
    public VolumeEncryption encryption(String id) {
        return encryption(Ref.id(id));
    }

    /** How many volumes the project has. {@code GET /volumes/summary}. */
    @Since("3.12")
    public VolumeSummary summary() {
        return binding.api().summary(binding.call(SUMMARY));
    }

    /** How many volumes there are in all projects; for administrators. {@code GET /volumes/summary?all_tenants=true}. */
    @Since("3.12")
    public VolumeSummary summaryOfAllProjects() {
        return binding.api().summary(binding.call(SUMMARY).query("all_tenants", "true"));
    }

    private static final Needs SUMMARY = Needs.NONE.and("a summary", VersionRange.since(3, 12));

    /** Cinder lets nobody filter by several ids, but by when they last changed. */
    @Override
    protected Question<Volume> among(Set<String> ids, Instant since) {
        return list().updatedAt(Comparison.AT_LEAST, since.minus(SKEW)).question();
    }

    /** A listing of volumes. */
    public static final class Query extends BlockListing<Volume, Query> {
        Query(Question<Volume> question) {
            super(question, Query::new);
        }

        /** With this status. */
        public Query status(VolumeStatus status) {
            return with("status", status);
        }

        /** With all of these pairs among their metadata. */
        public Query metadata(Map<String, String> pairs) {
            return with("metadata", Literal.of(pairs));
        }

        /** With all of these pairs among what is known of the image on them; where the operator allows that filter. */
        @Since("3.4")
        public Query imageMetadata(Map<String, String> pairs) {
            return with(VersionRange.since(3, 4), "glance_metadata", Literal.of(pairs));
        }

        /** From which a server can boot, or cannot. */
        public Query bootable(boolean bootable) {
            return with("bootable", bootable);
        }

        /** Whose migration is this far; for administrators. */
        public Query migrationStatus(MigrationStatus status) {
            return with("migration_status", status);
        }

        /** In this availability zone. */
        public Query availabilityZone(String zone) {
            return with("availability_zone", zone);
        }

        /** Of this size, in GiB. */
        public Query sizeGiB(int gibibytes) {
            return with("size", gibibytes);
        }

        /** In the group with this id. */
        @Since("3.10")
        public Query groupId(String id) {
            return with(VersionRange.since(3, 10), "group_id", id);
        }

        /** Made before or after this. */
        @Since("3.60")
        public Query createdAt(Comparison comparison, Instant time) {
            return with(VersionRange.since(3, 60), "created_at", comparison.with(time));
        }

        /** Changed for the last time before or after this. */
        @Since("3.60")
        public Query updatedAt(Comparison comparison, Instant time) {
            return with(VersionRange.since(3, 60), "updated_at", comparison.with(time));
        }

        /** That count against quotas, or that do not. */
        @Since("3.65")
        public Query consumesQuota(boolean consumes) {
            return with(VersionRange.since(3, 65), "consumes_quota", consumes);
        }

        /** On this host; for administrators. */
        public Query host(String host) {
            return with("host", host);
        }
    }
}
