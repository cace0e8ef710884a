package io.github.openstackjvm.testkit.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.openstackjvm.testkit.CatalogShape;
import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.HttpMethod;
import org.jspecify.annotations.Nullable;

/** One service of the fake cloud in one region: what it knows, and how it speaks. */
public abstract class FakeService {
    private final World world;
    private final String region;
    private @Nullable RouteIndex documents;
    private @Nullable RouteIndex operations;

    /** A service in a region; keystone, which all regions share, is in none (empty). */
    protected FakeService(World world, String region) {
        this.world = world;
        this.region = region;
    }

    /** The type in the catalog, such as {@code compute}; also the first segment of its paths. */
    public abstract String type();

    /** An older name of the type; the type itself when there is none. */
    public String alias() {
        return type();
    }

    /** Further entries in a usual catalog for the same service, by their type: installations keep older ones. */
    public Map<String, String> furtherEntries() {
        return Map.of();
    }

    /** The project's name in the catalog, such as {@code nova}. */
    public abstract String name();

    /** The path of the API below the service, such as {@code /v2.1}. */
    public abstract String root();

    /** What the catalog says comes after the service's own path. */
    public abstract String catalogPath(CatalogShape shape, String project);

    /** Paths at the root of the host that this service answers, too, such as {@code /info}. */
    public Set<String> outside() {
        return Set.of();
    }

    /** The version documents: paths below the service. */
    protected abstract void documents(Routes routes);

    /** What the service offers. Asked for once, at its first request: what is there from the beginning is made before. */
    protected abstract List<FakeResource> resources();

    /** Looks at a request before its handler does. Tokens have been checked. */
    protected void prepare(Call call) {}

    /** Says no in this service's words. */
    public abstract FakeResponse refuse(Call call, Refusal refusal);

    /** Adds the headers every answer has. */
    protected FakeResponse finish(Call call, FakeResponse response) {
        return response.with("x-openstack-request-id", call.requestId());
    }

    /** The 401 which every service but Keystone gives, since Keystone's middleware gives it. */
    protected FakeResponse unauthorized(Call call) {
        String message = "The request you have made requires authentication.";
        return Json.reply(401, Json.map("error", Json.map("code", 401, "title", "Unauthorized", "message", message)))
                .with("WWW-Authenticate", "Keystone uri=\"" + call.request().origin() + "/identity\"");
    }

    /** Everything the cloud remembers. */
    public World world() {
        return world;
    }

    /** The region; empty for a service all regions share. */
    public String region() {
        return region;
    }

    /** All things of a kind of this service. */
    public FakeCollection collection(String kind) {
        return world.collection(region, type() + "/" + kind);
    }

    /** Everything the service can do. */
    public List<Route> routes() {
        return operations().routes();
    }

    /** What it says of itself, beside its version. */
    public List<Route> documentRoutes() {
        return documents().routes();
    }

    /** Who calls: whose token it is. */
    public Optional<Caller> caller(Call call) {
        return world.callerOf(call.header("X-Auth-Token").orElse(""));
    }

    /** Answers a request. */
    public FakeResponse handle(Call call) {
        FakeResponse response;
        try {
            if (!call.route().open()) {
                call.authenticate();
            }
            prepare(call);
            response = call.route().handler().handle(call);
        } catch (Refusal refusal) {
            response = refuse(call, refusal);
        }
        return finish(call, response);
    }

    /** Whether the API takes paths that end with a slash. Version documents always do. */
    protected boolean ignoresSlash() {
        return true;
    }

    /** The route of a path below the service, or null. */
    public Call.@Nullable Match match(HttpMethod method, List<String> path) {
        List<String> segments = new ArrayList<>(path);
        boolean slash = segments.size() > 1 && segments.get(segments.size() - 1).isEmpty();
        if (slash) {
            segments.remove(segments.size() - 1);
        }
        RouteIndex.Hit hit = documents().find(method, segments);
        if (hit == null && segments.size() > rootLength() && (!slash || ignoresSlash())) {
            List<String> below = below(segments.subList(rootLength(), segments.size()));
            hit = ("/" + String.join("/", segments.subList(0, rootLength()))).equals(root())
                    ? operations().find(method, below)
                    : null;
        }
        return hit == null ? null : new Call.Match(hit.route(), hit.variables());
    }

    /** Drops what the service ignores at the beginning of a path, such as a project's id. */
    protected List<String> below(List<String> segments) {
        return segments;
    }

    private int rootLength() {
        return root().isEmpty() ? 0 : root().substring(1).split("/", -1).length;
    }

    private synchronized RouteIndex documents() {
        if (documents == null) {
            Routes routes = new Routes();
            documents(routes);
            documents = new RouteIndex(routes.list());
        }
        return documents;
    }

    /** Made when the first request comes: the handlers of hundreds of operations take a while to load. */
    private synchronized RouteIndex operations() {
        if (operations == null) {
            Routes routes = new Routes();
            resources().forEach(resource -> resource.routes(routes));
            operations = new RouteIndex(routes.list());
        }
        return operations;
    }
}
