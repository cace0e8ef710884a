package io.github.openstackjvm.testkit.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import io.github.openstackjvm.testkit.FakeClock;
import io.github.openstackjvm.testkit.Transitions;

/** Everything a fake cloud remembers. The fake cloud holds one lock around each call, so nothing here is locked. */
public final class World {
    private final FakeClock clock;
    private final Ids ids;
    private final Map<String, FakeCollection> collections = new HashMap<>();
    private final Map<String, Integer> quotas = new HashMap<>();

    private final Map<String, Integer> furniture = new HashMap<>();

    private final Map<String, FakeService> services = new HashMap<>();
    private final Motion motion;
    private final Web web = new Web();

    private Function<String, Optional<Caller>> callers = token -> Optional.empty();

    /** An empty world. */
    public World(FakeClock clock, long seed, Transitions transitions) {
        this.clock = clock;
        this.ids = new Ids(seed);
        this.motion = new Motion(this, transitions);
    }

    /** The time, which only the test moves. */
    public FakeClock clock() {
        return clock;
    }

    /** What time it is. */
    public Instant now() {
        return clock.now();
    }

    /** Where new ids come from. */
    public Ids ids() {
        return ids;
    }

    /** What goes on in the background. */
    public Motion motion() {
        return motion;
    }

    /** What services find at addresses outside the cloud. */
    public Web web() {
        return web;
    }

    /** Makes a service known to the others of its region. */
    public void add(FakeService service) {
        services.put(service.region() + "/" + service.type(), service);
    }

    /** Another service of a region: Nova asks Neutron for ports here. */
    public <S extends FakeService> S service(String region, String type, Class<S> as) {
        FakeService service = services.get(region + "/" + type);
        if (service == null) {
            throw new IllegalStateException("There is no " + type + " in region " + region);
        }
        return as.cast(service);
    }

    /** Says who a token belongs to; Keystone's part. */
    public void identifyBy(Function<String, Optional<Caller>> identify) {
        callers = identify;
    }

    /** Does something while every token is this caller's. */
    public void as(Caller caller, Runnable work) {
        Function<String, Optional<Caller>> before = callers;
        callers = token -> Optional.of(caller);
        try {
            work.run();
        } finally {
            callers = before;
        }
    }

    /** Who a token belongs to; empty when it is unknown, expired or revoked. */
    public Optional<Caller> callerOf(String token) {
        return callers.apply(token);
    }

    /**
     * All things of a kind, such as {@code compute/keypairs}, in a region.
     *
     * @param region empty for what all regions share
     */
    public FakeCollection collection(String region, String kind) {
        return collections.computeIfAbsent(region + "/" + kind, any -> new FakeCollection());
    }

    /** The kinds in a region that begin with this text, sorted. */
    public List<String> kinds(String region, String prefix) {
        String start = region + "/" + prefix;
        return collections.keySet().stream()
                .filter(key -> key.startsWith(start))
                .map(key -> key.substring(region.length() + 1))
                .sorted()
                .toList();
    }

    /** Whatever there is now of this service is what every cloud has from the beginning. */
    public void furnished(String region, String service) {
        for (String kind : kinds(region, service + "/")) {
            for (Row row : collection(region, kind).all()) {
                furniture.put(region + "/" + kind + "/" + row.id(), row.fields().hashCode());
            }
        }
    }

    /** Whether a thing was there from the beginning, as it is now. */
    public boolean original(String region, String kind, Row row) {
        return Integer.valueOf(row.fields().hashCode()).equals(furniture.get(region + "/" + kind + "/" + row.id()));
    }

    /** The regions of which something is remembered; an empty text for what all share. */
    public SortedSet<String> regions() {
        SortedSet<String> regions = new TreeSet<>();
        collections.keySet().forEach(key -> regions.add(key.substring(0, key.indexOf('/'))));
        return regions;
    }

    /** Everything as it is now. */
    public Memory remember() {
        Map<String, List<Row>> rows = new TreeMap<>();
        collections.forEach(
                (key, all) -> rows.put(key, all.all().stream().map(Memory::copy).toList()));
        return new Memory(now(), rows, Map.copyOf(quotas), ids.mark(), web.published());
    }

    /** Everything as it was then. A clock that runs by itself goes on. */
    public void recall(Memory memory) {
        Map<String, List<Row>> rows = new TreeMap<>();
        memory.rows()
                .forEach((key, all) ->
                        rows.put(key, all.stream().map(Memory::copy).toList()));
        // Emptied, not forgotten: services may hold them.
        for (FakeCollection all : collections.values()) {
            all.all().forEach(row -> row.fields().values().forEach(Memory::discard));
            all.clear();
        }
        rows.forEach((key, all) -> {
            FakeCollection collection = collections.computeIfAbsent(key, any -> new FakeCollection());
            all.forEach(collection::add);
        });
        quotas.clear();
        quotas.putAll(memory.quotas());
        ids.reset(memory.ids());
        web.restore(memory.published());
        clock.set(memory.now());
    }

    /** How many of a resource a project may have; -1 for any number. */
    public int quota(String project, String resource, int byDefault) {
        return quotas.getOrDefault(project + "/" + resource, byDefault);
    }

    /** Sets how many of a resource a project may have; -1 for any number. */
    public void setQuota(String project, String resource, int limit) {
        quotas.put(project + "/" + resource, limit);
    }

    /** The projects for which a quota of any of these resources was set. */
    public Set<String> projectsWithQuota(Collection<String> resources) {
        Set<String> projects = new TreeSet<>();
        for (String key : quotas.keySet()) {
            int slash = key.lastIndexOf('/');
            if (resources.contains(key.substring(slash + 1))) {
                projects.add(key.substring(0, slash));
            }
        }
        return projects;
    }

    /** Back to the defaults. */
    public void resetQuotas(String project, Collection<String> resources) {
        resources.forEach(resource -> quotas.remove(project + "/" + resource));
    }
}
