package io.github.openstackjvm.testkit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one section of a seed is about.
 *
 * @param service of which service
 * @param path to which it is posted
 * @param key around its body; empty for none
 * @param rows where the fake keeps it
 * @param name the field its name goes to
 * @param refs fields that name something else: the field of the request, {@code =}, where the fake keeps that
 */
record SeedKind(String service, String path, String key, String rows, String name, Map<String, String> refs) {
    private static final String NETWORK = "network_id=network/networks";

    /** In the order in which one needs the other. */
    static final Map<String, SeedKind> ALL = all();

    private static Map<String, SeedKind> all() {
        Map<String, SeedKind> kinds = new LinkedHashMap<>();
        kinds.put("flavors", kind("compute/v2.1", "/flavors", "flavor", "compute/flavors", Map.of()));
        kinds.put("keypairs", kind("compute/v2.1", "/os-keypairs", "keypair", "compute/keypairs", Map.of()));
        kinds.put(
                "server_groups",
                kind("compute/v2.1", "/os-server-groups", "server_group", "compute/server_groups", Map.of()));
        kinds.put("images", kind("image/v2", "/images", "", "image/images", Map.of()));
        kinds.put("networks", kind("network/v2.0", "/networks", "network", "network/networks", Map.of()));
        kinds.put("subnets", kind("network/v2.0", "/subnets", "subnet", "network/subnets", Map.of("network", NETWORK)));
        kinds.put("routers", kind("network/v2.0", "/routers", "router", "network/routers", Map.of()));
        kinds.put(
                "security_groups",
                kind("network/v2.0", "/security-groups", "security_group", "network/security_groups", Map.of()));
        kinds.put(
                "ports",
                kind(
                        "network/v2.0",
                        "/ports",
                        "port",
                        "network/ports",
                        Map.of("network", NETWORK, "security_groups", "security_groups=network/security_groups")));
        kinds.put(
                "floating_ips",
                new SeedKind(
                        "network/v2.0",
                        "/floatingips",
                        "floatingip",
                        "network/floatingips",
                        "floating_ip_address",
                        Map.of("network", "floating_" + NETWORK, "port", "port_id=network/ports")));
        kinds.put("volume_types", kind("block-storage/v3", "/types", "volume_type", "block-storage/types", Map.of()));
        kinds.put(
                "volumes",
                kind(
                        "block-storage/v3",
                        "/volumes",
                        "volume",
                        "block-storage/volumes",
                        Map.of(
                                "type", "volume_type=block-storage/types",
                                "image", "imageRef=image/images",
                                "snapshot", "snapshot_id=block-storage/snapshots")));
        kinds.put(
                "snapshots",
                kind(
                        "block-storage/v3",
                        "/snapshots",
                        "snapshot",
                        "block-storage/snapshots",
                        Map.of("volume", "volume_id=block-storage/volumes")));
        kinds.put(
                "servers",
                kind(
                        "compute/v2.1",
                        "/servers",
                        "server",
                        "compute/servers",
                        Map.of("flavor", "flavorRef=compute/flavors", "image", "imageRef=image/images")));
        return Collections.unmodifiableMap(kinds);
    }

    private static SeedKind kind(String service, String path, String key, String rows, Map<String, String> refs) {
        return new SeedKind(service, path, key, rows, "name", refs);
    }
}
