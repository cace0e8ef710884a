package io.github.openstackjvm.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.identity.Directory;
import io.github.openstackjvm.transport.HttpHeaders;

import static java.util.Map.entry;

/**
 * Puts what a seed describes into a cloud: by the requests a client would send, so that everything hangs together as it does
 * otherwise, and with the services' own words when they refuse something. Nothing of it shows in the journal; faults and
 * transitions do not apply.
 */
final class Sower {
    private static final Map<String, String> STATES = Map.of(
            "SHUTOFF", "os-stop",
            "PAUSED", "pause",
            "SUSPENDED", "suspend",
            "SHELVED_OFFLOADED", "shelve",
            "RESCUE", "rescue");

    /** What remains to be done with a thing when it is there. */
    private interface Step {
        void run(String id, Seed value);
    }

    private final FakeCloud fake;
    private final Directory directory;
    private final SeedRequests requests;
    private final SownContainers containers;
    private final Map<String, Step> steps;

    Sower(FakeCloud fake, Directory directory) {
        this.fake = fake;
        this.directory = directory;
        this.requests = new SeedRequests(fake);
        this.containers = new SownContainers(requests);
        this.steps = steps();
    }

    private Map<String, Step> steps() {
        return Map.ofEntries(
                entry(
                        "flavors.extra_specs",
                        (id, value) -> requests.post(
                                value, "compute/v2.1/flavors/" + id + "/os-extra_specs", "extra_specs", value.plain())),
                entry("images.content", this::imageContent),
                entry(
                        "routers.gateway",
                        (id, value) -> requests.send(
                                value,
                                HttpMethod.PUT,
                                "network/v2.0/routers/" + id,
                                Json.map(
                                        "router",
                                        Json.map(
                                                "external_gateway_info",
                                                Json.map(
                                                        "network_id",
                                                        requests.reference(value, "network/networks")))))),
                entry(
                        "routers.interfaces",
                        (id, value) -> value.items()
                                .forEach(subnet -> requests.send(
                                        subnet,
                                        HttpMethod.PUT,
                                        "network/v2.0/routers/" + id + "/add_router_interface",
                                        Json.map("subnet_id", requests.reference(subnet, "network/subnets"))))),
                entry(
                        "security_groups.rules",
                        (id, value) -> value.items().forEach(rule -> securityGroupRule(id, rule))),
                entry(
                        "servers.volumes",
                        (id, value) -> value.items()
                                .forEach(volume -> requests.post(
                                        volume,
                                        "compute/v2.1/servers/" + id + "/os-volume_attachments",
                                        "volumeAttachment",
                                        Json.map("volumeId", requests.reference(volume, "block-storage/volumes"))))),
                entry("servers.floating_ip", this::floatingIp),
                entry("servers.status", this::serverStatus),
                entry(
                        "volumes.status",
                        (id, value) -> requests.post(
                                value,
                                "block-storage/v3/volumes/" + id + "/action",
                                "os-reset_status",
                                Json.map("status", value.text()))),
                entry(
                        "snapshots.status",
                        (id, value) -> requests.post(
                                value,
                                "block-storage/v3/snapshots/" + id + "/action",
                                "os-reset_status",
                                Json.map("status", value.text()))));
    }

    void sow(Seed seed) {
        Map<String, Seed> sections = seed.entries("a seed");
        Set<String> known = new TreeSet<>(SeedKind.ALL.keySet());
        known.addAll(List.of("projects", "users", "containers"));
        sections.forEach((name, section) -> {
            if (!known.contains(name)) {
                throw section.wrong("there is no section " + name + "; there are " + String.join(", ", known));
            }
        });
        each(sections, "projects", this::project);
        each(sections, "users", this::user);
        SeedKind.ALL.forEach((section, kind) -> each(
                sections,
                section,
                (name, value) -> asOwner(section, name, value, () -> make(section, kind, name, value))));
        each(
                sections,
                "containers",
                (name, value) -> asOwner("containers", name, value, () -> containers.container(name, value)));
    }

    private interface Visitor {
        void take(String name, Seed value);
    }

    private static void each(Map<String, Seed> sections, String section, Visitor visitor) {
        Seed value = sections.get(section);
        if (value != null) {
            value.entries(section).forEach(visitor::take);
        }
    }

