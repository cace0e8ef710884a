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
import io.github.openstackjvm.resource.Gets;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.ResourceCollection;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Updates;
import io.github.openstackjvm.resource.VersionRange;

import static io.github.openstackjvm.internal.wire.Wire.Sorting.COMBINED;

/** Which servers and hosts have the project's volumes, or are to have them. Nova uses these; so may who has no Nova. */
@Since("3.27")
public final class Attachments extends ResourceCollection<Attachment>
        implements Lists<Attachment, Attachments.Query>,
                Gets<Attachment>,
                Creates<AttachmentSpec, Attachment>,
                Updates<Attachment, AttachmentSpec.Update, Attachment>,
                Deletes<Attachment, Deleted> {

    @Wire(
            path = "/attachments",
            list = "/detail",
            one = "attachment",
            paging = Wire.Paging.MARKER,
            sorting = COMBINED,
            min = "3.27",
            max = "3.71")
    interface Api extends CrudApi<Attachment> {
        @RequestLine("POST /{id}/action")
        void act(@Param("id") String id, Body action, Call call);
    }

    private final Binding<Api> binding;

    Attachments(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists the attachments, the newest first. {@code GET /attachments/detail}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Reads one. {@code GET /attachments/{id}}. */
    @Override
    public Attachment get(Ref<Attachment> ref) {
        return read(ref);
    }

    @Override
    public AttachmentSpec spec() {
        return new AttachmentSpec();
    }

    /**
     * Keeps a volume for a server or host; with a connector, lets the host reach it. {@code POST /attachments}.
     *
     * @throws io.github.openstackjvm.error.Conflict when the volume is not available
     */
    @Override
    public Attachment create(AttachmentSpec spec) {
        return make(spec);
    }

    @Override
    public AttachmentSpec.Update changes() {
        return new AttachmentSpec.Update();
    }

    /** Lets a host reach the volume, and tells how. {@code PUT /attachments/{id}}. */
    @Override
    public Attachment update(Ref<Attachment> ref, AttachmentSpec.Update changes) {
        return change(ref, changes);
    }

    /** Notes that the volume is in use now. {@code POST /attachments/{id}/action}, {@code os-complete}. */
    @Since("3.44")
    public void complete(Ref<Attachment> ref) {
        Body body = Body.action("os-complete", Map.of()).needing("completing an attachment", VersionRange.since(3, 44));
        binding.api().act(idOf(ref), body, binding.call(body));
    }

    /** The same for the one with this id. */
    @Since("3.44")
    public void complete(String id) {
        complete(Ref.id(id));
    }

    /**
     * Takes the volume from the server or host. {@code DELETE /attachments/{id}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when a server has it: Nova must take it away
     */
    @Override
    public Deleted delete(Ref<Attachment> ref) {
        return remove(ref);
    }

    /** A listing of attachments. */
    public static final class Query extends Listing<Attachment, Query> {
        Query(Question<Attachment> question) {
            super(question, Query::new);
        }

        /** Of the volume with this name or id. */
        public Query volume(String nameOrId) {
            return ref("volume_id", Volume.class, nameOrId);
        }

        /** Of this volume. */
        public Query volume(Ref<Volume> volume) {
            return ref("volume_id", Volume.class, volume);
        }

        /** For the server with this id. */
        public Query serverId(String id) {
            return with("instance_id", id);
        }

        /** With this status. */
        public Query status(AttachmentStatus status) {
            return with("attach_status", status);
        }

        /** Those of all projects; for administrators, ignored for others. */
        public Query allProjects() {
            return with("all_tenants", true);
        }
    }
}
