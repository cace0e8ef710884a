package io.github.openstackjvm.testkit.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.openstackjvm.testkit.CatalogShape;
import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.FakeService;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Microversions;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;
import io.github.openstackjvm.testkit.engine.World;
import org.jspecify.annotations.Nullable;

/** Compute (Nova). */
public final class FakeCompute extends FakeService {
    private static final String UPDATED = "2013-07-23T11:33:21Z";

    private final String min;
    private final String max;
    private final QuotaBook quotas;
    private final FakeFlavors flavors;
    private final FakeServerGroups groups;
    private final FakeServers servers;

    /** Nova in a region, offering this range of microversions. */
    public FakeCompute(World world, String region, String min, String max) {
        super(world, region);
        this.min = min;
        this.max = max;
        quotas = new QuotaBook(this);
        flavors = new FakeFlavors(this);
        groups = new FakeServerGroups(this);
        servers = new FakeServers(this, flavors, groups);
    }

    /** What projects and users may have. */
    QuotaBook quotas() {
        return quotas;
    }

    /** Whether a server has a volume by an attachment. Cinder asks before it takes volumes away. */
    public boolean hasAttachment(String server, String attachment) {
        return collection("block_devices")
                .any(device -> device.is("server", server) && device.is("attachment_id", attachment));
    }

    /** The status Nova shows for a server as it is kept, such as {@code ACTIVE}. */
    public static String statusOf(Row server) {
        return ServerStatus.of(server);
    }

    @Override
    public String type() {
        return "compute";
    }

    @Override
    public String name() {
        return "nova";
    }

    @Override
    public String root() {
        return "/v2.1";
    }

    @Override
    public String catalogPath(CatalogShape shape, String project) {
        return shape == CatalogShape.UNVERSIONED ? "" : "/v2.1";
    }

    @Override
    protected List<FakeResource> resources() {
        return List.of(
                servers,
                new FakeKeypairs(this),
                groups,
                flavors,
                new FakeFlavorExtraSpecs(flavors),
                new FakeFlavorAccess(flavors),
                new FakeLimits(quotas),
                new FakeQuotas(this, quotas),
                new FakeProjectUsages(servers),
                new FakeHypervisors(servers),
                new FakeHostServices(servers),
                new FakeAvailabilityZones(servers),
                new FakeAggregates(servers),
                new FakeComputeHosts(servers),
                new FakeMigrations(servers),
                new FakeConsoleTokens(this),
                new FakeExternalEvents(servers),
                new FakeAssistedSnapshots(servers),
                new FakeUsageAuditLogs(servers),
                new FakeSecurityGroups(servers),
                new FakeRemovedParts(),
                new FakeExtensions());
    }

    @Override
    protected boolean ignoresSlash() {
        return false;
    }

    // Old catalogs put the project's id after the version; Nova takes both.
    @Override
    protected List<String> below(List<String> segments) {
        return segments.size() > 1 && segments.get(0).matches("[0-9a-f]{32}")
                ? segments.subList(1, segments.size())
                : segments;
    }

    @Override
    protected void documents(Routes routes) {
        routes.get(
                        "/",
                        call -> Json.reply(
                                200, Json.map("versions", List.of(legacy(call, false), current(call, false)))))
                .open();
        routes.get("/v2", call -> Json.reply(200, Json.map("version", legacy(call, true))))
                .open();
        routes.get("/v2.1", call -> Json.reply(200, Json.map("version", current(call, true))))
                .open();
    }

    private Map<String, Object> current(Call call, boolean alone) {
        return version(call, alone, "v2.1", "CURRENT", max, min, UPDATED, "2.1");
    }

    private static Map<String, Object> legacy(Call call, boolean alone) {
        return version(call, alone, "v2.0", "SUPPORTED", "", "", "2011-01-21T11:33:21Z", "2");
    }

    private static Map<String, Object> version(
            Call call, boolean alone, String id, String status, String max, String min, String updated, String path) {
        List<Object> links = new ArrayList<>();
        links.add(Json.map("rel", "self", "href", call.base() + "/v" + path + "/"));
        Map<String, Object> version = Json.map(
                "id", id, "status", status, "version", max, "min_version", min, "updated", updated, "links", links);
        if (alone) {
            links.add(Json.map("rel", "describedby", "type", "text/html", "href", "http://docs.openstack.org/"));
            String type = "application/vnd.openstack.compute+json;version=" + path;
            version.put("media-types", List.of(Json.map("base", "application/json", "type", type)));
        }
        return version;
    }

    @Override
    protected void prepare(Call call) {
        if (call.route().open()) {
            call.microversion(call.route().path().equals("/v2.1") ? "2.1" : "");
            return;
        }
        Microversions.settle(call, asked(call), min, max);
        if (!Microversions.fits(call.route(), call.microversion())) {
            throw Refusal.notFound("The resource could not be found.");
        }
    }