    private void project(String name, Seed value) {
        Row row = directory.project(name);
        value.entries("project " + name).forEach((field, setting) -> {
            if (field.equals("quotas")) {
                setting.entries("quotas")
                        .forEach((resource, limit) -> fake.world().setQuota(row.id(), resource, limit.number()));
            } else if (List.of("description", "enabled", "tags").contains(field)) {
                row.set(field, setting.plain());
            } else {
                throw setting.wrong("a project has description, enabled, tags and quotas, no " + field);
            }
        });
    }

    private void user(String name, Seed value) {
        Map<String, Seed> fields = value.entries("user " + name);
        String password =
                fields.containsKey("password") ? fields.get("password").text() : "secret";
        Map<String, String> roles = new LinkedHashMap<>();
        fields.forEach((field, setting) -> {
            switch (field) {
                case "password" -> {}
                case "project" -> roles.putIfAbsent(setting.text(), "member");
                case "roles" -> setting.entries("roles").forEach((in, role) -> roles.put(in, known(role)));
                default ->
                    throw setting.wrong(
                            "a user has password, project (as a member) and roles (a role for each project), no "
                                    + field);
            }
        });
        if (roles.isEmpty()) {
            throw value.wrong("user " + name + " needs a project, or roles");
        }
        roles.forEach((in, role) -> directory.user(name, password, in, role));
    }

    private static String known(Seed role) {
        if (!List.of("admin", "member", "reader").contains(role.text())) {
            throw role.wrong("there is no role " + role.text() + "; there are admin, member and reader");
        }
        return role.text();
    }

    /** In the project it belongs to, as a user who is there, but with every right. */
    private void asOwner(String section, String name, Seed value, Runnable work) {
        Seed owner = value.isMap() ? value.entries(section).get("project") : null;
        String what = section.replaceFirst("s$", "").replace('_', ' ') + " " + name;
        String home = owner == null ? "demo" : owner.text();
        Row row = directory
                .projects()
                .first("name", home)
                .orElseThrow(() -> (owner == null ? value : owner)
                        .wrong(what + ": there is no project " + home + "; name it under projects"));
        String user = fake.accounts().stream()
                .filter(account -> account.project().equals(home))
                .findFirst()
                .map(Account::user)
                .orElse("admin");
        String userId = directory.users().first("name", user).map(Row::id).orElse("");
        requests.about(what, row.id());
        Row token = Row.of(
                "id",
                "seed",
                "user_id",
                userId,
                "project_id",
                row.id(),
                "methods",
                List.of("password"),
                "expires_at",
                "9999-01-01T00:00:00Z",
                "issued_at",
                fake.clock().toString(),
                "audit_ids",
                List.of("seed"));
        Caller caller = new Caller(userId, user, row.id(), home, "", false, Set.of("admin", "member", "reader"), token);
        fake.world().as(caller, work);
    }

    private void make(String section, SeedKind kind, String name, Seed value) {
        Map<String, Object> body = Json.map(kind.name(), name);
        Map<String, Seed> later = new LinkedHashMap<>();
        Map<String, Seed> kept = new LinkedHashMap<>();
        value.entries(requests.what()).forEach((field, setting) -> {
            String ref = kind.refs().get(field);
            if (field.equals("set")) {
                kept.putAll(setting.entries("set"));
            } else if (steps.containsKey(section + "." + field)) {
                later.put(field, setting);
            } else if (ref != null) {
                String[] parts = ref.split("=", 2);
                body.put(
                        parts[0],
                        parts[0].endsWith("s")
                                ? setting.items().stream()
                                        .map(each -> requests.reference(each, parts[1]))
                                        .toList()
                                : requests.reference(setting, parts[1]));
            } else if (!field.equals("project")) {
                Json.put(body, field, setting.plain());
            }
        });
        complete(section, body, value);
        Map<String, Object> answer = requests.post(value, kind.service() + kind.path(), kind.key(), body);
        Map<String, Object> made = kind.key().isEmpty() ? answer : Json.object(answer.get(kind.key()));
        String id = String.valueOf(made.getOrDefault("id", name));
        later.forEach((field, setting) -> {
            Step step = steps.get(section + "." + field);
            if (step != null) {
                step.run(id, setting);
            }
        });
        if (!kept.isEmpty()) {
            Row row = requests.find(kind.rows(), id)
                    .orElseThrow(() -> value.wrong(requests.what() + " cannot be found again"));
            kept.forEach((field, setting) -> row.set(field, setting.plain()));
        }
    }

