package io.github.openstackjvm.testkit.compute;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;

/** What servers have used, from their launch to their end on the fake's clock. */
final class FakeProjectUsages implements FakeResource {
    private static final String PATH = "/os-simple-tenant-usage";
    private static final Pattern TIME = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?| \\d\\d:\\d\\d:\\d\\d\\.\\d{1,6})");

    private final FakeServers servers;

    FakeProjectUsages(FakeServers servers) {
        this.servers = servers;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, this::list);
        routes.get(PATH + "/{project}", this::show);
    }

    /** From when to when it is asked about; what is to come is not counted. */
    private record Period(Instant from, Instant to) {}

    private Instant now() {
        return servers.nova().world().now();
    }

    private Period period(Call call) {
        Instant from = moment(call, "start", now());
        Instant to = moment(call, "end", now().plusNanos(1000));
        if (!from.isBefore(to)) {
            throw Refusal.badRequest("Invalid start time. The start time cannot occur after the end time.");
        }
        return new Period(from, to.isAfter(now()) ? now() : to);
    }

    private static Instant moment(Call call, String name, Instant otherwise) {
        String text = call.queries(name).stream().findFirst().orElse("");
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            if (TIME.matcher(text).matches()) {
                return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
            }
        } catch (DateTimeException e) {
            // There is no such day or hour.
        }
        throw Refusal.badRequest("Invalid datetime string: Datetime is in invalid format");
    }

    private static void checkQuery(Call call, boolean list) {
        Map<String, Schema> known = new LinkedHashMap<>(Map.of("start", Forms.TEXT, "end", Forms.TEXT));
        if (list) {
            known.put("detailed", Forms.TEXT);
        }
        if (call.since("2.40")) {
            known.putAll(Paging.known());
        }
        FakeCompute.query(call, known);
    }

    private FakeResponse list(Call call) {
        checkQuery(call, true);
        FakeCompute.adminOnly(call, "os-simple-tenant-usage:list");
        Period period = period(call);
        boolean detailed =
                call.queries("detailed").stream().findFirst().orElse("0").equals("1");
        List<Row> page = page(call, period, "");
        Map<String, Object> body = Json.map("tenant_usages", summaries(period, page, detailed));
        addLinks(call, body, "tenant_usages_links", PATH, page);
        return Json.reply(200, body);
    }

    private FakeResponse show(Call call) {
        checkQuery(call, false);
        String project = call.param("project");
        if (!project.equals(call.caller().projectId())) {
            FakeCompute.adminOnly(call, "os-simple-tenant-usage:show");
        }
        Period period = period(call);
        List<Row> page = page(call, period, project);
        List<Object> summaries = summaries(period, page, true);
        Map<String, Object> body = Json.map("tenant_usage", summaries.isEmpty() ? Map.of() : summaries.get(0));
        addLinks(call, body, "tenant_usage_links", PATH + "/" + project, page);
        return Json.reply(200, body);
    }

    private static void addLinks(Call call, Map<String, Object> body, String name, String path, List<Row> page) {
        if (call.since("2.40")) {
            Paging.link(call, body, name, path, page, Row::id);
        }
    }

    private List<Row> page(Call call, Period period, String project) {
        List<Row> found = servers.instances()
                .all()
                .where(server -> (project.isEmpty() || server.is("project_id", project)) && ran(server, period));
        found.sort(Comparator.<Row, String>comparing(server -> server.text("project_id"))
                .thenComparing(Row::id));
        if (!call.since("2.40")) {
            return found;
        }
        int from = 0;
        if (call.query("marker").isPresent()) {
            String marker = call.query("marker").get();
            if (servers.instances().all().find(marker).isEmpty()) {
                throw Refusal.badRequest("Marker " + marker + " could not be found.");
            }
            from = found.stream().map(Row::id).toList().indexOf(marker) + 1;
        }
        return Paging.cut(call, found, from);
    }

    private static boolean ran(Row server, Period period) {
        return server.get("launched_at") != null
                && !launched(server).isAfter(period.to)
                && (server.get("terminated_at") == null || ended(server).isAfter(period.from));
    }

    private static Instant launched(Row server) {
        return Instant.parse(server.text("launched_at"));
    }

    private static Instant ended(Row server) {
        return Instant.parse(server.text("terminated_at"));
    }

    private static double hours(Row server, Period period) {
        Instant from = launched(server).isAfter(period.from) ? launched(server) : period.from;
        Instant to =
                server.get("terminated_at") != null && ended(server).isBefore(period.to) ? ended(server) : period.to;
        return Duration.between(from, to).toNanos() / 3.6e12;
    }

    private List<Object> summaries(Period period, List<Row> page, boolean detailed) {
        Map<String, List<Row>> byProject = new LinkedHashMap<>();
        page.forEach(server -> byProject
                .computeIfAbsent(server.text("project_id"), any -> new ArrayList<>())
                .add(server));
        List<Object> summaries = new ArrayList<>();
        byProject.forEach((project, theirs) -> {
            Map<String, Object> summary = Json.map("tenant_id", project);
            if (detailed) {
                summary.put(
                        "server_usages",
                        theirs.stream().map(server -> usage(server, period)).toList());
            }
            summary.put("total_local_gb_usage", total(theirs, period, HostUse::diskGiB));
            summary.put("total_vcpus_usage", total(theirs, period, HostUse::vcpus));
            summary.put("total_memory_mb_usage", total(theirs, period, HostUse::ramMiB));
            summary.put("total_hours", total(theirs, period, server -> 1));
            summary.put("start", Text.micros(period.from));
            summary.put("stop", Text.micros(period.to));
            summaries.add(summary);
        });
        return summaries;
    }

    private static double total(List<Row> servers, Period period, ToLongFunction<Row> size) {
        return servers.stream()
                .mapToDouble(server -> size.applyAsLong(server) * hours(server, period))
                .sum();
    }

    private Map<String, Object> usage(Row server, Period period) {
        boolean over = server.get("terminated_at") != null;
        Map<String, Object> usage = Json.map(
                "hours", hours(server, period),
                "flavor", Instances.flavor(server).text("name"),
                "instance_id", server.id(),
                "name", server.text("name"),
                "tenant_id", server.text("project_id"),
                "memory_mb", HostUse.ramMiB(server),
                "local_gb", HostUse.diskGiB(server),
                "vcpus", HostUse.vcpus(server));
        usage.put("started_at", Text.micros(launched(server)));
        Json.put(usage, "ended_at", over ? Text.micros(ended(server)) : null);
        usage.put("state", over ? "terminated" : server.text("vm_state"));
        usage.put(
                "uptime",
                Duration.between(launched(server), over ? ended(server) : now()).toSeconds());
        return usage;
    }
}
