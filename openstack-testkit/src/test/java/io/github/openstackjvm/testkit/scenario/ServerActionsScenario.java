package io.github.openstackjvm.testkit.scenario;

import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.compute.BackupSpec;
import io.github.openstackjvm.compute.EvacuateSpec;
import io.github.openstackjvm.compute.LiveMigrateSpec;
import io.github.openstackjvm.compute.Migration;
import io.github.openstackjvm.compute.RebootType;
import io.github.openstackjvm.compute.RebuildSpec;
import io.github.openstackjvm.compute.RescueSpec;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.ServerStatus;
import io.github.openstackjvm.compute.Servers;
import io.github.openstackjvm.compute.UnshelveSpec;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static io.github.openstackjvm.testkit.scenario.ServersScenario.make;
import static io.github.openstackjvm.testkit.scenario.ServersScenario.refused;
import static io.github.openstackjvm.testkit.scenario.ServersScenario.small;
import static org.assertj.core.api.Assertions.assertThat;

@Scenario
class ServerActionsScenario {
    private static final String NOBODY = "11111111-2222-3333-4444-555555555555";

    private static String cannot(String action, Server server, String state) {
        return "Cannot '" + action + "' instance " + server.id() + " while it is in vm_state " + state;
    }

    @Test
    void powerIsTurnedOffAndOn(Cloud cloud, Scratch scratch) {
        Servers servers = cloud.compute().servers();
        Server server = make(cloud, scratch, small(scratch, "power").noNetwork());
        refused(Conflict.class, cannot("start", server, "active"), () -> servers.start(server));
        assertThat(servers.stop(server).join().status()).isEqualTo(ServerStatus.SHUTOFF);
        refused(Conflict.class, cannot("stop", server, "stopped"), () -> servers.stop(server));
        refused(Conflict.class, cannot("reboot", server, "stopped"), () -> servers.reboot(server, RebootType.SOFT));
        assertThat(servers.reboot(server, RebootType.HARD).join().status()).isEqualTo(ServerStatus.ACTIVE);
        servers.stop(server).join();
        assertThat(servers.start(server).join().status()).isEqualTo(ServerStatus.ACTIVE);
        assertThat(servers.reboot(server, RebootType.SOFT).join().status()).isEqualTo(ServerStatus.ACTIVE);

        assertThat(servers.pause(server).join().status()).isEqualTo(ServerStatus.PAUSED);
        refused(Conflict.class, cannot("suspend", server, "paused"), () -> servers.suspend(server));
        assertThat(servers.unpause(server).join().status()).isEqualTo(ServerStatus.ACTIVE);
        assertThat(servers.suspend(server).join().status()).isEqualTo(ServerStatus.SUSPENDED);
        refused(Conflict.class, cannot("pause", server, "suspended"), () -> servers.pause(server));
        assertThat(servers.resume(server).join().status()).isEqualTo(ServerStatus.ACTIVE);
        servers.triggerCrashDump(server);
        servers.changePassword(server, Secret.of("hush"));
        refused(Conflict.class, cannot("restore", server, "active"), () -> servers.restore(server));
    }

    @Test
    void locksKeepTheirOwnersFromMistakes(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Servers servers = cloud.compute().servers();
        Servers asAdmin = admin.compute().servers();
        Server server = make(cloud, scratch, small(scratch, "lock").noNetwork());
        servers.lock(server, "on purpose");
        assertThat(servers.get(server).locked()).isTrue();
        assertThat(servers.get(server).lockedReason()).isEqualTo("on purpose");
        assertThat(servers.list().nameMatching(server.name()).locked(true).toList())
                .hasSize(1);
        String locked = "Instance " + server.id() + " is locked";
        refused(Conflict.class, locked, () -> servers.stop(server));
        refused(Conflict.class, locked, () -> servers.delete(server));
        refused(Conflict.class, locked, () -> servers.metadata(server).set("a", "b"));
        refused(
                Conflict.class,
                "Instance " + server.id() + " is in an invalid state for 'changePassword'",
                () -> servers.changePassword(server, Secret.of("hush")));
        servers.tags(server).add("still");
        asAdmin.stop(server).join();
        servers.unlock(server);
        assertThat(servers.get(server).locked()).isFalse();
        assertThat(servers.get(server).lockedReason()).isNull();

        asAdmin.lock(server);
        refused(Forbidden.class, "os_compute_api:os-lock-server:unlock:unlock_override", () -> servers.unlock(server));
        asAdmin.unlock(server);
    }

