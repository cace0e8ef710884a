package io.github.openstackjvm.blockstorage;

import java.util.LinkedHashMap;
import java.util.Map;

import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Gets;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.ResourceCollection;
import io.github.openstackjvm.resource.Since;
import org.jspecify.annotations.Nullable;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.ANY;

/** The clusters of hosts that share a backend. For administrators. */
@Since("3.7")
public final class StorageClusters extends ResourceCollection<StorageCluster>
        implements Lists<StorageCluster, StorageClusters.Query>, Gets<StorageCluster> {

    @Wire(
            path = "/clusters",
            list = "/detail",
            one = "cluster",
            id = ANY,
            paging = Wire.Paging.NONE,
            sorting = Wire.Sorting.NONE,
            min = "3.7",
            max = "3.71")
    interface Api extends CrudApi<StorageCluster> {
        @Keyed(Keyed.ONE)
        @RequestLine("PUT /enable")
        StorageCluster enable(Body cluster, Call call);

        @Keyed(Keyed.ONE)
        @RequestLine("PUT /disable")
        StorageCluster disable(Body cluster, Call call);
    }

    private final Binding<Api> binding;

    StorageClusters(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists the clusters. {@code GET /clusters/detail}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Reads one. {@code GET /clusters/{name}}. */
    @Override
    public StorageCluster get(Ref<StorageCluster> ref) {
        return read(ref);
    }

    /** Lets the scheduler use a cluster again. {@code PUT /clusters/enable}. */
    public StorageCluster enable(Ref<StorageCluster> ref) {
        return binding.api().enable(Body.action("name", idOf(ref)), binding.call());
    }

    /** The same for the one with this id. */
    public StorageCluster enable(String id) {
        return enable(Ref.id(id));
    }

    /**
     * Makes the scheduler pass a cluster by; what is there stays. {@code PUT /clusters/disable}.
     *
     * @param reason for other operators; null for none
     */
    public StorageCluster disable(Ref<StorageCluster> ref, @Nullable String reason) {
        Map<String, @Nullable Object> argument = new LinkedHashMap<>();
        argument.put("name", idOf(ref));
        if (reason != null) {
            argument.put("disabled_reason", reason);
        }
        return binding.api().disable(Body.of(argument), binding.call());
    }

    /** The same for the one with this id. */
    public StorageCluster disable(String id, @Nullable String reason) {
        return disable(Ref.id(id), reason);
    }

    /** A listing of clusters. */
    public static final class Query extends Listing<StorageCluster, Query> {
        Query(Question<StorageCluster> question) {
            super(question, Query::new);
        }

        /** Of this name. */
        public Query name(String name) {
            return with("name", name);
        }

        /** Of hosts with this service, such as {@code cinder-volume}. */
        public Query binary(String binary) {
            return with("binary", binary);
        }

        /** Of which some host reports, or none. */
        public Query up(boolean up) {
            return with("is_up", up);
        }

        /** That are disabled, or are not. */
        public Query disabled(boolean disabled) {
            return with("disabled", disabled);
        }
    }
}
