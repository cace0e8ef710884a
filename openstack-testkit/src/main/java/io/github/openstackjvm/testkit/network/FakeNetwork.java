package io.github.openstackjvm.testkit.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.CatalogShape;
import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.FakeService;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.World;
import org.jspecify.annotations.Nullable;

/** Network (Neutron). */
public final class FakeNetwork extends FakeService {
    private static final Map<Integer, String> TYPES = Map.of(
            400, "HTTPBadRequest",
            403, "PolicyNotAuthorized",
            404, "HTTPNotFound",
            405, "HTTPMethodNotAllowed",
            409, "Conflict",
            500, "HTTPInternalServerError",
            503, "HTTPServiceUnavailable");

    /** The domain of the names that ports get. */
    static final String DNS_DOMAIN = "fake.example.";

    private final Policies policies = new Policies(this);
    private final Sharing sharing = new Sharing(this);
    private final Wires wires = new Wires(this);
    private final AddressPool addresses = new AddressPool(this);
    private final Plugs plugs = new Plugs(this);
    private final FakeSecurityGroupRules rules;
    private final FakeSecurityGroups groups;
    private final FakeNetworks networks;
    private final FakeSubnets subnets;
    private final FakeSubnetPools subnetPools;
    private final FakeAddressScopes addressScopes;
    private final FakeQosPolicies qosPolicies;
    private final FakeTrunks trunks;
    private final FakePorts ports;
    private final FakeRouters routers;
    private final FakeFloatingIps floatingIps;
    private final FakeAutoAllocatedTopologies topologies;
    private final FakePortForwardings portForwardings;
    private final FakeConntrackHelpers conntrackHelpers;
    private final FakePortBindings portBindings;

    /** Neutron in a region. */
    public FakeNetwork(World world, String region) {
        super(world, region);
        rules = new FakeSecurityGroupRules(this);
        groups = new FakeSecurityGroups(this, rules);
        networks = new FakeNetworks(this);
        subnets = new FakeSubnets(this);
        subnetPools = new FakeSubnetPools(this);
        addressScopes = new FakeAddressScopes(this);
        qosPolicies = new FakeQosPolicies(this);
        trunks = new FakeTrunks(this);
        ports = new FakePorts(this);
        routers = new FakeRouters(this);
        floatingIps = new FakeFloatingIps(this);
        topologies = new FakeAutoAllocatedTopologies(this);
        portForwardings = new FakePortForwardings(this);
        conntrackHelpers = new FakeConntrackHelpers(this);
        portBindings = new FakePortBindings(this);
    }

    @Override
    public String type() {
        return "network";
    }

    @Override
    public String name() {
        return "neutron";
    }

    @Override
    public String root() {
        return "/v2.0";
    }

    @Override
    public String catalogPath(CatalogShape shape, String project) {
        return shape == CatalogShape.VERSIONED ? "/v2.0" : "";
    }

    @Override
    protected List<FakeResource> resources() {
        List<FakeResource> all = new ArrayList<>(List.of(
                networks,
                subnets,
                subnetPools,
                addressScopes,
                qosPolicies,
                ports,
                routers,
                floatingIps,
                groups,
                rules,
                trunks,
                topologies,
                new FakeAddressGroups(this),
                new FakeRbacPolicies(this),
                new FakeSegments(this),
                new FakeMeteringLabels(this),
                new FakeMeteringLabelRules(this),
                portForwardings,
                conntrackHelpers,
                portBindings,
                new FakeNetworkReports(this),
                new FakeNetworkQuotas(this),
                new FakeExtensions()));
        all.addAll(FakeQosRules.all(this, qosPolicies));
        return all;
    }

    // Old clients append the format they want.
    @Override
    protected List<String> below(List<String> segments) {
        List<String> plain = new ArrayList<>(segments);
        plain.replaceAll(segment -> segment.endsWith(".json") ? segment.substring(0, segment.length() - 5) : segment);
        return plain;
    }

    @Override
    protected void documents(Routes routes) {
        routes.get(
                        "/",
                        call -> Json.reply(
                                200,
                                Json.map(
                                        "versions",
                                        List.of(Json.map(
                                                "id",
                                                "v2.0",
                                                "status",
                                                "CURRENT",
                                                "links",
                                                List.of(self(call, "/v2.0/")))))))
                .open();
        routes.get(
                "/v2.0",
                call -> Json.reply(
                        200,
                        Json.map(
                                "resources",
                                List.of(
                                        resource(call, "network", "networks"),
                                        resource(call, "subnet", "subnets"),
                                        resource(call, "subnetpool", "subnetpools"),
                                        resource(call, "port", "ports")))));
    }

    private static Map<String, Object> resource(Call call, String name, String many) {
        return Json.map("name", name, "collection", many, "links", List.of(self(call, "/v2.0/" + many)));
    }