    @Test
    void serversAreRescuedAndRebuilt(Cloud cloud, Scratch scratch) {
        Servers servers = cloud.compute().servers();
        Server server = make(cloud, scratch, small(scratch, "mend").network("private"));
        Pending<Server> rescue =
                servers.rescue(server, new RescueSpec().image("cirros-alt").adminPass(Secret.of("hush")));
        assertThat(rescue.accepted().adminPass()).isEqualTo(Secret.of("hush"));
        assertThat(rescue.join().status()).isEqualTo(ServerStatus.RESCUE);
        refused(Conflict.class, cannot("stop", server, "rescued"), () -> servers.stop(server));
        assertThat(servers.unrescue(server).join().status()).isEqualTo(ServerStatus.ACTIVE);
        refused(Conflict.class, cannot("unrescue", server, "active"), () -> servers.unrescue(server));
        assertThat(servers.rescue(server).accepted().adminPass()).isNotNull();
        refused(Conflict.class, "while it is in", () -> servers.rebuild(server, RebuildSpec.from("cirros-alt")));

        Server other =
                make(cloud, scratch, small(scratch, "anew").network("private").metadata("a", "b"));
        Pending<Server> rebuild = servers.rebuild(
                other,
                RebuildSpec.from("cirros-alt")
                        .name(scratch.name("rebuilt"))
                        .metadata(Map.of("c", "d"))
                        .description("anew")
                        .userData("new data")
                        .hostname("new-host"));
        assertThat(rebuild.accepted().adminPass()).isNotNull();
        Server rebuilt = rebuild.join();
        assertThat(rebuilt.status()).isEqualTo(ServerStatus.ACTIVE);
        assertThat(rebuilt.name()).isEqualTo(scratch.name("rebuilt"));
        assertThat(rebuilt.metadata()).isEqualTo(Map.of("c", "d"));
        assertThat(rebuilt.description()).isEqualTo("anew");
        assertThat(rebuilt.hostname()).isEqualTo("new-host");
        assertThat(rebuilt.image().id())
                .isEqualTo(cloud.image().images().named("cirros-alt").id());
        assertThat(rebuilt.addresses()).isEqualTo(other.addresses());
        servers.stop(other).join();
        assertThat(servers.rebuild(other, RebuildSpec.from("cirros")).join().status())
                .isEqualTo(ServerStatus.SHUTOFF);
        refused(
                BadRequest.class,
                "Cannot find image for rebuild",
                () -> servers.rebuild(other, RebuildSpec.from(NOBODY)));
        refused(
                BadRequest.class,
                "Invalid key_name provided.",
                () -> servers.rebuild(other, RebuildSpec.from("cirros").keypair("none")));
    }

    @Test
    void sizesAreChangedConfirmedAndReverted(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Servers servers = cloud.compute().servers();
        Server server = make(cloud, scratch, small(scratch, "size").noNetwork());
        refused(BadRequest.class, "instances must change flavor", () -> servers.resize(server, "m1.nano"));
        refused(
                BadRequest.class,
                "Flavor " + NOBODY + " could not be found.",
                () -> servers.resize(server, Ref.id(NOBODY)));
        refused(Conflict.class, cannot("confirmResize", server, "active"), () -> servers.confirmResize(server));
        refused(Conflict.class, cannot("revertResize", server, "active"), () -> servers.revertResize(server));

        Server larger = servers.resize(server, "m1.micro").join();
        assertThat(larger.status()).isEqualTo(ServerStatus.VERIFY_RESIZE);
        assertThat(larger.flavor().originalName()).isEqualTo("m1.micro");
        refused(Conflict.class, cannot("resize", server, "resized"), () -> servers.resize(server, "m1.tiny"));
        Server smaller = servers.revertResize(server).join();
        assertThat(smaller.status()).isEqualTo(ServerStatus.ACTIVE);
        assertThat(smaller.flavor().originalName()).isEqualTo("m1.nano");

        servers.stop(server).join();
        servers.resize(server, "m1.micro").join();
        Server confirmed = servers.confirmResize(server).join();
        assertThat(confirmed.status()).isEqualTo(ServerStatus.SHUTOFF);
        assertThat(confirmed.flavor().originalName()).isEqualTo("m1.micro");
        assertThat(admin.compute().migrations().list().serverId(server.id()).stream()
                        .map(Migration::status))
                .containsExactly("confirmed", "reverted");
    }

