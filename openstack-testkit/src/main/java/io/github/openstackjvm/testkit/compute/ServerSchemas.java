package io.github.openstackjvm.testkit.compute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Schema;

import static io.github.openstackjvm.testkit.compute.Forms.ANY;
import static io.github.openstackjvm.testkit.compute.Forms.BASE64;
import static io.github.openstackjvm.testkit.compute.Forms.DESCRIPTION;
import static io.github.openstackjvm.testkit.compute.Forms.HOST;
import static io.github.openstackjvm.testkit.compute.Forms.IP;
import static io.github.openstackjvm.testkit.compute.Forms.IPV4;
import static io.github.openstackjvm.testkit.compute.Forms.IPV6;
import static io.github.openstackjvm.testkit.compute.Forms.METADATA;
import static io.github.openstackjvm.testkit.compute.Forms.NAME;
import static io.github.openstackjvm.testkit.compute.Forms.REGEX;
import static io.github.openstackjvm.testkit.compute.Forms.TAG;
import static io.github.openstackjvm.testkit.compute.Forms.TEXT;
import static io.github.openstackjvm.testkit.compute.Forms.UUID;
import static io.github.openstackjvm.testkit.compute.Forms.count;
import static io.github.openstackjvm.testkit.compute.Forms.either;
import static io.github.openstackjvm.testkit.compute.Forms.list;
import static io.github.openstackjvm.testkit.compute.Forms.orNull;
import static io.github.openstackjvm.testkit.compute.Forms.unique;
import static io.github.openstackjvm.testkit.compute.Forms.whole;
import static io.github.openstackjvm.testkit.compute.Forms.word;

/** What the requests about servers must look like, in each microversion. */
final class ServerSchemas {
    /** Properties of a server's body that lists never show, and which may not be asked for. */
    static final List<String> JOINED = List.of(
            "block_device_mapping",
            "services",
            "metadata",
            "system_metadata",
            "info_cache",
            "security_groups",
            "pci_devices");

    /** Sort keys that are taken and ignored. */
    static final List<String> IGNORED_SORT_KEYS = List.of(
            "architecture",
            "cell_name",
            "cleaned",
            "default_ephemeral_device",
            "default_swap_device",
            "deleted",
            "deleted_at",
            "disable_terminate",
            "ephemeral_gb",
            "ephemeral_key_uuid",
            "id",
            "key_data",
            "launched_on",
            "locked",
            "memory_mb",
            "os_type",
            "reservation_id",
            "root_gb",
            "shutdown_terminate",
            "user_data",
            "vcpus",
            "vm_mode");

    private static final List<String> SORT_KEYS = List.of(
            "access_ip_v4",
            "access_ip_v6",
            "auto_disk_config",
            "availability_zone",
            "config_drive",
            "created_at",
            "display_description",
            "display_name",
            "host",
            "hostname",
            "image_ref",
            "instance_type_id",
            "kernel_id",
            "key_name",
            "launch_index",
            "launched_at",
            "locked_by",
            "node",
            "power_state",
            "progress",
            "project_id",
            "ramdisk_id",
            "root_device_name",
            "task_state",
            "terminated_at",
            "updated_at",
            "user_id",
            "uuid",
            "vm_state");

    private static final List<String> EXACT_FILTERS = List.of(
            "user_id",
            "project_id",
            "tenant_id",
            "launch_index",
            "image_ref",
            "image",
            "vm_state",
            "task_state",
            "host",
            "uuid",
            "sort_dir",
            "all_tenants",
            "soft_deleted",
            "deleted",
            "status",
            "marker");

    private static final List<String> REGEX_FILTERS = List.of(
            "kernel_id",
            "ramdisk_id",
            "hostname",
            "key_name",
            "power_state",
            "node",
            "flavor",
            "reservation_id",
            "launched_at",
            "terminated_at",
            "availability_zone",
            "name",
            "display_name",
            "description",
            "display_description",
            "locked_by",
            "root_device_name",
            "config_drive",
            "access_ip_v4",
            "access_ip_v6",
            "auto_disk_config",
            "progress",
            "ip",
            "ip6",
            "created_at");

