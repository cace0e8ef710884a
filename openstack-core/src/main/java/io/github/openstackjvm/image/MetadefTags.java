package io.github.openstackjvm.image;

import java.util.Collection;
import java.util.List;
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
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.NAME;
import static io.github.openstackjvm.internal.wire.Wire.Paging.MARKER;

/** The tags that a namespace proposes. Administrators write them. */
public final class MetadefTags extends NamedCollection<MetadefTag>
        implements Lists<MetadefTag, MetadefTags.Query>, Deletes<MetadefTag, Deleted> {

    @Wire(path = "/metadefs/namespaces/{parent}/tags", many = "tags", id = NAME, paging = MARKER)
    interface Api extends CrudApi<MetadefTag> {
        @RequestLine("POST /{id}")
        MetadefTag add(@Param("id") String id, Call call);

        @RequestLine("POST")
        void addAll(Body tags, Call call);

        @RequestLine("PUT /{id}")
        MetadefTag rename(@Param("id") String id, Body tag, Call call);

        @RequestLine("DELETE")
        void clear(Call call);
    }

    private final Binding<Api> binding;

    MetadefTags(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists them, the latest first. {@code GET /metadefs/namespaces/{name}/tags}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /**
     * Adds one. {@code POST /metadefs/namespaces/{name}/tags/{tag}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when there is one of that name, in any case of its letters
     */
    public MetadefTag add(String name) {
        return binding.api().add(idOf(Ref.<MetadefTag>id(name)), binding.call());
    }

    /** Adds several. {@code POST /metadefs/namespaces/{name}/tags}. */
    public void addAll(Collection<String> names) {
        binding.api().addAll(body(names), binding.call().header("X-Openstack-Append", "True"));
    }

    /** Puts these in place of all that are there. {@code POST /metadefs/namespaces/{name}/tags}. */
    public void replaceAll(Collection<String> names) {
        binding.api().addAll(body(names), binding.call());
    }

    private static Body body(Collection<String> names) {
        List<Map<String, String>> tags =
                names.stream().map(name -> Map.of("name", name)).toList();
        return Body.of(Map.of("tags", tags));
    }

    /** Gives one another name. {@code PUT /metadefs/namespaces/{name}/tags/{tag}}. */
    public MetadefTag rename(Ref<MetadefTag> ref, String name) {
        return binding.api().rename(idOf(ref), Body.of(Map.of("name", name)), binding.call());
    }

    /**
     * Takes one away. {@code DELETE /metadefs/namespaces/{name}/tags/{tag}}.
     *
     * @throws io.github.openstackjvm.error.Forbidden when the namespace is protected
     */
    @Override
    public Deleted delete(Ref<MetadefTag> ref) {
        return remove(ref);
    }

    /** Takes all away. {@code DELETE /metadefs/namespaces/{name}/tags}. */
    public void clear() {
        binding.api().clear(binding.call());
    }

    /** A listing of tags. */
    public static final class Query extends Listing<MetadefTag, Query> {
        Query(Question<MetadefTag> question) {
            super(question, Query::new);
        }
    }
}