    @Test
    void serversAreShelvedAndBroughtBack(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Servers servers = cloud.compute().servers();
        Server server = make(cloud, scratch, small(scratch, "shelf").network("private"));
        Server shelved = servers.shelve(server).join();
        assertThat(shelved.status()).isEqualTo(ServerStatus.SHELVED_OFFLOADED);
        assertThat(shelved.hostId()).isEmpty();
        assertThat(shelved.addresses()).isEqualTo(server.addresses());
        String image = server.name() + "-shelved";
        assertThat(cloud.image().images().find(image)).isPresent();
        refused(Conflict.class, "Instance " + server.id() + " is not ready", () -> servers.start(server));
        refused(Forbidden.class, "os_compute_api:os-shelve:shelve_offload", () -> servers.shelveOffload(server));
        refused(
                Conflict.class,
                cannot("shelveOffload", server, "shelved_offloaded"),
                () -> admin.compute().servers().shelveOffload(server));
        refused(
                BadRequest.class,
                "The requested availability zone is not available",
                () -> servers.unshelve(server, new UnshelveSpec().availabilityZone("none")));
        refused(
                Forbidden.class,
                "os_compute_api:os-shelve:unshelve_to_host",
                () -> servers.unshelve(server, new UnshelveSpec().host("compute1")));
        assertThat(servers.unshelve(server, new UnshelveSpec().availabilityZone("nova"))
                        .join()
                        .status())
                .isEqualTo(ServerStatus.ACTIVE);
        assertThat(cloud.image().images().find(image)).isEmpty();
        refused(Conflict.class, cannot("unshelve", server, "active"), () -> servers.unshelve(server));

        servers.shelve(server).join();
        servers.delete(server).join();
        assertThat(cloud.image().images().find(image)).isEmpty();
    }

    @Test
    void imagesAreMadeOfServers(Cloud cloud, Scratch scratch) {
        Servers servers = cloud.compute().servers();
        Server server = make(cloud, scratch, small(scratch, "source").noNetwork());
        Image image = made(cloud, scratch, servers.createImage(server, scratch.name("image"), Map.of("k", "v")));
        assertThat(image.name()).isEqualTo(scratch.name("image"));
        assertThat(image.properties())
                .containsEntry("k", "v")
                .containsEntry("image_type", "snapshot")
                .containsEntry("image_state", "available")
                .containsEntry("instance_uuid", server.id())
                .containsEntry("user_id", cloud.session().userId())
                .containsKeys("base_image_ref", "owner_user_name", "owner_project_name", "boot_roles");
        made(
                cloud,
                scratch,
                servers.createBackup(
                        server,
                        BackupSpec.named(scratch.name("backup-1")).type("daily").keep(1)));
        // Which backup is the oldest Nova knows by the second.
        servers.stop(server).join();
        servers.start(server).join();
        made(
                cloud,
                scratch,
                servers.createBackup(
                        server,
                        BackupSpec.named(scratch.name("backup-2")).type("daily").keep(1)));
        assertThat(cloud.image().images().find(scratch.name("backup-2"))).isPresent();
        servers.suspend(server).join();
        assertThat(cloud.image().images().find(scratch.name("backup-1"))).isEmpty();
        assertThat(make(cloud, scratch, small(scratch, "copy").noNetwork().image(image))
                        .image()
                        .id())
                .isEqualTo(image.id());
    }

