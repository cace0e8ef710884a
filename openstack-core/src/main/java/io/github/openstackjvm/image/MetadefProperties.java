package io.github.openstackjvm.image;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
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
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Ref;
import org.jspecify.annotations.Nullable;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.NAME;
import static io.github.openstackjvm.internal.wire.Wire.Paging.NONE;

/** The properties that a namespace defines by themselves. Administrators write them. */
public final class MetadefProperties extends NamedCollection<MetadefProperty>
        implements Creates<MetadefPropertySpec, MetadefProperty>, Deletes<MetadefProperty, Deleted> {

    @Wire(
            path = "/metadefs/namespaces/{parent}/properties",
            many = "properties",
            id = NAME,
            paging = NONE,
            sorting = Wire.Sorting.NONE)
    interface Api extends CrudApi<MetadefProperty> {
        @RequestLine("GET")
        All all(Call call);

        @RequestLine("PUT /{id}")
        MetadefProperty replace(@Param("id") String id, Body body, Call call);

        @RequestLine("DELETE")
        void clear(Call call);
    }

    /** They come under their names. */
    record All(
            Map<String, MetadefProperty> properties,
            @JsonAnySetter Map<String, @Nullable Object> extras) {}

    private final Binding<Api> binding;

    MetadefProperties(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** All of them. {@code GET /metadefs/namespaces/{name}/properties}. */
    public List<MetadefProperty> all() {
        Map<String, MetadefProperty> byName = binding.api().all(binding.call()).properties();
        return List.copyOf(MetadefProperty.named(byName).values());
    }

    /**
     * Reads the one that has this name on this kind of thing, prefix included.
     * {@code GET /metadefs/namespaces/{name}/properties/{property}?resource_type=…}.
     *
     * @throws io.github.openstackjvm.error.NotFound when the name does not begin with the prefix
     */
    public MetadefProperty get(String prefixedName, String resourceType) {
        return binding.api()
                .get(idOf(Ref.<MetadefProperty>id(prefixedName)), binding.call().query("resource_type", resourceType));
    }

    @Override
    public MetadefPropertySpec spec() {
        return new MetadefPropertySpec();
    }

    /**
     * Defines one more. {@code POST /metadefs/namespaces/{name}/properties}.
     *
     * @throws io.github.openstackjvm.error.Conflict when there is one of that name
     */
    @Override
    public MetadefProperty create(MetadefPropertySpec spec) {
        return make(spec);
    }

    /** Puts another one in place of one. {@code PUT /metadefs/namespaces/{name}/properties/{property}}. */
    public MetadefProperty replace(Ref<MetadefProperty> ref, MetadefPropertySpec spec) {
        Body body = bodyOf(spec);
        return binding.api().replace(idOf(ref), body, binding.call(body));
    }

    /**
     * Takes one away. {@code DELETE /metadefs/namespaces/{name}/properties/{property}}.
     *
     * @throws io.github.openstackjvm.error.Forbidden when the namespace is protected
     */
    @Override
    public Deleted delete(Ref<MetadefProperty> ref) {
        return remove(ref);
    }

    /** Takes all away. {@code DELETE /metadefs/namespaces/{name}/properties}. */
    public void clear() {
        binding.api().clear(binding.call());
    }
}