    // What everybody would write the same.
    private void complete(String section, Map<String, Object> body, Seed value) {
        switch (section) {
            case "subnets" ->
                body.putIfAbsent("ip_version", String.valueOf(body.get("cidr")).contains(":") ? 6 : 4);
            case "flavors" -> {
                body.putIfAbsent("ram", 512);
                body.putIfAbsent("vcpus", 1);
                body.putIfAbsent("disk", 1);
            }
            case "server_groups" -> body.putIfAbsent("policy", "anti-affinity");
            case "images" -> {
                body.putIfAbsent("disk_format", "raw");
                body.putIfAbsent("container_format", "bare");
            }
            case "volumes" -> body.putIfAbsent("size", 1);
            case "snapshots" -> body.put("force", true);
            case "servers" -> server(body, value);
            default -> {}
        }
    }

    private void server(Map<String, Object> body, Seed value) {
        Map<String, Seed> fields = value.entries("a server");
        List<Map<String, Object>> networks = new ArrayList<>();
        for (String field : List.of("network", "networks")) {
            Seed named = fields.get(field);
            if (named != null) {
                named.items()
                        .forEach(each -> networks.add(Json.map("uuid", requests.reference(each, "network/networks"))));
            }
        }
        Seed ports = fields.get("ports");
        if (ports != null) {
            ports.items().forEach(each -> networks.add(Json.map("port", requests.reference(each, "network/ports"))));
        }
        body.keySet().removeAll(Set.of("network", "networks", "ports"));
        body.put("networks", networks.isEmpty() ? "none" : networks);
        Seed groups = fields.get("security_groups");
        if (groups != null) {
            body.put(
                    "security_groups",
                    groups.items().stream()
                            .map(each -> Json.map("name", requests.reference(each, "network/security_groups")))
                            .toList());
        }
        Seed key = fields.get("keypair");
        if (key != null) {
            body.remove("keypair");
            body.put("key_name", key.text());
        }
        Seed disk = fields.get("boot_volume");
        if (disk != null) {
            body.remove("boot_volume");
            body.put(
                    "block_device_mapping_v2",
                    List.of(Json.map(
                            "boot_index",
                            0,
                            "uuid",
                            requests.reference(disk, "block-storage/volumes"),
                            "source_type",
                            "volume",
                            "destination_type",
                            "volume")));
        }
    }

    private void securityGroupRule(String group, Seed rule) {
        Map<String, Object> body = Json.map("security_group_id", group, "direction", "ingress");
        rule.entries("a rule").forEach((field, setting) -> {
            if (field.equals("port")) {
                body.put("port_range_min", setting.number());
                body.put("port_range_max", setting.number());
            } else if (field.equals("remote_group")) {
                body.put("remote_group_id", requests.reference(setting, "network/security_groups"));
            } else {
                Json.put(body, field, setting.plain());
            }
        });
        requests.post(rule, "network/v2.0/security-group-rules", "security_group_rule", body);
    }

    private void imageContent(String id, Seed value) {
        requests.request(
                value,
                HttpMethod.PUT,
                "image/v2/images/" + id + "/file",
                HttpHeaders.of("Content-Type", "application/octet-stream"),
                requests.content(value));
    }

    private void floatingIp(String server, Seed network) {
        FakeCollection ports = fake.world().collection(fake.region(), "network/ports");
        Row port = ports.first("device_id", server)
                .orElseThrow(() -> network.wrong(requests.what() + " is on no network: give it one with network"));
        requests.post(
                network,
                "network/v2.0/floatingips",
                "floatingip",
                Json.map("floating_network_id", requests.reference(network, "network/networks"), "port_id", port.id()));
    }

    private void serverStatus(String id, Seed value) {
        String status = value.text();
        String path = "compute/v2.1/servers/" + id + "/action";
        if (status.equals("ERROR")) {
            requests.post(value, path, "os-resetState", Json.map("state", "error"));
        } else if (STATES.containsKey(status)) {
            requests.send(value, HttpMethod.POST, path, Json.map(STATES.get(status), null));
        } else if (!status.equals("ACTIVE")) {
            throw value.wrong(requests.what() + ": a server can begin as ACTIVE, ERROR or "
                    + String.join(", ", new TreeSet<>(STATES.keySet())) + ", not as " + status);
        }
    }
}
