package io.github.openstackjvm.testkit.compute;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Row;

/**
 * The hosts that servers run on, and the services of Nova on them and beside them. A service that nobody declared down always
 * answers.
 */
final class Hosts {
    static final String COMPUTE = "nova-compute";

    /** Where what no compute host does is done. */
    static final String CONTROLLER = "controller";

    /** The zone of services that take no servers. */
    static final String INTERNAL = "internal";

    /** The zone of hosts that no aggregate gives another. */
    static final String DEFAULT_ZONE = "nova";

    /** Where hosts say they are reached. */
    static final String ADDRESS = "192.168.0.1";

    private final FakeCompute nova;

    Hosts(FakeCompute nova) {
        this.nova = nova;
        if (services().all().isEmpty()) {
            service("nova-conductor", CONTROLLER);
            service("nova-scheduler", CONTROLLER);
            for (String host : List.of("compute1", "compute2")) {
                service(COMPUTE, host);
                nodes().add(Row.of(
                        "id", uuid("node " + host), "number", nodes().all().size() + 1L, "host", host));
            }
        }
    }

    private void service(String binary, String host) {
        services()
                .add(Row.of(
                        "id",
                        uuid(binary + " " + host),
                        "number",
                        services().all().size() + 1L,
                        "binary",
                        binary,
                        "host",
                        host,
                        "disabled",
                        false,
                        "disabled_reason",
                        null,
                        "forced_down",
                        false));
    }

    /** Other than what tests make, these are there from the beginning: they must not use up ids. */
    private String uuid(String what) {
        return UUID.nameUUIDFromBytes((nova.region() + " " + what).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    FakeCollection services() {
        return nova.collection("services");
    }

    /** The hypervisors, one on each host. */
    FakeCollection nodes() {
        return nova.collection("compute_nodes");
    }

    FakeCollection aggregates() {
        return nova.collection("aggregates");
    }

    /** The service that drives the hypervisor of a host. */
    Optional<Row> computeOn(String host) {
        return services().where(row -> row.is("host", host) && row.is("binary", COMPUTE)).stream()
                .findFirst();
    }

    boolean exists(String host) {
        return computeOn(host).isPresent();
    }

    /** Whether its compute service reports. */
    boolean up(String host) {
        return computeOn(host).map(Hosts::up).orElse(false);
    }

    /** Whether a service reports. */
    static boolean up(Row service) {
        return !service.is("forced_down");
    }

    /** The zones that can be asked for. */
    Set<String> zones() {
        Set<String> zones = new TreeSet<>();
        services().where(service -> !service.is("disabled")).forEach(service -> zones.add(zoneOfService(service)));
        return zones;
    }

    /** Where a service counts as being. */
    String zoneOfService(Row service) {
        return service.is("binary", COMPUTE) ? zone(service.text("host")) : INTERNAL;
    }

    String zone(String host) {
        return aggregates().where(aggregate -> aggregate.texts("hosts").contains(host)).stream()
                .map(Hosts::zoneOfAggregate)
                .filter(zone -> !zone.isEmpty())
                .findFirst()
                .orElse(DEFAULT_ZONE);
    }

    /** The zone an aggregate makes of its hosts; empty when it makes none. */
    static String zoneOfAggregate(Row aggregate) {
        return Forms.str(aggregate.object("metadata").get("availability_zone"));
    }

    /** The zone a server is in; while it is nowhere, the one it was asked for. */
    String zoneOf(Row server) {
        return server.text("host").isEmpty() ? server.text("availability_zone") : zone(server.text("host"));
    }

    /** What administrators are told of the host of a server. */
    String status(String host) {
        if (host.isEmpty()) {
            return "";
        }
        return computeOn(host)
                .map(service -> service.is("forced_down") ? "DOWN" : service.is("disabled") ? "MAINTENANCE" : "UP")
                .orElse("UNKNOWN");
    }

    /** The heaviest host among those that do; servers are spread by their number where several are as heavy. */
    Optional<String> choose(Row server, Predicate<String> test, ToLongFunction<String> weight) {
        List<String> candidates =
                services()
                        .where(service -> service.is("binary", COMPUTE) && !service.is("disabled") && up(service))
                        .stream()
                        .map(service -> service.text("host"))
                        .filter(test)
                        .toList();
        long most = candidates.stream().mapToLong(weight).max().orElse(0);
        List<String> best = candidates.stream()
                .filter(host -> weight.applyAsLong(host) == most)
                .toList();
        return best.isEmpty() ? Optional.empty() : Optional.of(best.get((int) (server.number("number") % best.size())));
    }

    /** What users are told in place of a host's name; another one in each project. */
    String idOf(String host, String project) {
        if (host.isEmpty()) {
            return "";
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-224").digest((project + host).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
