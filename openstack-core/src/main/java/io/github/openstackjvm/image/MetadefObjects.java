package io.github.openstackjvm.image;

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
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.NAME;
import static io.github.openstackjvm.internal.wire.Wire.Paging.NONE;

/** The properties that a namespace defines together. Administrators write them. */
public final class MetadefObjects extends NamedCollection<MetadefObject>
        implements Lists<MetadefObject, MetadefObjects.Query>,
                Creates<MetadefObjectSpec, MetadefObject>,
                Deletes<MetadefObject, Deleted> {

    @Wire(
            path = "/metadefs/namespaces/{parent}/objects",
            many = "objects",
            id = NAME,
            paging = NONE,
            sorting = Wire.Sorting.NONE)
    interface Api extends CrudApi<MetadefObject> {
        @RequestLine("PUT /{id}")
        MetadefObject replace(@Param("id") String id, Body body, Call call);

        @RequestLine("DELETE")
        void clear(Call call);
    }

    private final Binding<Api> binding;

    MetadefObjects(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists them. {@code GET /metadefs/namespaces/{name}/objects}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public MetadefObjectSpec spec() {
        return new MetadefObjectSpec();
    }

    /**
     * Defines one more. {@code POST /metadefs/namespaces/{name}/objects}.
     *
     * @throws io.github.openstackjvm.error.Conflict when there is one of that name
     */
    @Override
    public MetadefObject create(MetadefObjectSpec spec) {
        return make(spec);
    }

    /** Puts another one in place of one. {@code PUT /metadefs/namespaces/{name}/objects/{object}}. */
    public MetadefObject replace(Ref<MetadefObject> ref, MetadefObjectSpec spec) {
        Body body = bodyOf(spec);
        return binding.api().replace(idOf(ref), body, binding.call(body));
    }

    /**
     * Takes one away. {@code DELETE /metadefs/namespaces/{name}/objects/{object}}.
     *
     * @throws io.github.openstackjvm.error.Forbidden when the namespace is protected
     */
    @Override
    public Deleted delete(Ref<MetadefObject> ref) {
        return remove(ref);
    }

    /** Takes all away. {@code DELETE /metadefs/namespaces/{name}/objects}. */
    public void clear() {
        binding.api().clear(binding.call());
    }

    /** A listing of objects. */
    public static final class Query extends Listing<MetadefObject, Query> {
        Query(Question<MetadefObject> question) {
            super(question, Query::new);
        }
    }
}
