package io.github.openstackjvm.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.github.openstackjvm.testkit.Found.Scope;
import io.github.openstackjvm.testkit.engine.Row;
import org.assertj.core.annotation.CheckReturnValue;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about what a fake cloud holds and what it was asked.
 *
 * <pre>{@code
 * assertThat(fake).server("web").isActive().hasFlavor("m1.small").isOn("private");
 * assertThat(fake).inProject("shop").volumes().containsExactly("data");
 * assertThat(fake).received(POST, "/servers").withJson("/server/name", "web").once();
 * }</pre>
 *
 * <p>Each kind of thing is asked for by its name or id; in the plural, its names are an AssertJ list. Without more words the
 * first region is meant, and everybody's things.
 */
public final class FakeCloudAssert extends AbstractAssert<FakeCloudAssert, FakeCloud> {
    private final Scope scope;

    FakeCloudAssert(FakeCloud actual) {
        this(new Scope(actual, actual.region(), null));
    }

    private FakeCloudAssert(Scope scope) {
        super(scope.fake(), FakeCloudAssert.class);
        this.scope = scope;
    }

    /** What is in this region. */
    @CheckReturnValue
    public FakeCloudAssert inRegion(String region) {
        return new FakeCloudAssert(new Scope(actual, region, scope.project()));
    }

    /** What belongs to the project of this name or id. */
    @CheckReturnValue
    public FakeCloudAssert inProject(String project) {
        return new FakeCloudAssert(new Scope(actual, scope.region(), project));
    }

    /** The calls of this verb and path, such as {@code /servers} or {@code /servers/*}. */
    @CheckReturnValue
    public CallsAssert received(HttpMethod method, String path) {
        return new CallsAssert(
                actual.journal(), method + " " + path, actual.journal().calls(method, path));
    }

    /** All calls. */
    @CheckReturnValue
    public CallsAssert received() {
        return new CallsAssert(actual.journal(), "anything", actual.journal().calls());
    }

    /** There was no call, not even to log in. */
    public FakeCloudAssert receivedNothing() {
        received().never();
        return this;
    }

    /** No call wanted to change anything, logging in aside: what a dry run must be. */
    public FakeCloudAssert receivedNoChanges() {
        new CallsAssert(
                        actual.journal(),
                        "what changes something",
                        actual.journal().changes())
                .never();
        return this;
    }

    /**
     * These calls were made in this order, with any others between them.
     *
     * @param calls verb and path, such as {@code POST /servers}
     */
    public FakeCloudAssert receivedInOrder(String... calls) {
        int from = 0;
        List<JournalEntry> all = actual.journal().calls();
        for (String call : calls) {
            int space = call.indexOf(' ');
            HttpMethod method = HttpMethod.of(call.substring(0, Math.max(0, space)))
                    .orElseThrow(() -> new IllegalArgumentException("Not a verb and a path: " + call));
            PathPattern path = new PathPattern(call.substring(space + 1));
            while (from < all.size() && !(all.get(from).method() == method && path.matches(all.get(from)))) {
                from++;
            }
            if (from++ == all.size()) {
                failWithMessage(
                        "%s",
                        "Expected " + String.join(", then ", calls) + ", but there is no such " + call
                                + " after the others. All calls:\n" + actual.journal());
            }
        }
        return this;
    }

    /** The server of this name or id; deleted ones are none. */
    @CheckReturnValue
    public ServerAssert server(String nameOrId) {
        return new ServerAssert(found("server", "compute/servers", nameOrId));
    }

    /** The names of all servers. */
    @CheckReturnValue
    public ListAssert<String> servers() {
        return names(found("servers", "compute/servers", null));
    }

    /** The flavor of this name or id. */
    @CheckReturnValue
    public FlavorAssert flavor(String nameOrId) {
        return new FlavorAssert(found("flavor", "compute/flavors", nameOrId));
    }

    /** The names of all flavors. */
    @CheckReturnValue
    public ListAssert<String> flavors() {
        return names(found("flavors", "compute/flavors", null));
    }

    /** The keypair of this name. */
    @CheckReturnValue
    public KeypairAssert keypair(String name) {
        return new KeypairAssert(found("keypair", "compute/keypairs", name));
    }

    /** The names of all keypairs. */
    @CheckReturnValue
    public ListAssert<String> keypairs() {
        return names(found("keypairs", "compute/keypairs", null));
    }

    /** The server group of this name or id. */
    @CheckReturnValue
    public ServerGroupAssert serverGroup(String nameOrId) {
        return new ServerGroupAssert(found("server group", "compute/server_groups", nameOrId));
    }

    /** The names of all server groups. */
    @CheckReturnValue
    public ListAssert<String> serverGroups() {
        return names(found("server groups", "compute/server_groups", null));
    }

    /** The network of this name or id. */
    @CheckReturnValue
    public NetworkAssert network(String nameOrId) {
        return new NetworkAssert(found("network", "network/networks", nameOrId));
    }

    /** The names of all networks. */
    @CheckReturnValue
    public ListAssert<String> networks() {
        return names(found("networks", "network/networks", null));
    }

    /** The subnet of this name or id. */
    @CheckReturnValue
    public SubnetAssert subnet(String nameOrId) {
        return new SubnetAssert(found("subnet", "network/subnets", nameOrId));
    }

