package io.github.openstackjvm.testkit;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.identity.Directory;
import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;

import static java.util.Map.entry;

/**
 * Puts what a seed describes into a cloud: by the requests a client would send, so that everything hangs together as it does
 * otherwise, and with the services' own words when they refuse something. Nothing of it shows in the journal; faults and
 * transitions do not apply.
 */
final class Sower {
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
    private record Kind(String service, String path, String key, String rows, String name, Map<String, String> refs) {}

    private static final String NETWORK = "network_id=network/networks";

    /** In the order in which one needs the other. */
    private static final Map<String, Kind> KINDS = kinds();

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
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
                new Kind(
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
    private final Map<String, Step> steps = Map.ofEntries(
            entry(
                    "flavors.extra_specs",
                    (id, value) -> post(
                            value, "compute/v2.1/flavors/" + id + "/os-extra_specs", "extra_specs", value.plain())),
            entry("images.content", this::imageContent),
            entry(
                    "routers.gateway",
                    (id, value) -> send(
                            value,
                            HttpMethod.PUT,
                            "network/v2.0/routers/" + id,
                            Json.map(
                                    "router",
                                    Json.map(
                                            "external_gateway_info",
                                            Json.map("network_id", reference(value, "network/networks")))))),
            entry(
                    "routers.interfaces",
                    (id, value) -> value.items()
                            .forEach(subnet -> send(
                                    subnet,
                                    HttpMethod.PUT,
                                    "network/v2.0/routers/" + id + "/add_router_interface",
                                    Json.map("subnet_id", reference(subnet, "network/subnets"))))),
            entry("security_groups.rules", (id, value) -> value.items().forEach(rule -> securityGroupRule(id, rule))),
            entry(
                    "servers.volumes",
                    (id, value) -> value.items()
                            .forEach(volume -> post(
                                    volume,
                                    "compute/v2.1/servers/" + id + "/os-volume_attachments",
                                    "volumeAttachment",
                                    Json.map("volumeId", reference(volume, "block-storage/volumes"))))),
            entry("servers.floating_ip", this::floatingIp),
            entry("servers.status", this::serverStatus),
            entry(
                    "volumes.status",
                    (id, value) -> post(
                            value,
                            "block-storage/v3/volumes/" + id + "/action",
                            "os-reset_status",
                            Json.map("status", value.text()))),
            entry(
                    "snapshots.status",
                    (id, value) -> post(
                            value,
                            "block-storage/v3/snapshots/" + id + "/action",
                            "os-reset_status",
                            Json.map("status", value.text()))));

    private String project = "";
    private String what = "";

    Sower(FakeCloud fake, Directory directory) {
        this.fake = fake;
        this.directory = directory;
    }

    private static Kind kind(String service, String path, String key, String rows, Map<String, String> refs) {
        return new Kind(service, path, key, rows, "name", refs);
    }

    void sow(Seed seed) {
        Map<String, Seed> sections = seed.entries("a seed");
        Set<String> known = new TreeSet<>(KINDS.keySet());
        known.addAll(List.of("projects", "users", "containers"));
        sections.forEach((name, section) -> {
            if (!known.contains(name)) {
                throw section.wrong("there is no section " + name + "; there are " + String.join(", ", known));
            }
        });
        each(sections, "projects", this::project);
        each(sections, "users", this::user);
        KINDS.forEach((section, kind) -> each(
                sections,
                section,
                (name, value) -> asOwner(section, name, value, () -> make(section, kind, name, value))));
        each(sections, "containers", (name, value) -> asOwner("containers", name, value, () -> container(name, value)));
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
        what = section.replaceFirst("s$", "").replace('_', ' ') + " " + name;
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
        project = row.id();
        Row token = Row.of(
                "id",
                "seed",
                "user_id",
                userId,
                "project_id",
                project,
                "methods",
                List.of("password"),
                "expires_at",
                "9999-01-01T00:00:00Z",
                "issued_at",
                fake.clock().toString(),
                "audit_ids",
                List.of("seed"));
        Caller caller = new Caller(userId, user, project, home, "", false, Set.of("admin", "member", "reader"), token);
        fake.world().as(caller, work);
    }

    private void make(String section, Kind kind, String name, Seed value) {
        Map<String, Object> body = Json.map(kind.name(), name);
        Map<String, Seed> later = new LinkedHashMap<>();
        Map<String, Seed> kept = new LinkedHashMap<>();
        value.entries(what).forEach((field, setting) -> {
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
                                        .map(each -> reference(each, parts[1]))
                                        .toList()
                                : reference(setting, parts[1]));
            } else if (!field.equals("project")) {
                Json.put(body, field, setting.plain());
            }
        });
        complete(section, body, value);
        Map<String, Object> answer = post(value, kind.service() + kind.path(), kind.key(), body);
        Map<String, Object> made = kind.key().isEmpty() ? answer : Json.object(answer.get(kind.key()));
        String id = String.valueOf(made.getOrDefault("id", name));
        later.forEach((field, setting) -> {
            Step step = steps.get(section + "." + field);
            if (step != null) {
                step.run(id, setting);
            }
        });
        if (!kept.isEmpty()) {
            Row row = find(kind.rows(), id).orElseThrow(() -> value.wrong(what + " cannot be found again"));
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
                named.items().forEach(each -> networks.add(Json.map("uuid", reference(each, "network/networks"))));
            }
        }
        Seed ports = fields.get("ports");
        if (ports != null) {
            ports.items().forEach(each -> networks.add(Json.map("port", reference(each, "network/ports"))));
        }
        body.keySet().removeAll(Set.of("network", "networks", "ports"));
        body.put("networks", networks.isEmpty() ? "none" : networks);
        Seed groups = fields.get("security_groups");
        if (groups != null) {
            body.put(
                    "security_groups",
                    groups.items().stream()
                            .map(each -> Json.map("name", reference(each, "network/security_groups")))
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
                            reference(disk, "block-storage/volumes"),
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
                body.put("remote_group_id", reference(setting, "network/security_groups"));
            } else {
                Json.put(body, field, setting.plain());
            }
        });
        post(rule, "network/v2.0/security-group-rules", "security_group_rule", body);
    }

    private void imageContent(String id, Seed value) {
        request(
                value,
                HttpMethod.PUT,
                "image/v2/images/" + id + "/file",
                HttpHeaders.of("Content-Type", "application/octet-stream"),
                content(value));
    }

    private void floatingIp(String server, Seed network) {
        FakeCollection ports = fake.world().collection(fake.region(), "network/ports");
        Row port = ports.first("device_id", server)
                .orElseThrow(() -> network.wrong(what + " is on no network: give it one with network"));
        post(
                network,
                "network/v2.0/floatingips",
                "floatingip",
                Json.map("floating_network_id", reference(network, "network/networks"), "port_id", port.id()));
    }

    private void serverStatus(String id, Seed value) {
        String status = value.text();
        String path = "compute/v2.1/servers/" + id + "/action";
        if (status.equals("ERROR")) {
            post(value, path, "os-resetState", Json.map("state", "error"));
        } else if (STATES.containsKey(status)) {
            send(value, HttpMethod.POST, path, Json.map(STATES.get(status), null));
        } else if (!status.equals("ACTIVE")) {
            throw value.wrong(what + ": a server can begin as ACTIVE, ERROR or "
                    + String.join(", ", new TreeSet<>(STATES.keySet())) + ", not as " + status);
        }
    }

    private void container(String name, Seed value) {
        String path = "object-store/v1/AUTH_" + project + "/" + encoded(name);
        List<Map.Entry<String, Seed>> objects = new ArrayList<>();
        HttpHeaders headers = HttpHeaders.EMPTY;
        for (Map.Entry<String, Seed> field : value.entries(what).entrySet()) {
            switch (field.getKey()) {
                case "project" -> {}
                case "objects" ->
                    objects.addAll(field.getValue().entries("objects").entrySet());
                case "metadata" -> headers = headers(headers, "X-Container-Meta-", field.getValue());
                case "headers" -> headers = headers(headers, "", field.getValue());
                default ->
                    throw field.getValue()
                            .wrong(what + " has project, objects, metadata and headers, no " + field.getKey());
            }
        }
        request(value, HttpMethod.PUT, path, headers.with("Content-Length", "0"), FakeBody.EMPTY);
        for (Map.Entry<String, Seed> object : objects) {
            what = "object " + object.getKey();
            object(path + "/" + encoded(object.getKey()), object.getValue());
        }
    }

    private void object(String path, Seed value) {
        HttpHeaders headers = HttpHeaders.EMPTY;
        if (value.isMap()) {
            for (Map.Entry<String, Seed> field : value.entries(what).entrySet()) {
                switch (field.getKey()) {
                    case "text", "file", "size" -> {}
                    case "type" ->
                        headers = headers.with("Content-Type", field.getValue().text());
                    case "metadata" -> headers = headers(headers, "X-Object-Meta-", field.getValue());
                    case "headers" -> headers = headers(headers, "", field.getValue());
                    default ->
                        throw field.getValue()
                                .wrong(what + " has text, file or size, type, metadata and headers, no "
                                        + field.getKey());
                }
            }
        }
        FakeBody body = content(value);
        request(value, HttpMethod.PUT, path, headers.with("Content-Length", String.valueOf(body.length())), body);
    }

    private static HttpHeaders headers(HttpHeaders headers, String prefix, Seed value) {
        HttpHeaders more = headers;
        for (Map.Entry<String, Seed> header : value.entries("headers").entrySet()) {
            more = more.with(prefix + header.getKey(), header.getValue().text());
        }
        return more;
    }

    /** A text, or a map of text, file, or a size of that many zeros. */
    private FakeBody content(Seed value) {
        if (!value.isMap()) {
            return FakeBody.of(value.text());
        }
        Map<String, Seed> fields = value.entries("content");
        Seed text = fields.get("text");
        Seed file = fields.get("file");
        Seed size = fields.get("size");
        if (text != null) {
            return FakeBody.of(text.text());
        }
        if (size != null) {
            return FakeBody.of(new byte[size.number()]);
        }
        if (file == null) {
            throw value.wrong(what + " needs text, file or size");
        }
        Path folder = value.folder();
        Path path = folder == null ? Path.of(file.text()) : folder.resolve(file.text());
        try {
            return FakeBody.of(Files.readAllBytes(path));
        } catch (IOException e) {
            throw file.wrong(what + ": the file " + path + " cannot be read");
        }
    }

    /** The id of what is named; of several of one name, that of the project itself. */
    private String reference(Seed value, String rows) {
        String name = value.text();
        FakeCollection all = fake.world().collection(fake.region(), rows);
        List<Row> named = all.where(row -> (row.is("name", name) || row.id().equals(name)) && !row.is("deleted"));
        if (named.isEmpty()) {
            String kind = rows.substring(rows.indexOf('/') + 1).replace('_', ' ');
            throw value.wrong(what + ": there is no " + name + " among the " + kind + "; there are "
                    + all.all().stream().map(row -> row.text("name")).toList());
        }
        return named.stream()
                .filter(row -> row.is("project_id", project))
                .findFirst()
                .orElse(named.get(0))
                .id();
    }

    private Optional<Row> find(String rows, String id) {
        FakeCollection all = fake.world().collection(fake.region(), rows);
        return all.find(id).or(() -> all.first("name", id));
    }

    private Map<String, Object> post(Seed place, String path, String key, @Nullable Object body) {
        return send(place, HttpMethod.POST, path, key.isEmpty() ? Json.object(body) : Json.map(key, body));
    }

    private Map<String, Object> send(Seed place, HttpMethod method, String path, Map<String, Object> body) {
        HttpHeaders headers =
                HttpHeaders.of("Content-Type", "application/json").with("OpenStack-API-Version", version(path));
        FakeResponse answer = request(place, method, path, headers, FakeBody.of(Json.bytes(body)));
        return Json.object(json(answer));
    }

    private static String version(String path) {
        // Later ones make no keys.
        return path.endsWith("/os-keypairs")
                ? "compute 2.91"
                : path.startsWith("compute") ? "compute latest" : "volume latest";
    }

    private static @Nullable Object json(FakeResponse answer) {
        try {
            return answer.body().length() == 0 ? null : Json.read(answer.body().bytes());
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private FakeResponse request(Seed place, HttpMethod method, String path, HttpHeaders headers, FakeBody body) {
        FakeRequest request = FakeRequest.of(
                method, FakeCloud.ORIGIN + "/" + inProject(path), headers.with("X-Auth-Token", "seed"), body);
        FakeResponse answer = new Exchange(fake, request).handle();
        if (answer.status() >= 300) {
            throw place.wrong(what + " is refused with " + answer.status() + ": " + words(json(answer)));
        }
        return answer;
    }

    // Cinder has the project in its paths.
    private String inProject(String path) {
        return path.startsWith("block-storage/v3/") ? path.replaceFirst("v3/", "v3/" + project + "/") : path;
    }

    private static String words(@Nullable Object answer) {
        Object inside = answer;
        while (inside instanceof Map<?, ?> map) {
            Object message = map.get("message");
            if (message instanceof String text) {
                return text;
            }
            inside = map.isEmpty() ? null : map.values().iterator().next();
        }
        return String.valueOf(answer);
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
