package io.github.openstackjvm.testkit.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** Where a server may go: its zone, the host that was asked for, and the servers it must or must not be together with. */
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

    /** A host for a server. */
    Optional<String> place(Row server) {
        return place(server, host -> true);
    }

    /** A host for a server among those that do. */
    Optional<String> place(Row server, Predicate<String> test) {
        return hosts.choose(server, test.and(fits(server)));
    }

    private Predicate<String> fits(Row server) {
        Map<String, Object> hints = server.object("scheduler_hints");
        return zone(server)
                .and(named(server, "forced_host"))
                .and(named(server, "requested_host"))
                .and(together(hints.get("same_host")))
                .and(apart(hints.get("different_host")))
                .and(group(server));
    }

    private Predicate<String> zone(Row server) {
        String zone = server.text("availability_zone");
        return host -> zone.isEmpty() || hosts.zone(host).equals(zone);
    }

    private static Predicate<String> named(Row server, String field) {
        String name = server.text(field);
        return host -> name.isEmpty() || host.equals(name);
    }

    private Predicate<String> together(@Nullable Object hint) {
        List<String> others = hostsOf(ids(hint));
        return host -> hint == null || others.contains(host);
    }

    private Predicate<String> apart(@Nullable Object hint) {
        List<String> others = hostsOf(ids(hint));
        return host -> !others.contains(host);
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

    private Predicate<String> group(Row server) {
        Optional<Row> group = groups.find(server.text("group"));
        if (group.isEmpty()) {
            return host -> true;
        }
        List<String> others = new ArrayList<>(group.get().texts("members"));
        others.remove(server.id());
        List<String> taken = hostsOf(others);
        return switch (group.get().text("policy")) {
            case "affinity" -> host -> taken.isEmpty() || taken.contains(host);
            case "anti-affinity" -> host -> taken.stream().filter(host::equals).count() < perHost(group.get());
            default -> host -> true;
        };
    }

    private static long perHost(Row group) {
        Object max = Json.object(group.get("rules")).get("max_server_per_host");
        return max == null ? 1 : Long.parseLong(max.toString());
    }
}
