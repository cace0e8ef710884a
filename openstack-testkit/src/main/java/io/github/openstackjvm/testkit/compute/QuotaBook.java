package io.github.openstackjvm.testkit.compute;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.World;

/** What projects, and users in them, may have and have. */
final class QuotaBook {
    /** All resources, in the order in which Nova knows them. */
    static final List<String> RESOURCES = List.of(
            "instances",
            "cores",
            "ram",
            "metadata_items",
            "injected_files",
            "injected_file_content_bytes",
            "injected_file_path_bytes",
            "key_pairs",
            "server_groups",
            "server_group_members",
            "fixed_ips",
            "floating_ips",
            "security_groups",
            "security_group_rules");

    private static final List<String> OF_NETWORKS =
            List.of("fixed_ips", "floating_ips", "security_groups", "security_group_rules");

    private static final List<String> OF_FILES =
            List.of("injected_files", "injected_file_content_bytes", "injected_file_path_bytes");

    private static final Map<String, Integer> DEFAULTS = Map.ofEntries(
            Map.entry("instances", 50),
            Map.entry("cores", 200),
            Map.entry("ram", 512_000),
            Map.entry("metadata_items", 128),
            Map.entry("injected_files", 5),
            Map.entry("injected_file_content_bytes", 10_240),
            Map.entry("injected_file_path_bytes", 255),
            Map.entry("key_pairs", 200),
            Map.entry("server_groups", 50),
            Map.entry("server_group_members", 10));

    private static final int UNSET = Integer.MIN_VALUE;

    private final FakeCompute nova;
    private final Instances instances;

    QuotaBook(FakeCompute nova) {
        this.nova = nova;
        instances = new Instances(nova);
    }

    private World world() {
        return nova.world();
    }

    /** Whether calls tell of a resource: not of those of networks since a certain version, nor of those of files since 2.57. */
    static boolean shown(Call call, String resource, String withoutNetworks) {
        return !(call.since(withoutNetworks) && OF_NETWORKS.contains(resource))
                && !(call.since("2.57") && OF_FILES.contains(resource));
    }

    // Under what the quotas of a user in a project are kept, and those of a class.
    private static String inProject(String project, String user) {
        return project + " " + user;
    }

    private static String classOf(String name) {
        return "class " + name;
    }

    /** How much of a resource a project may have; -1: any number. */
    int limit(String project, String resource) {
        return world().quota(project, resource, ofClass("default", resource));
    }

    /** How much of a resource a user may have in a project; as much as the project unless it was set. */
    int limit(String project, String user, String resource) {
        return world().quota(inProject(project, user), resource, limit(project, resource));
    }

    /** The lower one of what a caller may have and the caller's project; as in Nova, any number is lower than all others. */
    int least(Caller caller, String resource) {
        String project = caller.projectId();
        return Math.min(limit(project, resource), limit(project, caller.userId(), resource));
    }

    /** Whether so much in one order is more than a caller may ask for, or the caller's project. */
    boolean exceeded(Caller caller, String resource, long value) {
        String project = caller.projectId();
        return exceeds(value, limit(project, resource)) || exceeds(value, limit(project, caller.userId(), resource));
    }

    private static boolean exceeds(long value, int limit) {
        return limit >= 0 && value > limit;
    }

    /** Whether any of these was set for a user in a project. */
    boolean hasOwn(String project, String user, Collection<String> resources) {
        return resources.stream()
                .anyMatch(resource -> world().quota(inProject(project, user), resource, UNSET) != UNSET);
    }

    /**
     * What would be more than allowed.
     *
     * @param resources which, in alphabetical order
     * @param limits of these and others: the user's where one of those is exceeded, and otherwise the project's
     * @param used the user's use where a user counts, even if it is the project that has no more, and otherwise the project's
     */
    record Over(Set<String> resources, Map<String, Integer> limits, Map<String, Long> used) {}

    /** What of these would be too much for a project or, when one is named, for a user in it; empty when there is room. */
    Optional<Over> over(String project, String user, Map<String, Long> more) {
        Set<String> overs = new TreeSet<>();
        boolean ofUser = false;
        for (Map.Entry<String, Long> one : more.entrySet()) {
            String resource = one.getKey();
            long size = one.getValue();
            if (exceeds(used(project, "", resource) + size, limit(project, resource))) {
                overs.add(resource);
            } else if (!user.isEmpty()
                    && exceeds(used(project, user, resource) + size, limit(project, user, resource))) {
                overs.add(resource);
                ofUser = true;
            }
        }
        if (overs.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Integer> limits = new HashMap<>();
        Map<String, Long> used = new HashMap<>();
        for (String resource : more.keySet()) {
            limits.put(resource, ofUser ? limit(project, user, resource) : limit(project, resource));
            used.put(resource, used(project, user, resource));
        }
        return Optional.of(new Over(overs, limits, used));
    }

    /** How much there is: of a project, or when a user is named, of that user in it. */
    long used(String project, String user, String resource) {
        List<Row> servers = instances.of(project).stream()
                .filter(server -> user.isEmpty() || server.is("user_id", user))
                .toList();
        return switch (resource) {
            case "instances" -> servers.size();
            case "cores" -> servers.stream().mapToLong(HostUse::vcpus).sum();
            case "ram" -> servers.stream().mapToLong(HostUse::ramMiB).sum();
            case "server_groups" ->
                nova.collection("server_groups")
                        .where(group ->
                                group.is("project_id", project) && (user.isEmpty() || group.is("user_id", user)))
                        .size();
            // What belongs to users, and what is asked for but once, is not counted.
            default -> 0;
        };
    }

    /** What was set for users of a project, all added up. */
    long givenToUsers(String project, String resource) {
        long given = 0;
        for (Row user : world().collection("", "identity/users").all()) {
            given += world().quota(inProject(project, user.id()), resource, 0);
        }
        return given;
    }

    /** What was set for a user in a project; zero when nothing was. */
    int given(String project, String user, String resource) {
        return world().quota(inProject(project, user), resource, 0);
    }

    /** Sets a limit: of a project, or when a user is named, of that user in it. */
    void set(String project, String user, String resource, int limit) {
        world().setQuota(user.isEmpty() ? project : inProject(project, user), resource, limit);
    }

    /** Back to the defaults: of a project and all its users, or of one user in it. */
    void reset(String project, String user) {
        if (!user.isEmpty()) {
            world().resetQuotas(inProject(project, user), RESOURCES);
            return;
        }
        world().resetQuotas(project, RESOURCES);
        for (Row each : world().collection("", "identity/users").all()) {
            world().resetQuotas(inProject(project, each.id()), RESOURCES);
        }
    }

    private int ofClass(String name, String resource) {
        return world().quota(classOf(name), resource, DEFAULTS.getOrDefault(resource, -1));
    }

    /** The limits of a class; the default class is of all projects for which nothing was set. */
    Map<String, Integer> ofClass(String name) {
        Map<String, Integer> limits = new LinkedHashMap<>();
        RESOURCES.forEach(resource -> limits.put(resource, ofClass(name, resource)));
        return limits;
    }

    void setOfClass(String name, String resource, int limit) {
        world().setQuota(classOf(name), resource, limit);
    }
}
