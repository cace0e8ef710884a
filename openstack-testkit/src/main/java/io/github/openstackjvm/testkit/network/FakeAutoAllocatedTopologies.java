package io.github.openstackjvm.testkit.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** The network that Neutron makes by itself for a project: with a subnet of the default pool, and a router to the default network outside. */
final class FakeAutoAllocatedTopologies implements FakeResource {
    private static final String PATH = "/auto-allocated-topology/{project}";
    private static final String DRY_RUN = "dry-run";

    private final FakeNetwork neutron;

    FakeAutoAllocatedTopologies(FakeNetwork neutron) {
        this.neutron = neutron;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, this::show);
        routes.delete(PATH, this::delete);
    }

    /** By project. */
    private FakeCollection all() {
        return neutron.collection("auto_allocated_topologies");
    }

    /** Whose it is: clients that do not know their project say so. */
    private static String project(Call call) {
        String named = call.param("project");
        String own = call.caller().projectId();
        String project = named.equals("None") ? own : named;
        if (!call.caller().admin() && !project.equals(own)) {
            throw new Refusal(403, "NotAuthorized", "Not authorized.");
        }
        return project;
    }

    private FakeResponse show(Call call) {
        String project = project(call);
        List<String> fields = call.queries("fields");
        if (fields.contains(DRY_RUN)) {
            check();
            return answer(Json.map("id", "dry-run=pass", "tenant_id", project));
        } else if (!fields.isEmpty()) {
            throw new Refusal(400, "BadRequest", "Bad auto_allocate request: Unrecognized field.");
        }
        return answer(Json.map("id", networkOf(project), "tenant_id", project, "project_id", project));
    }

    private static FakeResponse answer(Map<String, Object> topology) {
        return Json.reply(200, Json.map("auto_allocated_topology", topology));
    }

    /** Refuses when a network could not be made. */
    void check() {
        outside();
        if (pools().isEmpty()) {
            throw failure("No default subnetpools defined");
        }
    }

    private Row outside() {
        return neutron.networks().all().where(row -> row.is("router:external") && row.is("is_default")).stream()
                .findFirst()
                .orElseThrow(() -> failure("No default router:external network"));
    }

    private List<Row> pools() {
        return neutron.subnetPools().all().where(row -> row.is("is_default") && row.is("ip_version", 4));
    }

    private static Refusal failure(String reason) {
        return new Refusal(409, "AutoAllocationFailure", "Deployment error: " + reason + ".");
    }

    /** The id of the network of a project; it is made when there is none. */
    String networkOf(String project) {
        Optional<Row> there = all().find(project);
        return there.isPresent() ? there.get().text("network_id") : make(project);
    }

    private String make(String project) {
        Row outside = outside();
        Row pool = pools().stream().findFirst().orElseThrow(() -> failure("Unable to provide tenant private network"));
        Furniture furniture = new Furniture(neutron);
        String range = range(project, pool);
        Row network = furniture.network("auto_allocated_network", project, false);
        Row subnet = furniture.subnet("auto_allocated_subnet_v4", network, range, pool);
        // What Neutron makes without a request has no description at all.
        Row router = furniture
                .router("auto_allocated_router", project, outside, network, subnet)
                .set("description", null);
        all().add(Row.of("id", project, "network_id", network.id(), "router_id", router.id()));
        return network.id();
    }

    private String range(String project, Row pool) {
        try {
            return neutron.subnetPools()
                    .allocation()
                    .of(pool, Row.of("id", "", "ip_version", 4, "project_id", project));
        } catch (Refusal refused) {
            throw failure("Unable to provide tenant private network");
        }
    }

    private FakeResponse delete(Call call) {
        Optional<Row> topology = all().find(project(call));
        if (topology.isPresent()) {
            FakeRouters routers = neutron.routers();
            routers.all().find(topology.get().text("router_id")).ifPresent(router -> {
                routers.interfacesOf(router).forEach(neutron.ports()::drop);
                routers.checkDelete(call, router);
                routers.drop(router);
            });
            FakeNetworks networks = neutron.networks();
            networks.all().find(topology.get().text("network_id")).ifPresent(network -> {
                networks.checkDelete(call, network);
                networks.drop(network);
            });
            all().remove(topology.get().id());
        }
        return FakeResponse.of(204);
    }
}
