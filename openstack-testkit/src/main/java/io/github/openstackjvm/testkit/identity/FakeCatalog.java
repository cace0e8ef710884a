package io.github.openstackjvm.testkit.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.openstackjvm.testkit.CatalogShape;
import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.FakeService;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** The service catalog: services, their endpoints in three interfaces, and the regions. */
final class FakeCatalog implements FakeResource {
    private static final List<String> INTERFACES = List.of("public", "internal", "admin");

    /** Stands in an address for the one by which the caller reached the fake. */
    private static final String ORIGIN = "%(origin)s";

    private static final String[] SERVICE = {"name", "id", "type", "enabled", "description"};

    /** What Keystone fills in, in either form. */
    private static final Pattern PLACES = Pattern.compile("[%$]\\((?:project|tenant)_id\\)s");

    private final FakeIdentity keystone;
    private final CatalogShape shape;
    private final List<String> names;

    FakeCatalog(FakeIdentity keystone, CatalogShape shape, List<FakeService> running) {
        this.keystone = keystone;
        this.shape = shape;
        this.names = running.stream().map(FakeService::region).distinct().toList();
        if (services().all().isEmpty()) {
            names.forEach(region -> {
                regions().add(new Row(region(region)));
                register(keystone, region);
            });
            running.forEach(service -> {
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
        Row row = services()
                .first("type", type)
                .orElseGet(() -> services()
                        .add(Row.of("id", keystone.world().ids().hex(), "name", name, "type", type, "enabled", true)));
        String prefix = service.region().isEmpty() || region.equals(names.get(0)) ? "" : "/" + region;
        for (String each : INTERFACES) {
            endpoints()
                    .add(Row.of(
                            "id",
                            keystone.world().ids().hex(),
                            "interface",
                            each,
                            "region_id",
                            region,
                            "service_id",
                            row.id(),
                            "url",
                            ORIGIN + prefix + "/" + service.type() + service.catalogPath(shape, "%(project_id)s"),
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
                "/regions", call -> FakeIdentity.list(call, "regions", regions().all(), row -> region(call, row)));
        routes.get("/regions/{id}", call -> region(call, 200, find("region", call)));
        routes.post("/regions", this::createRegion);
        routes.delete("/regions/{id}", this::deleteRegion);
        routes.get("/services", call -> {
            FakeIdentity.adminOnly(call, "list_services");
            return FakeIdentity.list(call, "services", services().all(), row -> service(call, row));
        });
        routes.get("/services/{id}", call -> {
            FakeIdentity.adminOnly(call, "get_service");
            return Json.reply(200, Json.map("service", service(call, find("service", call))));
        });
        routes.post("/services", this::createService);
        routes.delete("/services/{id}", this::deleteService);
        routes.get("/endpoints", call -> {
            FakeIdentity.adminOnly(call, "list_endpoints");
            return FakeIdentity.list(call, "endpoints", endpoints().all(), row -> endpoint(call, row));
        });
        routes.get("/endpoints/{id}", call -> {
            FakeIdentity.adminOnly(call, "get_endpoint");
            return Json.reply(200, Json.map("endpoint", endpoint(call, find("endpoint", call))));
        });
        routes.post("/endpoints", this::createEndpoint);
        routes.delete("/endpoints/{id}", call -> {
            Row row = find("endpoint", call); // before it is asked who calls, unlike with regions and services
            FakeIdentity.adminOnly(call, "delete_endpoint");
            endpoints().remove(row.id());
            return FakeResponse.of(204);
        });
    }

    private FakeCollection regions() {
        return keystone.collection("regions");
    }

    private FakeCollection services() {
        return keystone.collection("services");
    }

    private FakeCollection endpoints() {
        return keystone.collection("endpoints");
    }

    private Row find(String kind, Call call) {
        return FakeIdentity.find(keystone, kind + "s", kind, call.param("id"));
    }

    private static Map<String, Object> region(String id) {
        return Json.map("id", id, "description", "", "parent_region_id", null);
    }

    private static FakeResponse region(Call call, int status, Row row) {
        return Json.reply(status, Json.map("region", region(call, row)));
    }

    private static Map<String, Object> region(Call call, Row row) {
        return FakeIdentity.linked(call, "/regions", new LinkedHashMap<>(row.fields()));
    }

    private static Map<String, Object> service(Call call, Row row) {
        Map<String, Object> view = row.pick(SERVICE);
        if (row.get("description") == null) {
            view.remove("description");
        }
        return FakeIdentity.linked(call, "/services", view);
    }

    private static Map<String, Object> endpoint(Call call, Row row) {
        Map<String, Object> view = row.pick("id", "interface", "region_id", "service_id");
        view.put("url", at(call, row));
        view.put("enabled", true);
        view.put("region", row.text("region_id"));
        return FakeIdentity.linked(call, "/endpoints", view);
    }

    private static String at(Call call, Row endpoint) {
        return endpoint.text("url").replace(ORIGIN, call.request().origin());
    }

    private FakeResponse createRegion(Call call) {
        FakeIdentity.adminOnly(call, "create_region");
        Map<String, Object> wanted = Json.object(FakeIdentity.body(call).get("region"));
        String id = wanted.get("id") instanceof String given && !given.isEmpty()
                ? given
                : keystone.world().ids().hex();
        if (regions().find(id).isPresent()) {
            throw new Refusal(409, "Conflict occurred attempting to store region - Duplicate ID, " + id + "..");
        }
        Map<String, Object> fields = region(id);
        fields.putAll(wanted); // what Keystone does not know it keeps, such as "enabled"
        fields.put("id", id);
        return region(call, 201, regions().add(new Row(fields)));
    }

    private FakeResponse deleteRegion(Call call) {
        FakeIdentity.adminOnly(call, "delete_region");
        Row row = find("region", call);
        if (!endpoints().where("region_id", row.id()).isEmpty()) {
            throw Refusal.forbidden("Unable to delete region " + row.id()
                    + " because it or its child regions have associated endpoints.");
        }
        regions().remove(row.id());
        return FakeResponse.of(204);
    }

    private FakeResponse createService(Call call) {
        FakeIdentity.adminOnly(call, "create_service");
        Map<String, Object> wanted = Json.object(FakeIdentity.body(call).get("service"));
        require(wanted, "type");
        Row row = Row.of(
                "id", keystone.world().ids().hex(),
                "name", wanted.getOrDefault("name", ""),
                "type", wanted.get("type"),
                "enabled", true,
                "description", wanted.get("description"));
        return Json.reply(201, Json.map("service", service(call, services().add(row))));
    }

    private FakeResponse deleteService(Call call) {
        FakeIdentity.adminOnly(call, "delete_service");
        Row row = find("service", call);
        endpoints()
                .where("service_id", row.id())
                .forEach(endpoint -> endpoints().remove(endpoint.id()));
        services().remove(row.id());
        return FakeResponse.of(204);
    }

    private FakeResponse createEndpoint(Call call) {
        FakeIdentity.adminOnly(call, "create_endpoint");
        Map<String, Object> wanted = Json.object(FakeIdentity.body(call).get("endpoint"));
        checkEndpoint(wanted);
        Row row = Row.of(
                "id", keystone.world().ids().hex(),
                "interface", wanted.get("interface"),
                "region_id", regionOf(wanted),
                "service_id", wanted.get("service_id"),
                "url", wanted.get("url"),
                "enabled", true);
        return Json.reply(201, Json.map("endpoint", endpoint(call, endpoints().add(row))));
    }

    /** A region that is named the old way is made when there is none. */
    private @Nullable Object regionOf(Map<String, Object> endpoint) {
        Object id = endpoint.get("region_id");
        if (id != null || !(endpoint.get("region") instanceof String name)) {
            return id;
        }
        if (regions().find(name).isEmpty()) {
            regions().add(new Row(region(name)));
        }
        return name;
    }

    private void checkEndpoint(Map<String, Object> wanted) {
        require(wanted, "interface", "service_id", "url");
        String face = String.valueOf(wanted.get("interface"));
        if (!INTERFACES.contains(face)) {
            throw Refusal.badRequest("Invalid input for field 'interface': '" + face
                    + "' is not one of ['admin', 'internal', 'public']");
        }
        String url = String.valueOf(wanted.get("url"));
        if (PLACES.matcher(url).replaceAll("").contains("%(")) {
            throw Refusal.badRequest("Cannot create an endpoint with an invalid URL: " + url + ".");
        }
        for (String table : List.of("service", "region")) {
            Object id = wanted.get(table + "_id");
            if (id != null
                    && keystone.collection(table + "s").find(String.valueOf(id)).isEmpty()) {
                throw FakeIdentity.expected("endpoint " + table + "_id", table + " table");
            }
        }
    }

    private static void require(Map<String, Object> wanted, String... fields) {
        for (String field : fields) {
            if (!(wanted.get(field) instanceof String)) {
                throw Refusal.badRequest("'" + field + "' is a required property");
            }
        }
    }

    /** The catalog as tokens carry it. */
    List<Object> entries(Call call, String project) {
        Map<String, List<Object>> byService = new LinkedHashMap<>();
        for (Row row : endpoints().all()) {
            byService
                    .computeIfAbsent(row.text("service_id"), any -> new ArrayList<>())
                    .add(Json.map(
                            "id", row.id(),
                            "interface", row.text("interface"),
                            "region_id", row.text("region_id"),
                            "url", PLACES.matcher(at(call, row)).replaceAll(project),
                            "region", row.text("region_id")));
        }
        List<Object> entries = new ArrayList<>();
        for (Row service : services().all()) {
            Map<String, Object> entry = Json.map("endpoints", byService.getOrDefault(service.id(), List.of()));
            entry.putAll(service.pick("id", "type", "name"));
            entries.add(entry);
        }
        return entries;
    }
}
