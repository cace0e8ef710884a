package io.github.openstackjvm.compute;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Page;
import io.github.openstackjvm.resource.VersionRange;

/**
 * What the servers of projects have used in a period: what was paid for, if hours are paid for. One's own project is for
 * everybody to read, the others are for administrators.
 */
public final class ProjectUsages {

    @Wire(path = "/os-simple-tenant-usage", one = "tenant_usage", max = "2.40")
    interface Api {
        @Keyed(Keyed.MANY)
        @RequestLine("GET")
        Page<ProjectUsage> page(Call call);

        @Keyed(Keyed.ONE)
        @RequestLine("GET /{project}")
        ProjectUsage get(@Param("project") String project, Call call);
    }

    /** Nova takes no zone here. */
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Binding<Api> binding;

    ProjectUsages(Binding<Api> binding) {
        this.binding = binding;
    }

    /** The usage from this time on, and before that time. Without, there is no period, and nothing is used. */
    public ProjectUsages between(Instant from, Instant to) {
        return new ProjectUsages(binding.with("start", FORM.format(from), VersionRange.ANY)
                .with("end", FORM.format(to), VersionRange.ANY));
    }

    /** The usage of all projects, without their servers. {@code GET /os-simple-tenant-usage}; pages since 2.40. */
    public List<ProjectUsage> all() {
        return all("0");
    }

    /** The usage of all projects with each of their servers. {@code GET /os-simple-tenant-usage?detailed=1}. */
    public List<ProjectUsage> detailed() {
        return all("1");
    }

    private List<ProjectUsage> all(String detailed) {
        Map<String, ProjectUsage> all = new LinkedHashMap<>();
        Call call = binding.call().query("detailed", detailed);
        Set<String> seen = new HashSet<>();
        while (call != null) {
            Page<ProjectUsage> page = binding.api().page(call);
            // A page is full of servers, so that a project may stand on several.
            page.items().forEach(usage -> all.merge(usage.projectId(), usage, ProjectUsage::plus));
            String next = page.nextLink();
            call = next == null || !seen.add(next) ? null : binding.call().query(binding.parametersOf(next));
        }
        return List.copyOf(all.values());
    }

    /**
     * The usage of the project with this id, with each of its servers. {@code GET /os-simple-tenant-usage/{project}}; pages
     * since 2.40.
     */
    public ProjectUsage of(String projectId) {
        ProjectUsage usage = binding.api().get(projectId, binding.call());
        if (usage.servers().isEmpty()) {
            return ProjectUsage.none(projectId); // Nova answers with an empty object
        }
        ProjectUsage page = usage;
        Set<String> seen = new HashSet<>();
        // The link to the next page stands beside the usage; its marker is the last server's id. Before 2.40 it changes
        // nothing.
        while (!page.servers().isEmpty()) {
            page.servers().forEach(server -> seen.add(server.serverId()));
            String last = page.servers().get(page.servers().size() - 1).serverId();
            page = binding.api().get(projectId, binding.call().query("marker", last));
            if (page.servers().stream().anyMatch(server -> seen.contains(server.serverId()))) {
                break;
            }
            usage = usage.plus(page);
        }
        return usage;
    }
}