    /** The names of all subnets. */
    @CheckReturnValue
    public ListAssert<String> subnets() {
        return names(found("subnets", "network/subnets", null));
    }

    /** The port of this name or id. */
    @CheckReturnValue
    public PortAssert port(String nameOrId) {
        return new PortAssert(found("port", "network/ports", nameOrId));
    }

    /** The names of all ports. */
    @CheckReturnValue
    public ListAssert<String> ports() {
        return names(found("ports", "network/ports", null));
    }

    /** The router of this name or id. */
    @CheckReturnValue
    public RouterAssert router(String nameOrId) {
        return new RouterAssert(found("router", "network/routers", nameOrId));
    }

    /** The names of all routers. */
    @CheckReturnValue
    public ListAssert<String> routers() {
        return names(found("routers", "network/routers", null));
    }

    /** The floating IP of this address or id. */
    @CheckReturnValue
    public FloatingIpAssert floatingIp(String address) {
        return new FloatingIpAssert(found("floating IP", "network/floatingips", address));
    }

    /** The addresses of all floating IPs. */
    @CheckReturnValue
    public ListAssert<String> floatingIps() {
        return names(found("floating IPs", "network/floatingips", null));
    }

    /** The security group of this name or id. */
    @CheckReturnValue
    public SecurityGroupAssert securityGroup(String nameOrId) {
        return new SecurityGroupAssert(found("security group", "network/security_groups", nameOrId));
    }

    /** The names of all security groups. */
    @CheckReturnValue
    public ListAssert<String> securityGroups() {
        return names(found("security groups", "network/security_groups", null));
    }

    /** The volume of this name or id. */
    @CheckReturnValue
    public VolumeAssert volume(String nameOrId) {
        return new VolumeAssert(found("volume", "block-storage/volumes", nameOrId));
    }

    /** The names of all volumes. */
    @CheckReturnValue
    public ListAssert<String> volumes() {
        return names(found("volumes", "block-storage/volumes", null));
    }

    /** The snapshot of this name or id, of a volume. */
    @CheckReturnValue
    public SnapshotAssert snapshot(String nameOrId) {
        return new SnapshotAssert(found("snapshot", "block-storage/snapshots", nameOrId));
    }

    /** The names of all snapshots. */
    @CheckReturnValue
    public ListAssert<String> snapshots() {
        return names(found("snapshots", "block-storage/snapshots", null));
    }

    /** The backup of this name or id, of a volume. */
    @CheckReturnValue
    public BackupAssert backup(String nameOrId) {
        return new BackupAssert(found("backup", "block-storage/backups", nameOrId));
    }

    /** The names of all backups. */
    @CheckReturnValue
    public ListAssert<String> backups() {
        return names(found("backups", "block-storage/backups", null));
    }

    /** The image of this name or id. */
    @CheckReturnValue
    public ImageAssert image(String nameOrId) {
        return new ImageAssert(found("image", "image/images", nameOrId));
    }

    /** The names of all images. */
    @CheckReturnValue
    public ListAssert<String> images() {
        return names(found("images", "image/images", null));
    }

    /** The project of this name or id. */
    @CheckReturnValue
    public ProjectAssert project(String nameOrId) {
        return new ProjectAssert(found("project", "identity/projects", nameOrId));
    }

    /** The names of all projects. */
    @CheckReturnValue
    public ListAssert<String> projects() {
        return names(found("projects", "identity/projects", null));
    }

    /** The user of this name or id. */
    @CheckReturnValue
    public UserAssert user(String nameOrId) {
        return new UserAssert(found("user", "identity/users", nameOrId));
    }

    /** The names of all users. */
    @CheckReturnValue
    public ListAssert<String> users() {
        return names(found("users", "identity/users", null));
    }

    /** The container of this name in the object store. */
    @CheckReturnValue
    public ContainerAssert container(String name) {
        return new ContainerAssert(new Found(scope, "container", this::allContainers, name));
    }

    /** The names of all containers of the object store. */
    @CheckReturnValue
    public ListAssert<String> containers() {
        return names(new Found(scope, "containers", this::allContainers, null));
    }

    /** The object of this name in this container. */
    @CheckReturnValue
    public ObjectAssert object(String container, String name) {
        Supplier<List<Row>> objects = () -> {
            List<Row> rows = new ArrayList<>();
            for (Row each : allContainers()) {
                if (each.id().equals(container)) {
                    String kind = "object-store/objects/" + each.text("account") + "/" + container;
                    scope.in(kind).all().forEach(row -> rows.add(owned(each.text("account"), row)));
                }
            }
            return rows;
        };
        return new ObjectAssert(new Found(scope, "object", objects, name));
    }

    private List<Row> allContainers() {
        return scope.below("object-store/containers/", FakeCloudAssert::owned);
    }

    // The object store says whose a thing is by the name of its account.
    private static Row owned(String account, Row row) {
        return new Row(row.fields())
                .set("account", account)
                .set("project_id", account.substring(account.indexOf('_') + 1));
    }

    private Found found(String what, String kind, @Nullable String nameOrId) {
        return new Found(scope, what, () -> scope.in(kind).all(), nameOrId);
    }

    private static ListAssert<String> names(Found found) {
        return new ListAssert<>(found.names()).as(found.toString());
    }
}
