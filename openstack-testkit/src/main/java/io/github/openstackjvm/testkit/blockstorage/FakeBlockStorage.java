package io.github.openstackjvm.testkit.blockstorage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.CatalogShape;
import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.FakeService;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Microversions;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.World;
import org.jspecify.annotations.Nullable;

/**
 * Block storage (Cinder). Its volumes have no content; everything else about them is as Cinder has it. Other services of the
 * fake use its volumes by {@link #forServers}.
 */
public final class FakeBlockStorage extends FakeService {
    /** The one availability zone. */
    static final String ZONE = "nova";

    /** By which all encrypted volumes are encrypted: there is no key manager here. */
    static final String FIXED_KEY = "00000000-0000-0000-0000-000000000000";

    private static final String PROJECT = "[0-9a-f]{32}";

    private final String min;
    private final String max;
    private final BlockQuotas quotas;
    private final FakeVolumeTypes types;
    private final VolumeLife life;
    private final FakeVolumes volumes;
    private final FakeSnapshots snapshots;
    private final FakeBackups backups;
    private final FakeAttachments attachments;
    private final FakeServices services;
    private final FakeMessages messages;
    private final BlockImages images;
    private final VolumeDeletion deletion;
    private final FakeGroupTypes groupTypes;
    private final FakeGroups groups;
    private final FakeGroupSnapshots groupSnapshots;
    private final BackendDisks disks;
    private final AttachmentGuard guard = new AttachmentGuard();

    /** Cinder in a region, offering this range of microversions. */
    public FakeBlockStorage(World world, String region, String min, String max) {
        super(world, region);
        this.min = min;
        this.max = max;
        quotas = new BlockQuotas(this);
        types = new FakeVolumeTypes(this);
        life = new VolumeLife(this);
        volumes = new FakeVolumes(this);
        snapshots = new FakeSnapshots(this);
        backups = new FakeBackups(this);
        attachments = new FakeAttachments(this);
        services = new FakeServices(this);
        messages = new FakeMessages(this);
        images = new BlockImages(this);
        deletion = new VolumeDeletion(this);
        groupTypes = new FakeGroupTypes(this);
        groups = new FakeGroups(this);
        groupSnapshots = new FakeGroupSnapshots(this);
        disks = new BackendDisks(this);
    }

    @Override
    public String type() {
        return "block-storage";
    }

    @Override
    public String alias() {
        return "volumev3";
    }

    @Override
    public Map<String, String> furtherEntries() {
        return Map.of("volumev3", "cinderv3");
    }

    @Override
    public String name() {
        return "cinder";
    }

    @Override
    public String root() {
        return "/v3";
    }

    @Override
    public String catalogPath(CatalogShape shape, String project) {
        return shape == CatalogShape.UNVERSIONED ? "" : "/v3/" + project;
    }

    @Override
    protected List<FakeResource> resources() {
        return List.of(
                volumes,
                new FakeVolumeMetadata(this),
                new FakeVolumeActions(this),
                snapshots,
                new FakeSnapshotMetadata(snapshots),
                backups,
                new FakeBackupRecords(this),
                types,
                new FakeTypeExtraSpecs(this),
                new FakeTypeAccess(this),
                new FakeTypeEncryption(this),
                new FakeDefaultTypes(this),
                new FakeQosPolicies(this),
                groupTypes,
                new FakeGroupSpecs(this),
                groups,
                new FakeGroupActions(this),
                groupSnapshots,
                new FakeManageable(this),
                new FakeResourceFilters(),
                new FakeExtensions(),
                new FakeQuotaSets(this),
                new FakeTransfers(this),
                attachments,
                services,
                new FakeServiceActions(this),
                new FakePools(this),
                messages);
    }

    /** Volumes as Nova uses them. */
    public ServerVolumes forServers() {
        return new ServerVolumes(this);
    }

    BlockQuotas quotas() {
        return quotas;
    }

    FakeVolumeTypes types() {
        return types;
    }

    VolumeLife life() {
        return life;
    }

    FakeVolumes volumes() {
        return volumes;
    }

    FakeSnapshots snapshots() {
        return snapshots;
    }

    FakeBackups backups() {
        return backups;
    }

    FakeAttachments attachments() {
        return attachments;
    }

    FakeServices services() {
        return services;
    }

    FakeMessages messages() {
        return messages;
    }

    BlockImages images() {
        return images;
    }

    VolumeDeletion deletion() {
        return deletion;
    }

    FakeGroupTypes groupTypes() {
        return groupTypes;
    }

    FakeGroups groups() {
        return groups;
    }

    FakeGroupSnapshots groupSnapshots() {
        return groupSnapshots;
    }

    BackendDisks disks() {
        return disks;
    }

