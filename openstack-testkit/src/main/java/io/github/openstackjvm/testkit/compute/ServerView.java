package io.github.openstackjvm.testkit.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;

/** What the wire shows of servers, in the microversion of one call. */
final class ServerView {
    private static final Set<String> WITH_PROGRESS =
            Set.of("ACTIVE", "BUILD", "REBUILD", "RESIZE", "VERIFY_RESIZE", "MIGRATING");
    private static final Set<String> WITH_FAULT = Set.of("ERROR", "DELETED");
    private static final String EXTENDED = "OS-EXT-SRV-ATTR:";

    private final Call call;
    private final FakeServerGroups groups;
    private final Hosts hosts;
    private final Nics nics;
    private final BlockDevices.Index devices;

    /** How much is shown. */
    enum Extent {
        /** What reading and listing show. */
        ALL,
        /** What changing shows: less, until 2.75. */
        CHANGED,
        /** What rebuilding shows: as changing does, and the key. */
        REBUILT
    }

    ServerView(Call call, FakeServerGroups groups, Hosts hosts, Nics nics, BlockDevices.Index devices) {
        this.call = call;
        this.groups = groups;
        this.hosts = hosts;
        this.nics = nics;
        this.devices = devices;
    }

    static List<Object> links(Call call, String path) {
        List<Object> links = new ArrayList<>();
        links.add(Json.map("rel", "self", "href", call.url(path)));
        links.add(bookmark(call, path));
        return links;
    }

    private static Map<String, Object> bookmark(Call call, String path) {
        return Json.map("rel", "bookmark", "href", call.base() + path);
    }

    Map<String, Object> brief(Row server) {
        Map<String, Object> view = server.pick("id", "name");
        view.put("links", links(call, "/servers/" + server.id()));
        return view;
    }

    Map<String, Object> full(Row server, Extent extent) {
        boolean all = extent == Extent.ALL || call.since("2.75");
        String status = ServerStatus.of(server);
        Map<String, Object> view = server.pick("id", "name");
        view.put("status", status);
        view.put("tenant_id", server.text("project_id"));
        view.put("user_id", server.text("user_id"));
        view.put("metadata", server.object("metadata"));
        view.put("hostId", hosts.idOf(server.text("host"), server.text("project_id")));
        view.put("image", image(server));
        view.put("flavor", flavor(server));
        view.put("created", server.text("created_at"));
        view.put("updated", server.text("updated_at"));
        view.put("addresses", server.is("vm_state", "building") ? Map.of() : nics.addresses(server, all));
        view.put("accessIPv4", server.text("access_ip_v4"));
        view.put("accessIPv6", server.text("access_ip_v6"));
        view.put("links", links(call, "/servers/" + server.id()));
        view.put("OS-DCF:diskConfig", server.is("auto_disk_config") ? "AUTO" : "MANUAL");
        if (WITH_FAULT.contains(status) && server.get("fault") != null) {
            view.put("fault", fault(server));
        }
        if (WITH_PROGRESS.contains(status)) {
            view.put("progress", server.number("progress"));
        }
        if (all) {
            usual(view, server, extent);
        } else if (extent == Extent.REBUILT && call.since("2.54")) {
            Json.put(view, "key_name", server.get("key_name"));
        }
        newer(view, server, all);
        return view;
    }

    private void usual(Map<String, Object> view, Row server, Extent extent) {
        view.put("OS-EXT-AZ:availability_zone", hosts.zoneOf(server));
        view.put("config_drive", server.text("config_drive"));
        Json.put(view, "key_name", server.get("key_name"));
        Json.put(view, "OS-SRV-USG:launched_at", Text.micros(server.get("launched_at")));
        Json.put(view, "OS-SRV-USG:terminated_at", Text.micros(server.get("terminated_at")));
        List<Object> security = nics.securityGroups(server);
        if (!security.isEmpty()) {
            view.put("security_groups", security);
        }
        if (call.caller().admin()) {
            extended(view, server, extent);
        }
        Json.put(view, "OS-EXT-STS:task_state", server.get("task_state"));
        view.put("OS-EXT-STS:vm_state", server.text("vm_state"));
        view.put("OS-EXT-STS:power_state", server.number("power_state"));
        view.put("os-extended-volumes:volumes_attached", devices.attached(server, call.since("2.3")));
        if (call.caller().admin() && call.since("2.16")) {
            view.put("host_status", hosts.status(server.text("host")));
        }
    }