    /** The image, which is gone when the scenario ends. */
    private static Image made(Cloud cloud, Scratch scratch, Pending<Image> order) {
        scratch.undo(() -> cloud.image().images().delete(order.id()));
        return order.join();
    }

    @Test
    void administratorsMoveServers(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Servers servers = cloud.compute().servers();
        Servers asAdmin = admin.compute().servers();
        Server server = make(cloud, scratch, small(scratch, "move").network("private"));
        String here = asAdmin.get(server).host();
        String there = "compute1".equals(here) ? "compute2" : "compute1";
        refused(Forbidden.class, "os_compute_api:os-migrate-server:migrate", () -> servers.migrate(server));
        refused(
                BadRequest.class,
                "Cannot migrate to the host where the server exists.",
                () -> asAdmin.migrate(server, here));
        refused(BadRequest.class, "Compute host none could not be found.", () -> asAdmin.migrate(server, "none"));
        assertThat(asAdmin.migrate(server, there).join().status()).isEqualTo(ServerStatus.VERIFY_RESIZE);
        assertThat(servers.confirmResize(server).join().status()).isEqualTo(ServerStatus.ACTIVE);
        assertThat(asAdmin.get(server).host()).isEqualTo(there);

        refused(
                Forbidden.class,
                "os_compute_api:os-migrate-server:migrate_live",
                () -> servers.liveMigrate(server, new LiveMigrateSpec()));
        refused(
                BadRequest.class,
                "Compute host none could not be found.",
                () -> asAdmin.liveMigrate(server, new LiveMigrateSpec().host("none")));
        asAdmin.liveMigrate(server, new LiveMigrateSpec().host(here)).join();
        assertThat(asAdmin.get(server).host()).isEqualTo(here);
        assertThat(asAdmin.migrations(server).list().toList()).isEmpty();
        assertThat(admin.compute().migrations().list().serverId(server.id()).stream()
                        .map(Migration::status))
                .containsExactly("completed", "confirmed");
        refused(
                Forbidden.class,
                "os_compute_api:servers:migrations:index",
                () -> servers.migrations(server).list().toList());
        refused(
                NotFound.class,
                "In-progress live migration 999999 is not found for server " + server.id(),
                () -> asAdmin.migrations(server).get("999999"));

        refused(Forbidden.class, "os_compute_api:os-evacuate", () -> servers.evacuate(server, new EvacuateSpec()));
        refused(
                BadRequest.class,
                "Compute service of " + here + " is still in use.",
                () -> asAdmin.evacuate(server, new EvacuateSpec()));
        refused(
                BadRequest.class,
                "The target host can't be the same one.",
                () -> asAdmin.evacuate(server, new EvacuateSpec().host(here)));
        refused(
                NotFound.class,
                "Compute host none not found.",
                () -> asAdmin.evacuate(server, new EvacuateSpec().host("none")));
    }

    @Test
    void administratorsSetStates(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Servers servers = cloud.compute().servers();
        Servers asAdmin = admin.compute().servers();
        Server server = make(cloud, scratch, small(scratch, "state").noNetwork());
        refused(
                Forbidden.class,
                "os_compute_api:os-admin-actions:reset_state",
                () -> servers.resetState(server, ServerStatus.ERROR));
        asAdmin.resetState(server, ServerStatus.ERROR);
        assertThat(servers.get(server).status()).isEqualTo(ServerStatus.ERROR);
        refused(Conflict.class, cannot("pause", server, "error"), () -> servers.pause(server));
        asAdmin.resetState(server, ServerStatus.ACTIVE);
        assertThat(servers.get(server).status()).isEqualTo(ServerStatus.ACTIVE);
        refused(
                Forbidden.class,
                "os_compute_api:os-admin-actions:inject_network_info",
                () -> servers.injectNetworkInfo(server));
        asAdmin.injectNetworkInfo(server);
        refused(
                OpenStackException.class,
                "This resource is no longer available. No forwarding address is given.",
                () -> asAdmin.resetNetwork(server));
        servers.forceDelete(server).join();
        refused(NotFound.class, "could not be found", () -> servers.get(server));
    }
}
