package io.github.openstackjvm.network;

import java.util.Map;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Singleton;

/** Networks that Neutron makes by itself for projects which have none: network, subnet, router and gateway. */
public final class AutoAllocatedTopologies extends Singleton {

    @Wire(path = "/auto-allocated-topology", one = "auto_allocated_topology")
    interface Api {
        @Keyed(Keyed.ONE)
        @RequestLine("GET /{project}")
        AutoAllocatedTopology get(@Param("project") String project, Call call);

        @Keyed(Keyed.ONE)
        @RequestLine("GET /{project}?fields=dry-run")
        Map<String, Object> check(@Param("project") String project, Call call);

        @RequestLine("DELETE /{project}")
        void delete(@Param("project") String project, Call call);
    }

    private final Binding<Api> binding;

    AutoAllocatedTopologies(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /**
     * The network of the project with this id, which is made now if there is none.
     * {@code GET /auto-allocated-topology/{project}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when the cloud has no default external network or no default subnet pool
     */
    public AutoAllocatedTopology of(String projectId) {
        return binding.api().get(projectId, binding.call());
    }

    /**
     * Checks whether a network could be made, without making it. {@code GET /auto-allocated-topology/{project}?fields=dry-run}.
     *
     * @throws io.github.openstackjvm.error.Conflict when the cloud lacks what is needed
     */
    public void check(String projectId) {
        binding.api().check(projectId, binding.call());
    }

    /** Deletes the network of the project with this id, with all that was made with it. {@code DELETE /auto-allocated-topology/{project}}. */
    public void delete(String projectId) {
        binding.api().delete(projectId, binding.call());
    }
}
