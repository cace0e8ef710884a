package io.github.openstackjvm.compute;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.image.Image;
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
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Updates;
import io.github.openstackjvm.resource.VersionRange;
import org.jspecify.annotations.Nullable;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.NUMBER;
import static io.github.openstackjvm.internal.wire.Wire.Sorting.NONE;

/** Host aggregates. For administrators. */
public final class Aggregates extends NamedCollection<Aggregate>
        implements Lists<Aggregate, Aggregates.Query>,
                Creates<AggregateSpec, Aggregate>,
                Updates<Aggregate, AggregateSpec.Update, Aggregate>,
                Deletes<Aggregate, Deleted> {

    @Wire(
            path = "/os-aggregates",
            one = "aggregate",
            id = NUMBER,
            paging = Wire.Paging.NONE,
            sorting = NONE,
            max = "2.81")
    interface Api extends CrudApi<Aggregate> {
        @Keyed(Keyed.ONE)
        @RequestLine("POST /{id}/action")
        Aggregate act(@Param("id") String id, Body action, Call call);

        @RequestLine("POST /{id}/images")
        void cache(@Param("id") String id, Body images, Call call);
    }

    private final Binding<Api> binding;

    Aggregates(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists the host aggregates. {@code GET /os-aggregates}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public AggregateSpec spec() {
        return new AggregateSpec();
    }

    /**
     * Creates a host aggregate without hosts. {@code POST /os-aggregates}.
     *
     * @throws io.github.openstackjvm.error.Conflict when the name is taken
     */
    @Override
    public Aggregate create(AggregateSpec spec) {
        return make(spec);
    }

    @Override
    public AggregateSpec.Update changes() {
        return new AggregateSpec.Update();
    }

    /**
     * Changes the name, or the availability zone of all its hosts. {@code PUT /os-aggregates/{id}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when the name is taken
     * @throws io.github.openstackjvm.error.BadRequest when a host has servers, or is in another zone
     */
    @Override
    public Aggregate update(Ref<Aggregate> ref, AggregateSpec.Update changes) {
        return change(ref, changes);
    }

    /**
     * Deletes a host aggregate. {@code DELETE /os-aggregates/{id}}.
     *
     * @throws io.github.openstackjvm.error.BadRequest when it has hosts
     */
    @Override
    public Deleted delete(Ref<Aggregate> ref) {
        return remove(ref);
    }

    /**
     * Adds a host, and so moves it to the aggregate's availability zone. {@code POST /os-aggregates/{id}/action},
     * {@code add_host}.
     *
     * @throws io.github.openstackjvm.error.NotFound when there is no such host
     * @throws io.github.openstackjvm.error.Conflict when it is in there, or in another zone
     */
    public Aggregate addHost(Ref<Aggregate> ref, String host) {
        return act(ref, "add_host", "host", host);
    }

    /** Adds a host to the one with this id. */
    public Aggregate addHost(String id, String host) {
        return addHost(Ref.id(id), host);
    }

    /**
     * Removes a host. {@code POST /os-aggregates/{id}/action}, {@code remove_host}.
     *
     * @throws io.github.openstackjvm.error.NotFound when it is not in there
     * @throws io.github.openstackjvm.error.Conflict when the host has servers and would change its zone
     */
    public Aggregate removeHost(Ref<Aggregate> ref, String host) {
        return act(ref, "remove_host", "host", host);
    }

    /** Removes a host from the one with this id. */
    public Aggregate removeHost(String id, String host) {
        return removeHost(Ref.id(id), host);
    }

    /**
     * Sets these metadata, removes those whose value is null, and leaves the others. {@code POST /os-aggregates/{id}/action},
     * {@code set_metadata}.
     */
    public Aggregate setMetadata(Ref<Aggregate> ref, Map<String, @Nullable String> metadata) {
        return act(ref, "set_metadata", "metadata", new LinkedHashMap<>(metadata));
    }

    /** Sets metadata of the one with this id, removes those whose value is null, and leaves the others. */
    public Aggregate setMetadata(String id, Map<String, @Nullable String> metadata) {
        return setMetadata(Ref.id(id), metadata);
    }

    private Aggregate act(Ref<Aggregate> ref, String action, String name, Object value) {
        return binding.api().act(idOf(ref), Body.action(action, Map.of(name, value)), binding.call());
    }

    /**
     * Has the hosts fetch these images, so that servers made from them start sooner. Nova goes on with it and tells nobody how
     * far it is. {@code POST /os-aggregates/{id}/images}.
     */
    @Since("2.81")
    public void cacheImages(Ref<Aggregate> ref, List<? extends Ref<Image>> images) {
        List<Map<String, String>> ids = images.stream()
                .map(image -> binding.resolver().id(new Reference("cache", Image.class, image, false)))
                .map(id -> Map.of("id", id))
                .toList();
        Call call = binding.call(Needs.NONE.and("caching images on hosts", VersionRange.since(2, 81)));
        binding.api().cache(idOf(ref), Body.of(Map.of("cache", ids)), call);
    }

    /** A listing of host aggregates. */
    public static final class Query extends Listing<Aggregate, Query> {
        Query(Question<Aggregate> question) {
            super(question, Query::new);
        }
    }
}
