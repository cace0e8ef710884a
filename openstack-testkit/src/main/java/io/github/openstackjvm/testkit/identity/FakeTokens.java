package io.github.openstackjvm.testkit.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** Tokens: they look like Fernet tokens, expire on the fake's clock and can be revoked. */
final class FakeTokens implements FakeResource {
    private final FakeIdentity keystone;
    private final Directory directory;
    private final FakeCatalog catalog;
    private final Duration lifetime;
    private final LoginMethods methods;
    private final Receipts receipts;

    FakeTokens(FakeIdentity keystone, Directory directory, FakeCatalog catalog, Duration lifetime, FakeOAuth1 oauth1) {
        this.keystone = keystone;
        this.directory = directory;
        this.catalog = catalog;
        this.lifetime = lifetime;
        this.methods = new LoginMethods(keystone, directory, this, oauth1);
        this.receipts = new Receipts(keystone, directory);
    }

    @Override
    public void routes(Routes routes) {
        routes.post("/auth/tokens", this::issue).open();
        routes.get("/auth/tokens", this::validate);
        routes.head("/auth/tokens", this::validate);
        routes.delete("/auth/tokens", this::revoke);
        routes.get("/auth/projects", this::projects);
        routes.get("/auth/domains", this::domains);
        routes.get("/auth/system", this::system);
    }

    private FakeCollection tokens() {
        return keystone.collection("tokens");
    }

    void expireAll() {
        tokens().all().forEach(token -> tokens().remove(token.id()));
    }

    /** Who a token belongs to, as long as it is valid. */
    Optional<Caller> caller(String id) {
        return valid(id).map(this::caller);
    }

    /** Who acts with this token. */
    Caller caller(Row token) {
        Set<String> names = new TreeSet<>();
        roles(token).forEach(role -> names.add(role.text("name")));
        return new Caller(
                token.text("user_id"),
                name(directory.users(), token.text("user_id")),
                token.text("project_id"),
                name(directory.projects(), token.text("project_id")),
                token.text("domain_id"),
                token.text("system").equals("all"),
                names,
                token);
    }

    private static String name(FakeCollection all, String id) {
        return all.find(id).map(row -> row.text("name")).orElse("");
    }

    Optional<Row> valid(String id) {
        return tokens().find(id)
                .filter(token -> Instant.parse(token.text("expires_at"))
                        .isAfter(keystone.world().now()));
    }

    private List<Row> roles(Row token) {
        List<Row> all = List.of();
        String owner = token.get("role_owner") == null ? token.text("user_id") : token.text("role_owner");
        for (String kind : List.of("project_id", "domain_id", "system")) {
            if (token.get(kind) != null) {
                all = directory.rolesOn(owner, kind, token.text(kind));
            }
        }
        List<String> only = token.texts("only_roles");
        return only.isEmpty()
                ? all
                : all.stream().filter(role -> only.contains(role.id())).toList();
    }

    private FakeResponse issue(Call call) {
        Map<String, Object> auth = Json.object(FakeIdentity.body(call).get("auth"));
        if (!FakeIdentity.body(call).containsKey("auth")) {
            throw FakeIdentity.expected("auth", "request body");
        }
        if (!auth.containsKey("identity")) {
            throw Refusal.badRequest("'identity' is a required property");
        }
        Map<String, Object> identity = Json.object(auth.get("identity"));
        if (!(identity.get("methods") instanceof List<?> names)) {
            throw Refusal.badRequest("Invalid input for field 'identity': 'methods' is a required property");
        }
        Scope scope = Scope.of(directory, auth.get("scope"));
        LoginMethods.Login login =
                receipts.complete(call, methods.login(call, names, identity, auth.containsKey("scope")));
        Optional<FakeResponse> more = receipts.demand(login);
        if (more.isPresent()) {
            return more.get();
        }
        return issued(call, add(token(login, scope)));
    }

    /** Issues a token without a scope to a user who came from elsewhere. */
    FakeResponse issueTo(Call call, Row user, String protocol) {
        return issued(call, add(token(LoginMethods.Login.by(protocol, user), new Scope("unscoped", ""))));
    }

    /** Issues a token for an application credential. */
    Row byCredential(Row credential, String secret) {
        return add(token(methods.credential(credential, secret), new Scope("", "")));
    }

    /** Issues a token to who proved to be this user, in a project or none. */
    Row byUser(Row user, @Nullable Row project) {
        Scope scope = project == null ? new Scope("", "") : new Scope("project_id", project.id());
        return add(token(LoginMethods.Login.by("password", user), scope));
    }

    private Row add(Row token) {
        tokens().add(token);
        return token;
    }

    private FakeResponse issued(Call call, Row token) {
        return Json.reply(201, Json.map("token", view(call, token))).with("X-Subject-Token", token.id());
    }

    private Row token(LoginMethods.Login login, Scope scope) {
        Instant now = keystone.world().now();
        List<String> audit = new ArrayList<>(List.of(keystone.world().ids().opaque(16)));
        Row former = login.former();
        if (former != null && !former.texts("audit_ids").isEmpty()) {
            List<String> ids = former.texts("audit_ids");
            audit.add(ids.get(ids.size() - 1));
        }
        Row token = Row.of(
                "id",
                "gAAAAAB" + keystone.world().ids().opaque(132),
                "methods",
                login.methods(),
                "user_id",
                login.user().id(),
                "audit_ids",
                audit,
                // A new token never outlives the one it was got with.
                "expires_at",
                former == null ? now.plus(lifetime).toString() : former.text("expires_at"),
                "issued_at",
                now.toString());
        Row credential = login.credential();
        if (credential != null) {
            token.set("credential_id", credential.id())
                    .set("unrestricted", credential.get("unrestricted"))
                    .set("only_roles", credential.texts("role_ids"))
                    .set("access_rules", credential.get("access_rules"))
                    .set("project_id", credential.get("project_id"));
        } else if (login.grant() != null) {
            token.set("grant_id", login.grant().id())
                    .set("only_roles", login.grant().texts("role_ids"))
                    .set("project_id", login.grant().text("project_id"));
        } else if (scope.kind().equals("trust")) {
            applyTrust(scope.target(), token);
        } else {
            scope.apply(directory, login.user(), token);
        }
        boolean scoped =
                List.of("project_id", "domain_id", "system").stream().anyMatch(kind -> token.get(kind) != null);
        if (scoped && roles(token).isEmpty()) {
            throw unauthorized();
        }
        return token;
    }

