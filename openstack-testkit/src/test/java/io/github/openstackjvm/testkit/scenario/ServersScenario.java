package io.github.openstackjvm.testkit.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.compute.ConsoleType;
import io.github.openstackjvm.compute.DiskConfig;
import io.github.openstackjvm.compute.InstanceAction;
import io.github.openstackjvm.compute.KeypairSpec;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.ServerGroup;
import io.github.openstackjvm.compute.ServerGroupSpec;
import io.github.openstackjvm.compute.ServerSpec;
import io.github.openstackjvm.compute.ServerStatus;
import io.github.openstackjvm.compute.Servers;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.ResourceFailed;
import io.github.openstackjvm.resource.Order;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.testkit.As;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class ServersScenario {
    private static final String NOBODY = "11111111-2222-3333-4444-555555555555";

    /** What a small server is made of. */
    static ServerSpec small(Scratch scratch, String name) {
        return ServerSpec.named(scratch.name(name)).flavor("m1.nano").image("cirros");
    }

    /** Makes a server that is gone when the scenario ends. */
    static Server make(Cloud cloud, Scratch scratch, ServerSpec spec) {
        return order(cloud, scratch, spec).join();
    }

    /** Orders a server that is gone when the scenario ends, whatever becomes of it. */
    static Pending<Server> order(Cloud cloud, Scratch scratch, ServerSpec spec) {
        return scratch.ordered(
                cloud.compute().servers().create(spec), cloud.compute().servers());
    }

    static void refused(Class<? extends OpenStackException> how, String words, ThrowingCallable what) {
        assertThatExceptionOfType(how).isThrownBy(what).withMessageContaining(words);
    }

    @Test
    void aServerIsMadeShownChangedAndDeleted(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Servers servers = cloud.compute().servers();
        Pending<Server> order = order(
                cloud,
                scratch,
                small(scratch, "web")
                        .network("private")
                        .metadata("role", "web")
                        .tags("blue", "green")
                        .description("of a scenario")
                        .hostname("web-host")
                        .accessIpV4("192.0.2.7")
                        .configDrive(true)
                        .userData("#!/bin/sh\ntrue\n")
                        .diskConfig(DiskConfig.AUTO));
        assertThat(order.accepted().adminPass())
                .satisfies(password -> assertThat(password.reveal()).hasSize(12));
        Server web = order.join();

        assertThat(web.status()).isEqualTo(ServerStatus.ACTIVE);
        assertThat(web.vmState()).isEqualTo("active");
        assertThat(web.metadata()).isEqualTo(Map.of("role", "web"));
        assertThat(web.tags()).containsExactly("blue", "green");
        assertThat(web.description()).isEqualTo("of a scenario");
        assertThat(web.hostname()).isEqualTo("web-host");
        assertThat(web.accessIpV4()).isEqualTo("192.0.2.7");
        assertThat(web.configDrive()).isTrue();
        assertThat(web.diskConfig()).isEqualTo(DiskConfig.AUTO);
        assertThat(web.flavor().originalName()).isEqualTo("m1.nano");
        assertThat(web.flavor().ramMiB()).isEqualTo(64);
        assertThat(web.availabilityZone()).isEqualTo("nova");
        assertThat(web.projectId()).isEqualTo(cloud.session().projectId());
        assertThat(web.locked()).isFalse();
        assertThat(web.securityGroups()).extracting(Server.GroupName::name).containsExactly("default");
        assertThat(web.addresses()).containsOnlyKeys("private");
        assertThat(web.allAddresses()).singleElement().satisfies(address -> {
            assertThat(address.address()).startsWith("10.0.0.");
            assertThat(address.version()).isEqualTo(4);
            assertThat(address.type()).isEqualTo("fixed");
            assertThat(address.macAddress()).startsWith("fa:16:3e:");
        });
        assertThat(web.host()).isNull();
        assertThat(web.launchedAt()).isNotNull();
        assertThat(admin.compute().servers().get(web).host()).isNotNull();
        assertThat(admin.compute().servers().get(web).hostStatus()).isEqualTo("UP");
        assertThat(admin.compute().servers().get(web).userData()).isNotNull();

        Server changed = servers.update(
                web,
                servers.changes().name(scratch.name("new")).description(null).hostname("new-host"));
        assertThat(changed.name()).isEqualTo(scratch.name("new"));
        assertThat(changed.description()).isNull();
        assertThat(changed.hostname()).isEqualTo("new-host");

        assertThat(servers.metadata(web).merge(Map.of("a", "1"))).isEqualTo(Map.of("role", "web", "a", "1"));
        servers.metadata(web).set("b", "2");
        assertThat(servers.metadata(web).get("b")).isEqualTo(Optional.of("2"));
        servers.metadata(web).remove("role");
        assertThat(servers.metadata(web).replace(Map.of("c", "3"))).isEqualTo(Map.of("c", "3"));
        assertThat(servers.metadata(web).all()).isEqualTo(Map.of("c", "3"));

        servers.tags(web).add("red");
        assertThat(servers.tags(web).has("red")).isTrue();
        servers.tags(web).remove("red");
        servers.tags(web).replace(List.of("x", "y"));
        assertThat(servers.tags(web).all()).containsExactlyInAnyOrder("x", "y");
        servers.tags(web).clear();
        assertThat(servers.tags(web).all()).isEmpty();
        refused(NotFound.class, "has no tag 'x'", () -> servers.tags(web).remove("x"));

        assertThat(servers.delete(web).join().wasGone()).isFalse();
        refused(NotFound.class, "Instance " + web.id() + " could not be found.", () -> servers.get(web));
    }

    @Test
    void whatIsAskedForWrongIsRefused(Cloud cloud, Scratch scratch) {
        Servers servers = cloud.compute().servers();
        refused(
                BadRequest.class,
                "Network " + NOBODY + " could not be found.",
                () -> servers.create(small(scratch, "bad").network(NOBODY)));
        refused(
                BadRequest.class,
                "Port id " + NOBODY + " could not be found.",
                () -> servers.create(small(scratch, "bad").port(NOBODY)));
        refused(
                BadRequest.class,
                "Invalid key_name provided.",
                () -> servers.create(small(scratch, "bad").noNetwork().keypair(scratch.name("none"))));
        refused(
                BadRequest.class,
                "Unable to find security_group with name or id 'none'",
                () -> servers.create(small(scratch, "bad").noNetwork().securityGroup("none")));
        refused(
                BadRequest.class,
                "The requested availability zone is not available",
                () -> servers.create(small(scratch, "bad").noNetwork().availabilityZone("none")));
        refused(
                Forbidden.class,
                "os_compute_api:servers:create:forced_host",
                () -> servers.create(small(scratch, "bad").noNetwork().availabilityZone("nova:compute1")));
        refused(
                Forbidden.class,
                "compute:servers:create:requested_destination",
                () -> servers.create(small(scratch, "bad").noNetwork().host("compute1")));
        refused(
                BadRequest.class,
                "Instance group " + NOBODY + " could not be found.",
                () -> servers.create(small(scratch, "bad").noNetwork().serverGroup(NOBODY)));
        refused(
                BadRequest.class,
                "Flavor " + NOBODY + " could not be found.",
                () -> servers.create(ServerSpec.named("bad")
                        .flavor(Ref.id(NOBODY))
                        .image("cirros")
                        .noNetwork()));
        refused(
                BadRequest.class,
                "Can not find requested image",
                () -> servers.create(ServerSpec.named("bad")
                        .flavor("m1.nano")
                        .image(Ref.id(NOBODY))
                        .noNetwork()));
        refused(
                BadRequest.class,
                "An invalid 'name' value was provided.",
                () -> servers.create(ServerSpec.named(" bad")
                        .flavor("m1.nano")
                        .image("cirros")
                        .noNetwork()));
        refused(NotFound.class, "Instance " + NOBODY + " could not be found.", () -> servers.get(NOBODY));
        refused(NotFound.class, "Instance " + NOBODY + " could not be found.", () -> servers.pause(NOBODY));
        refused(NotFound.class, "Instance " + NOBODY + " has no mapping to a cell.", () -> servers.start(NOBODY));
        refused(
                NotFound.class,
                "Instance " + NOBODY + " has no mapping to a cell.",
                () -> servers.tags(NOBODY).all());
    }

    @Test
    void aServerThatCannotBeBuiltSaysWhy(Cloud cloud, Scratch scratch) {
        Servers servers = cloud.compute().servers();
        Pending<Server> order =
                order(cloud, scratch, small(scratch, "lost").noNetwork().schedulerHint("same_host", NOBODY));
        refused(ResourceFailed.class, "No valid host was found. There are not enough hosts available.", order::join);
        Server lost = servers.get(order.id());
        assertThat(lost.status()).isEqualTo(ServerStatus.ERROR);
        assertThat(lost.fault().code()).isEqualTo(500);
        assertThat(lost.fault().details()).isNull();
        assertThat(lost.hostId()).isEmpty();
        refused(Conflict.class, "is not ready", () -> servers.start(lost));
    }

    @Test
    void serversAreListedAndFiltered(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Servers servers = cloud.compute().servers();
        scratch.undo(() -> Pending.all(servers.list().nameMatching(scratch.name("many")).stream()
                        .map(servers::delete)
                        .toList())
                .join());
        List<Server> made = servers.createAll(small(scratch, "many").noNetwork().tags("a", "b"), 3)
                .join();
        assertThat(made)
                .extracting(Server::name)
                .containsExactlyInAnyOrder(scratch.name("many-1"), scratch.name("many-2"), scratch.name("many-3"));
        Server first = servers.named(scratch.name("many-1"));
        Server second = servers.named(scratch.name("many-2"));
        servers.tags(first).replace(List.of("a"));
        servers.stop(second).join();

        Servers.Query mine = servers.list().nameMatching(scratch.name("many"));
        assertThat(mine.toList()).hasSize(3);
        assertThat(mine.pageSize(1).stream()).hasSize(3);
        assertThat(mine.sortBy("display_name", Order.DESC).stream().map(Server::name))
                .containsExactly(scratch.name("many-3"), scratch.name("many-2"), scratch.name("many-1"));
        assertThat(mine.status(ServerStatus.SHUTOFF).one().id()).isEqualTo(second.id());
        assertThat(mine.tags("a", "b").toList()).hasSize(2);
        assertThat(mine.tagsAny("a", "b").toList()).hasSize(3);
        assertThat(mine.notTags("a", "b").one().id()).isEqualTo(first.id());
        assertThat(mine.notTagsAny("b").one().id()).isEqualTo(first.id());
        assertThat(mine.flavor("m1.nano").toList()).hasSize(3);
        assertThat(mine.flavor("m1.large").toList()).isEmpty();
        assertThat(mine.image("cirros").toList()).hasSize(3);
        assertThat(mine.image("cirros-alt").toList()).isEmpty();
        assertThat(mine.locked(true).toList()).isEmpty();
        assertThat(servers.list()
                        .nameMatching(scratch.name("many-[12]").toUpperCase(Locale.ROOT))
                        .toList())
                .hasSize(2);
        assertThat(mine.changesSince(first.createdAt().minus(Duration.ofMinutes(1)))
                        .toList())
                .hasSize(3);
        assertThat(mine.changesBefore(first.createdAt().minus(Duration.ofMinutes(1)))
                        .toList())
                .isEmpty();
        assertThat(admin.compute()
                        .servers()
                        .list()
                        .nameMatching(scratch.name("many"))
                        .toList())
                .isEmpty();
        Servers.Query all = admin.compute().servers().list().allProjects().nameMatching(scratch.name("many"));
        assertThat(all.toList()).hasSize(3);
        assertThat(all.vmState("stopped").one().id()).isEqualTo(second.id());
        assertThat(all.projectId(cloud.session().projectId()).toList()).hasSize(3);
        refused(
                Forbidden.class,
                "os_compute_api:servers:detail:get_all_tenants",
                () -> servers.list().allProjects().toList());

        Pending.all(List.of(servers.delete(first), servers.delete(second))).join();
        assertThat(mine.toList()).hasSize(1);
        assertThat(mine.changesSince(first.createdAt().minus(Duration.ofMinutes(1))).stream()
                        .filter(server -> server.status().equals(ServerStatus.DELETED)))
                .hasSize(2);
        assertThat(all.deleted(true).toList()).hasSize(2);
    }

    @Test
    void muchCanBeReadOfAServer(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Servers servers = cloud.compute().servers();
        Server server = make(cloud, scratch, small(scratch, "read").noNetwork());

        assertThat(servers.consoleOutput(server).lines().count()).isGreaterThan(10);
        assertThat(servers.consoleOutput(server, 2).lines()).hasSize(2);
        assertThat(servers.consoles(server).open(ConsoleType.NOVNC).url().reveal())
                .contains("token");
        assertThat(cloud.compute()
                        .at("2.5")
                        .servers()
                        .consoles(server)
                        .openOlder(ConsoleType.NOVNC)
                        .url()
                        .reveal())
                .contains("token");
        refused(
                BadRequest.class,
                "Unavailable console type serial.",
                () -> servers.consoles(server).open(ConsoleType.SERIAL));

        assertThat(servers.topology(server).nodes()).isEmpty();
        refused(Forbidden.class, "os_compute_api:os-server-diagnostics", () -> servers.diagnostics(server));
        assertThat(admin.compute().servers().diagnostics(server).state()).isEqualTo("running");
        assertThat(admin.compute().at("2.47").servers().hypervisorDiagnostics(server))
                .containsKey("memory");

        List<InstanceAction> actions = servers.actions(server).list().toList();
        assertThat(actions).extracting(InstanceAction::name).containsExactly("create");
        InstanceAction create = servers.actions(server).get(actions.get(0).requestId());
        assertThat(create.userId()).isEqualTo(cloud.session().userId());
        assertThat(create.message()).isNull();
        assertThat(create.events()).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo("compute__do_build_and_run_instance");
            assertThat(event.result()).isEqualTo("Success");
            assertThat(event.host()).isNull();
            assertThat(event.hostId()).isEqualTo(server.hostId());
            assertThat(event.traceback()).isNull();
        });
        servers.stop(server).join();
        assertThat(servers.actions(server).list().pageSize(1).stream().map(InstanceAction::name))
                .containsExactly("stop", "create");
        refused(
                NotFound.class,
                "Action none not found",
                () -> servers.actions(server).get("none"));
        InstanceAction asAdmin = admin.compute().servers().actions(server).get(create.requestId());
        assertThat(asAdmin.events().get(0).host()).isNotNull();
    }

    @Test
    void whoMustStayTogetherDoes(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        ServerGroup group = cloud.compute()
                .serverGroups()
                .create(ServerGroupSpec.named(scratch.name("group")).policy("affinity"));
        scratch.undo(() -> cloud.compute().serverGroups().delete(group));
        // Hints for which a cloud has no filter are taken, and count for nothing.
        Server one = make(
                cloud,
                scratch,
                small(scratch, "one")
                        .noNetwork()
                        .serverGroup(group)
                        .schedulerHint("build_near_host_ip", "203.0.113.7")
                        .schedulerHint("query", "[\">=\", \"$free_ram_mb\", 99999999]"));
        Server two = make(cloud, scratch, small(scratch, "two").noNetwork().serverGroup(group));
        assertThat(two.hostId()).isEqualTo(one.hostId());
        refused(
                ResourceFailed.class,
                "it is not on its way to VERIFY_RESIZE any more",
                () -> admin.compute().servers().migrate(two).join());
        Server elsewhere = make(
                cloud, scratch, small(scratch, "three").noNetwork().schedulerHint("different_host", List.of(one.id())));
        assertThat(elsewhere.hostId()).isNotEqualTo(one.hostId());
    }

    @Test
    void groupsAndKeysAreNamed(Cloud cloud, Scratch scratch) {
        Servers servers = cloud.compute().servers();
        ServerGroup group = cloud.compute()
                .serverGroups()
                .create(ServerGroupSpec.named(scratch.name("group")).policy("anti-affinity"));
        scratch.undo(() -> cloud.compute().serverGroups().delete(group));
        String key = scratch.name("key");
        cloud.compute().at("2.91").keypairs().create(KeypairSpec.named(key));
        scratch.undo(() -> cloud.compute().keypairs().delete(key));

        Server one = make(
                cloud,
                scratch,
                small(scratch, "one").noNetwork().serverGroup(group.name()).keypair(key));
        Server two = make(cloud, scratch, small(scratch, "two").noNetwork().serverGroup(group));
        assertThat(one.keyName()).isEqualTo(key);
        assertThat(one.serverGroups()).containsExactly(group.id());
        assertThat(one.hostId()).isNotEqualTo(two.hostId());
        assertThat(cloud.compute().serverGroups().get(group).members()).containsExactlyInAnyOrder(one.id(), two.id());
        Server together =
                make(cloud, scratch, small(scratch, "three").noNetwork().schedulerHint("same_host", one.id()));
        assertThat(together.hostId()).isEqualTo(one.hostId());
        servers.delete(two).join();
        Eventually.is(() -> cloud.compute().serverGroups().get(group).members().equals(List.of(one.id())));
    }
}