    AttachmentGuard guard() {
        return guard;
    }

    @Override
    protected boolean ignoresSlash() {
        return false;
    }

    // The project's id may stand after the version, and had to before 3.67.
    @Override
    protected List<String> below(List<String> segments) {
        return segments.size() > 1 && segments.get(0).matches(PROJECT)
                ? segments.subList(1, segments.size())
                : segments;
    }

    @Override
    protected void documents(Routes routes) {
        routes.get("/", call -> versions(call, 300)).open();
        // Only behind the token: most installations have this document in the pipeline of the API itself.
        routes.get("/v3", call -> versions(call, 200));
    }

    private FakeResponse versions(Call call, int status) {
        List<Object> links = List.of(
                Json.map("rel", "describedby", "type", "text/html", "href", "https://docs.openstack.org/"),
                Json.map("rel", "self", "href", call.base() + "/v3/"));
        return Json.reply(
                status,
                Json.map(
                        "versions",
                        List.of(Json.map(
                                "id",
                                "v3.0",
                                "status",
                                "CURRENT",
                                "version",
                                max,
                                "min_version",
                                min,
                                "updated",
                                "2022-08-31T00:00:00Z",
                                "links",
                                links,
                                "media-types",
                                List.of(Json.map(
                                        "base",
                                        "application/json",
                                        "type",
                                        "application/vnd.openstack.volume+json;version=3"))))));
    }

    @Override
    protected void prepare(Call call) {
        if (isDocument(call)) {
            call.microversion("3.0");
            return;
        }
        Microversions.settle(call, Microversions.asked(call, "volume"::equals).orElse("3.0"), min, max);
        String project = projectInUrl(call);
        if (project != null && !project.equals(call.caller().projectId())) {
            throw Refusal.badRequest("Malformed request url");
        }
        // Default types lie beside the projects, not in one.
        boolean beside = call.route().path().startsWith("/default-types");
        if (beside && project != null) {
            throw Refusal.notFound("The resource could not be found.");
        }
        if (!Microversions.fits(call.route(), call.microversion())) {
            throw Refusal.notFound("The resource could not be found.");
        }
    }

    private static boolean isDocument(Call call) {
        return call.route().path().equals("/") || call.route().path().equals("/v3");
    }

    private static @Nullable String projectInUrl(Call call) {
        List<String> segments = call.request().segments();
        int version = segments.indexOf("v3");
        String next = segments.size() > version + 1 ? segments.get(version + 1) : "";
        return next.matches(PROJECT) ? next : null;
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
            case 413 -> "overLimit";
            case 415 -> "badMediaType";
            case 501 -> "notImplemented";
            case 503 -> "serviceUnavailable";
            default -> "computeFault";
        };
        Map<String, Object> fault = Json.map("code", refusal.status(), "message", refusal.message());
        if (refusal.status() == 413) {
            fault.put("retryAfter", "0");
        }
        FakeResponse answer = Json.reply(refusal.status(), Json.map(kind, fault));
        return refusal.status() == 413 ? answer.with("Retry-After", "0") : answer;
    }

    @Override
    protected FakeResponse finish(Call call, FakeResponse response) {
        FakeResponse answer = super.finish(call, response);
        return call.microversion().isEmpty()
                ? answer
                : answer.with("OpenStack-API-Version", "volume " + call.microversion())
                        .with("x-compute-request-id", call.requestId())
                        .plus("Vary", "OpenStack-API-Version");
    }

    /** Refuses who is not an administrator, naming the rule. */
    static void adminOnly(Call call, String rule) {
        if (!call.caller().admin()) {
            throw forbidden(rule);
        }
    }

    /** What Cinder says to those who may not. */
    static Refusal forbidden(String rule) {
        return Refusal.forbidden("Policy doesn't allow " + rule + " to be performed.");
    }

    /** Whether the caller's project owns it, or the caller is an administrator. */
    static boolean sees(Call call, Row row) {
        return row.is("project_id", call.caller().projectId()) || call.caller().admin();
    }

    /** The address of a thing in the API, with the project in it if the request had it. */
    static String url(Call call, String path) {
        String project = projectInUrl(call);
        return call.url((project == null ? "" : "/" + project) + path);
    }

    /** The two links to a thing. */
    static List<Object> links(Call call, String path) {
        String project = projectInUrl(call);
        List<Object> links = new ArrayList<>();
        links.add(Json.map("rel", "self", "href", url(call, path)));
        links.add(Json.map("rel", "bookmark", "href", call.base() + (project == null ? "" : "/" + project) + path));
        return links;
    }

    /** Now, as the database keeps it: to the second. */
    String now() {
        return BlockText.time(world().now());
    }
}
