package io.github.openstackjvm.testkit.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Hypervisors: one on each compute host. What they hold is what the servers there take. */
final class FakeHypervisors implements FakeResource {
    private static final String PATH = "/os-hypervisors";
    private static final Map<String, Object> CPU = Json.map(
            "arch", "x86_64",
            "model", "Nehalem",
            "vendor", "Intel",
            "features", List.of("pge", "clflush"),
            "topology", Json.map("cores", 1, "threads", 1, "sockets", 4));

    private final FakeServers servers;
    private final Hosts hosts;

    FakeHypervisors(FakeServers servers) {
        this.servers = servers;
        hosts = servers.hosts();
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, call -> list(call, false));
        routes.get(PATH + "/detail", call -> list(call, true));
        routes.get(PATH + "/statistics", this::statistics).until("2.87");
        routes.get(PATH + "/{id}", this::show);
        routes.get(PATH + "/{id}/uptime", this::uptime).until("2.87");
        routes.get(PATH + "/{pattern}/search", call -> search(call, "search", false))
                .until("2.52");
        routes.get(PATH + "/{pattern}/servers", call -> search(call, "servers", true))
                .until("2.52");
    }

    private static void allow(Call call, String rule) {
        FakeCompute.adminOnly(call, "os-hypervisors:" + rule);
    }

    private FakeResponse list(Call call, boolean detailed) {
        checkQuery(call);
        allow(call, detailed ? "list-detail" : "list");
        boolean withServers = withServers(call);
        Optional<String> pattern = call.since("2.53") ? call.query("hypervisor_hostname_pattern") : Optional.empty();
        if (pattern.isPresent()
                && (call.query("limit").isPresent() || call.query("marker").isPresent())) {
            // Nova has words for it, but puts them where they are not shown.
            throw Refusal.badRequest(
                    "The server could not comply with the request since it is either malformed or otherwise"
                            + " incorrect.");
        }
        List<Row> found = pattern.isPresent() ? matching(pattern.get()) : page(call);
        List<Object> views = new ArrayList<>();
        found.forEach(node -> hosts.computeOn(node.text("host"))
                .ifPresent(service -> views.add(view(call, node, service, detailed, withServers))));
        Map<String, Object> body = Json.map("hypervisors", views);
        if (call.since("2.33") && pattern.isEmpty()) {
            String path = detailed ? PATH + "/detail" : PATH;
            Paging.link(call, body, "hypervisors_links", path, found, node -> String.valueOf(id(call, node)));
        }
        return Json.reply(200, body);
    }

    private static void checkQuery(Call call) {
        if (call.since("2.53")) {
            Map<String, Schema> known = Paging.known();
            known.put("hypervisor_hostname_pattern", Forms.HOST);
            known.put("with_servers", Schema.flag());
            FakeCompute.strict(call, known);
        } else if (call.since("2.33")) {
            FakeCompute.query(call, Paging.known());
        }
    }

    private static boolean withServers(Call call) {
        return call.since("2.53") && Forms.flag(call.query("with_servers").orElse("false"), false);
    }

    private List<Row> page(Call call) {
        List<Row> all = hosts.nodes().all();
        return call.since("2.33") ? Paging.page(call, all, node -> String.valueOf(id(call, node)), Paging::lost) : all;
    }

    private List<Row> matching(String pattern) {
        List<Row> found = hosts.nodes().where(node -> node.text("host").contains(pattern));
        if (found.isEmpty()) {
            throw Refusal.notFound("No hypervisor matching '" + pattern + "' could be found.");
        }
        return found;
    }

    private FakeResponse search(Call call, String rule, boolean withServers) {
        allow(call, rule);
        List<Object> views = new ArrayList<>();
        matching(call.param("pattern"))
                .forEach(node -> hosts.computeOn(node.text("host"))
                        .ifPresent(service -> views.add(view(call, node, service, false, withServers))));
        return Json.reply(200, Json.map("hypervisors", views));
    }

    private FakeResponse show(Call call) {
        if (call.since("2.53")) {
            FakeCompute.strict(call, Map.of("with_servers", Schema.flag()));
        }
        allow(call, "show");
        Row node = find(call);
        return Json.reply(200, Json.map("hypervisor", view(call, node, service(call, node), true, withServers(call))));
    }

    private FakeResponse uptime(Call call) {
        allow(call, "uptime");
        service(call, find(call));
        throw new Refusal(501, "The requested functionality is not supported.");
    }

    private Row find(Call call) {
        String id = call.param("id");
        if (call.since("2.53") && !Forms.uuid(id)) {
            throw Refusal.badRequest("Invalid uuid " + id);
        }
        return hosts.nodes().all().stream()
                .filter(node -> String.valueOf(id(call, node)).equals(id))
                .findFirst()
                .orElseThrow(() -> missing(call));
    }

    private Row service(Call call, Row node) {
        return hosts.computeOn(node.text("host")).orElseThrow(() -> missing(call));
    }

    private static Refusal missing(Call call) {
        return Refusal.notFound("Hypervisor with ID '" + call.param("id") + "' could not be found.");
    }

    private static Object id(Call call, Row row) {
        return call.since("2.53") ? row.id() : (Object) row.number("number");
    }

    private Map<String, Object> view(Call call, Row node, Row service, boolean detailed, boolean withServers) {
        String host = node.text("host");
        Map<String, Object> view = Json.map(
                "id",
                id(call, node),
                "hypervisor_hostname",
                host,
                "state",
                Hosts.up(service) ? "up" : "down",
                "status",
                service.is("disabled") ? "disabled" : "enabled");
        HostUse use = new HostUse(servers, host);
        if (detailed) {
            view.putAll(Json.map("hypervisor_type", "fake", "hypervisor_version", 1000, "host_ip", "127.0.0.1"));
            Map<String, Object> driver = Json.map("id", id(call, service), "host", host);
            Json.put(driver, "disabled_reason", service.get("disabled_reason"));
            view.put("service", driver);
            if (call.since("2.88")) {
                Json.put(view, "uptime", null);
            } else {
                view.putAll(sizes(List.of(use)));
                view.put("cpu_info", call.since("2.28") ? CPU : new String(Json.bytes(CPU), UTF_8));
            }
        }
        if (withServers && (!use.servers().isEmpty() || call.since("2.75"))) {
            view.put(
                    "servers",
                    use.servers().stream()
                            .map(server -> Json.map("name", ServerView.instanceName(server), "uuid", server.id()))
                            .toList());
        }
        return view;
    }

    private static Map<String, Object> sizes(List<HostUse> hosts) {
        int count = hosts.size();
        long vcpus = hosts.stream().mapToLong(HostUse::vcpus).sum();
        long ram = hosts.stream().mapToLong(HostUse::ramMiB).sum() + HostUse.RESERVED_RAM_MIB * count;
        long disk = hosts.stream().mapToLong(HostUse::diskGiB).sum();
        long running = hosts.stream().mapToLong(host -> host.servers().size()).sum();
        return Json.map(
                "vcpus",
                HostUse.VCPUS * count,
                "memory_mb",
                HostUse.RAM_MIB * count,
                "local_gb",
                HostUse.DISK_GIB * count,
                "vcpus_used",
                vcpus,
                "memory_mb_used",
                ram,
                "local_gb_used",
                disk,
                "free_ram_mb",
                HostUse.RAM_MIB * count - ram,
                "free_disk_gb",
                HostUse.DISK_GIB * count - disk,
                "current_workload",
                hosts.stream().mapToLong(HostUse::busy).sum(),
                "running_vms",
                running,
                "disk_available_least",
                0);
    }

    private FakeResponse statistics(Call call) {
        allow(call, "statistics");
        List<HostUse> uses = new ArrayList<>();
        // Those whose service is disabled do not count.
        hosts.nodes()
                .all()
                .forEach(node -> hosts.computeOn(node.text("host"))
                        .filter(service -> !service.is("disabled"))
                        .ifPresent(service -> uses.add(new HostUse(servers, node.text("host")))));
        Map<String, Object> statistics = Json.map("count", uses.size());
        statistics.putAll(sizes(uses));
        return Json.reply(200, Json.map("hypervisor_statistics", statistics));
    }
}
