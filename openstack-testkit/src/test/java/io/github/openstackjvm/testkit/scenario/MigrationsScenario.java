package io.github.openstackjvm.testkit.scenario;

import java.time.Instant;
import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.compute.EvacuateSpec;
import io.github.openstackjvm.compute.HostService;
import io.github.openstackjvm.compute.HostServices;
import io.github.openstackjvm.compute.LiveMigrateSpec;
import io.github.openstackjvm.compute.Migration;
import io.github.openstackjvm.compute.MigrationType;
import io.github.openstackjvm.compute.Migrations;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.ServerMigration;
import io.github.openstackjvm.compute.ServerMigrations;
import io.github.openstackjvm.compute.ServerStatus;
import io.github.openstackjvm.compute.Servers;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.testkit.As;
import io.github.openstackjvm.testkit.Transitions;
import org.junit.jupiter.api.Test;

import static io.github.openstackjvm.testkit.scenario.ServersScenario.make;
import static io.github.openstackjvm.testkit.scenario.ServersScenario.refused;
import static io.github.openstackjvm.testkit.scenario.ServersScenario.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class MigrationsScenario {

    private static Server server(Cloud cloud, Scratch scratch) {
        return make(cloud, scratch, small(scratch, "server").noNetwork());
    }

    @Test
    void everyMoveIsListed(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Servers servers = cloud.compute().servers();
        Server server = server(cloud, scratch);
        servers.resize(server, "m1.micro").join();
        servers.confirmResize(server).join();
        admin.compute().servers().migrate(server).join();
        servers.revertResize(server).join();

        Migrations migrations = admin.compute().migrations();
        List<Migration> moves = migrations.list().serverId(server.id()).toList();
        assertThat(moves).extracting(Migration::type).containsExactly(MigrationType.MIGRATION, MigrationType.RESIZE);
        assertThat(moves).extracting(Migration::status).containsExactly("reverted", "confirmed");
        Migration resize = moves.get(1);
        assertThat(resize.uuid()).isNotNull();
        assertThat(resize.serverId()).isEqualTo(server.id());
        assertThat(List.of(resize.sourceCompute(), resize.destCompute())).isSubsetOf("compute1", "compute2");
        assertThat(resize.sourceNode()).isEqualTo(resize.sourceCompute());
        assertThat(resize.destHost()).isEqualTo("192.168.0.1");
        assertThat(resize.oldFlavorNumber()).isNotEqualTo(resize.newFlavorNumber());
        assertThat(resize.userId()).isEqualTo(cloud.session().userId());
        assertThat(resize.projectId()).isEqualTo(cloud.session().projectId());
        assertThat(resize.createdAt()).isBeforeOrEqualTo(resize.updatedAt());
        assertThat(resize.extras()).isEmpty();

        assertThat(migrations.list().serverId(server.id()).pageSize(1).stream().map(Migration::id))
                .containsExactly(moves.get(0).id(), resize.id());
        assertThat(migrations.list().serverId(server.id()).status("confirmed").one())
                .isEqualTo(resize);
        assertThat(migrations
                        .list()
                        .serverId(server.id())
                        .type(MigrationType.MIGRATION)
                        .one()
                        .id())
                .isEqualTo(moves.get(0).id());
        assertThat(migrations.list().serverId(server.id()).host(String.valueOf(resize.destCompute())).stream()
                        .map(Migration::id))
                .contains(resize.id());
        assertThat(migrations.list().serverId(server.id()).host("nowhere").toList())
                .isEmpty();
        assertThat(migrations.list().serverId(server.id()).sourceCompute(resize.sourceCompute()).stream()
                        .map(Migration::id))
                .contains(resize.id());
        // Beside a host, where a move began does not count.
        assertThat(migrations
                        .list()
                        .serverId(server.id())
                        .host(String.valueOf(resize.destCompute()))
                        .sourceCompute("nowhere")
                        .stream()
                        .map(Migration::id))
                .contains(resize.id());
        assertThat(migrations
                        .list()
                        .serverId(server.id())
                        .projectId(cloud.session().projectId())
                        .toList())
                .containsExactly(resize);
        assertThat(migrations
                        .list()
                        .serverId(server.id())
                        .userId(cloud.session().userId())
                        .toList())
                .containsExactly(resize);
        assertThat(migrations.list().serverId(server.id()).hidden(true).toList())
                .isEmpty();
        assertThat(migrations
                        .list()
                        .serverId(server.id())
                        .changesSince(Instant.parse("2020-01-01T00:00:00Z"))
                        .toList())
                .hasSize(2);
        assertThat(migrations
                        .list()
                        .serverId(server.id())
                        .changesBefore(Instant.parse("2020-01-01T00:00:00Z"))
                        .toList())
                .isEmpty();
        Migration old = admin.compute()
                .at("2.22")
                .migrations()
                .list()
                .serverId(server.id())
                .first()
                .orElseThrow();
        assertThat(old.id()).isEqualTo(resize.id());
        assertThat(old.type()).isNull();
        assertThat(old.uuid()).isNull();
        assertThat(old.userId()).isNull();

        servers.delete(server).join();
        assertThat(migrations.list().serverId(server.id()).toList()).isEmpty();
    }

    @Test
    void timesAreInOrder(@As("admin") Cloud admin, Scratch scratch) {
        Instant late = Instant.parse("2021-01-01T00:00:00Z");
        Instant early = Instant.parse("2020-01-01T00:00:00Z");
        String words = "The value of changes-since must be less than or equal to changes-before.";
        Migrations.Query none = admin.compute().migrations().list().status(scratch.name("none"));
        refused(
                BadRequest.class,
                words,
                () -> none.changesSince(late).changesBefore(early).toList());
        assertThat(none.changesSince(early).changesBefore(early).toList()).isEmpty();
        Servers servers = admin.compute().servers();
        refused(
                BadRequest.class,
                words,
                () -> servers.list().changesSince(late).changesBefore(early).toList());
        Server server = server(admin, scratch);
        refused(
                BadRequest.class,
                words,
                () -> servers.actions(server)
                        .list()
                        .changesSince(late)
                        .changesBefore(early)
                        .toList());
    }

    @Test
    void serversLeaveAHostThatWentDown(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        HostServices services = admin.compute().services();
        Server server = server(cloud, scratch);
        Servers servers = admin.compute().servers();
        String home = String.valueOf(servers.get(server).host());
        HostService its = services.list().host(home).binary("nova-compute").one();
        refused(
                Conflict.class,
                "Unable to delete compute service that is hosting instances. Migrate or delete the instances first.",
                () -> services.delete(its));
        // Whatever happens, the server goes first: while its move is on record, the host may not come back.
        scratch.undo(() -> services.forceDown(its, false));
        scratch.undo(() -> servers.delete(server).join());
        services.forceDown(its, true);
        servers.resetState(server, ServerStatus.ERROR);

        Server evacuated = servers.evacuate(server, new EvacuateSpec()).join();
        assertThat(evacuated.status()).isEqualTo(ServerStatus.ACTIVE);
        assertThat(evacuated.host()).isNotNull().isNotEqualTo(home);
        Migration move =
                admin.compute().migrations().list().serverId(server.id()).one();
        assertThat(move.type()).isEqualTo(MigrationType.EVACUATION);
        assertThat(move.status()).isEqualTo("done");
        assertThat(move.sourceCompute()).isEqualTo(home);
        assertThat(move.destCompute()).isEqualTo(evacuated.host());

        String words =
                "Unable to force up host " + home + " as `done` evacuation migration records remain associated with"
                        + " the host. Ensure the compute service has been restarted, allowing these records to move to `completed`"
                        + " before retrying this request.";
        refused(BadRequest.class, words, () -> services.forceDown(its, false));
        refused(BadRequest.class, words, () -> services.forceDownOn(home, "nova-compute", false));
        assertThat(services.list().host(home).binary("nova-compute").one().forcedDown())
                .isTrue();
        servers.delete(server).join();
        assertThat(services.forceDown(its, false).forcedDown()).isFalse();
    }

    @Test
    void whatIsOverIsNotFoundBelowAServer(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Server server = server(cloud, scratch);
        ServerMigrations migrations = admin.compute().servers().migrations(server);
        assertThat(migrations.list().toList()).isEmpty();
        cloud.compute().servers().resize(server, "m1.micro").join();
        String id =
                admin.compute().migrations().list().serverId(server.id()).one().id();
        cloud.compute().servers().confirmResize(server).join();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> migrations.get(id))
                .withMessageContaining("Migration " + id + " for server " + server.id() + " is not live-migration.");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> migrations.get("999999"))
                .withMessageContaining(
                        "In-progress live migration 999999 is not found for server " + server.id() + ".");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> migrations.forceComplete(id))
                .withMessageContaining("Instance " + server.id() + " is in an invalid state for 'force_complete'");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> migrations.abort(id))
                .withMessageContaining(
                        "Instance " + server.id() + " is in an invalid state for 'abort live migration'");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() ->
                        cloud.compute().servers().migrations(server).list().toList())
                .withMessageContaining("Policy doesn't allow os_compute_api:servers:migrations:index to be performed.");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.compute().servers().migrations(server).get(id))
                .withMessageContaining("os_compute_api:servers:migrations:show");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.compute().servers().migrations(server).abort(id))
                .withMessageContaining("os_compute_api:servers:migrations:delete");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.compute().servers().migrations(server).forceComplete(id))
                .withMessageContaining("os_compute_api:servers:migrations:force_complete");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.compute().migrations().list().toList())
                .withMessageContaining("Policy doesn't allow os_compute_api:os-migrations:index to be performed.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() ->
                        admin.compute().migrations().list().with("color", "red").toList())
                .withMessageContaining("Additional properties are not allowed ('color' was unexpected)");
    }

    @Test
    void aServerThatIsOnItsWayIsHeldOrHurried(Cloud cloud, @As("admin") Cloud admin, Pace pace, Scratch scratch) {
        Servers servers = admin.compute().servers();
        Server server = server(cloud, scratch);
        String home = String.valueOf(servers.get(server).host());
        ServerMigrations underWay = servers.migrations(server);
        pace.of("server", Transitions.Rule::never);

        servers.liveMigrate(server, new LiveMigrateSpec());
        ServerMigration held = running(underWay);
        assertThat(held.serverId()).isEqualTo(server.id());
        assertThat(held.sourceCompute()).isEqualTo(home);
        assertThat(held.destCompute()).isNotEqualTo(home);
        assertThat(held.projectId()).isEqualTo(admin.session().projectId());
        assertThat(held.extras()).isEmpty();
        assertThat(underWay.get(held).uuid()).isEqualTo(held.uuid());
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> servers.stop(server))
                .withMessageContaining(
                        "Cannot 'stop' instance " + server.id() + " while it is in task_state migrating");
        assertThat(underWay.abort(held).join().status()).isEqualTo("cancelled");

        servers.liveMigrate(server, new LiveMigrateSpec());
        ServerMigration hurried = running(underWay);
        assertThat(underWay.forceComplete(hurried).join().status()).isEqualTo("completed");
        assertThat(servers.get(server).host()).isNotEqualTo(home);
        assertThat(underWay.list().toList()).isEmpty();
        pace.atOnce();
    }

    /** Until then it waits for its hosts to get ready; Nova says so only when it is asked. */
    private static ServerMigration running(ServerMigrations underWay) {
        return Eventually.seen(() ->
                underWay.list().first().filter(migration -> migration.status().equals("running")));
    }
}
