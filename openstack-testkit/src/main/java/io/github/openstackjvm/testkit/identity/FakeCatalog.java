package io.github.openstackjvm.testkit.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.CatalogShape;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.FakeService;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** The service catalog: services, their endpoints in three interfaces, and the regions. */
final class FakeCatalog implements FakeResource {
    private static final List<String> INTERFACES = List.of("public", "internal", "admin");

    private final FakeIdentity keystone;
    private final CatalogShape shape;
    private final List<String> regions;

    FakeCatalog(FakeIdentity keystone, CatalogShape shape, List<FakeService> services) {
        this.keystone = keystone;
        this.shape = shape;
        this.regions = services.stream().map(FakeService::region).distinct().toList();
        if (keystone.collection("services").all().isEmpty()) {
            regions.forEach(region -> register(keystone, region));
            services.forEach(service -> {
                register(service, service.region());
                if (shape == CatalogShape.USUAL) {
                    service.furtherEntries().forEach((type, name) -> register(service, service.region(), type, name));
                }
            });
        }
    }

    private void register(FakeService service, String region) {
        register(service, region, shape == CatalogShape.ALIASES ? service.alias() : service.type(), service.name());
    }

    private void register(FakeService service, String region, String type, String name) {
        Row row = keystone.collection("services")
                .first("type", type)
                .orElseGet(() -> keystone.collection("services")
                        .add(Row.of("id", keystone.world().ids().hex(), "name", name, "type", type, "enabled", true)));
        String prefix = service.region().isEmpty() || region.equals(regions.get(0)) ? "" : "/" + region;
        for (String each : INTERFACES) {
            keystone.collection("endpoints")
                    .add(Row.of(
                            "id",
                            keystone.world().ids().hex(),
                            "interface",
                            each,
                            "region_id",
                            region,
                            "service_id",
                            row.id(),
                            "path",
                            prefix + "/" + service.type() + service.catalogPath(shape, "%(project_id)s"),
                            "enabled",
                            true));
        }
    }

    @Override
    public void routes(Routes routes) {
        routes.get(
                "/auth/catalog",
                call -> Json.reply(
                        200,
                        Json.map(
                                "catalog",
                                entries(call, call.caller().projectId()),
                                "links",
                                Json.map("self", call.self()))));
        routes.get(
                "/regions",
                call -> FakeIdentity.list(
                        call, "regions", regionRows(), row -> FakeIdentity.linked(call, "/regions", row.pick(REGION))));
        routes.get("/regions/{id}", call -> Json.reply(200, Json.map("region", region(call))));
        routes.get("/services", call -> {
            FakeIdentity.adminOnly(call, "list_services");
            return FakeIdentity.list(
                    call, "services", keystone.collection("services").all(), row -> service(call, row));
        });
        routes.get("/services/{id}", call -> {
            FakeIdentity.adminOnly(call, "get_service");
            Row row = FakeIdentity.find(keystone, "services", "service", call.param("id"));
            return Json.reply(200, Json.map("service", service(call, row)));
        });
        routes.get("/endpoints", call -> {
            FakeIdentity.adminOnly(call, "list_endpoints");
            return FakeIdentity.list(
                    call, "endpoints", keystone.collection("endpoints").all(), row -> endpoint(call, row));
        });
        routes.get("/endpoints/{id}", call -> {
            FakeIdentity.adminOnly(call, "get_endpoint");
            Row row = FakeIdentity.find(keystone, "endpoints", "endpoint", call.param("id"));
            return Json.reply(200, Json.map("endpoint", endpoint(call, row)));
        });
    }

    private static final String[] REGION = {"id", "description", "parent_region_id"};

    private List<Row> regionRows() {
        return regions.stream()
                .map(region -> Row.of("id", region, "description", "", "parent_region_id", null))
                .toList();
    }

    private Map<String, Object> region(Call call) {
        return regionRows().stream()
                .filter(row -> row.id().equals(call.param("id")))
                .findFirst()
                .map(row -> FakeIdentity.linked(call, "/regions", row.pick(REGION)))
                .orElseThrow(() -> Refusal.notFound("Could not find region: " + call.param("id") + "."));
    }

    private static Map<String, Object> service(Call call, Row row) {
        return FakeIdentity.linked(call, "/services", row.pick("name", "id", "type", "enabled"));
    }

    private static Map<String, Object> endpoint(Call call, Row row) {
        Map<String, Object> view = row.pick("id", "interface", "region_id", "service_id");
        view.put("url", call.request().origin() + row.text("path"));
        view.put("enabled", true);
        view.put("region", row.text("region_id"));
        return FakeIdentity.linked(call, "/endpoints", view);
    }

    /** The catalog as tokens carry it. */
    List<Object> entries(Call call, String project) {
        Map<String, List<Object>> endpoints = new LinkedHashMap<>();
        for (Row row : keystone.collection("endpoints").all()) {
            endpoints
                    .computeIfAbsent(row.text("service_id"), any -> new ArrayList<>())
                    .add(Json.map(
                            "id", row.id(),
                            "interface", row.text("interface"),
                            "region_id", row.text("region_id"),
                            "url", call.request().origin() + row.text("path").replace("%(project_id)s", project),
                            "region", row.text("region_id")));
        }
        List<Object> entries = new ArrayList<>();
        for (Row service : keystone.collection("services").all()) {
            Map<String, Object> entry = Json.map("endpoints", endpoints.getOrDefault(service.id(), List.of()));
            entry.putAll(service.pick("id", "type", "name"));
            entries.add(entry);
        }
        return entries;
    }
}
