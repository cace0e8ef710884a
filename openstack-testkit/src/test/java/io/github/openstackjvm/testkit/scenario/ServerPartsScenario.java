package io.github.openstackjvm.testkit.scenario;

import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.compute.ConsoleConnection;
import io.github.openstackjvm.compute.ConsoleType;
import io.github.openstackjvm.compute.InstanceAction;
import io.github.openstackjvm.compute.InstanceActions;
import io.github.openstackjvm.compute.RebootType;
import io.github.openstackjvm.compute.RemoteConsole;
import io.github.openstackjvm.compute.RemoteConsoles;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.ServerDiagnostics;
import io.github.openstackjvm.compute.ServerPassword;
import io.github.openstackjvm.compute.ServerSecurityGroup;
import io.github.openstackjvm.compute.Servers;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.UnsupportedMicroversion;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static io.github.openstackjvm.testkit.scenario.ServersScenario.make;
import static io.github.openstackjvm.testkit.scenario.ServersScenario.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class ServerPartsScenario {
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    private static Server server(Cloud cloud, Scratch scratch) {
        return make(cloud, scratch, small(scratch, "server").network("private"));
    }

    @Test
    void addressesAndSecurityGroupsAreThoseOfItsPorts(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Servers servers = cloud.compute().servers();
        Server server = server(cloud, scratch);
        Map<String, List<Server.Address>> addresses = servers.addresses(server);
        assertThat(addresses).containsOnlyKeys("private");
        assertThat(addresses.get("private"))
                .extracting(Server.Address::address)
                .containsExactly(server.allAddresses().get(0).address());
        assertThat(servers.addresses(server, "private")).isEqualTo(addresses.get("private"));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> servers.addresses(server, "nowhere"))
                .withMessageContaining("Instance is not a member of specified network");

        List<ServerSecurityGroup> groups = servers.securityGroups(server);
        assertThat(groups).extracting(ServerSecurityGroup::name).containsExactly("default");
        assertThat(groups.get(0).projectId()).isEqualTo(cloud.session().projectId());
        assertThat(groups.get(0).rules())
                .isNotEmpty()
                .allMatch(rule -> rule.groupId().equals(groups.get(0).id()))
                .anyMatch(rule ->
                        rule.group() != null && "default".equals(rule.group().name()));

        assertThat(servers.topology(server).nodes()).isEmpty();
        assertThat(servers.topology(server).pageSizeKiB()).isNull();
        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(() -> cloud.compute().at("2.77").servers().topology(server));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> servers.addresses(NOBODY))
                .withMessageContaining("Instance " + NOBODY + " could not be found.");
    }

    @Test
    void diagnosticsAreForAdministrators(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Server server = server(cloud, scratch);
        ServerDiagnostics diagnostics = admin.compute().servers().diagnostics(server);
        assertThat(diagnostics.state()).isEqualTo("running");
        assertThat(diagnostics.numCpus()).isEqualTo(1);
        assertThat(diagnostics.uptimeSeconds()).isPositive();
        assertThat(diagnostics.cpus()).hasSize(1);
        assertThat(diagnostics.nics()).hasSize(1);
        assertThat(diagnostics.disks())
                .extracting(ServerDiagnostics.Disk::readBytes)
                .containsExactly(262_144L);
        assertThat(diagnostics.memory()).isNotNull();
        assertThat(diagnostics.extras()).isEmpty();
        assertThat(admin.compute().servers().hypervisorDiagnostics(server)).containsEntry("vda_read", 262_144);
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.compute().servers().diagnostics(server))
                .withMessageContaining("Policy doesn't allow os_compute_api:os-server-diagnostics to be performed.");

        cloud.compute().servers().stop(server).join();
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> admin.compute().servers().diagnostics(server))
                .withMessageContaining(
                        "Cannot 'get_diagnostics' instance " + server.id() + " while it is in power state shutdown");
    }

    @Test
    void whatWasDoneIsKept(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Servers servers = cloud.compute().servers();
        Server server = server(cloud, scratch);
        servers.reboot(server, RebootType.HARD).join();
        InstanceActions actions = servers.actions(server);
        List<InstanceAction> all = actions.list().toList();
        assertThat(all).extracting(InstanceAction::name).containsExactly("reboot", "create");
        assertThat(actions.list().pageSize(1).stream().map(InstanceAction::requestId))
                .containsExactlyElementsOf(
                        all.stream().map(InstanceAction::requestId).toList());
        assertThat(all.get(0).events()).isEmpty();
        assertThat(all.get(0).serverId()).isEqualTo(server.id());
        assertThat(all.get(0).projectId()).isEqualTo(cloud.session().projectId());
        assertThat(all.get(0).userId()).isEqualTo(cloud.session().userId());
        assertThat(actions.list()
                        .changesSince(Instant.parse("2020-01-01T00:00:00Z"))
                        .toList())
                .hasSize(2);
        assertThat(actions.list()
                        .changesBefore(Instant.parse("2020-01-01T00:00:00Z"))
                        .toList())
                .isEmpty();
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> actions.list()
                        .changesSince(Instant.parse("2022-01-01T00:00:00Z"))
                        .changesBefore(Instant.parse("2020-01-01T00:00:00Z"))
                        .toList())
                .withMessageContaining("The value of changes-since must be less than or equal to changes-before.");

        InstanceAction reboot = actions.get(all.get(0));
        assertThat(reboot.events()).hasSize(1);
        InstanceAction.Event event = reboot.events().get(0);
        assertThat(event.name()).isEqualTo("compute_reboot_instance");
        assertThat(event.result()).isEqualTo("Success");
        assertThat(event.startedAt()).isBeforeOrEqualTo(event.finishedAt());
        assertThat(event.hostId()).isEqualTo(servers.get(server).hostId());
        assertThat(event.host()).isNull();
        assertThat(reboot.message()).isNull();
        assertThat(cloud.compute()
                        .at("2.50")
                        .servers()
                        .actions(server)
                        .get(reboot.id())
                        .events())
                .isEmpty();

        InstanceAction create =
                admin.compute().servers().actions(server).get(all.get(1).requestId());
        assertThat(create.events())
                .extracting(InstanceAction.Event::name)
                .contains("compute__do_build_and_run_instance");
        assertThat(create.events()).extracting(InstanceAction.Event::host).containsAnyOf("compute1", "compute2");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> actions.get("req-none"))
                .withMessageContaining("Action req-none not found");
        servers.delete(server).join();
        assertThat(actions.list().stream().map(InstanceAction::name)).containsExactly("delete", "reboot", "create");
    }

    @Test
    void consolesAreOpenedForAWhile(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Servers servers = cloud.compute().servers();
        Server server = server(cloud, scratch);
        RemoteConsoles consoles = servers.consoles(server);
        RemoteConsole vnc = consoles.open(ConsoleType.NOVNC);
        assertThat(vnc.protocol()).isEqualTo("vnc");
        assertThat(vnc.type()).isEqualTo(ConsoleType.NOVNC);
        assertThat(vnc.url().reveal()).contains("/vnc_auto.html?path=%3Ftoken%3D");
        RemoteConsole spice = consoles.open(ConsoleType.SPICE_HTML5);
        assertThat(spice.url().reveal()).contains("/spice_auto.html?token=");

        ConsoleConnection behind =
                admin.compute().consoleTokens().get(vnc.token().orElseThrow());
        assertThat(behind.serverId()).isEqualTo(server.id());
        assertThat(behind.host()).isNotEmpty();
        assertThat(behind.port()).isPositive();
        assertThat(admin.compute()
                        .consoleTokens()
                        .get(spice.token().orElseThrow())
                        .host())
                .isNotEmpty();

        RemoteConsole older = consoles.openOlder(ConsoleType.NOVNC);
        assertThat(older.url().reveal()).contains("/vnc_auto.html?path=%3Ftoken%3D");
        assertThat(older.token()).isNotEqualTo(vnc.token());

        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> consoles.open(ConsoleType.SERIAL))
                .withMessageContaining("Unavailable console type serial.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> consoles.open(ConsoleType.XVPVNC))
                .withMessageContaining("Invalid console type xvpvnc");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> consoles.open("mks", ConsoleType.NOVNC))
                .withMessageContaining("Unavailable console type novnc.");
        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(() ->
                        cloud.compute().at("2.7").servers().consoles(server).open(ConsoleType.WEBMKS));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> admin.compute().consoleTokens().get(Secret.of("nothing")))
                .withMessageContaining("Token not found");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(
                        () -> cloud.compute().consoleTokens().get(vnc.token().orElseThrow()))
                .withMessageContaining("Policy doesn't allow os_compute_api:os-console-auth-tokens to be performed.");
    }

    @Test
    void aPasswordIsThereOnceTheGuestHasToldIt(Cloud cloud, Scratch scratch) throws Exception {
        ServerPassword password = cloud.compute().servers().password(server(cloud, scratch));
        assertThat(password.encrypted()).isEmpty();
        PrivateKey key = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        assertThat(password.decrypted(key)).isEmpty();
        password.clear();
    }
}