    private static final Schema DISK_CONFIG = word("AUTO", "MANUAL");
    private static final Schema HOSTNAME = Schema.text(2, 63).matching("^[a-zA-Z0-9]+[a-zA-Z0-9-]*[a-zA-Z0-9]+$");
    private static final Schema IMAGE_OR_EMPTY = either(UUID, Schema.text(0, 0));
    private static final Schema USER_DATA = Forms.all(Schema.text(0, 65535), BASE64);
    private static final Schema CERTIFICATES = orNull("array", unique(list(Schema.text(1, Forms.MAX), 1, 50)));
    private static final Schema PERSONALITY =
            list(Schema.object().optional("path", TEXT).optional("contents", BASE64));
    private static final Schema SERVERS = either(UUID, list(UUID));
    private static final Schema HINTS = Schema.object()
            .optional("group", UUID)
            .optional("different_host", SERVERS)
            .optional("same_host", textOrListOf(UUID))
            .optional("query", Forms.typed("string", "object"))
            .optional("target_cell", NAME)
            .optional("different_cell", textOrListOf(TEXT))
            .optional("build_near_host_ip", IP)
            .optional("cidr", TEXT.matching("^/[0-9a-f.:]+$"))
            .others(".*", ANY);

    private ServerSchemas() {}

    private static Schema textOrListOf(Schema item) {
        return (path, value) -> value instanceof List
                ? list(item).check(path, value)
                : Forms.typed("string", "array").check(path, value);
    }

    /** The body of a creation. */
    static Schema create(Call call) {
        Schema.ObjectSchema server = Schema.object()
                .required("name", NAME)
                .optional("imageRef", IMAGE_OR_EMPTY)
                .required("flavorRef", Forms.reference())
                .optional("adminPass", TEXT)
                .optional("metadata", METADATA);
        if (call.since("2.37")) {
            server.required("networks", either(list(network(call)), word("none", "auto")));
        } else {
            server.optional("networks", list(network(call)));
        }
        server.optional("OS-DCF:diskConfig", DISK_CONFIG)
                .optional("accessIPv4", IPV4)
                .optional("accessIPv6", IPV6);
        if (!call.since("2.57")) {
            server.optional("personality", PERSONALITY);
        }
        server.optional("availability_zone", NAME)
                .optional("block_device_mapping", list(legacyDevice()))
                .optional("block_device_mapping_v2", list(device(call)))
                .optional("config_drive", Schema.flag())
                .optional("key_name", NAME)
                .optional("min_count", count(1))
                .optional("max_count", count(1))
                .optional("return_reservation_id", Schema.flag())
                .optional("security_groups", list(Schema.object().optional("name", NAME)))
                .optional("user_data", USER_DATA);
        since(call, "2.19", server, "description", DESCRIPTION);
        since(call, "2.52", server, "tags", list(TAG, 0, 50));
        since(call, "2.63", server, "trusted_image_certificates", CERTIFICATES);
        since(call, "2.74", server, "host", HOST);
        since(call, "2.74", server, "hypervisor_hostname", HOST);
        since(call, "2.90", server, "hostname", HOSTNAME);
        return Schema.object()
                .required("server", server)
                .optional("os:scheduler_hints", HINTS)
                .optional("OS-SCH-HNT:scheduler_hints", HINTS);
    }

    private static Schema network(Call call) {
        Schema.ObjectSchema network = Schema.object()
                .optional("fixed_ip", IP)
                .optional("port", either(UUID, Forms.NOTHING))
                .optional("uuid", call.since("2.37") ? UUID : TEXT);
        // Tags of networks vanished with 2.37, by mistake, and came again with 2.42.
        return (call.since("2.32") && !call.since("2.37")) || call.since("2.42")
                ? network.optional("tag", TAG)
                : network;
    }

    private static Schema.ObjectSchema legacyDevice() {
        return Schema.object()
                .optional("virtual_name", Schema.text(0, 255))
                .optional("volume_id", UUID)
                .optional("snapshot_id", UUID)
                .optional("volume_size", whole("^[0-9]+$", 1, "integer", "string"))
                .optional("device_name", Schema.text(1, 255).matching("^[a-zA-Z0-9._-r/]*$"))
                .optional("delete_on_termination", Schema.flag())
                .optional("no_device", ANY)
                .optional("connection_info", TEXT);
    }

