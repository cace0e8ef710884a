package io.github.openstackjvm.testkit.compute;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    static final List<String> OF_NETWORKS =
            List.of("fixed_ips", "floating_ips", "security_groups", "security_group_rules");

    static final List<String> OF_FILES =
            List.of("injected_files", "injected_file_content_bytes", "injected_file_path_bytes");

    private final FakeCompute nova;
    private final Instances instances;

    QuotaBook(FakeCompute nova, Instances instances) {
        this.nova = nova;
        this.instances = instances;
    }

    private World world() {
        return nova.world();
    }

    /** How much of a resource a project may have; -1: any number. */
    int limit(String project, String resource) {
        return nova.quota(project, resource);
    }

    /** How much of a resource a user may have in a project; as much as the project unless it was set. */
    int limit(String project, String user, String resource) {
        return nova.quota(project, user, resource);
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
            given += world().quota(FakeCompute.inProject(project, user.id()), resource, 0);
        }
        return given;
    }

    /** What was set for a user in a project; zero when nothing was. */
    int given(String project, String user, String resource) {
        return world().quota(FakeCompute.inProject(project, user), resource, 0);
    }

    /** Sets a limit: of a project, or when a user is named, of that user in it. */
    void set(String project, String user, String resource, int limit) {
        world().setQuota(user.isEmpty() ? project : FakeCompute.inProject(project, user), resource, limit);
    }

    /** Back to the defaults: of a project and all its users, or of one user in it. */
    void reset(String project, String user) {
        if (!user.isEmpty()) {
            world().resetQuotas(FakeCompute.inProject(project, user), RESOURCES);
            return;
        }
        world().resetQuotas(project, RESOURCES);
        for (Row each : world().collection("", "identity/users").all()) {
            world().resetQuotas(FakeCompute.inProject(project, each.id()), RESOURCES);
        }
    }

    /** The limits of a class; the default class is of all projects for which nothing was set. */
    Map<String, Integer> ofClass(String name) {
        Map<String, Integer> limits = new LinkedHashMap<>();
        RESOURCES.forEach(resource -> limits.put(resource, nova.classQuota(name, resource)));
        return limits;
    }

    void setOfClass(String name, String resource, int limit) {
        world().setQuota(FakeCompute.classOf(name), resource, limit);
    }
}
