package io.github.openstackjvm.testkit.objectstore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.openstackjvm.testkit.CatalogShape;
import io.github.openstackjvm.testkit.FakeBody;
import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.HttpMethod;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.FakeService;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Route;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.World;
import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Object store (Swift): accounts, containers and objects, by way of Swift's own pipeline of filters. */
public final class FakeObjectStore extends FakeService {
    private static final List<HttpMethod> VERBS = List.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.PUT,
            HttpMethod.POST,
            HttpMethod.DELETE,
            HttpMethod.COPY,
            HttpMethod.OPTIONS);

    private static final List<String> PATHS = List.of("/", "/{container}", "/{container}/{object...}");

    private final Filter.App pipeline;

    /** Swift in a region. */
    public FakeObjectStore(World world, String region) {
        super(world, region);
        Store store = new Store(world, this);
        // Read from the bottom up: what stands last is asked first, as in Swift's own configuration.
        Filter.App app = new Proxy(store);
        app = new Symlinks().before(app);
        app = new ObjectVersioning(store).before(app);
        app = new VersionedWrites(store).before(app);
        app = new DynamicLargeObjects().before(app);
        app = new StaticLargeObjects().before(app);
        app = new Conditions().before(app);
        app = new AccountQuotas(store).before(app);
        app = new ContainerQuotas(store).before(app);
        app = new Copies().before(app);
        app = new KeystoneAuth(store).before(app);
        app = new FormPosts(store).before(app);
        app = new TempUrls(store).before(app);
        app = new Bulk().before(app);
        app = new ListingFormats().before(app);
        app = new EtagQuoter(store).before(app);
        pipeline = new Gatekeeper().before(app);
    }

    @Override
    public String type() {
        return "object-store";
    }

    @Override
    public String name() {
        return "swift";
    }

    @Override
    public String root() {
        return "/v1";
    }

    @Override
    public String catalogPath(CatalogShape shape, String project) {
        return "/v1/AUTH_" + project;
    }

    // Clients look for it at the root of the host, whatever the path of the service.
    @Override
    public Set<String> outside() {
        return Set.of("/info");
    }

    @Override
    protected void documents(Routes routes) {
        routes.get("/info", call -> Info.reply()).open();
        routes.get("/healthcheck", call -> plain(200, "OK")).open();
    }

    private static FakeResponse plain(int status, String text) {
        return new FakeResponse(status, HttpHeaders.of("Content-Type", "text/plain; charset=UTF-8"), FakeBody.of(text));
    }

    @Override
    protected List<FakeResource> resources() {
        return List.of(routes -> {
            for (String path : PATHS) {
                VERBS.forEach(verb -> routes.add(verb, path, this::answer).open());
            }
        });
    }

    /** The account stands in every path, and everything counts in an object's name, slashes included. */
    @Override
    public Call.@Nullable Match match(HttpMethod method, List<String> path) {
        if (path.size() < 2 || !path.get(0).equals("v1")) {
            return super.match(method, path);
        }
        Map<String, String> variables = new LinkedHashMap<>();
        // A slash that came encoded is one like any other.
        String[] parts = String.join("/", path).split("/", 4);
        variables.put("account", parts[1]);
        int depth = 0;
        if (parts.length > 2 && !parts[2].isEmpty()) {
            variables.put("container", parts[2]);
            depth = 1;
            if (parts.length > 3 && !parts[3].isEmpty()) {
                variables.put("object", parts[3]);
                depth = 2;
            }
        }
        String pattern = PATHS.get(depth);
        for (Route route : routes()) {
            if (route.method() == method && route.path().equals(pattern)) {
                return new Call.Match(route, variables);
            }
        }
        return null;
    }

    private FakeResponse answer(Call call) {
        Map<String, String> params = new LinkedHashMap<>();
        call.query().forEach((name, values) -> params.put(name, values.get(values.size() - 1)));
        HeaderMap headers = HeaderMap.of(call.request().headers());
        SwiftRequest request = new SwiftRequest(
                call.request().origin(),
                call.requestId(),
                call.request().method().name(),
                new SwiftRequest.Path(
                        call.param("account"), given(call.param("container")), given(call.param("object"))),
                params,
                headers,
                call.request().body());
        request.identity(world().callerOf(headers.get("X-Auth-Token", headers.get("X-Storage-Token", "")))
                .map(this::identity)
                .orElse(null));
        // Swift's own hidden names begin with it.
        boolean hidden = request.path().toString().indexOf('\0') >= 0;
        return response(
                call, hidden ? SwiftResponse.html(412, "Invalid UTF8 or contains NULL") : pipeline.handle(request));
    }

    private static @Nullable String given(String name) {
        return name.isEmpty() ? null : name;
    }

    private Identity identity(Caller caller) {
        return new Identity(
                caller.userId(),
                nameOf("users", caller.userId()),
                caller.projectId(),
                nameOf("projects", caller.projectId()),
                caller.roles().stream()
                        .map(role -> role.toLowerCase(java.util.Locale.ROOT))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private String nameOf(String kind, String id) {
        Optional<Row> row = world().collection("", "identity/" + kind).find(id);
        return row.map(found -> found.text("name")).orElse("");
    }

    private static FakeResponse response(Call call, SwiftResponse response) {
        boolean silent = call.request().method() == HttpMethod.HEAD && response.status() >= 400;
        FakeBody body = silent ? FakeBody.EMPTY : response.body();
        HttpHeaders headers = HttpHeaders.EMPTY;
        for (Map.Entry<String, String> header : response.headers().toMap().entrySet()) {
            if (!header.getKey().equals("Content-Length")) {
                headers = headers.plus(header.getKey(), header.getValue());
            }
        }
        if (response.status() == 401 && response.seenByKeystone()) {
            headers = headers.plus(
                    "WWW-Authenticate", "Keystone uri=\"" + call.request().origin() + "/identity\"");
        }
        return new FakeResponse(response.status(), headers, body);
    }

    // For faults: the pipeline speaks for itself.
    @Override
    public FakeResponse refuse(Call call, Refusal refusal) {
        SwiftResponse response = new SwiftResponse(refusal.status());
        return response(call, response.body().length() == 0 ? response.body(FakeBody.of(refusal.message())) : response);
    }

    @Override
    protected FakeResponse finish(Call call, FakeResponse response) {
        String id = "tx" + call.requestId().replace("-", "").substring(3, 24) + "-"
                + String.format(java.util.Locale.ROOT, "%010x", world().now().getEpochSecond());
        return response.with("X-Trans-Id", id).with("X-Openstack-Request-Id", id);
    }
}
