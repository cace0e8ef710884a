package io.github.openstackjvm.compute;

import java.util.List;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Needs;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Until;
import io.github.openstackjvm.resource.VersionRange;

import static io.github.openstackjvm.internal.wire.Wire.Sorting.NONE;

/** What runs servers. For administrators. */
public final class Hypervisors extends NamedCollection<Hypervisor> implements Lists<Hypervisor, Hypervisors.Query> {

    @Wire(
            path = "/os-hypervisors",
            list = "/detail",
            one = "hypervisor",
            unpagedFilter = "hypervisor_hostname_pattern",
            sorting = NONE,
            max = "2.88")
    interface Api extends CrudApi<Hypervisor> {
        @Keyed(Keyed.MANY)
        @RequestLine("GET /{pattern}/search")
        List<Hypervisor> search(@Param("pattern") String pattern, Call call);

        @Keyed(Keyed.MANY)
        @RequestLine("GET /{pattern}/servers")
        List<Hypervisor> servers(@Param("pattern") String pattern, Call call);

        @Keyed(Keyed.ONE)
        @RequestLine("GET /{id}/uptime")
        Hypervisor uptime(@Param("id") String id, Call call);

        @Keyed("hypervisor_statistics")
        @RequestLine("GET /statistics")
        HypervisorStatistics statistics(Call call);
    }

    private final Binding<Api> binding;

    Hypervisors(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists the hypervisors with all details. {@code GET /os-hypervisors/detail}; pages since 2.33. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Reads one with its servers. {@code GET /os-hypervisors/{id}?with_servers=true}. */
    @Since("2.53")
    public Hypervisor withServers(Ref<Hypervisor> ref) {
        Call call = binding.call(Needs.NONE.and("the servers of a hypervisor", VersionRange.since(2, 53)));
        return binding.api().get(idOf(ref), call.query("with_servers", "true"));
    }

    /** Reads the one with this id, with its servers. */
    @Since("2.53")
    public Hypervisor withServers(String id) {
        return withServers(Ref.id(id));
    }

    /**
     * Those with this text in their names, without details. {@code GET /os-hypervisors/{text}/search}. Since 2.53 it is a
     * filter of the list.
     *
     * @throws io.github.openstackjvm.error.NotFound when there is none
     */
    @Until("2.52")
    public List<Hypervisor> search(String text) {
        return binding.api().search(text, until("searching hypervisors by a path", 52));
    }

    /**
     * Those with this text in their names, with their servers and without details. {@code GET /os-hypervisors/{text}/servers}.
     * Since 2.53 both are filters of the list.
     *
     * @throws io.github.openstackjvm.error.NotFound when there is none
     */
    @Until("2.52")
    public List<Hypervisor> searchWithServers(String text) {
        return binding.api().servers(text, until("listing the servers of hypervisors by a path", 52));
    }

    /**
     * Reads how long one has been running, and nothing else of its details. {@code GET /os-hypervisors/{id}/uptime}. Since 2.88
     * it is one of the details.
     */
    @Until("2.87")
    public Hypervisor uptime(Ref<Hypervisor> ref) {
        Call call = until("the uptime of a hypervisor by a path", 87);
        return binding.api().uptime(idOf(ref), call);
    }

    /**
     * All hypervisors together. {@code GET /os-hypervisors/statistics}. Gone since 2.88, as it misled more than it told:
     * Placement knows better.
     */
    @Until("2.87")
    public HypervisorStatistics statistics() {
        return binding.api().statistics(until("the statistics of hypervisors", 87));
    }

    private Call until(String what, int minor) {
        return binding.call(Needs.NONE.and(what, VersionRange.until(2, minor)));
    }

    /** A listing of hypervisors. */
    public static final class Query extends Listing<Hypervisor, Query> {
        Query(Question<Hypervisor> question) {
            super(question, Query::new);
        }

        /** With this text in their names; that there is none is {@code NotFound}. Not together with a page size. */
        @Since("2.53")
        public Query hostname(String text) {
            return with(VersionRange.since(2, 53), "hypervisor_hostname_pattern", text);
        }

        /** With their servers. */
        @Since("2.53")
        public Query withServers() {
            return with(VersionRange.since(2, 53), "with_servers", true);
        }
    }
}
