package io.github.openstackjvm.testkit.identity;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** Application credentials: made by a user for themselves, in the project their token is valid for. */
final class FakeApplicationCredentials implements FakeResource {
    private static final Set<String> KNOWN = Set.of(
            "name", "description", "secret", "expires_at", "roles", "unrestricted", "access_rules", "project_id");

    private final FakeIdentity keystone;
    private final Directory directory;

    FakeApplicationCredentials(FakeIdentity keystone, Directory directory) {
        this.keystone = keystone;
        this.directory = directory;
    }

    @Override
    public void routes(Routes routes) {
        String path = "/users/{user}/application_credentials";
        routes.get(path, this::list);
        routes.post(path, this::create);
        routes.get(path + "/{id}", this::show);
        routes.delete(path + "/{id}", this::delete);
    }

    private FakeCollection credentials() {
        return keystone.collection("application_credentials");
    }

    private FakeResponse list(Call call) {
        FakeUsers.own(call, "user", "list_application_credentials");
        return FakeIdentity.list(
                call,
                "application_credentials",
                credentials().where("user_id", call.param("user")),
                row -> view(call, row));
    }

    private FakeResponse show(Call call) {
        FakeUsers.own(call, "user", "get_application_credential");
        return Json.reply(200, Json.map("application_credential", view(call, find(call))));
    }

    private FakeResponse delete(Call call) {
        FakeUsers.own(call, "user", "delete_application_credential");
        refuseRestricted(call);
        Row row = find(call);
        credentials().remove(row.id());
        // Its tokens end with it.
        FakeCollection tokens = keystone.collection("tokens");
        tokens.where("credential_id", row.id()).forEach(token -> tokens.remove(token.id()));
        return FakeResponse.of(204);
    }

    private Row find(Call call) {
        return FakeIdentity.find(keystone, "application_credentials", "Application Credential", call.param("id"));
    }

    private static void refuseRestricted(Call call) {
        Row token = call.caller().token();
        if (token.get("credential_id") != null && !token.is("unrestricted")) {
            throw Refusal.forbidden("You are not authorized to perform the requested action: Using method "
                    + "'application_credential' is not allowed for managing additional application credentials..");
        }
    }

    private FakeResponse create(Call call) {
        if (!call.param("user").equals(call.caller().userId())) {
            throw FakeIdentity.forbidden("create_application_credential");
        }
        refuseRestricted(call);
        Map<String, Object> wanted = Json.object(FakeIdentity.body(call).get("application_credential"));
        String name = name(wanted);
        checkKnown(wanted);
        String expires = expires(wanted.get("expires_at"));
        List<String> roles = roles(call, wanted.get("roles"));
        boolean taken =
                credentials().where("user_id", call.caller().userId()).stream().anyMatch(row -> row.is("name", name));
        if (taken) {
            throw Refusal.conflict("Conflict occurred attempting to store application_credential - "
                    + "Duplicate entry found with name " + name + ".");
        }
        Object secret = wanted.get("secret");
        Row row = credentials()
                .add(Row.of(
                        "id",
                        keystone.world().ids().hex(),
                        "name",
                        name,
                        "description",
                        wanted.get("description"),
                        "user_id",
                        call.caller().userId(),
                        "project_id",
                        call.caller().projectId(),
                        "system",
                        null,
                        "expires_at",
                        expires,
                        "unrestricted",
                        wanted.get("unrestricted"),
                        "role_ids",
                        roles,
                        "access_rules",
                        wanted.get("access_rules") instanceof List<?> list ? rules(list) : null,
                        "secret",
                        secret == null ? keystone.world().ids().opaque(64) : secret));
        Map<String, Object> view = view(call, row);
        Object links = view.remove("links");
        view.put("secret", row.text("secret"));
        Json.put(view, "links", links);
        return Json.reply(201, Json.map("application_credential", view));
    }

    private static void checkKnown(Map<String, Object> wanted) {
        for (String field : wanted.keySet()) {
            if (!KNOWN.contains(field)) {
                throw Refusal.badRequest(
                        "'" + field + "' is an invalid keyword argument for ApplicationCredentialModel");
            }
        }
    }

    private List<Object> rules(List<?> wanted) {
        List<Object> rules = new ArrayList<>();
        for (Object rule : wanted) {
            Map<String, Object> kept = Json.map("id", keystone.world().ids().hex());
            kept.putAll(Json.object(rule));
            rules.add(kept);
        }
        return rules;
    }

    private static String name(Map<String, Object> wanted) {
        if (!wanted.containsKey("name")) {
            throw Refusal.badRequest("'name' is a required property");
        }
        Object name = wanted.get("name");
        if (!(name instanceof String text)) {
            throw Refusal.badRequest(
                    "Invalid input for field 'name': " + Python.repr(name) + " is not of type 'string'");
        }
        if (text.isEmpty() || text.length() > 255) {
            throw Refusal.badRequest("Invalid input for field 'name': " + Python.repr(name)
                    + (text.isEmpty() ? " is too short" : " is too long"));
        }
        return text;
    }

    private @Nullable String expires(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        Instant time;
        try {
            String text = String.valueOf(value);
            time = Instant.parse(text.endsWith("Z") ? text : text + "Z");
        } catch (DateTimeException e) {
            throw Refusal.badRequest("Timestamp not in expected format. " + FakeIdentity.MALFORMED);
        }
        if (time.isBefore(keystone.world().now())) {
            throw Refusal.badRequest("The 'expires_at' must not be before now. " + FakeIdentity.MALFORMED);
        }
        return KeystoneTime.of(time);
    }

    private List<String> roles(Call call, @Nullable Object wanted) {
        List<Row> mine = directory.rolesOn(
                call.caller().userId(), "project_id", call.caller().projectId());
        if (!(wanted instanceof List<?> list)) {
            return mine.stream().map(Row::id).toList();
        }
        List<String> ids = new ArrayList<>();
        for (Object item : list) {
            Map<String, Object> reference = Json.object(item);
            Row role = reference.get("id") instanceof String id
                    ? FakeIdentity.find(keystone, "roles", "role", id)
                    : directory
                            .roles()
                            .first("name", String.valueOf(reference.get("name")))
                            .orElseThrow(() -> Refusal.notFound("Role " + reference.get("name") + " is not defined"));
            if (!mine.contains(role)) {
                throw Refusal.badRequest("Invalid application credential: "
                        + "Cannot create an application credential with unassigned role");
            }
            ids.add(role.id());
        }
        return ids;
    }

    private Map<String, Object> view(Call call, Row row) {
        Map<String, Object> view =
                row.pick("id", "name", "description", "user_id", "project_id", "system", "expires_at", "unrestricted");
        List<Object> roles = new ArrayList<>();
        row.texts("role_ids")
                .forEach(id -> directory
                        .roles()
                        .find(id)
                        .ifPresent(role -> roles.add(role.pick("id", "name", "domain_id", "description", "options"))));
        view.put("roles", roles);
        if (row.get("access_rules") != null) {
            Json.put(view, "access_rules", row.get("access_rules"));
        }
        view.put("links", Json.map("self", call.url("/application_credentials/" + row.id())));
        return view;
    }
}