    private static String asked(Call call) {
        return Microversions.asked(call, "compute"::equalsIgnoreCase)
                .or(() -> call.header("X-OpenStack-Nova-API-Version").map(String::strip))
                .orElse("2.1");
    }

    @Override
    public FakeResponse refuse(Call call, Refusal refusal) {
        if (refusal.status() == 401) {
            return unauthorized(call);
        }
        String kind = switch (refusal.status()) {
            case 400 -> "badRequest";
            case 403 -> "forbidden";
            case 404 -> "itemNotFound";
            case 405 -> "badMethod";
            case 409 -> "conflictingRequest";
            case 413, 429 -> "overLimit";
            case 415 -> "badMediaType";
            case 501 -> "notImplemented";
            case 503 -> "serviceUnavailable";
            default -> "computeFault";
        };
        return Json.reply(
                        refusal.status(),
                        Json.map(kind, Json.map("code", refusal.status(), "message", refusal.message())))
                .with("Content-Type", "application/json; charset=UTF-8");
    }

    @Override
    protected FakeResponse finish(Call call, FakeResponse response) {
        if (call.route().path().equals("/") && call.route().open()) {
            return response;
        }
        FakeResponse answer = super.finish(call, response).with("x-compute-request-id", call.requestId());
        return call.microversion().isEmpty()
                ? answer
                : answer.with("OpenStack-API-Version", "compute " + call.microversion())
                        .with("X-OpenStack-Nova-API-Version", call.microversion())
                        .plus("Vary", "OpenStack-API-Version")
                        .plus("Vary", "X-OpenStack-Nova-API-Version");
    }

    /** Refuses who is not an administrator, naming the rule. */
    static void adminOnly(Call call, String rule) {
        if (!call.caller().admin()) {
            throw forbidden(rule);
        }
    }

    /** What Nova says to those who may not. */
    static Refusal forbidden(String rule) {
        return Refusal.forbidden("Policy doesn't allow os_compute_api:" + rule + " to be performed.");
    }

    /** The body, once it fits the schema. */
    static Map<String, Object> body(Call call, Schema schema) {
        Object body = json(call);
        check(body, schema);
        return Json.object(body);
    }

    /** Refuses a body that does not fit. */
    static void check(@Nullable Object body, Schema schema) {
        Schema.Violation violation = schema.check(List.of(), body);
        if (violation != null) {
            throw refusal("field/attribute", violation);
        }
    }

    /** The body, once it is an object of this name which fits the schema. */
    static Map<String, Object> body(Call call, String name, Schema schema) {
        return Json.object(body(call, Schema.object().required(name, schema)).get(name));
    }

    private static @Nullable Object json(Call call) {
        String type = call.header("Content-Type").orElse("application/json");
        if (call.request().body().length() > 0
                && !type.startsWith("application/json")
                && !type.startsWith("text/plain")) {
            throw new Refusal(415, "Unsupported Content-Type");
        }
        try {
            return call.json();
        } catch (JsonProcessingException e) {
            throw Refusal.badRequest("Malformed request body");
        }
    }

    /** Checks the query; parameters Nova does not know are refused since 2.75, and ignored before. */
    static void query(Call call, Map<String, Schema> known) {
        known(call, known, null);
    }

    /** The same; parameters whose names match this expression are known, too. */
    static void known(Call call, Map<String, Schema> known, @Nullable String regex) {
        checkValues(call, known);
        if (call.since("2.75")) {
            refuseUnknown(call, known, regex);
        }
    }

    /** Checks the query; parameters Nova does not know are refused. */
    static void strict(Call call, Map<String, Schema> known) {
        checkValues(call, known);
        refuseUnknown(call, known, null);
    }

    private static void checkValues(Call call, Map<String, Schema> known) {
        call.query().forEach((name, values) -> {
            Schema schema = known.get(name);
            for (String value : values) {
                Schema.Violation violation = schema == null ? null : schema.check(List.of(name), value);
                if (violation != null) {
                    throw refusal("query parameters", violation);
                }
            }
        });
    }

    private static void refuseUnknown(Call call, Map<String, Schema> known, @Nullable String regex) {
        List<String> unknown = call.query().keySet().stream()
                .filter(name -> !known.containsKey(name) && (regex == null || !name.matches(regex + ".*")))
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusal.badRequest(Schema.ObjectSchema.unexpected(unknown, regex));
        }
    }

    private static Refusal refusal(String where, Schema.Violation violation) {
        List<String> path = violation.path();
        boolean bare = path.isEmpty() || violation.message().startsWith("An invalid 'name' value");
        return Refusal.badRequest(
                bare
                        ? violation.message()
                        : "Invalid input for " + where + " " + path.get(path.size() - 1) + ". Value: "
                                + Python.str(violation.value()) + ". " + violation.message());
    }
}
