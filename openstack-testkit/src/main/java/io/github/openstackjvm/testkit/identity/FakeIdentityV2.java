package io.github.openstackjvm.testkit.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** Version 2.0 of Identity as it once was: tokens for a password, a token, or an API key of Rackspace, and tenants. */
final class FakeIdentityV2 {
    private final FakeIdentity keystone;
    private final Directory directory;
    private final FakeTokens tokens;
    private final FakeCatalog catalog;

    FakeIdentityV2(FakeIdentity keystone, Directory directory, FakeTokens tokens, FakeCatalog catalog) {
        this.keystone = keystone;
        this.directory = directory;
        this.tokens = tokens;
        this.catalog = catalog;
    }

    void routes(Routes routes) {
        routes.get("/v2.0", call -> Json.reply(200, Json.map("version", version(call))))
                .open();
        routes.post("/v2.0/tokens", this::issue).open();
        routes.get("/v2.0/tenants", this::tenants);
    }

    static Map<String, Object> version(Call call) {
        return Json.map(
                "id", "v2.0",
                "status", "deprecated",
                "updated", "2016-08-04T00:00:00Z",
                "links", List.of(Json.map("rel", "self", "href", call.base() + "/v2.0/")),
                "media-types",
                        List.of(Json.map(
                                "base", "application/json", "type", "application/vnd.openstack.identity-v2.0+json")));
    }

    private FakeResponse issue(Call call) {
        Map<String, Object> body = FakeIdentity.body(call);
        if (!body.containsKey("auth")) {
            throw FakeIdentity.expected("auth", "request body");
        }
        Map<String, Object> auth = Json.object(body.get("auth"));
        Row user = user(auth);
        @Nullable Row project = project(user, auth);
        if (project != null
                && directory.rolesOn(user.id(), "project_id", project.id()).isEmpty()) {
            throw FakeTokens.unauthorized();
        }
        Row token = tokens.byUser(user, project);
        Map<String, Object> view = Json.map(
                "id", token.id(),
                "issued_at", token.text("issued_at"),
                "expires", seconds(token.text("expires_at")));
        if (project != null) {
            view.put("tenant", tenant(project));
        }
        return Json.reply(
                200,
                Json.map(
                        "access",
                        Json.map(
                                "token",
                                view,
                                "serviceCatalog",
                                project == null ? List.of() : catalog(call, project),
                                "user",
                                user(user, project))));
    }

    private Row user(Map<String, Object> auth) {
        if (auth.containsKey("passwordCredentials")) {
            Map<String, Object> given = Json.object(auth.get("passwordCredentials"));
            return known(given)
                    .filter(user -> user.is("password", given.get("password")))
                    .orElseThrow(FakeTokens::unauthorized);
        } else if (auth.containsKey("RAX-KSKEY:apiKeyCredentials")) {
            Map<String, Object> given = Json.object(auth.get("RAX-KSKEY:apiKeyCredentials"));
            return known(given)
                    .filter(user -> given.get("apiKey") != null && user.is("api_key", given.get("apiKey")))
                    .orElseThrow(FakeTokens::unauthorized);
        } else if (auth.containsKey("token")) {
            String id = String.valueOf(Json.object(auth.get("token")).get("id"));
            Row former = tokens.valid(id).orElseThrow(FakeTokens::unauthorized);
            return FakeIdentity.find(keystone, "users", "user", former.text("user_id"));
        }
        throw Refusal.badRequest("Expecting to find passwordCredentials or token in auth. " + FakeIdentity.MALFORMED);
    }

    private Optional<Row> known(Map<String, Object> given) {
        return given.containsKey("userId")
                ? directory.users().find(String.valueOf(given.get("userId")))
                : directory.users().first("name", String.valueOf(given.get("username")));
    }

    private @Nullable Row project(Row user, Map<String, Object> auth) {
        if (auth.containsKey("tenantId")) {
            return directory
                    .projects()
                    .find(String.valueOf(auth.get("tenantId")))
                    .orElseThrow(FakeTokens::unauthorized);
        } else if (auth.containsKey("tenantName")) {
            return directory
                    .projects()
                    .first("name", String.valueOf(auth.get("tenantName")))
                    .orElseThrow(FakeTokens::unauthorized);
        }
        return directory.projects().find(user.text("default_project_id")).orElse(null);
    }

    private List<Object> catalog(Call call, Row project) {
        List<Object> services = new ArrayList<>();
        for (Object entry : catalog.entries(call, project.id())) {
            Map<String, Object> service = Json.object(entry);
            Map<String, Map<String, Object>> byRegion = new LinkedHashMap<>();
            for (Object one : service.get("endpoints") instanceof List<?> list ? list : List.of()) {
                Map<String, Object> endpoint = Json.object(one);
                String region = String.valueOf(endpoint.get("region"));
                byRegion.computeIfAbsent(region, any -> Json.map("region", region, "tenantId", project.id()))
                        .put(endpoint.get("interface") + "URL", endpoint.get("url"));
            }
            services.add(Json.map(
                    "name", service.get("name"),
                    "type", service.get("type"),
                    "endpoints_links", List.of(),
                    "endpoints", List.copyOf(byRegion.values())));
        }
        return services;
    }

    private Map<String, Object> user(Row user, @Nullable Row project) {
        List<Object> roles = new ArrayList<>();
        if (project != null) {
            directory.rolesOn(user.id(), "project_id", project.id()).forEach(role -> roles.add(role.pick("name")));
        }
        return Json.map(
                "id", user.id(),
                "name", user.text("name"),
                "username", user.text("name"),
                "roles", roles,
                "roles_links", List.of());
    }

    private static Map<String, Object> tenant(Row project) {
        return project.pick("id", "name", "description", "enabled");
    }

    private FakeResponse tenants(Call call) {
        List<Object> mine = new ArrayList<>();
        for (String id : directory.targets(call.caller().userId(), "project_id")) {
            directory.projects().find(id).ifPresent(project -> mine.add(tenant(project)));
        }
        return Json.reply(200, Json.map("tenants", mine, "tenants_links", List.of()));
    }

    private static String seconds(String instant) {
        return Instant.ofEpochSecond(Instant.parse(instant).getEpochSecond()).toString();
    }
}
