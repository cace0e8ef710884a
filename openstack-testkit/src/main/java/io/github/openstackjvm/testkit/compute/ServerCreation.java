package io.github.openstackjvm.testkit.compute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** Takes an order for one server or several: checks it in Nova's order, and hands what is to be built on. */
final class ServerCreation {
    private final FakeServers servers;
    private final Call call;
    private final Map<String, Object> body;
    private final Map<String, Object> wanted;
    private final String project;
    private final String password;
    private final BootDisks disks;
    private final BootNetworks networks;
    private final String imageRef;
    private final Row flavor;
    private final int min;
    private int max;
    private @Nullable String zone;
    private @Nullable String reservation;
    private String forcedHost = "";
    private String forcedNode = "";
    private Map<String, Object> image = Map.of();
    private List<String> securityGroups = List.of();

    ServerCreation(FakeServers servers, Call call) {
        this.servers = servers;
        this.call = call;
        body = FakeCompute.body(call, ServerSchemas.create(call));
        wanted = Json.object(body.get("server"));
        project = call.caller().projectId();
        password = wanted.containsKey("adminPass") ? Forms.str(wanted.get("adminPass")) : servers.newPassword();
        min = (int) Forms.number(wanted.getOrDefault("min_count", 1));
        max = (int) Forms.number(wanted.getOrDefault("max_count", min));
        if (min > max) {
            throw Refusal.badRequest("min_count must be <= max_count");
        }
        checkPlace();
        disks = new BootDisks(call, servers.cinder(), servers.glance(), wanted);
        imageRef = Forms.str(wanted.get("imageRef"));
        if (imageRef.isEmpty() && disks.isEmpty()) {
            throw Refusal.badRequest("Missing imageRef attribute");
        }
        networks = new BootNetworks(call, servers.neutron(), wanted.get("networks"));
        String flavorId = Forms.str(wanted.get("flavorRef")).replaceFirst("^.*/", "");
        flavor = servers.flavors()
                .visible(call, flavorId)
                .orElseThrow(() -> Refusal.badRequest("Flavor " + flavorId + " could not be found."));
    }

    private void checkPlace() {
        String asked = Forms.str(wanted.get("availability_zone"));
        String[] parts = asked.split(":", -1);
        if (parts.length > 3) {
            throw Refusal.badRequest("Invalid input received: Unable to parse availability_zone");
        }
        zone = parts[0].isEmpty() ? null : parts[0];
        forcedHost = parts.length > 1 ? parts[1] : "";
        forcedNode = parts.length > 2 ? parts[2] : "";
        boolean forced = !forcedHost.isEmpty() || !forcedNode.isEmpty();
        if (forced) {
            FakeCompute.adminOnly(call, "servers:create:forced_host");
            // A zone that is not the host's own would pin the server to where it can never be.
            zone = zone != null && zone.equals(servers.hosts().zone(forcedHost)) ? zone : null;
        }
        if (wanted.get("host") != null || wanted.get("hypervisor_hostname") != null) {
            if (!call.caller().admin()) {
                throw Refusal.forbidden(
                        "Policy doesn't allow compute:servers:create:requested_destination to be performed.");
            }
            if (forced) {
                throw Refusal.badRequest(
                        "One mechanism with host and/or hypervisor_hostname and another mechanism with zone:host:node are "
                                + "mutually exclusive.");
            }
        }
    }

    FakeResponse make() {
        checkOrder();
        List<Row> made = new ArrayList<>();
        Map<String, Row> volumes = prepare();
        for (int i = 0; i < max; i++) {
            made.add(row(i));
        }
        disks.reserve(made.get(0), flavor, volumes);
        made.forEach(this::keep);
        made.forEach(server -> servers.build().begin(call.caller(), server));
        if (Forms.flag(wanted.get("return_reservation_id"), false)) {
            return Json.reply(202, Json.map("reservation_id", made.get(0).text("reservation_id")));
        }
        return answer(made.get(0));
    }

    private FakeResponse answer(Row server) {
        Map<String, Object> view = server.pick("id");
        view.put("links", ServerView.links(call, "/servers/" + server.id()));
        view.put("OS-DCF:diskConfig", server.is("auto_disk_config") ? "AUTO" : "MANUAL");
        view.put("security_groups", wanted.getOrDefault("security_groups", List.of(Json.map("name", "default"))));
        view.put("adminPass", password);
        return Json.reply(202, Json.map("server", view)).with("Location", call.url("/servers/" + server.id()));
    }

