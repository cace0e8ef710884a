package io.github.openstackjvm.testkit.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/**
 * Where a server may go: its zone, the host that was asked for, and the servers it must or must not be together with. Of
 * Nova's hints, {@code group}, {@code same_host} and {@code different_host} count; {@code query} and
 * {@code build_near_host_ip} are taken and count for nothing, as long as a cloud does not turn on the filters for them.
 */
final class Scheduler {
    /** What is said when no host will do. */
    static final String NO_HOST = "No valid host was found. There are not enough hosts available.";

    private final Instances instances;
    private final Hosts hosts;
    private final FakeServerGroups groups;

    Scheduler(Instances instances, Hosts hosts, FakeServerGroups groups) {
        this.instances = instances;
        this.hosts = hosts;
        this.groups = groups;
    }

    /** The first host of a server: an administrator may force one on it, whatever else it wants, or ask for one. */
    Optional<String> first(Row server) {
        String forced = server.text("forced_host");
        if (!forced.isEmpty()) {
            return hosts.choose(server, forced::equals, host -> 0);
        }
        String requested = server.text("requested_host");
        return place(server, host -> requested.isEmpty() || host.equals(requested));
    }

    /** A host among those that do, for a server that moves: what was asked for its first one counts no more. */
    Optional<String> place(Row server, Predicate<String> test) {
        Map<String, Object> hints = server.object("scheduler_hints");
        Optional<Row> group = groups.find(server.text("group"));
        return hosts.choose(
                server,
                test.and(zone(server))
                        .and(together(ids(hints.get("same_host"))))
                        .and(apart(ids(hints.get("different_host"))))
                        .and(group.map(each -> fits(each, server)).orElse(host -> true)),
                group.map(this::weight).orElse(host -> 0));
    }

    private Predicate<String> zone(Row server) {
        String zone = server.text("availability_zone");
        return host -> zone.isEmpty() || hosts.zone(host).equals(zone);
    }

    private Predicate<String> together(List<String> others) {
        List<String> taken = hostsOf(others);
        return host -> others.isEmpty() || taken.contains(host);
    }

    private Predicate<String> apart(List<String> others) {
        List<String> taken = hostsOf(others);
        return host -> !taken.contains(host);
    }

    private static List<String> ids(@Nullable Object hint) {
        List<String> ids = new ArrayList<>();
        if (hint instanceof List<?> list) {
            list.forEach(id -> ids.add(String.valueOf(id)));
        } else if (hint != null) {
            ids.add(hint.toString());
        }
        return ids;
    }

    private List<String> hostsOf(List<String> servers) {
        return servers.stream()
                .map(instances::find)
                .flatMap(Optional::stream)
                .map(server -> server.text("host"))
                .filter(host -> !host.isEmpty())
                .toList();
    }

    /** Nova counts a server that moves among those it must stay with, so that it cannot leave them; and lets it be where it is. */
    private Predicate<String> fits(Row group, Row server) {
        List<String> taken = hostsOf(group.texts("members"));
        return switch (group.text("policy")) {
            case "affinity" -> host -> taken.isEmpty() || taken.contains(host);
            case "anti-affinity" -> host -> server.is("host", host) || count(taken, host) < perHost(group);
            default -> host -> true;
        };
    }

    private static long perHost(Row group) {
        Object max = Json.object(group.get("rules")).get("max_server_per_host");
        return max == null ? 1 : Long.parseLong(max.toString());
    }

    /** The soft policies make some hosts better than others. */
    private ToLongFunction<String> weight(Row group) {
        List<String> taken = hostsOf(group.texts("members"));
        return switch (group.text("policy")) {
            case "soft-affinity" -> host -> count(taken, host);
            case "soft-anti-affinity" -> host -> -count(taken, host);
            default -> host -> 0;
        };
    }

    private static long count(List<String> taken, String host) {
        return taken.stream().filter(host::equals).count();
    }
}
