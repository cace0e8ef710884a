package io.github.openstackjvm.image;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.ResourceCollection;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.NAME;
import static io.github.openstackjvm.internal.wire.Wire.Paging.NONE;

/** For which kinds of things a namespace is meant. Administrators write that. */
public final class MetadefAssociations extends ResourceCollection<MetadefAssociation>
        implements Lists<MetadefAssociation, MetadefAssociations.Query>,
                Creates<MetadefAssociationSpec, MetadefAssociation>,
                Deletes<MetadefAssociation, Deleted> {

    @Wire(
            path = "/metadefs/namespaces/{parent}/resource_types",
            many = "resource_type_associations",
            id = NAME,
            paging = NONE,
            sorting = Wire.Sorting.NONE)
    interface Api extends CrudApi<MetadefAssociation> {}

    MetadefAssociations(Binding<Api> binding) {
        super(binding);
    }

    /** Lists them. {@code GET /metadefs/namespaces/{name}/resource_types}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public MetadefAssociationSpec spec() {
        return new MetadefAssociationSpec();
    }

    /**
     * Says that the namespace is meant for a kind of thing, too. {@code POST /metadefs/namespaces/{name}/resource_types}.
     *
     * @throws io.github.openstackjvm.error.Conflict when it is already
     */
    @Override
    public MetadefAssociation create(MetadefAssociationSpec spec) {
        return make(spec);
    }

    /**
     * Says that it is not meant for that kind. {@code DELETE /metadefs/namespaces/{name}/resource_types/{type}}.
     *
     * @throws io.github.openstackjvm.error.Forbidden when the namespace is protected
     */
    @Override
    public Deleted delete(Ref<MetadefAssociation> ref) {
        return remove(ref);
    }

    /** A listing of the kinds of things that a namespace is meant for. */
    public static final class Query extends Listing<MetadefAssociation, Query> {
        Query(Question<MetadefAssociation> question) {
            super(question, Query::new);
        }
    }
}
