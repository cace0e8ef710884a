package io.github.openstackjvm.testkit.compute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;

/** Hosts, as they were until 2.42. As with Nova's own pretended hypervisor, orders are taken and change nothing. */
final class FakeComputeHosts implements FakeResource {
    private static final String PATH = "/os-hosts";
    private static final String UNTIL = "2.42";
    private static final Schema SWITCH = Forms.word("enable", "disable", "Enable", "Disable", "ENABLE", "DISABLE");

    private final FakeServers servers;
    private final Hosts hosts;

    FakeComputeHosts(FakeServers servers) {
        this.servers = servers;
        hosts = servers.hosts();
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, this::list).until(UNTIL);
        routes.get(PATH + "/{host}", this::show).until(UNTIL);
        routes.put(PATH + "/{host}", this::update).until(UNTIL);
        routes.get(PATH + "/{host}/startup", call -> power(call, "start", "startup"))
                .until(UNTIL);
        routes.get(PATH + "/{host}/shutdown", call -> power(call, "shutdown", "shutdown"))
                .until(UNTIL);
        routes.get(PATH + "/{host}/reboot", call -> power(call, "reboot", "reboot"))
                .until(UNTIL);
    }

    private static void allow(Call call, String rule) {
        FakeCompute.adminOnly(call, "os-hosts:" + rule);
    }

    private FakeResponse list(Call call) {
        allow(call, "list");
        String zone = call.query("zone").orElse("");
        List<Object> views = new ArrayList<>();
        for (Row service : hosts.services().where(each -> !each.is("disabled"))) {
            String place = hosts.zoneOfService(service);
            if (zone.isEmpty() || zone.equals(place)) {
                views.add(Json.map(
                        "host_name", service.text("host"),
                        "service", service.text("binary").replace("nova-", ""),
                        "zone", place));
            }
        }
        return Json.reply(200, Json.map("hosts", views));
    }

    private String host(Call call) {
        String host = call.param("host");
        if (!hosts.exists(host)) {
            throw FakeHostServices.unmapped(host);
        }
        return host;
    }

    private FakeResponse show(Call call) {
        allow(call, "show");
        String host = host(call);
        HostUse use = new HostUse(servers, host);
        List<Object> resources = new ArrayList<>();
        resources.add(resource(host, "(total)", HostUse.VCPUS, HostUse.RAM_MIB, HostUse.DISK_GIB));
        resources.add(
                resource(host, "(used_now)", use.vcpus(), use.ramMiB() + HostUse.RESERVED_RAM_MIB, use.diskGiB()));
        resources.add(sum(host, "(used_max)", use.servers()));
        Map<String, List<Row>> byProject = new LinkedHashMap<>();
        use.servers()
                .forEach(server -> byProject
                        .computeIfAbsent(server.text("project_id"), any -> new ArrayList<>())
                        .add(server));
        byProject.forEach((project, theirs) -> resources.add(sum(host, project, theirs)));
        return Json.reply(200, Json.map("host", resources));
    }

    private static Map<String, Object> sum(String host, String project, List<Row> servers) {
        return resource(
                host,
                project,
                servers.stream().mapToLong(HostUse::vcpus).sum(),
                servers.stream().mapToLong(HostUse::ramMiB).sum(),
                servers.stream().mapToLong(HostUse::diskGiB).sum());
    }

    private static Map<String, Object> resource(String host, String project, long cpus, long ram, long disk) {
        return Json.map(
                "resource", Json.map("host", host, "project", project, "cpu", cpus, "memory_mb", ram, "disk_gb", disk));
    }

    private FakeResponse update(Call call) {
        Map<String, Object> wanted = FakeCompute.body(
                call, Schema.object().optional("status", SWITCH).optional("maintenance_mode", SWITCH));
        allow(call, "update");
        String host = host(call);
        Map<String, Object> told = Json.map("host", host);
        if (wanted.containsKey("status")) {
            told.put("status", enable(wanted.get("status")) ? "enabled" : "disabled");
        }
        if (wanted.containsKey("maintenance_mode")) {
            told.put("maintenance_mode", enable(wanted.get("maintenance_mode")) ? "on_maintenance" : "off_maintenance");
        }
        return Json.reply(200, told);
    }

    private static boolean enable(Object word) {
        return word.toString().toLowerCase(Locale.ROOT).equals("enable");
    }

    private FakeResponse power(Call call, String rule, String action) {
        allow(call, rule);
        String host = host(call);
        if (!action.equals("shutdown")) {
            servers.book().completeEvacuations(host);
        }
        return Json.reply(200, Json.map("host", host, "power_action", action));
    }
}