    private void extended(Map<String, Object> view, Row server, Extent extent) {
        Json.put(view, EXTENDED + "host", server.get("host"));
        view.put(EXTENDED + "instance_name", instanceName(server));
        Json.put(view, EXTENDED + "hypervisor_hostname", server.get("node"));
        if (call.since("2.3")) {
            view.put(EXTENDED + "reservation_id", server.text("reservation_id"));
            view.put(EXTENDED + "launch_index", server.number("launch_index"));
            view.put(EXTENDED + "hostname", server.text("hostname"));
            view.put(EXTENDED + "kernel_id", server.text("kernel_id"));
            view.put(EXTENDED + "ramdisk_id", server.text("ramdisk_id"));
            Json.put(view, EXTENDED + "root_device_name", server.get("root_device_name"));
            // A rebuild adds the user data itself, at the top.
            if (extent != Extent.REBUILT) {
                Json.put(view, EXTENDED + "user_data", server.get("user_data"));
            }
        }
    }

    private void newer(Map<String, Object> view, Row server, boolean all) {
        if (call.since("2.9")) {
            view.put("locked", server.get("locked_by") != null);
        }
        if (call.since("2.73")) {
            Json.put(view, "locked_reason", server.get("locked_reason"));
        }
        if (call.since("2.19")) {
            Json.put(view, "description", server.get("description"));
        }
        if (call.since("2.26")) {
            view.put("tags", new TreeSet<>(server.texts("tags")));
        }
        if (call.since("2.63")) {
            Json.put(view, "trusted_image_certificates", server.get("trusted_certs"));
        }
        if (call.since("2.90") && !(all && call.caller().admin())) {
            view.put(EXTENDED + "hostname", server.text("hostname"));
        }
        if (call.since("2.96")) {
            Json.put(view, "pinned_availability_zone", server.get("availability_zone"));
        }
        if (call.since("2.98") && !server.text("image_ref").isEmpty()) {
            Json.object(view.get("image")).put("properties", server.object("image_properties"));
        }
        if (call.since("2.100")) {
            view.put("scheduler_hints", server.object("scheduler_hints"));
        }
    }

    /** The groups of a server, where one server is shown. */
    Map<String, Object> withGroups(Map<String, Object> view, Row server) {
        if (call.since("2.71")) {
            view.put("server_groups", groups.of(server.id()));
        }
        return view;
    }

    static String instanceName(Row server) {
        return String.format("instance-%08x", server.number("number"));
    }

    private Object image(Row server) {
        String image = server.text("image_ref");
        return image.isEmpty() ? "" : Json.map("id", image, "links", List.of(bookmark(call, "/images/" + image)));
    }

    private Map<String, Object> flavor(Row server) {
        Map<String, Object> flavor = server.object("flavor");
        if (!call.since("2.47")) {
            String id = String.valueOf(flavor.get("id"));
            return Json.map("id", id, "links", List.of(bookmark(call, "/flavors/" + id)));
        }
        Map<String, Object> view = new Row(flavor).pick("vcpus", "ram", "disk", "ephemeral", "swap");
        Json.put(view, "original_name", flavor.get("name"));
        view.put("extra_specs", Json.object(flavor.get("extra_specs")));
        return view;
    }

    private Map<String, Object> fault(Row server) {
        Row fault = new Row(server.object("fault"));
        Map<String, Object> view = fault.pick("code", "created", "message");
        if (!fault.text("details").isEmpty() && (call.caller().admin() || fault.number("code") != 500)) {
            view.put("details", fault.text("details"));
        }
        return view;
    }
}
