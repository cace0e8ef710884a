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
import io.github.openstackjvm.testkit.engine.World;

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

    /** Neutron in a region. */
    public FakeNetwork(World world, String region) {
        super(world, region);
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
        FakeSecurityGroupRules rules = new FakeSecurityGroupRules(this);
        return List.of(new FakeSecurityGroups(this, rules), rules, new FakeNetworkQuotas(this), new FakeExtensions());
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
        return Json.reply(
                refusal.status(),
                Json.map("NeutronError", Json.map("type", type, "message", refusal.message(), "detail", "")));
    }

    @Override
    protected FakeResponse finish(Call call, FakeResponse response) {
        return call.route().path().equals("/") ? response : super.finish(call, response);
    }

    /** How many of a resource a project may have. */
    int quota(String project, String resource) {
        return world().quota(project, resource, FakeNetworkQuotas.DEFAULTS.getOrDefault(resource, -1));
    }

    /** Refuses what would be more than the project may have. */
    void checkQuota(String project, String resource, int wanted, String kind) {
        int limit = quota(project, resource);
        if (limit >= 0 && collection(kind).where("project_id", project).size() + wanted > limit) {
            throw new Refusal(409, "OverQuota", "Quota exceeded for resources: ['" + resource + "'].");
        }
    }
}