    private void checkOrder() {
        if (max > 1) {
            networks.checkSeveral();
            if (wanted.get("hostname") != null && call.since("2.90")) {
                throw Refusal.badRequest("Unable to allocate a single hostname to multiple instances");
            }
        }
        if (zone != null && forcedHost.isEmpty() && !servers.hosts().zones().contains(zone)) {
            throw Refusal.badRequest("The requested availability zone is not available");
        }
        image = readImage();
        checkDiskConfig();
        securityGroups = readSecurityGroups();
        int ports = networks.check(max);
        checkKey();
        if (ports < min) {
            throw Refusal.forbidden("Maximum number of ports exceeded");
        }
        max = Math.min(max, ports);
    }

    private Map<String, Object> readImage() {
        if (!imageRef.isEmpty()) {
            return servers.glance()
                    .image(call.caller(), imageRef)
                    .orElseThrow(() -> Refusal.badRequest("Can not find requested image"));
        }
        if (wanted.get("trusted_image_certificates") != null) {
            throw Refusal.badRequest("Image certificate validation is not supported when booting from volume");
        }
        return disks.imageOfRoot();
    }

    private void checkDiskConfig() {
        Object property = Json.object(image.get("properties")).get("auto_disk_config");
        if ("AUTO".equals(wanted.get("OS-DCF:diskConfig")) && "disabled".equalsIgnoreCase(Forms.str(property))) {
            throw Refusal.badRequest("Requested image " + image.get("id") + " has automatic disk resize disabled.");
        }
    }

    private List<String> readSecurityGroups() {
        Set<String> ids = new LinkedHashSet<>();
        if (wanted.get("security_groups") instanceof List<?> groups) {
            for (Object each : groups) {
                String name = Forms.str(Json.object(each).get("name"));
                if (!name.isEmpty()) {
                    ids.add(name.equals("default") ? name : securityGroup(name));
                }
            }
        }
        // Neutron gives new ports the default group; together with others it must be asked for.
        if (ids.equals(Set.of("default"))) {
            return List.of();
        }
        return ids.stream()
                .map(id -> id.equals("default") ? securityGroup(id) : id)
                .toList();
    }

    private String securityGroup(String name) {
        Row group = servers.neutron()
                .securityGroup(project, name)
                .orElseThrow(() -> Refusal.badRequest("Unable to find security_group with name or id '" + name + "'"));
        if (!group.id().equals(name) && servers.neutron().severalSecurityGroups(project, name)) {
            throw Refusal.conflict(
                    "Multiple security_group matches found for name '" + name + "', use an ID to be more specific.");
        }
        return group.id();
    }

    private void checkKey() {
        Object name = wanted.get("key_name");
        if (name != null && servers.key(call.caller().userId(), name.toString()).isEmpty()) {
            throw Refusal.badRequest("Invalid key_name provided.");
        }
    }

    private Map<String, Row> prepare() {
        disks.complete(image, flavor, max);
        servers.checks().checkMetadata(call.caller(), Json.object(wanted.get("metadata")));
        servers.checks().checkFiles(call.caller(), wanted.get("personality"));
        Map<String, Object> root = disks.root();
        boolean volume = root != null && "volume".equals(root.get("destination_type"));
        BootChecks.checkImage(image, flavor, volume ? root : null, call.caller().admin());
        String group = group();
        if (!group.isEmpty() && servers.groups().find(group).isEmpty()) {
            throw Refusal.badRequest("Instance group " + group + " could not be found.");
        }
        for (String name : List.of("host", "hypervisor_hostname")) {
            Object host = wanted.get(name);
            if (host != null && !servers.hosts().exists(host.toString())) {
                throw Refusal.badRequest("Compute host " + host + " could not be found.");
            }
        }
        max = servers.checks().room(call.caller(), flavor, min, max);
        Map<String, Row> volumes = disks.volumes();
        if (!group.isEmpty()) {
            long members = servers.groups()
                    .find(group)
                    .map(row -> mine(servers.groups().members(row)))
                    .orElse(0L);
            servers.checks().checkGroupSize(call.caller(), members, max);
        }
        return volumes;
    }

    private long mine(List<String> members) {
        return members.stream()
                .map(servers.instances()::find)
                .flatMap(Optional::stream)
                .filter(server -> server.is("user_id", call.caller().userId()))
                .count();
    }

