package io.github.openstackjvm.blockstorage;

import java.util.Map;
import java.util.function.Function;

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

import static io.github.openstackjvm.internal.wire.Wire.Paging.MARKER;
import static io.github.openstackjvm.internal.wire.Wire.Sorting.COMBINED;

/** The groups of volumes of the project. */
@Since("3.13")
public final class VolumeGroups extends NamedCollection<VolumeGroup>
        implements Lists<VolumeGroup, VolumeGroups.Query>,
                Creates<VolumeGroupSpec, Pending<VolumeGroup>>,
                Updates<VolumeGroup, VolumeGroupSpec.Update, Pending<VolumeGroup>>,
                Deletes<VolumeGroup, Pending<Deleted>> {

    @Wire(
            path = "/groups",
            list = "/detail",
            one = "group",
            // Cinder's links to a next page lead to the list without details.
            paging = MARKER,
            nameFilter = "name",
            sorting = COMBINED,
            min = "3.13",
            max = "3.71")
    interface Api extends CrudApi<VolumeGroup> {
        @Keyed(value = "", request = Keyed.ONE)
        @RequestLine("PUT /{id}")
        void change(@Param("id") String id, Body changes, Call call);

        @RequestLine("POST /{id}/action")
        void act(@Param("id") String id, Body action, Call call);

        @RequestLine("POST /{id}/action")
        Map<String, Object> ask(@Param("id") String id, Body action, Call call);

        @Makes(VolumeGroup.class)
        @Keyed(value = Keyed.ONE)
        @RequestLine("POST /action")
        Map<String, Object> createFrom(Body source, Call call);
    }

    private static final VersionRange REPLICATION = VersionRange.since(3, 38);

    private final Binding<Api> binding;
    private final Judge<VolumeGroup> judge;

    VolumeGroups(Binding<Api> binding, Faults faults) {
        super(binding);
        this.binding = binding;
        this.judge = faults.judge(VolumeGroup::status);
    }

    /** Lists the groups. {@code GET /groups/detail}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public VolumeGroupSpec spec() {
        return new VolumeGroupSpec();
    }

    /**
     * Creates a group; awaited until it is available. {@code POST /groups}.
     *
     * @throws io.github.openstackjvm.error.QuotaExceeded when the project may have no more groups
     */
    @Override
    public Pending<VolumeGroup> create(VolumeGroupSpec spec) {
        return pending(order(spec), settled());
    }

    /**
     * Creates a group with copies of all volumes of another one, or of a snapshot of one; awaited until it is available.
     * {@code POST /groups/action}, {@code create-from-src}.
     */
    @Since("3.14")
    public Pending<VolumeGroup> copy(GroupCopySpec spec) {
        Body body = bodyOf(spec).asAction("create-from-src").needing("copying a group", VersionRange.since(3, 14));
        Call call = binding.call(body);
        return pending(accepted(binding.api().createFrom(body, call), call), settled());
    }

    @Override
    public VolumeGroupSpec.Update changes() {
        return new VolumeGroupSpec.Update();
    }

    /** Changes name or description, and lets volumes come and go; awaited until that is done. {@code PUT /groups/{id}}. */
    @Override
    public Pending<VolumeGroup> update(Ref<VolumeGroup> ref, VolumeGroupSpec.Update changes) {
        Body body = bodyOf(changes);
        String id = idOf(ref);
        Call call = binding.call(body);
        binding.api().change(id, body, call);
        return pending(accepted(id, call), settled());
    }

    /**
     * Deletes a group without volumes; awaited until it is gone. {@code POST /groups/{id}/action}, {@code delete}.
     *
     * @throws io.github.openstackjvm.error.Conflict when it has volumes or snapshots, or its status is neither available nor an error
     */
    @Override
    public Pending<Deleted> delete(Ref<VolumeGroup> ref) {
        return delete(ref, false);
    }

    /** Deletes a group with its volumes; awaited until it is gone. {@code POST /groups/{id}/action}, {@code delete}. */
    public Pending<Deleted> deleteWithVolumes(Ref<VolumeGroup> ref) {
        return delete(ref, true);
    }

    /** The same for the one with this id. */
    public Pending<Deleted> deleteWithVolumes(String id) {
        return deleteWithVolumes(Ref.id(id));
    }

    private Pending<Deleted> delete(Ref<VolumeGroup> ref, boolean volumes) {
        Accepted accepted = act(ref, Body.action("delete", Map.of("delete-volumes", volumes)));
        return pendingDeletion(accepted, false, judge.leaving(GroupStatus.DELETING));
    }

    /**
     * Declares its status to be another one; nothing happens to the group itself. For administrators.
     * {@code POST /groups/{id}/action}, {@code reset_status}.
     */
    @Since("3.20")
    public void resetStatus(Ref<VolumeGroup> ref, GroupStatus status) {
        Body body = Body.action("reset_status", Map.of("status", status.value()));
        act(ref, body.needing("resetting the status of a group", VersionRange.since(3, 20)));
    }

    /** The same for the one with this id. */
    @Since("3.20")
    public void resetStatus(String id, GroupStatus status) {
        resetStatus(Ref.id(id), status);
    }

    /** Begins to replicate its volumes. For administrators. {@code POST /groups/{id}/action}, {@code enable_replication}. */
    @Since("3.38")
    public void enableReplication(Ref<VolumeGroup> ref) {
        act(ref, Body.action("enable_replication", Map.of()).needing("replication of groups", REPLICATION));
    }

    /** The same for the one with this id. */
    @Since("3.38")
    public void enableReplication(String id) {
        enableReplication(Ref.id(id));
    }

    /** Ends to replicate its volumes. For administrators. {@code POST /groups/{id}/action}, {@code disable_replication}. */
    @Since("3.38")
    public void disableReplication(Ref<VolumeGroup> ref) {
        act(ref, Body.action("disable_replication", Map.of()).needing("replication of groups", REPLICATION));
    }

    /** The same for the one with this id. */
    @Since("3.38")
    public void disableReplication(String id) {
        disableReplication(Ref.id(id));
    }

    /**
     * Goes over to the replicas of its volumes. For administrators. {@code POST /groups/{id}/action},
     * {@code failover_replication}.
     *
     * @param backendId where they are; {@code default}: back to the volumes themselves
     * @param evenIfAttached whether volumes may be in use
     */
    @Since("3.38")
    public void failOver(Ref<VolumeGroup> ref, String backendId, boolean evenIfAttached) {
        Map<String, Object> argument =
                Map.of("secondary_backend_id", backendId, "allow_attached_volume", evenIfAttached);
        act(ref, Body.action("failover_replication", argument).needing("replication of groups", REPLICATION));
    }

    /** The same for the one with this id. */
    @Since("3.38")
    public void failOver(String id, String backendId, boolean evenIfAttached) {
        failOver(Ref.id(id), backendId, evenIfAttached);
    }

    /**
     * Where its volumes can be replicated to, as the backend tells it. For administrators.
     * {@code POST /groups/{id}/action}, {@code list_replication_targets}.
     */
    @Since("3.38")
    public Map<String, Object> replicationTargets(Ref<VolumeGroup> ref) {
        Body body = Body.action("list_replication_targets", Map.of()).needing("replication of groups", REPLICATION);
        return binding.api().ask(idOf(ref), body, binding.call(body));
    }

    /** The same for the one with this id. */
    @Since("3.38")
    public Map<String, Object> replicationTargets(String id) {
        return replicationTargets(Ref.id(id));
    }

    private Accepted act(Ref<VolumeGroup> ref, Body action) {
        String id = idOf(ref);
        Call call = binding.call(action);
        binding.api().act(id, action, call);
        return accepted(id, call);
    }

    private Function<VolumeGroup, Sighting<VolumeGroup>> settled() {
        return judge.after(GroupStatus.CREATING, GroupStatus.UPDATING);
    }

    /** A listing of groups. */
    public static final class Query extends BlockListing<VolumeGroup, Query> {
        Query(Question<VolumeGroup> question) {
            super(question, Query::new);
        }

        /** With the ids of their volumes. */
        @Since("3.25")
        public Query withVolumes() {
            return with(VersionRange.since(3, 25), "list_volume", true);
        }
    }
}
