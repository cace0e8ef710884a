package io.github.openstackjvm.testkit.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.openstackjvm.testkit.CatalogShape;
import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.HttpMethod;
import io.github.openstackjvm.testkit.IdentityVersions;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.FakeService;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.World;
import org.jspecify.annotations.Nullable;

/** Identity (Keystone), shared by all regions. */
public final class FakeIdentity extends FakeService {
    private static final Map<Integer, String> TITLES = Map.of(
            400, "Bad Request",
            401, "Unauthorized",
            403, "Forbidden",
            404, "Not Found",
            409, "Conflict",
            429, "Too Many Requests",
            503, "Service Unavailable");

    private final Directory directory;
    private final FakeCatalog catalog;
    private final FakeTokens tokens;
    private final FakeOAuth1 oauth1;
    private final FakeIdentityV2 older;
    private final FakeFederation federation;
    private final Certificates certificates;
    private final Duration lifetime;
    private IdentityVersions versions = IdentityVersions.V3;

    /** Keystone with its usual users; tokens live so long; the catalog lists these services. */
    public FakeIdentity(World world, Duration tokenLifetime, CatalogShape shape, List<FakeService> services) {
        super(world, "");
        directory = new Directory(this);
        catalog = new FakeCatalog(this, shape, services);
        oauth1 = new FakeOAuth1(this, directory);
        tokens = new FakeTokens(this, directory, catalog, tokenLifetime, oauth1);
        older = new FakeIdentityV2(this, directory, tokens, catalog);
        federation = new FakeFederation(this, directory, tokens);
        certificates = new Certificates(directory, tokens);
        lifetime = tokenLifetime;
        world.identifyBy(tokens::caller);
    }

    /** Users, projects and who may do what. */
    public Directory directory() {
        return directory;
    }

    /** Which versions of its API it offers. */
    public void offer(IdentityVersions offered) {
        versions = offered;
    }

    /** Users who come from elsewhere. */
    public FakeFederation federation() {
        return federation;
    }

    /** Takes whoever shows no token for this user, known by a certificate. */
    public void trustCertificate(String user) {
        certificates.trust(user);
    }

    @Override
    public Optional<Caller> caller(Call call) {
        return call.header("X-Auth-Token").isPresent() ? super.caller(call) : certificates.caller(call);
    }

    /** Ends all tokens at once. */
    public void expireTokens() {
        tokens.expireAll();
    }

    @Override
    public String type() {
        return "identity";
    }

    @Override
    public String name() {
        return "keystone";
    }

    @Override
    public String root() {
        return "/v3";
    }

    @Override
    public String catalogPath(CatalogShape shape, String project) {
        return shape == CatalogShape.UNVERSIONED ? "" : "/v3";
    }

    @Override
    protected List<FakeResource> resources() {
        return List.of(
                tokens,
                catalog,
                new FakeProjects(this, directory),
                new FakeUsers(this, directory),
                new FakeRoles(this, directory),
                new FakeDomains(this, directory),
                new FakeApplicationCredentials(this, directory),
                new FakeCredentials(this),
                new FakeTrusts(this, directory),
                oauth1,
                new FakeOAuth2(this, tokens, lifetime),
                federation);
    }

    @Override
    protected void documents(Routes routes) {
        routes.get(
                        "/",
                        call -> Json.reply(300, Json.map("versions", Json.map("values", versions(call))))
                                .with("Location", call.base() + "/v3/"))
                .open();
        routes.get("/v3", call -> {
                    if (!versions.hasV3()) {
                        throw Refusal.notFound("The resource could not be found.");
                    }
                    return Json.reply(200, Json.map("version", version(call)));
                })
                .open();
        if (versions.hasV2()) {
            older.routes(routes);
        }
    }

    private List<Object> versions(Call call) {
        List<Object> all = new ArrayList<>();
        if (versions.hasV3()) {
            all.add(version(call));
        }
        if (versions.hasV2()) {
            all.add(FakeIdentityV2.version(call));
        }
        return all;
    }

