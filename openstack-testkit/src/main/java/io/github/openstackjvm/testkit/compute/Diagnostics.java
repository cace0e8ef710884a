package io.github.openstackjvm.testkit.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;

/** How a server does, as its hypervisor would say. Shape and sizes are the server's, the counters are still. */
final class Diagnostics {
    private final Row server;
    private final List<Row> ports;

    Diagnostics(Row server, List<Row> ports) {
        this.server = server;
        this.ports = ports;
    }

    private long flavor(String field) {
        return Instances.flavor(server).number(field);
    }

    /** What the hypervisor calls things itself, until 2.47. */
    Map<String, Object> old() {
        Map<String, Object> view = Json.map();
        for (int i = 0; i < flavor("vcpus"); i++) {
            view.put("cpu" + i + "_time", 17_300_000_000L);
        }
        view.put("memory", flavor("ram") << 10);
        view.putAll(Json.map(
                "vda_errors",
                -1,
                "vda_read",
                262_144,
                "vda_read_req",
                112,
                "vda_write",
                5_778_432,
                "vda_write_req",
                488));
        for (int i = 0; i < ports.size(); i++) {
            for (String way : List.of("rx", "tx")) {
                for (String what : List.of("", "_drop", "_errors", "_packets")) {
                    view.put("tap" + i + "_" + way + what, 0);
                }
            }
        }
        return view;
    }

    /** What Nova calls things, since 2.48. */
    Map<String, Object> standard() {
        List<Object> cpus = new ArrayList<>();
        for (int i = 0; i < flavor("vcpus"); i++) {
            cpus.add(Json.map("id", i, "time", 17_300_000_000L, "utilisation", 15));
        }
        List<Object> nics = new ArrayList<>();
        for (Row port : ports) {
            Map<String, Object> nic = Json.map("mac_address", port.text("mac_address"));
            for (String way : List.of("rx", "tx")) {
                for (String what : List.of("octets", "errors", "drop", "packets", "rate")) {
                    nic.put(way + "_" + what, 0);
                }
            }
            nics.add(nic);
        }
        Map<String, Object> disk = Json.map(
                "read_bytes",
                262_144,
                "read_requests",
                112,
                "write_bytes",
                5_778_432,
                "write_requests",
                488,
                "errors_count",
                -1);
        return Json.map(
                "state",
                server.is("vm_state", "active") ? "running" : "shutdown",
                "driver",
                "libvirt",
                "hypervisor",
                "kvm",
                "hypervisor_os",
                "linux",
                "uptime",
                46_664,
                "config_drive",
                !server.text("config_drive").isEmpty(),
                "num_cpus",
                cpus.size(),
                "num_nics",
                nics.size(),
                "num_disks",
                1,
                "disk_details",
                List.of(disk),
                "cpu_details",
                cpus,
                "nic_details",
                nics,
                "memory_details",
                Json.map("maximum", flavor("ram") << 10, "used", flavor("ram") << 9));
    }
}
