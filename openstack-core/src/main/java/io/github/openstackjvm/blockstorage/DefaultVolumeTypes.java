package io.github.openstackjvm.blockstorage;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Gets;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.ResourceCollection;
import io.github.openstackjvm.resource.Since;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.ANY;

/** The volume types of projects for volumes whose specification names none. For administrators. */
@Since("3.62")
public final class DefaultVolumeTypes extends ResourceCollection<DefaultVolumeType>
        implements Lists<DefaultVolumeType, DefaultVolumeTypes.Query>,
                Gets<DefaultVolumeType>,
                Deletes<DefaultVolumeType, Deleted> {

    @Wire(
            path = "/default-types",
            one = "default_type",
            id = ANY,
            outsideProject = true,
            paging = Wire.Paging.NONE,
            sorting = Wire.Sorting.NONE,
            min = "3.62",
            max = "3.71")
    interface Api extends CrudApi<DefaultVolumeType> {
        @Keyed(value = Keyed.ONE, request = Keyed.ONE)
        @RequestLine("PUT /{project}")
        DefaultVolumeType set(@Param("project") String project, Body type, Call call);
    }

    private final Binding<Api> binding;

    DefaultVolumeTypes(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists the projects that have a default of their own. {@code GET /default-types}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /**
     * The default of the project with this id. {@code GET /default-types/{project}}.
     *
     * @throws io.github.openstackjvm.error.NotFound when it has none of its own
     */
    @Override
    public DefaultVolumeType get(Ref<DefaultVolumeType> project) {
        return read(project);
    }

    /**
     * Gives the project with this id a default of its own. {@code PUT /default-types/{project}}.
     *
     * @param type name or id
     */
    public DefaultVolumeType set(String projectId, String type) {
        Body body = bodyOf(new DefaultTypeSpec().type(type));
        return binding.api().set(projectId, body, binding.call(body));
    }

    /** The project with this id has the default of the cloud again. {@code DELETE /default-types/{project}}. */
    @Override
    public Deleted delete(Ref<DefaultVolumeType> project) {
        return remove(project);
    }

    /** A listing of defaults. */
    public static final class Query extends Listing<DefaultVolumeType, Query> {
        Query(Question<DefaultVolumeType> question) {
            super(question, Query::new);
        }
    }
}