    /** The trustee acts in the trustor's project with what roles were lent, and in the trustor's name when that was said. */
    private void applyTrust(String id, Row token) {
        Row trust = keystone.collection("trusts").find(id).orElseThrow(FakeTokens::unauthorized);
        if (!trust.is("trustee_user_id", token.text("user_id"))) {
            throw Refusal.forbidden("You are not authorized to perform the requested action.");
        }
        token.set("trust_id", trust.id())
                .set("role_owner", trust.text("trustor_user_id"))
                .set("only_roles", trust.texts("role_ids"))
                .set("project_id", trust.text("project_id"));
        if (trust.is("impersonation")) {
            token.set("user_id", trust.text("trustor_user_id"));
        }
    }

    static Refusal unauthorized() {
        return new Refusal(401, "The request you have made requires authentication.");
    }

    private Map<String, Object> view(Call call, Row token) {
        Row owner = FakeIdentity.find(keystone, "users", "user", token.text("user_id"));
        Map<String, Object> user = directory.brief(owner);
        Json.put(user, "password_expires_at", null);
        Map<String, Object> view = Json.map(
                "methods", token.texts("methods"),
                "user", user,
                "audit_ids", token.texts("audit_ids"),
                "expires_at", micros(token.text("expires_at")),
                "issued_at", micros(token.text("issued_at")));
        String project = token.text("project_id");
        if (!project.isEmpty()) {
            view.put("project", directory.brief(FakeIdentity.find(keystone, "projects", "project", project)));
            view.put("is_domain", false);
        } else if (!token.text("domain_id").isEmpty()) {
            view.put(
                    "domain",
                    FakeIdentity.find(keystone, "domains", "domain", token.text("domain_id"))
                            .pick("id", "name"));
        } else if (token.text("system").equals("all")) {
            view.put("system", Map.of("all", true));
        } else {
            return view;
        }
        view.put(
                "roles",
                roles(token).stream().map(role -> role.pick("id", "name")).toList());
        if (call.query("nocatalog").isEmpty()) {
            view.put("catalog", catalog.entries(call, project));
        }
        if (token.get("credential_id") != null) {
            view.put("application_credential", credential(token));
        }
        if (token.get("trust_id") != null) {
            Row trust = FakeIdentity.find(keystone, "trusts", "trust", token.text("trust_id"));
            view.put(
                    "OS-TRUST:trust",
                    Json.map(
                            "id", trust.id(),
                            "trustor_user", Json.map("id", trust.text("trustor_user_id")),
                            "trustee_user", Json.map("id", trust.text("trustee_user_id")),
                            "impersonation", trust.get("impersonation")));
        }
        List<Row> providers = keystone.collection("service_providers").all();
        if (!providers.isEmpty()) {
            view.put(
                    "service_providers",
                    providers.stream()
                            .map(one -> one.pick("id", "auth_url", "sp_url"))
                            .toList());
        }
        return view;
    }

    private Map<String, Object> credential(Row token) {
        Row row = FakeIdentity.find(
                keystone, "application_credentials", "Application Credential", token.text("credential_id"));
        return Json.map("id", row.id(), "name", row.text("name"), "restricted", !row.is("unrestricted"));
    }

    private static String micros(String instant) {
        return KeystoneTime.of(Instant.parse(instant)) + "Z";
    }

    private FakeResponse validate(Call call) {
        return Json.reply(200, Json.map("token", view(call, subject(call, "validate_token"))))
                .with("X-Subject-Token", call.header("X-Subject-Token").orElse(""));
    }

    private FakeResponse revoke(Call call) {
        tokens().remove(subject(call, "revoke_token").id());
        return FakeResponse.of(204);
    }

    private Row subject(Call call, String action) {
        String id = call.header("X-Subject-Token").orElse("");
        if (!id.isEmpty() && valid(id).isEmpty()) {
            throw Refusal.notFound(
                    id.startsWith("gAAAA") ? "Failed to validate token" : "Could not recognize Fernet token");
        }
        @Nullable Row token = valid(id).orElse(null);
        boolean own = token != null && token.is("user_id", call.caller().userId());
        if (token == null || !(own || call.caller().admin())) {
            throw FakeIdentity.forbidden(action);
        }
        return token;
    }

    private FakeResponse projects(Call call) {
        Set<String> mine = directory.targets(call.caller().userId(), "project_id");
        return FakeProjects.list(call, directory.projects().where(row -> mine.contains(row.id())));
    }

    private FakeResponse domains(Call call) {
        Set<String> mine = directory.targets(call.caller().userId(), "domain_id");
        return FakeDomains.list(call, directory.domains().where(row -> mine.contains(row.id())));
    }

    private FakeResponse system(Call call) {
        boolean any = !directory.targets(call.caller().userId(), "system").isEmpty();
        List<Object> system = any ? List.of(Map.of("all", true)) : List.of();
        return Json.reply(200, Json.map("system", system, "links", Json.map("self", call.self())));
    }
}
