package io.github.openstackjvm.blockstorage;

import java.util.Map;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.VersionRange;

import static io.github.openstackjvm.internal.wire.Wire.Paging.MARKER;
import static io.github.openstackjvm.internal.wire.Wire.Sorting.COMBINED;

/** The snapshots of groups of volumes of the project. */
@Since("3.14")
public final class GroupSnapshots extends NamedCollection<GroupSnapshot>
        implements Lists<GroupSnapshot, GroupSnapshots.Query>,
                Creates<GroupSnapshotSpec, Pending<GroupSnapshot>>,
                Deletes<GroupSnapshot, Pending<Deleted>> {

    @Wire(
            path = "/group_snapshots",
            list = "/detail",
            one = "group_snapshot",
            // Cinder's links to a next page lead to the list without details.
            paging = MARKER,
            sorting = COMBINED,
            min = "3.14",
            max = "3.71")
    interface Api extends CrudApi<GroupSnapshot> {
        @RequestLine("POST /{id}/action")
        void act(@Param("id") String id, Body action, Call call);
    }

    private final Binding<Api> binding;
    private final Judge<GroupSnapshot> judge;

    GroupSnapshots(Binding<Api> binding, Faults faults) {
        super(binding);
        this.binding = binding;
        this.judge = faults.judge(GroupSnapshot::status);
    }

    /** Lists the snapshots. {@code GET /group_snapshots/detail}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public GroupSnapshotSpec spec() {
        return new GroupSnapshotSpec();
    }

    /**
     * Makes snapshots of all volumes of a group; awaited until they are available. {@code POST /group_snapshots}.
     *
     * @throws io.github.openstackjvm.error.BadRequest when the group has no volumes
     */
    @Override
    public Pending<GroupSnapshot> create(GroupSnapshotSpec spec) {
        return pending(order(spec), judge.after(GroupStatus.CREATING));
    }

    /** Deletes a snapshot of a group with those of its volumes; awaited until it is gone. {@code DELETE /group_snapshots/{id}}. */
    @Override
    public Pending<Deleted> delete(Ref<GroupSnapshot> ref) {
        String id = idOf(ref);
        Call call = binding.call();
        binding.api().delete(id, call);
        return pendingDeletion(accepted(id, call), call.wasGone(), judge.leaving(GroupStatus.DELETING));
    }

    /**
     * Declares its status to be another one; nothing happens to the snapshot itself. For administrators.
     * {@code POST /group_snapshots/{id}/action}, {@code reset_status}.
     */
    @Since("3.19")
    public void resetStatus(Ref<GroupSnapshot> ref, GroupStatus status) {
        Body body = Body.action("reset_status", Map.of("status", status.value()))
                .needing("resetting the status of a group snapshot", VersionRange.since(3, 19));
        binding.api().act(idOf(ref), body, binding.call(body));
    }

    /** The same for the one with this id. */
    @Since("3.19")
    public void resetStatus(String id, GroupStatus status) {
        resetStatus(Ref.id(id), status);
    }

    /** A listing of snapshots of groups. */
    public static final class Query extends BlockListing<GroupSnapshot, Query> {
        Query(Question<GroupSnapshot> question) {
            super(question, Query::new);
        }

        /** With this status. */
        public Query status(GroupStatus status) {
            return with("status", status);
        }

        /** Of the group with this name or id. */
        public Query group(String nameOrId) {
            return ref("group_id", VolumeGroup.class, nameOrId);
        }

        /** Of this group. */
        public Query group(Ref<VolumeGroup> group) {
            return ref("group_id", VolumeGroup.class, group);
        }
    }
}
