package io.github.openstackjvm.blockstorage;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.ResourceCollection;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.ANY;

/** The hosts of Cinder, one for each service on them. For administrators. */
public final class StorageHosts extends ResourceCollection<StorageHost>
        implements Lists<StorageHost, StorageHosts.Query> {

    @Wire(
            path = "/os-hosts",
            one = "host",
            id = ANY,
            paging = Wire.Paging.NONE,
            sorting = Wire.Sorting.NONE,
            max = "3.71")
    interface Api extends CrudApi<StorageHost> {
        @Keyed(value = Keyed.ONE)
        @RequestLine("GET /{name}")
        List<Map<String, Usage>> shares(@Param("name") String name, Call call);
    }

    private final Binding<Api> binding;

    StorageHosts(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists the hosts whose service is enabled. {@code GET /os-hosts}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /**
     * How much projects have on a host: first all together, as {@code (total)}. {@code GET /os-hosts/{host}}.
     *
     * @throws io.github.openstackjvm.error.NotFound when there is none, or it is disabled
     */
    public List<Usage> usage(String host) {
        return binding.api().shares(host, binding.call()).stream()
                .flatMap(share -> share.values().stream())
                .toList();
    }

    /**
     * How much a project has on a host.
     *
     * @param host the host
     * @param projectId the project
     * @param volumes number of volumes
     * @param volumesGiB their size together, in GiB
     * @param snapshots number of snapshots
     * @param snapshotsGiB their size together, in GiB
     */
    public record Usage(
            String host,
            @JsonProperty("project") String projectId,
            @JsonProperty("volume_count") int volumes,
            @JsonProperty("total_volume_gb") long volumesGiB,
            @JsonProperty("snapshot_count") int snapshots,
            @JsonProperty("total_snapshot_gb") long snapshotsGiB) {}

    /** A listing of hosts. */
    public static final class Query extends Listing<StorageHost, Query> {
        Query(Question<StorageHost> question) {
            super(question, Query::new);
        }

        /** In this availability zone. */
        public Query availabilityZone(String zone) {
            return with("zone", zone);
        }
    }
}
