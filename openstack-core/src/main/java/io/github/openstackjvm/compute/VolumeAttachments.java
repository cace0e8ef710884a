package io.github.openstackjvm.compute;

import java.util.Map;
import java.util.function.Supplier;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Needs;
import io.github.openstackjvm.internal.wire.Reference;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Gets;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.ResourceCollection;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.VersionRange;

import static io.github.openstackjvm.internal.wire.Wire.Sorting.NONE;

/** The volumes of one server. Each is found by the volume's id. */
public final class VolumeAttachments extends ResourceCollection<VolumeAttachment>
        implements Lists<VolumeAttachment, VolumeAttachments.Query>,
                Gets<VolumeAttachment>,
                Creates<VolumeAttachmentSpec, Pending<VolumeAttachment>>,
                Deletes<VolumeAttachment, Pending<Deleted>> {

    @Wire(
            path = "/servers/{parent}/os-volume_attachments",
            one = "volumeAttachment",
            paging = Wire.Paging.NONE,
            sorting = NONE,
            max = "2.101")
    interface Api extends CrudApi<VolumeAttachment> {
        // From 2.101 on, the answer has no body; before, it says less than the attachment itself.
        @Keyed(value = "", request = Keyed.ONE)
        @RequestLine("POST")
        void attach(Body body, Call call);

        @Keyed(value = "", request = Keyed.ONE)
        @RequestLine("PUT /{id}")
        void put(@Param("id") String id, Body body, Call call);
    }

    private final Binding<Api> binding;

    VolumeAttachments(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists the volumes. {@code GET /servers/{id}/os-volume_attachments}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Reads one. {@code GET /servers/{id}/os-volume_attachments/{volume}}. */
    @Override
    public VolumeAttachment get(Ref<VolumeAttachment> ref) {
        return read(ref);
    }

    @Override
    public VolumeAttachmentSpec spec() {
        return new VolumeAttachmentSpec();
    }

    /**
     * Gives the server a volume. {@code POST /servers/{id}/os-volume_attachments}.
     *
     * @throws io.github.openstackjvm.error.BadRequest when the volume is in use or in no state for it
     * @throws io.github.openstackjvm.error.Conflict when the server is in no state for it or locked, or the device is taken
     */
    @Override
    public Pending<VolumeAttachment> create(VolumeAttachmentSpec spec) {
        Body body = bodyOf(spec);
        Call call = binding.call(body);
        binding.api().attach(body, call);
        return attached(String.valueOf(body.fields().get("volumeId")), call);
    }

    /**
     * Takes a volume from the server. {@code DELETE /servers/{id}/os-volume_attachments/{volume}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when the server is in no state for it, or locked
     * @throws io.github.openstackjvm.error.BadRequest when it is the disk from which the server boots
     */
    @Override
    public Pending<Deleted> delete(Ref<VolumeAttachment> ref) {
        String volumeId = idOf(ref);
        Call call = binding.call();
        binding.api().delete(volumeId, call);
        Deleted deleted = new Deleted(volumeId, call.wasGone());
        return followed(volumeId, call, () -> deleted);
    }

    /**
     * Copies a volume to another one and gives the server that one in its place, while it runs. For Cinder's own migrations,
     * and so for administrators. {@code PUT /servers/{id}/os-volume_attachments/{volume}}.
     *
     * @throws io.github.openstackjvm.error.BadRequest when the new one is in use, too small, or in no state for it
     */
    public Pending<VolumeAttachment> swap(Ref<VolumeAttachment> old, Ref<Volume> replacement) {
        String volumeId = binding.resolver().id(new Reference("volumeId", Volume.class, replacement, false));
        Call call = binding.call();
        binding.api().put(idOf(old), Body.of(Map.of("volumeId", volumeId)), call);
        return attached(volumeId, call);
    }

    /** Says whether the volume goes with the server. {@code PUT /servers/{id}/os-volume_attachments/{volume}}. */
    @Since("2.85")
    public void deleteOnTermination(Ref<VolumeAttachment> ref, boolean deleteOnTermination) {
        String volumeId = idOf(ref);
        Call call = binding.call(Needs.NONE.and("changing a volume attachment", VersionRange.since(2, 85)));
        Body body = Body.of(Map.of("volumeId", volumeId, "delete_on_termination", deleteOnTermination));
        binding.api().put(volumeId, body, call);
    }

    private Pending<VolumeAttachment> attached(String volumeId, Call call) {
        return followed(volumeId, call, () -> get(volumeId));
    }

    /** An attachment is there before the server has the volume, and it says nothing of how far that is. */
    private <R> Pending<R> followed(String volumeId, Call call, Supplier<R> result) {
        return pending(
                accepted(volumeId, call),
                InstanceActions.idOf(call),
                InstanceActions.outcomes(binding, call),
                InstanceActions.judge(call, result));
    }

    /** A listing of volumes. */
    public static final class Query extends Listing<VolumeAttachment, Query> {
        Query(Question<VolumeAttachment> question) {
            super(question, Query::new);
        }
    }
}
