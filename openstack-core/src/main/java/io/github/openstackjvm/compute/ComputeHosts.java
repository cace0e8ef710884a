package io.github.openstackjvm.compute;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.ResourceCollection;
import io.github.openstackjvm.resource.Until;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.ANY;
import static io.github.openstackjvm.internal.wire.Wire.Sorting.NONE;

/** Hosts, as Nova had them until 2.42. For administrators. {@link HostServices} and {@link Hypervisors} tell the same today. */
@Until("2.42")
public final class ComputeHosts extends ResourceCollection<ComputeHost>
        implements Lists<ComputeHost, ComputeHosts.Query> {

    @Wire(path = "/os-hosts", one = "host", id = ANY, paging = Wire.Paging.NONE, sorting = NONE, max = "2.42")
    interface Api extends CrudApi<ComputeHost> {
        @Keyed(Keyed.ONE)
        @RequestLine("GET /{host}")
        List<Map<String, HostResources>> resources(@Param("host") String host, Call call);

        @RequestLine("PUT /{host}")
        Map<String, String> change(@Param("host") String host, Body changes, Call call);

        @Keyed("power_action")
        @RequestLine("GET /{host}/startup")
        String startUp(@Param("host") String host, Call call);

        @Keyed("power_action")
        @RequestLine("GET /{host}/shutdown")
        String shutDown(@Param("host") String host, Call call);

        @Keyed("power_action")
        @RequestLine("GET /{host}/reboot")
        String reboot(@Param("host") String host, Call call);
    }

    private final Binding<Api> binding;

    ComputeHosts(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists the enabled services on all hosts. {@code GET /os-hosts}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /**
     * What a host with a {@code nova-compute} has, and what of it is used, in all and by project. {@code GET /os-hosts/{host}}.
     *
     * @throws io.github.openstackjvm.error.NotFound when there is no such host
     */
    public List<HostResources> resources(String host) {
        return binding.api().resources(host, binding.call()).stream()
                .map(entry -> Objects.requireNonNull(entry.get("resource")))
                .toList();
    }

    /**
     * Lets the scheduler use a host, or not, as its hypervisor understands it. Returns what the hypervisor says.
     * {@code PUT /os-hosts/{host}}.
     */
    public String setEnabled(String host, boolean enabled) {
        return change(host, "status", enabled);
    }

    /** Moves all servers off a host, or lets them come again; few hypervisors can. {@code PUT /os-hosts/{host}}. */
    public String setMaintenance(String host, boolean maintenance) {
        return change(host, "maintenance_mode", maintenance);
    }

    private String change(String host, String field, boolean enable) {
        Body body = Body.of(Map.of(field, enable ? "enable" : "disable"));
        return String.valueOf(binding.api().change(host, body, binding.call()).get(field));
    }

    /** Switches a host on; few hypervisors can. {@code GET /os-hosts/{host}/startup}. */
    public String startUp(String host) {
        return binding.api().startUp(host, binding.call());
    }

    /** Switches a host off; few hypervisors can. {@code GET /os-hosts/{host}/shutdown}. */
    public String shutDown(String host) {
        return binding.api().shutDown(host, binding.call());
    }

    /** Restarts a host; few hypervisors can. {@code GET /os-hosts/{host}/reboot}. */
    public String reboot(String host) {
        return binding.api().reboot(host, binding.call());
    }

    /** A listing of hosts. */
    public static final class Query extends Listing<ComputeHost, Query> {
        Query(Question<ComputeHost> question) {
            super(question, Query::new);
        }

        /** In this availability zone. */
        public Query zone(String zone) {
            return with("zone", zone);
        }
    }
}