    private static Schema device(Call call) {
        Schema.ObjectSchema device = legacyDevice()
                .optional("source_type", word("volume", "image", "snapshot", "blank"))
                .optional("uuid", Schema.text(1, 255).matching("^[a-zA-Z0-9._-]*$"))
                .optional("image_id", UUID)
                .optional("destination_type", word("local", "volume"))
                .optional("guest_format", Schema.text(0, 255))
                .optional("device_type", Schema.text(0, 255))
                .optional("disk_bus", Schema.text(0, 255))
                .optional("boot_index", whole("^-?[0-9]+$", Long.MIN_VALUE, "integer", "string", "null"));
        // Tags of devices were in 2.32 alone until they came again.
        if (call.microversion().equals("2.32") || call.since("2.42")) {
            device.optional("tag", TAG);
        }
        since(call, "2.67", device, "volume_type", orNull("string", Schema.text(0, 255)));
        return device;
    }

    private static void since(Call call, String version, Schema.ObjectSchema schema, String name, Schema value) {
        if (call.since(version)) {
            schema.optional(name, value);
        }
    }

    /** The body of a change. */
    static Schema update(Call call) {
        Schema.ObjectSchema server = Schema.object()
                .optional("name", NAME)
                .optional("OS-DCF:diskConfig", DISK_CONFIG)
                .optional("accessIPv4", IPV4)
                .optional("accessIPv6", IPV6);
        since(call, "2.19", server, "description", DESCRIPTION);
        since(call, "2.90", server, "hostname", HOSTNAME);
        return Schema.object().required("server", server);
    }

    /** What is in a rebuild. */
    static Schema rebuild(Call call) {
        Schema.ObjectSchema rebuild = Schema.object()
                .optional("name", NAME)
                .required("imageRef", UUID)
                .optional("adminPass", TEXT)
                .optional("metadata", METADATA)
                .optional("preserve_ephemeral", Schema.flag())
                .optional("OS-DCF:diskConfig", DISK_CONFIG)
                .optional("accessIPv4", IPV4)
                .optional("accessIPv6", IPV6);
        if (!call.since("2.57")) {
            rebuild.optional("personality", PERSONALITY);
        }
        since(call, "2.19", rebuild, "description", DESCRIPTION);
        since(call, "2.54", rebuild, "key_name", either(Schema.text(1, 255), Forms.NOTHING));
        since(call, "2.57", rebuild, "user_data", either(USER_DATA, Forms.NOTHING));
        since(call, "2.63", rebuild, "trusted_image_certificates", CERTIFICATES);
        since(call, "2.90", rebuild, "hostname", HOSTNAME);
        return rebuild;
    }

    /** What is in a resize. */
    static Schema resize(Call call) {
        return Schema.object().required("flavorRef", Forms.reference()).optional("OS-DCF:diskConfig", DISK_CONFIG);
    }

    /** What lists may be asked for. */
    static Map<String, Schema> query(Call call) {
        Map<String, Schema> query = new LinkedHashMap<>();
        EXACT_FILTERS.forEach(name -> query.put(name, TEXT));
        JOINED.forEach(name -> query.put(name, TEXT));
        REGEX_FILTERS.forEach(name -> query.put(name, REGEX));
        query.put("sort_key", Schema.oneOf(sortKeys(call).toArray()));
        query.put("limit", Forms.DIGITS);
        Changes.know(call, query);
        if (call.since("2.26")) {
            ServerList.TAG_FILTERS.forEach(name -> query.put(name, REGEX));
        }
        if (call.since("2.73")) {
            query.put("locked", TEXT);
        }
        return query;
    }

    private static List<String> sortKeys(Call call) {
        List<String> keys = new ArrayList<>(SORT_KEYS);
        if (!call.since("2.75")) {
            keys.addAll(IGNORED_SORT_KEYS);
        } else {
            keys.add("locked");
        }
        return keys;
    }
}
