package io.github.openstackjvm.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The answer of {@code GET /servers/detail} with all fields that nova sends at microversion 2.93: about 2 KiB a server. */
final class Servers {
    private static final String ONE = """
            {"id": "6f70656e-7374-4163-8b00-%1$012x", "name": "web-%1$d", "status": "ACTIVE",
             "tenant_id": "54db9a78a7a1477fad40a9553e3b8cec", "user_id": "a1c2e3f405162738495a6b7c8d9e0f10",
             "hostId": "2091634baaccdc4c5a1d57069c833e402921df696b7f970791b12ec6", "image": "",
             "flavor": {"vcpus": 2, "ram": 4096, "disk": 40, "ephemeral": 0, "swap": 0, "original_name": "m1.medium",
              "extra_specs": {"hw:cpu_policy": "shared", "hw_rng:allowed": "true"}},
             "created": "2026-03-01T08:15:%2$02dZ", "updated": "2026-03-01T08:16:%2$02dZ", "description": null,
             "addresses": {"private": [
              {"version": 4, "addr": "10.0.%3$d.%4$d", "OS-EXT-IPS:type": "fixed", "OS-EXT-IPS-MAC:mac_addr": "fa:16:3e:4c:2c:30"},
              {"version": 4, "addr": "192.0.2.%4$d", "OS-EXT-IPS:type": "floating", "OS-EXT-IPS-MAC:mac_addr": "fa:16:3e:4c:2c:30"}]},
             "accessIPv4": "", "accessIPv6": "", "metadata": {"role": "web", "owner": "platform", "tier": "%2$d"},
             "links": [
              {"rel": "self", "href": "http://127.0.0.1:8774/v2.1/servers/6f70656e-7374-4163-8b00-%1$012x"},
              {"rel": "bookmark", "href": "http://127.0.0.1:8774/servers/6f70656e-7374-4163-8b00-%1$012x"}],
             "OS-DCF:diskConfig": "AUTO", "progress": 0, "OS-EXT-AZ:availability_zone": "nova", "config_drive": "",
             "key_name": "ops", "OS-SRV-USG:launched_at": "2026-03-01T08:16:%2$02d.000000", "OS-SRV-USG:terminated_at": null,
             "security_groups": [{"name": "default"}, {"name": "web"}],
             "OS-EXT-SRV-ATTR:host": "compute-%2$d", "OS-EXT-SRV-ATTR:instance_name": "instance-%1$08x",
             "OS-EXT-SRV-ATTR:hypervisor_hostname": "compute-%2$d.example.org", "OS-EXT-SRV-ATTR:reservation_id": "r-3fhpjulh",
             "OS-EXT-SRV-ATTR:launch_index": 0, "OS-EXT-SRV-ATTR:hostname": "web-%1$d", "OS-EXT-SRV-ATTR:kernel_id": "",
             "OS-EXT-SRV-ATTR:ramdisk_id": "", "OS-EXT-SRV-ATTR:root_device_name": "/dev/vda", "OS-EXT-SRV-ATTR:user_data": null,
             "OS-EXT-STS:task_state": null, "OS-EXT-STS:vm_state": "active", "OS-EXT-STS:power_state": 1,
             "os-extended-volumes:volumes_attached": [
              {"id": "765f6c75-6d65-4163-8b00-%1$012x", "delete_on_termination": true}],
             "host_status": "UP", "locked": false, "locked_reason": null, "trusted_image_certificates": null,
             "server_groups": [], "tags": ["blue", "frontend"]}
            """;

    private Servers() {}

    static byte[] json(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ONE.formatted(i, i % 60, i / 250, i % 250 + 2))
                .collect(Collectors.joining(",", "{\"servers\": [", "]}"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