    private static Map<String, Object> version(Call call) {
        return Json.map(
                "id", "v3.14",
                "status", "stable",
                "updated", "2020-04-07T00:00:00Z",
                "links", List.of(Json.map("rel", "self", "href", call.base() + "/v3/")),
                "media-types",
                        List.of(Json.map(
                                "base", "application/json", "type", "application/vnd.openstack.identity-v3+json")));
    }

    @Override
    public Call.@Nullable Match match(HttpMethod method, List<String> path) {
        return versions.hasV3() || !path.get(0).equals("v3") || path.size() == 1 ? super.match(method, path) : null;
    }

    @Override
    public FakeResponse refuse(Call call, Refusal refusal) {
        int status = refusal.status();
        Map<String, Object> error = Json.map("code", status);
        if ("identity".equals(refusal.type())) {
            error.put("identity", Map.of());
        }
        error.put("message", refusal.message());
        error.put("title", TITLES.getOrDefault(status, "Error"));
        FakeResponse response = Json.reply(status, Json.map("error", error));
        return status == 401 ? response.with("WWW-Authenticate", "Keystone uri=\"" + call.base() + "/v3\"") : response;
    }

    @Override
    protected FakeResponse finish(Call call, FakeResponse response) {
        return super.finish(call, response).with("Vary", "X-Auth-Token");
    }

    /** Refuses who is not an administrator. */
    static void adminOnly(Call call, String action) {
        if (!call.caller().admin()) {
            throw forbidden(action);
        }
    }

    /** What Keystone says to those who may not. */
    static Refusal forbidden(String action) {
        return Refusal.forbidden("You are not authorized to perform the requested action: identity:" + action + ".");
    }

    /** What Keystone says about a body it cannot use. */
    static Refusal expected(String what, String where) {
        return Refusal.badRequest("Expecting to find " + what + " in " + where + ". " + MALFORMED);
    }

    /** How many of Keystone's complaints end. */
    static final String MALFORMED = "The server could not comply with the request since it is either malformed or "
            + "otherwise incorrect. The client is assumed to be in error.";

    /** The thing a path names, or a 404. */
    static Row find(FakeService keystone, String kind, String what, String id) {
        return keystone.collection(kind)
                .find(id)
                .orElseThrow(() -> Refusal.notFound("Could not find " + what + ": " + id + "."));
    }

    /** The body as an object. */
    static Map<String, Object> body(Call call) {
        try {
            return Json.object(call.json());
        } catch (JsonProcessingException e) {
            throw expected("valid JSON", "request body");
        }
    }

    /** A list, filtered by every parameter that names a field. */
    static FakeResponse list(Call call, String many, List<Row> rows, Function<Row, Map<String, Object>> view) {
        List<Map<String, Object>> found =
                rows.stream().map(view).filter(item -> matches(call, item)).toList();
        String query = call.request().query();
        String self = call.self() + (query.isEmpty() ? "" : "?" + query);
        return Json.reply(200, Json.map(many, found, "links", Json.map("next", null, "self", self, "previous", null)));
    }

    private static boolean matches(Call call, Map<String, Object> item) {
        return call.query().entrySet().stream()
                .filter(parameter -> item.containsKey(parameter.getKey())
                        && !Set.of("links", "options").contains(parameter.getKey()))
                .allMatch(parameter ->
                        same(item.get(parameter.getKey()), parameter.getValue().get(0)));
    }

    private static boolean same(@Nullable Object value, String wanted) {
        return value instanceof Boolean flag
                ? flag != Set.of("false", "0").contains(wanted.toLowerCase(Locale.ROOT))
                : wanted.equals(String.valueOf(value));
    }

    /** A view with the link to itself. */
    static Map<String, Object> linked(Call call, String path, Map<String, Object> view) {
        view.put("links", Json.map("self", call.url(path + "/" + view.get("id"))));
        return view;
    }
}
