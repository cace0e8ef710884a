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
import static io.github.openstackjvm.internal.wire.Wire.Paging.NEXT_MARKER;

/** Definitions of metadata. Their names are their ids. Everybody reads them, administrators write them. */
public final class MetadefNamespaces extends NamedCollection<MetadefNamespace>
        implements Lists<MetadefNamespace, MetadefNamespaces.Query>,
                Creates<MetadefNamespaceSpec, MetadefNamespace>,
                Deletes<MetadefNamespace, Deleted> {

    @Wire(path = "/metadefs/namespaces", many = "namespaces", id = NAME, paging = NEXT_MARKER)
    interface Api extends CrudApi<MetadefNamespace> {
        @RequestLine("PUT /{id}")
        MetadefNamespace replace(@Param("id") String id, Body body, Call call);
    }

    private final Binding<Api> binding;

    MetadefNamespaces(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists those that the caller sees, the latest first. {@code GET /metadefs/namespaces}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /**
     * Reads one, in which the properties have the names that they have on this kind of thing, with its prefix.
     * {@code GET /metadefs/namespaces/{name}?resource_type=…}.
     */
    public MetadefNamespace get(Ref<MetadefNamespace> ref, String resourceType) {
        return binding.api().get(idOf(ref), binding.call().query("resource_type", resourceType));
    }

    @Override
    public MetadefNamespaceSpec spec() {
        return new MetadefNamespaceSpec();
    }

    /**
     * Creates a namespace and all that it defines. {@code POST /metadefs/namespaces}.
     *
     * @throws io.github.openstackjvm.error.Conflict when there is one of that name
     * @throws io.github.openstackjvm.error.Forbidden when the caller is no administrator
     */
    @Override
    public MetadefNamespace create(MetadefNamespaceSpec spec) {
        return make(spec);
    }

    /**
     * Puts another description in place of the one there is, and with it perhaps another name: what is not said falls back to
     * what a new one would have. What the namespace defines stays. {@code PUT /metadefs/namespaces/{name}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when there is another one of the new name
     */
    public MetadefNamespace replace(Ref<MetadefNamespace> ref, MetadefNamespaceSpec spec) {
        Body body = bodyOf(spec);
        return binding.api().replace(idOf(ref), body, binding.call(body));
    }

    /**
     * Deletes one with all that it defines. {@code DELETE /metadefs/namespaces/{name}}.
     *
     * @throws io.github.openstackjvm.error.Forbidden when it is protected
     */
    @Override
    public Deleted delete(Ref<MetadefNamespace> ref) {
        return remove(ref);
    }

    /** For which kinds of things one is meant. */
    public MetadefAssociations resourceTypes(Ref<MetadefNamespace> namespace) {
        return new MetadefAssociations(binding.below(idOf(namespace), MetadefAssociations.Api.class));
    }

    /** The properties that one defines by themselves. */
    public MetadefProperties properties(Ref<MetadefNamespace> namespace) {
        return new MetadefProperties(binding.below(idOf(namespace), MetadefProperties.Api.class));
    }

    /** The properties that one defines together. */
    public MetadefObjects objects(Ref<MetadefNamespace> namespace) {
        return new MetadefObjects(binding.below(idOf(namespace), MetadefObjects.Api.class));
    }

    /** The tags that one proposes. */
    public MetadefTags tags(Ref<MetadefNamespace> namespace) {
        return new MetadefTags(binding.below(idOf(namespace), MetadefTags.Api.class));
    }

    /** A listing of namespaces. */
    public static final class Query extends Listing<MetadefNamespace, Query> {
        Query(Question<MetadefNamespace> question) {
            super(question, Query::new);
        }

        /** Public ones, or private ones. */
        public Query visibility(ImageVisibility visibility) {
            return with("visibility", visibility);
        }

        /** Meant for one of these kinds of things. */
        public Query resourceTypes(String... names) {
            return with("resource_types", String.join(",", names));
        }
    }
}
