package io.github.openstackjvm.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.config.CloudConfigBuilder;
import io.github.openstackjvm.testkit.blockstorage.FakeBlockStorage;
import io.github.openstackjvm.testkit.compute.FakeCompute;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeService;
import io.github.openstackjvm.testkit.engine.Route;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.World;
import io.github.openstackjvm.testkit.identity.FakeIdentity;
import io.github.openstackjvm.testkit.image.FakeImage;
import io.github.openstackjvm.testkit.network.FakeNetwork;
import io.github.openstackjvm.testkit.objectstore.FakeObjectStore;
import io.github.openstackjvm.transport.Transport;
import org.assertj.core.api.AssertProvider;
import org.jspecify.annotations.Nullable;

/**
 * A fake OpenStack with state of its own. Users {@code demo}, {@code alt_demo} and {@code admin} have the password
 * {@code secret} and a project of their own name. From the beginning there are the external network {@code public}, and the
 * network {@code private} of project {@code demo}.
 *
 * <p>{@link #transport} reaches it without a socket; {@link #serve} puts it on a port, for any OpenStack client. It reads
 * no configuration and no environment. Safe for use by any number of threads: calls happen one after the other.
 */
public final class FakeCloud implements AutoCloseable, AssertProvider<FakeCloudAssert> {
    /** Where the fake lives for {@link #transport}: a name that can never be a real host's. */
    static final String ORIGIN = "http://fake-cloud.invalid";

    private final FakeClock clock;
    private final Journal journal;
    private final Faults faults = new Faults();
    private final Transitions transitions = new Transitions();
    private final ReentrantLock lock = new ReentrantLock();
    private final World world;
    private final FakeIdentity identity;
    private final List<String> regions;
    private final String region;
    private final Map<String, FakeService> services = new LinkedHashMap<>();
    private final List<HttpFront> fronts = new CopyOnWriteArrayList<>();
    private final List<Runnable> clients = new CopyOnWriteArrayList<>();
    private volatile boolean unknownAllowed;

    private FakeCloud(Builder builder) {
        clock = new FakeClock(builder.clockRuns);
        journal = new Journal(builder.clockRuns ? 1000 : Integer.MAX_VALUE);
        world = new World(clock, builder.seed, transitions);
        regions = builder.regions;
        region = regions.get(0);
        List<FakeService> regional = new ArrayList<>();
        for (String each : regions) {
            String prefix = each.equals(region) ? "" : each + "/";
            List<FakeService> here = List.of(
                    new FakeCompute(world, each, builder.minMicroversion, builder.maxMicroversion),
                    new FakeNetwork(world, each),
                    new FakeImage(world, each),
                    new FakeBlockStorage(world, each, builder.minVolumeVersion, builder.maxVolumeVersion),
                    new FakeObjectStore(world, each));
            here.forEach(service -> services.put(prefix + service.type(), service));
            regional.addAll(here);
            here.forEach(world::add);
        }
        identity = new FakeIdentity(world, builder.tokenLifetime, builder.catalog, regional);
        identity.offer(builder.identityVersions);
        services.put(identity.type(), identity);
        for (String each : regions) {
            world.service(each, "network", FakeNetwork.class)
                    .furnish(
                            identity.directory().project("admin").id(),
                            identity.directory().project("demo").id());
            world.service(each, "block-storage", FakeBlockStorage.class)
                    .forServers()
                    .askBeforeDetaching(world.service(each, "compute", FakeCompute.class)::hasAttachment);
            world.service(each, "image", FakeImage.class)
                    .preload(identity.directory().project("admin").id());
        }
        services.values().forEach(service -> world.furnished(service.region(), service.type()));
    }

    /** Starts a cloud as it usually is. */
    public static FakeCloud start() {
        return builder().start();
    }

    /** Starts a cloud that differs from the usual one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Identity's address for {@link #transport}. */
    public String authUrl() {
        return ORIGIN + "/identity/v3";
    }

    /** A client for user {@code demo}, without a socket and on the fake's clock. Closed with the fake. */
    public Cloud cloud() {
        return cloud("demo");
    }

    /** A client for this user in the project of the same name. Closed with the fake. */
    public Cloud cloud(String user) {
        Cloud cloud = OpenStack.connect(config(user).build());
        clients.add(cloud::close);
        return cloud;
    }

    /** The configuration of such a client, to be changed before it is used. */
    public CloudConfigBuilder config(String user) {
        return CloudConfig.builder()
                .name("fake")
                .authUrl(authUrl())
                .username(user)
                .password("secret")
                .projectName(user)
                .userDomainId("default")
                .projectDomainId("default")
                .region(region)
                .transport(transport())
                .ticker(clock);
    }

    /** A way to call this cloud without a socket. It refuses every other host. */
    public Transport transport() {
        return new InProcessTransport(this);
    }

    /** Puts the cloud on a free port of this machine, until it is closed. */
    public HttpFront serve() {
        return serve(0);
    }