    private Map<String, Object> hints() {
        return Json.object(body.getOrDefault("os:scheduler_hints", body.get("OS-SCH-HNT:scheduler_hints")));
    }

    private String group() {
        return Forms.str(hints().get("group"));
    }

    private Row row(int index) {
        String name = Forms.str(wanted.get("name")).strip();
        String id = servers.nova().world().ids().uuid();
        String now = servers.instances().now();
        Row server =
                Row.of("id", id, "number", servers.nextNumber(), "name", max > 1 ? name + "-" + (index + 1) : name);
        server.set("description", call.since("2.19") ? wanted.get("description") : name)
                .set("hostname", hostname(name, id, index))
                .set("project_id", project)
                .set("user_id", call.caller().userId())
                .set("owner_user_name", call.caller().userName())
                .set("owner_project_name", call.caller().projectName())
                .set("boot_roles", String.join(",", call.caller().roles()))
                .set("vm_state", "building")
                .set("task_state", "scheduling")
                .set("power_state", 0)
                .set("created_at", now)
                .set("updated_at", now)
                .set("launched_at", null)
                .set("terminated_at", null)
                .set("deleted", false)
                .set("launch_index", index)
                .set("reservation_id", reservation())
                .set("progress", 0);
        place(server);
        content(server);
        return server;
    }

    private String reservation() {
        if (reservation == null) {
            reservation = "r-" + servers.nova().world().ids().hex().substring(0, 8);
        }
        return reservation;
    }

    private void place(Row server) {
        String requested = Forms.str(wanted.getOrDefault("host", wanted.get("hypervisor_hostname")));
        server.set("availability_zone", zone)
                .set("host", null)
                .set("node", null)
                .set("forced_host", forcedHost.isEmpty() ? forcedNode : forcedHost)
                .set("requested_host", requested)
                .set("scheduler_hints", hints())
                .set("group", group())
                .set("networks", networks.wanted())
                .set("auto_network", networks.auto())
                .set("security_groups", securityGroups)
                .set("nics", new ArrayList<Object>());
    }

    private void content(Row server) {
        Map<String, Object> properties = Json.object(image.get("properties"));
        server.set("flavor", FakeServers.embedded(flavor))
                .set("image_ref", imageRef)
                .set("image", FakeServers.remembered(image, flavor))
                .set("image_properties", properties)
                .set("kernel_id", Forms.str(properties.get("kernel_id")))
                .set("ramdisk_id", Forms.str(properties.get("ramdisk_id")))
                .set("root_device_name", BlockDevices.ROOT)
                .set("metadata", new LinkedHashMap<>(Json.object(wanted.get("metadata"))))
                .set("tags", new ArrayList<Object>(tags()))
                .set("key_name", wanted.get("key_name"))
                .set("config_drive", Forms.flag(wanted.get("config_drive"), false) ? "True" : "")
                .set("user_data", wanted.get("user_data"))
                .set("access_ip_v4", wanted.get("accessIPv4"))
                .set("access_ip_v6", wanted.get("accessIPv6"))
                .set("auto_disk_config", "AUTO".equals(wanted.get("OS-DCF:diskConfig")))
                .set("trusted_certs", wanted.get("trusted_image_certificates"))
                .set("locked_by", null)
                .set("locked_reason", null)
                .set("fault", null);
    }

    private Set<String> tags() {
        Set<String> tags = new LinkedHashSet<>();
        if (wanted.get("tags") instanceof List<?> list) {
            list.forEach(tag -> tags.add(tag.toString()));
        }
        return tags;
    }

    private String hostname(String name, String id, int index) {
        if (call.since("2.90") && wanted.get("hostname") != null) {
            return Forms.str(wanted.get("hostname"));
        }
        StringBuilder latin = new StringBuilder();
        name.chars().filter(c -> c < 256).forEach(c -> latin.append((char) c));
        String clean = latin.substring(0, Math.min(63, latin.length()))
                .replaceAll("[ _.]", "-")
                .replaceAll("[^\\p{L}\\p{Nd}_.-]+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("^[.-]+|[.-]+$", "");
        return clean.isEmpty() ? "Server-" + id : max > 1 ? clean + "-" + (index + 1) : clean;
    }

    private void keep(Row server) {
        servers.instances().all().add(server);
        servers.groups().find(group()).ifPresent(group -> servers.groups().join(group, server.id()));
        disks.named().forEach(device -> servers.devices().add(server, device));
        server.set("action", servers.log().begin(call, server, "create").id());
    }
}
