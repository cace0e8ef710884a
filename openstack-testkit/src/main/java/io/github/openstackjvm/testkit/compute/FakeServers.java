package io.github.openstackjvm.testkit.compute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** Servers: listing, creating, showing, changing, deleting. What else is done to them is in {@link ServerActions}. */
final class FakeServers implements FakeResource {
    private final FakeCompute nova;
    private final FakeFlavors flavors;
    private final FakeServerGroups groups;
    private final Instances instances;
    private final Hosts hosts;
    private final Neutron neutron;
    private final Cinder cinder;
    private final Glance glance;
    private final BlockDevices devices;
    private final QuotaChecks checks;
    private final ActionLog log;
    private final ServerWork work;
    private final Scheduler scheduler;
    private final Plugging plugging;
    private final ServerBuild build;
    private final ServerRemoval removal;
    private final MigrationBook book;
    private final ServerImages images;
    private final ConsoleActions consoles;

    FakeServers(FakeCompute nova, FakeFlavors flavors, FakeServerGroups groups) {
        this.nova = nova;
        this.flavors = flavors;
        this.groups = groups;
        instances = new Instances(nova);
        hosts = new Hosts(nova);
        neutron = new Neutron(nova);
        cinder = new Cinder(nova);
        glance = new Glance(nova);
        devices = new BlockDevices(nova);
        checks = new QuotaChecks(nova.quotas());
        log = new ActionLog(nova, instances, hosts);
        work = new ServerWork(nova, instances, log);
        scheduler = new Scheduler(instances, hosts, groups);
        plugging = new Plugging(neutron, hosts);
        build = new ServerBuild(instances, scheduler, plugging, devices, cinder, work);
        removal = new ServerRemoval(instances, work, build, plugging, glance);
        book = new MigrationBook(nova, instances);
        images = new ServerImages(glance);
        consoles = new ConsoleActions(this);
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/servers", call -> list(call, false));
        routes.get("/servers/detail", call -> list(call, true));
        routes.post("/servers", call -> new ServerCreation(this, call).make());
        routes.get("/servers/{server}", this::show);
        routes.put("/servers/{server}", this::update);
        routes.delete("/servers/{server}", this::delete);
        log.routes(routes);
        new ServerActions(this).routes(routes);
        new FakeServerMetadata(this).routes(routes);
        new FakeServerTags(instances).routes(routes);
        new FakeServerDetails(this).routes(routes);
        new FakeInterfaces(this).routes(routes);
        new FakeVolumeAttachments(this).routes(routes);
        new FakeServerMigrations(this).routes(routes);
    }

    FakeCompute nova() {
        return nova;
    }

    FakeFlavors flavors() {
        return flavors;
    }

    FakeServerGroups groups() {
        return groups;
    }

    Instances instances() {
        return instances;
    }

    Hosts hosts() {
        return hosts;
    }

    Neutron neutron() {
        return neutron;
    }

    Cinder cinder() {
        return cinder;
    }

    Glance glance() {
        return glance;
    }

    BlockDevices devices() {
        return devices;
    }

    QuotaChecks checks() {
        return checks;
    }

    ActionLog log() {
        return log;
    }

    ServerWork work() {
        return work;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    Plugging plugging() {
        return plugging;
    }

    ServerBuild build() {
        return build;
    }

    ServerRemoval removal() {
        return removal;
    }

    MigrationBook book() {
        return book;
    }

    ServerImages images() {
        return images;
    }

    ConsoleActions consoles() {
        return consoles;
    }

    /** How servers look in this call. */
    ServerView view(Call call, BlockDevices.Index index) {
        return new ServerView(call, groups, hosts, new Nics(neutron), index);
    }

    private FakeResponse list(Call call, boolean detailed) {
        List<Row> page = new ServerList(call, instances, flavors, neutron, detailed).page();
        ServerView view = view(call, devices.index());
        List<Object> shown = new ArrayList<>();
        for (Row server : page) {
            boolean deleted = server.is("deleted");
            look(call, server);
            if (!deleted && server.is("deleted")) {
                continue;
            }
            shown.add(detailed ? view.full(server, ServerView.Extent.ALL) : view.brief(server));
        }
        Map<String, Object> body = Json.map("servers", shown);
        Paging.link(call, body, "servers_links", detailed ? "/servers/detail" : "/servers", page, Row::id);
        return Json.reply(200, body);
    }

    /** A server is about to be shown. */
    private void look(Call call, Row server) {
        build.look(call.caller(), server);
        instances.shown(server);
    }

    private FakeResponse show(Call call) {
        Row server = instances.get(call);
        look(call, server);
        // What was under way may just have ended in its deletion; it is shown this once.
        return Json.reply(200, Json.map("server", view(call, server, ServerView.Extent.ALL)));
    }

    Map<String, Object> view(Call call, Row server, ServerView.Extent extent) {
        ServerView view = view(call, devices.index(server));
        return view.withGroups(view.full(server, extent), server);
    }

    private FakeResponse update(Call call) {
        Map<String, Object> wanted =
                Json.object(FakeCompute.body(call, ServerSchemas.update(call)).get("server"));
        Row server = instances.get(call);
        Map<String, String> fields = Map.of(
                "name", "name",
                "description", "description",
                "hostname", "hostname",
                "accessIPv4", "access_ip_v4",
                "accessIPv6", "access_ip_v6");
        wanted.forEach((name, value) -> {
            if (name.equals("OS-DCF:diskConfig")) {
                server.set("auto_disk_config", value.equals("AUTO"));
            } else {
                server.set(fields.getOrDefault(name, name), value);
            }
        });
        Map<String, Object> view = view(call, server, ServerView.Extent.CHANGED);
        if (!wanted.isEmpty()) {
            instances.touch(server);
        }
        return Json.reply(200, Json.map("server", view));
    }

    private FakeResponse delete(Call call) {
        Row server = instances.get(call);
        Guard.unlocked(call, server);
        removal.begin(call, server);
        return FakeResponse.of(204).with("Content-Type", "application/json");
    }

    Optional<Row> key(String user, String name) {
        return nova.collection("keypairs").find(user + "/" + name);
    }

    long nextNumber() {
        return nova.world().ids().number();
    }

    /** A password as Nova makes them: of digits, capitals and small letters, none of them easily mistaken. */
    String newPassword() {
        String symbols = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
        String random = nova.world().ids().hex();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            int pick = Integer.parseInt(random.substring(2 * i, 2 * i + 2), 16);
            password.append(symbols.charAt(pick % symbols.length()));
        }
        return password.toString();
    }

    /** A flavor as a server keeps it, whatever becomes of the flavor. */
    static Map<String, Object> embedded(Row flavor) {
        Map<String, Object> kept = flavor.pick("id", "name", "vcpus", "ram", "disk", "swap", "number");
        kept.put("ephemeral", flavor.number("OS-FLV-EXT-DATA:ephemeral"));
        kept.put("extra_specs", new LinkedHashMap<>(flavor.object("extra_specs")));
        return kept;
    }

    /** What a server remembers of its image, for images that are made of it. */
    static Map<String, Object> remembered(Map<String, Object> image, Row flavor) {
        Map<String, Object> kept = new Row(image).pick("container_format", "disk_format", "min_ram");
        kept.put("min_disk", Math.max(Forms.number(image.get("min_disk")), flavor.number("disk")));
        kept.put("properties", new LinkedHashMap<>(Json.object(image.get("properties"))));
        return kept;
    }
}