    /** Puts the cloud on this port of this machine, until it is closed. */
    public HttpFront serve(int port) {
        return serve(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /**
     * Puts the cloud on this address, until it is closed. Whoever reaches it may do everything in it.
     *
     * @throws UncheckedIOException when it is taken, or not this machine's
     */
    public HttpFront serve(InetSocketAddress address) {
        HttpFront front = HttpFront.start(this, address);
        fronts.add(front);
        return front;
    }

    /** The cloud's clock, which the test moves. */
    public FakeClock clock() {
        return clock;
    }

    /** What goes wrong. */
    public Faults faults() {
        return faults;
    }

    /** How long what goes on in the background takes. */
    public Transitions transitions() {
        return transitions;
    }

    /** Ends everything that is under way in the background, whatever its rule. */
    public void finishTransitions() {
        locked(() -> world.motion().finish());
    }

    /** What was called. */
    public Journal journal() {
        return journal;
    }

    /**
     * Gives a user of the default domain a role in a project of this name. Both are made when they are not there; a user
     * who is there has this password from now on.
     *
     * @param role admin, member or reader
     */
    public void addUser(String name, String password, String project, String role) {
        locked(() -> identity.directory().user(name, password, project, role));
    }

    /** Who can log in where, in the order it was said. */
    public List<Account> accounts() {
        return locked(() -> identity.directory().accounts());
    }

    /** The region, or the first of several. */
    public String region() {
        return region;
    }

    /** Sets how many of a resource a project may have, such as {@code key_pairs} or {@code security_group}; -1: any number. */
    public void quota(String project, String resource, int limit) {
        locked(() -> world.setQuota(identity.directory().project(project).id(), resource, limit));
    }

    /**
     * Puts what this YAML file describes into the cloud: projects, users, flavors, keypairs, images, networks, servers,
     * volumes, containers and more, by name. docs/testing.md describes the format.
     *
     * @throws SeedException when something in it cannot be done; what comes before it is done
     * @throws UncheckedIOException when the file cannot be read
     */
    public void seed(Path file) {
        try {
            seed(Seed.read(String.valueOf(file.getFileName()), file.getParent(), Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("The seed " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Puts what this YAML text describes into the cloud.
     *
     * @throws SeedException when something in it cannot be done; what comes before it is done
     */
    public void seed(String yaml) {
        seed(Seed.read("seed", null, yaml));
    }

    void seed(Seed seed) {
        locked(() -> transitions.suspended(() -> new Sower(this, identity.directory()).sow(seed)));
    }

    /**
     * All that the cloud holds: what is in every service and region, users and tokens, quotas, what is under way, what was
     * published, the time, and which ids come next. What belongs to the test is not in it: faults, transitions, journal.
     */
    public CloudSnapshot snapshot() {
        return locked(() -> new CloudSnapshot(world.remember(), regions));
    }

    /**
     * Makes everything as it was. The snapshot may be of another cloud with the same regions: what takes long to set up is
     * set up once, and each test begins from there. Clients of this cloud log in again by themselves where they have to.
     *
     * @throws IllegalArgumentException when it is of a cloud with other regions
     */
    public void restore(CloudSnapshot snapshot) {
        if (!snapshot.regions().equals(regions)) {
            throw new IllegalArgumentException(
                    "It is of a cloud with other regions: " + snapshot.regions() + ", not " + regions);
        }
        locked(() -> world.recall(snapshot.memory()));
    }

    /**
     * What the cloud holds beside what is in it from the beginning, what goes wrong, what is under way, and what was asked
     * last, as text for people. Names stand for ids; secrets are masked. Failed tests show it by themselves.
     */
    public String dump() {
        return locked(() -> new State(this).text());
    }

    /** Puts this where the cloud finds it when it is told to fetch this address, such as for an image. */
    public void publish(String address, byte[] content) {
        locked(() -> world.web().publish(address, FakeBody.of(content)));
    }

    /** Gives a user an API key, for Rackspace's way to log in; see {@link Builder#identity}. */
    public void apiKey(String user, String key) {
        locked(() -> identity.directory()
                .users()
                .first("name", user)
                .orElseThrow(() -> new IllegalArgumentException("There is no user " + user))
                .set("api_key", key));
    }

    /**
     * Trusts an identity provider, as an administrator makes Keystone do.
     *
     * @param users which user of this cloud shows this: the bearer token of a request, or its cookies; empty: nobody
     */
    public void trustIdentityProvider(String provider, String protocol, Function<String, Optional<String>> users) {
        locked(() -> identity.federation().trust(provider, protocol, users));
    }

    /**
     * Lets Identity be used without a token, as this user: what Keystone does that trusts the issuer of the client's
     * certificate, and maps it to the user. The fake has no TLS, so whoever shows no token is taken for this user.
     */
    public void trustCertificate(String user) {
        locked(() -> {
            identity.trustCertificate(user);
            return true;
        });
    }

    /** Lets users go on to another cloud that trusts this one (keystone to keystone). */
    public void sendUsersTo(String serviceProvider, String authUrl, String spUrl) {
        locked(() -> identity.federation().sendTo(serviceProvider, authUrl, spUrl));
    }

    /** Ends all tokens at once, as a real cloud does when its keys are changed. */
    public void expireTokens() {
        locked(() -> identity.expireTokens());
    }

    /** Requests the fake knows no operation for no longer fail the test. They are still answered with 501. */
    public void allowUnknownRequests() {
        unknownAllowed = true;
    }

    /** The calls no operation of the fake fits, unless they are allowed. */
    List<JournalEntry> complaints() {
        return unknownAllowed ? List.of() : journal.unknown();
    }

    /** The id of the project of this name or id; a text that is none when there is none. */
    String projectId(String nameOrId) {
        FakeCollection projects = identity.directory().projects();
        return projects.find(nameOrId)
                .or(() -> projects.first("name", nameOrId))
                .map(Row::id)
                .orElse("no project " + nameOrId);
    }

    /** Everything the cloud remembers, for assertions. */
    World world() {
        return world;
    }

    /** Every operation the fake knows, version documents included, by the type of its service. */
    public Map<String, List<Route>> routes() {
        Map<String, List<Route>> routes = new LinkedHashMap<>();
        for (FakeService service : services.values()) {
            List<Route> both = new ArrayList<>(service.documentRoutes());
            both.addAll(service.routes());
            routes.putIfAbsent(service.type(), both);
        }
        return routes;
    }

    Set<String> origins() {
        Set<String> origins = new LinkedHashSet<>(Set.of(ORIGIN));
        fronts.forEach(front -> origins.add(origin(front.uri())));
        return origins;
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    /**
     * Answers a request. A fault that closes the connection without an answer answers with a 500 here; the body of a truncated
     * answer fails in its middle.
     */
    public FakeResponse handle(FakeRequest request) {
        FakeResponse response = exchange(request);
        return response == null ? FakeResponse.of(500) : response;
    }

    /** The answer; null when the connection closes without one. */
    @Nullable
    FakeResponse exchange(FakeRequest request) {
        return locked(() -> new Exchange(this, request).run());
    }

    /** Does something while no call is answered. */
    <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            world.motion().settle();
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable work) {
        locked(() -> {
            work.run();
            return true;
        });
    }

    /** By the beginning of their paths, such as {@code compute}. */
    Map<String, FakeService> services() {
        return services;
    }

    @Override
    public FakeCloudAssert assertThat() {
        return new FakeCloudAssert(this);
    }

    /** Takes the cloud off all ports and closes its clients. */
    @Override
    public void close() {
        clients.forEach(Runnable::run);
        clients.clear();
        fronts.forEach(HttpFront::close);
        fronts.clear();
    }

    /** Where it is. */
    @Override
    public String toString() {
        return "fake cloud at " + String.join(", ", origins());
    }

    /** What may differ from the usual cloud. */
    public static final class Builder {
        private long seed = 1;
        private Duration tokenLifetime = Duration.ofHours(4);
        private CatalogShape catalog = CatalogShape.USUAL;
        private String minMicroversion = "2.1";
        private String maxMicroversion = "2.93";
        private String minVolumeVersion = "3.0";
        private String maxVolumeVersion = "3.70";
        private List<String> regions = List.of("RegionOne");
        private boolean clockRuns;
        private IdentityVersions identityVersions = IdentityVersions.V3;

        private Builder() {}

        /** Where ids come from: the same seed, the same ids. */
        public Builder seed(long newSeed) {
            seed = newSeed;
            return this;
        }

        /** How long tokens live: 4 hours unless told otherwise. */
        public Builder tokenLifetime(Duration lifetime) {
            tokenLifetime = lifetime;
            return this;
        }

        /** How the catalog looks. */
        public Builder catalog(CatalogShape shape) {
            catalog = shape;
            return this;
        }

        /** The microversions compute offers: 2.1 to 2.93 unless told otherwise. */
        public Builder computeMicroversions(String min, String max) {
            minMicroversion = min;
            maxMicroversion = max;
            return this;
        }

        /** The microversions block storage offers: 3.0 to 3.70 unless told otherwise. */
        public Builder blockStorageMicroversions(String min, String max) {
            minVolumeVersion = min;
            maxVolumeVersion = max;
            return this;
        }

        /** The regions: RegionOne unless told otherwise. Each has its own resources, all have the same users. */
        public Builder regions(String... names) {
            regions = List.of(names);
            return this;
        }

        /** The clock begins with the machine's time and goes on by itself: for clients with a clock of their own. */
        public Builder clockRuns() {
            clockRuns = true;
            return this;
        }

        /** Which versions of its API Identity offers: 3 unless told otherwise. */
        public Builder identity(IdentityVersions versions) {
            identityVersions = versions;
            return this;
        }

        /** Starts the cloud. */
        public FakeCloud start() {
            return new FakeCloud(this);
        }
    }
}