    private static Map<String, Object> self(Call call, String path) {
        return Json.map("rel", "self", "href", call.base() + path);
    }

    @Override
    public FakeResponse refuse(Call call, Refusal refusal) {
        if (refusal.status() == 401) {
            return unauthorized(call);
        }
        String named = refusal.type();
        String type = named != null ? named : TYPES.getOrDefault(refusal.status(), "HTTPServerError");
        // What no plugin implements stands under a key of its own.
        String key = type.equals("NotImplementedError") ? type : "NeutronError";
        return Json.reply(
                refusal.status(), Json.map(key, Json.map("type", type, "message", refusal.message(), "detail", "")));
    }

    @Override
    protected FakeResponse finish(Call call, FakeResponse response) {
        return call.route().path().equals("/") ? response : super.finish(call, response);
    }

    /** What other services do with ports, without a request. */
    public Plugs plugs() {
        return plugs;
    }

    Policies policies() {
        return policies;
    }

    Sharing sharing() {
        return sharing;
    }

    Wires wires() {
        return wires;
    }

    AddressPool addresses() {
        return addresses;
    }

    FakeSecurityGroups groups() {
        return groups;
    }

    FakeNetworks networks() {
        return networks;
    }

    FakeSubnets subnets() {
        return subnets;
    }

    FakeSubnetPools subnetPools() {
        return subnetPools;
    }

    FakeTrunks trunks() {
        return trunks;
    }

    FakeAddressScopes addressScopes() {
        return addressScopes;
    }

    FakePorts ports() {
        return ports;
    }

    FakeRouters routers() {
        return routers;
    }

    FakeFloatingIps floatingIps() {
        return floatingIps;
    }

    FakeAutoAllocatedTopologies topologies() {
        return topologies;
    }

    FakePortForwardings portForwardings() {
        return portForwardings;
    }

    FakeConntrackHelpers conntrackHelpers() {
        return conntrackHelpers;
    }

    FakePortBindings portBindings() {
        return portBindings;
    }

    /**
     * Makes what every cloud of the kind has from the beginning: the network {@code public} outside, a default pool of subnets, and for a project the
     * network {@code private}.
     */
    public void furnish(String adminProject, String project) {
        new Furniture(this).place(adminProject, project);
    }

    void ensureDefaultGroup(String project) {
        groups.defaultOf(project);
    }

    /** A hardware address as Neutron makes them. */
    String newMac() {
        String hex = world().ids().hex();
        return "fa:16:3e:" + hex.substring(0, 2) + ":" + hex.substring(2, 4) + ":" + hex.substring(4, 6);
    }

    /** What Neutron says when it stumbles over what it did not expect. */
    static Refusal stumbled() {
        return new Refusal(
                500, "HTTPInternalServerError", "Request Failed: internal server error while processing your request.");
    }

    /** Refuses what a project wants to have on the network of another one. */
    void checkNetworkOwner(Call call, Row row, String kind) {
        if (call.caller().admin()) {
            return;
        }
        Row network = networks.find(call, row.text("network_id"))
                .orElseThrow(() -> FakeNetworks.noSuchNetwork(row.text("network_id")));
        String project = row.text("project_id");
        if (!sharing.shared("network", network.id(), project) && !network.is("project_id", project)) {
            throw new Refusal(
                    403, "HTTPForbidden", "Tenant " + project + " not allowed to create " + kind + " on this network");
        }
    }

    /** Refuses a policy for the quality of service that is not there, or not for the caller. */
    void checkQosPolicy(Call call, Row row) {
        String id = row.text("qos_policy_id");
        boolean known = collection("policies")
                .find(id)
                .filter(policy -> call.caller().admin()
                        || policy.is("project_id", call.caller().projectId())
                        || sharing.shared("qos_policy", id, call.caller().projectId()))
                .isPresent();
        if (!id.isEmpty() && !known) {
            throw new Refusal(404, "QosPolicyNotFound", "QoS policy " + id + " could not be found.");
        }
    }

    /** Refuses zones that are not there: without agents there are none. */
    void checkZones(String kind, @Nullable Object hints) {
        if (hints instanceof List<?> zones && !zones.isEmpty()) {
            throw new Refusal(
                    404, "AvailabilityZoneNotFound", "AvailabilityZone " + zones.get(0) + " could not be found.");
        }
    }

    /** How many of a resource a project may have. */
    int quota(String project, String resource) {
        return world().quota(project, resource, FakeNetworkQuotas.DEFAULTS.getOrDefault(resource, -1));
    }

    /** Refuses what would be more than the project may have. */
    void checkQuota(String project, String resource, String kind, int wanted) {
        int limit = quota(project, resource);
        if (limit >= 0 && collection(kind).count(row -> row.is("project_id", project)) + wanted > limit) {
            throw new Refusal(409, "OverQuota", "Quota exceeded for resources: ['" + resource + "'].");
        }
    }
}
