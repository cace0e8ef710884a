package io.github.openstackjvm.image;

import java.util.Map;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Gets;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.ResourceCollection;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.ANY;
import static io.github.openstackjvm.internal.wire.Wire.Paging.NONE;

/**
 * The projects that an image is shared with; their ids are those of the projects. The owner of the image adds and removes
 * them, and each says itself whether it wants the image in its list.
 */
public final class ImageMembers extends ResourceCollection<ImageMember>
        implements Lists<ImageMember, ImageMembers.Query>, Gets<ImageMember>, Deletes<ImageMember, Deleted> {

    @Wire(path = "/images/{parent}/members", many = "members", id = ANY, paging = NONE, sorting = Wire.Sorting.NONE)
    interface Api extends CrudApi<ImageMember> {
        @RequestLine("PUT /{id}")
        ImageMember judge(@Param("id") String id, Body status, Call call);
    }

    private final Binding<Api> binding;

    ImageMembers(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /**
     * Lists them: all for the owner of the image, itself for a member. {@code GET /images/{id}/members}.
     *
     * @throws io.github.openstackjvm.error.Forbidden when the image is not shared, but public or private
     */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Reads one. {@code GET /images/{id}/members/{project}}. */
    @Override
    public ImageMember get(Ref<ImageMember> ref) {
        return read(ref);
    }

    /**
     * Lets the project with this id use the image. {@code POST /images/{id}/members}. Whether there is such a project, Glance
     * does not ask.
     *
     * @throws io.github.openstackjvm.error.Conflict when it may already
     * @throws io.github.openstackjvm.error.Forbidden when the image is another project's, or is not shared
     * @throws io.github.openstackjvm.error.QuotaExceeded when the image may have no more
     */
    public ImageMember add(String projectId) {
        return binding.api().create(Body.of(Map.of("member", projectId)), binding.call());
    }

    /**
     * Says for the project with this id what it makes of the image. {@code PUT /images/{id}/members/{project}}.
     *
     * @throws io.github.openstackjvm.error.Forbidden when the caller belongs to another project
     */
    public ImageMember setStatus(String projectId, MemberStatus status) {
        return binding.api().judge(projectId, Body.of(Map.of("status", status.value())), binding.call());
    }

    /** Takes the image into the list of the project with this id. */
    public ImageMember accept(String projectId) {
        return setStatus(projectId, MemberStatus.ACCEPTED);
    }

    /** Keeps the image out of the list of the project with this id, which can go on using it. */
    public ImageMember reject(String projectId) {
        return setStatus(projectId, MemberStatus.REJECTED);
    }

    /** Takes the image from a project. {@code DELETE /images/{id}/members/{project}}. */
    @Override
    public Deleted delete(Ref<ImageMember> ref) {
        return remove(ref);
    }

    /** A listing of members. */
    public static final class Query extends Listing<ImageMember, Query> {
        Query(Question<ImageMember> question) {
            super(question, Query::new);
        }
    }
}
