package io.github.openstackjvm.testkit.scenario;

import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.compute.InstanceAction;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.ServerInterface;
import io.github.openstackjvm.compute.ServerInterfaceSpec;
import io.github.openstackjvm.compute.ServerInterfaces;
import io.github.openstackjvm.compute.Servers;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.network.FloatingIp;
import io.github.openstackjvm.network.FloatingIpSpec;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static io.github.openstackjvm.testkit.scenario.ServersScenario.make;
import static io.github.openstackjvm.testkit.scenario.ServersScenario.refused;
import static io.github.openstackjvm.testkit.scenario.ServersScenario.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class ServerInterfacesScenario {
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    private static Server server(Cloud cloud, Scratch scratch) {
        return make(cloud, scratch, small(scratch, "server").network("private"));
    }

    private static String port(Cloud cloud, Scratch scratch) {
        String network = cloud.network().networks().named("private").id();
        Map<?, ?> made = cloud.session()
                .adapter(ServiceType.NETWORK)
                .post("/ports")
                .json(Map.of("port", Map.of("network_id", network, "name", scratch.name("port"))))
                .fetch(Map.class, "port");
        String id = String.valueOf(made.get("id"));
        scratch.undo(() -> cloud.session()
                .adapter(ServiceType.NETWORK)
                .delete("/ports/" + id)
                .send());
        return id;
    }

    @Test
    void aServerIsPluggedIntoANetworkAndUnplugged(Cloud cloud, Scratch scratch) {
        Servers servers = cloud.compute().servers();
        Server server = server(cloud, scratch);
        ServerInterfaces interfaces = servers.interfaces(server);
        ServerInterface first = interfaces.list().one();
        assertThat(first.networkId())
                .isEqualTo(cloud.network().networks().named("private").id());
        assertThat(first.fixedIps())
                .extracting(ServerInterface.FixedIp::ipAddress)
                .containsExactly(server.allAddresses().get(0).address());
        assertThat(first.macAddress()).isEqualTo(server.allAddresses().get(0).macAddress());
        assertThat(first.portState()).isEqualTo("ACTIVE");
        assertThat(first.tag()).isNull();
        assertThat(first.extras()).isEmpty();
        assertThat(interfaces.get(first)).isEqualTo(first);

        ServerInterface second = interfaces.create(ServerInterfaceSpec.on("private"));
        assertThat(second.networkId()).isEqualTo(first.networkId());
        assertThat(interfaces.list().stream().map(ServerInterface::id))
                .containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(servers.addresses(server, "private")).hasSize(2);

        assertThat(interfaces.delete(second).join().id()).isEqualTo(second.id());
        assertThat(interfaces.list().toList()).containsExactly(first);
        assertThat(cloud.network().ports().find(second.id())).isEmpty(); // Nova made it
        assertThat(servers.actions(server).list().stream().map(InstanceAction::name))
                .containsExactly("detach_interface", "attach_interface", "create");
    }

    @Test
    void aPortOutlivesItsServer(Cloud cloud, Scratch scratch) {
        Server server = server(cloud, scratch);
        ServerInterfaces interfaces = cloud.compute().servers().interfaces(server);
        String port = port(cloud, scratch);
        ServerInterface plugged = interfaces.create(ServerInterfaceSpec.by(scratch.name("port")));
        assertThat(plugged.id()).isEqualTo(port);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> interfaces.create(ServerInterfaceSpec.by(port)))
                .withMessageContaining("Port " + port + " is still in use.");
        interfaces.delete(port).join();
        assertThat(cloud.network().ports().find(port)).isPresent();
    }

    @Test
    void someThingsAreRefused(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Server server = server(cloud, scratch);
        ServerInterfaces interfaces = cloud.compute().servers().interfaces(server);
        String port = port(cloud, scratch);
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> interfaces.create(ServerInterfaceSpec.by(port).network("private")))
                .withMessageContaining("Must not input both network_id and port_id");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> interfaces.create(new ServerInterfaceSpec().fixedIp("10.0.0.99")))
                .withMessageContaining("Must input network_id when request IP address");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> interfaces.create(ServerInterfaceSpec.by(NOBODY)))
                .withMessageContaining("Port id " + NOBODY + " could not be found.");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> interfaces.get(port))
                .withMessageContaining("Instance " + server.id() + " does not have a port with id " + port);
        String taken = server.allAddresses().get(0).address();
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() ->
                        interfaces.create(ServerInterfaceSpec.on("private").fixedIp(taken)))
                .withMessageContaining("Fixed IP " + taken + " is already in use.");
        cloud.compute().servers().suspend(server).join();
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> interfaces.create(ServerInterfaceSpec.on("private")))
                .withMessageContaining(
                        "Cannot 'attach_interface' instance " + server.id() + " while it is in vm_state suspended");
    }

    @Test
    void interfacesArePluggedAndUnplugged(Cloud cloud, Scratch scratch) {
        Servers servers = cloud.compute().servers();
        Network lan = cloud.network().networks().named("private");
        Server server = make(cloud, scratch, small(scratch, "nic").noNetwork());
        assertThat(server.addresses()).isEmpty();
        assertThat(server.securityGroups()).isEmpty();

        ServerInterface nic = servers.interfaces(server)
                .create(new ServerInterfaceSpec().network(lan).tag("front"));
        assertThat(nic.networkId()).isEqualTo(lan.id());
        assertThat(nic.tag()).isEqualTo("front");
        assertThat(nic.fixedIps())
                .singleElement()
                .satisfies(ip -> assertThat(ip.ipAddress()).startsWith("10.0.0."));
        assertThat(servers.interfaces(server).get(nic.id())).isEqualTo(nic);
        assertThat(servers.interfaces(server).list().toList()).hasSize(1);
        assertThat(servers.addresses(server)).containsOnlyKeys("private");
        assertThat(servers.addresses(server, "private")).hasSize(1);
        refused(
                NotFound.class,
                "Instance is not a member of specified network",
                () -> servers.addresses(server, "none"));
        refused(
                NotFound.class,
                "Port id " + NOBODY + " could not be found.",
                () -> servers.interfaces(server).create(new ServerInterfaceSpec().port(NOBODY)));
        refused(
                Conflict.class,
                "Port " + nic.portId() + " is still in use.",
                () -> servers.interfaces(server).create(new ServerInterfaceSpec().port(nic.portId())));
        refused(
                Conflict.class,
                "Fixed IP " + nic.fixedIps().get(0).ipAddress() + " is already in use.",
                () -> servers.interfaces(server)
                        .create(new ServerInterfaceSpec()
                                .network(lan)
                                .fixedIp(nic.fixedIps().get(0).ipAddress())));

        assertThat(servers.securityGroups(server)).singleElement().satisfies(group -> {
            assertThat(group.name()).isEqualTo("default");
            assertThat(group.rules()).hasSize(2);
        });
        servers.removeSecurityGroup(server, "default");
        assertThat(servers.securityGroups(server)).isEmpty();
        refused(
                NotFound.class,
                "Security group default not associated with the instance " + server.id(),
                () -> servers.removeSecurityGroup(server, "default"));
        servers.addSecurityGroup(server, "default");
        refused(
                NotFound.class,
                "Security group none is not found for project "
                        + cloud.session().projectId(),
                () -> servers.addSecurityGroup(server, "none"));
        refused(BadRequest.class, "Duplicate items in the list", () -> servers.addSecurityGroup(server, "default"));

        Servers old = cloud.compute().at("2.43").servers();
        old.addFixedIp(server, lan.id());
        Eventually.is(() -> servers.addresses(server, "private").size() == 2);
        old.removeFixedIp(server, nic.fixedIps().get(0).ipAddress());
        Eventually.is(() -> servers.addresses(server, "private").size() == 1);

        FloatingIp floating = cloud.network()
                .floatingIps()
                .create(FloatingIpSpec.from("public").description(scratch.name("fip")));
        scratch.undo(() -> cloud.network().floatingIps().delete(floating));
        String fixed = servers.addresses(server, "private").get(0).address();
        old.addFloatingIp(server, floating.floatingIpAddress());
        FloatingIp there = cloud.network().floatingIps().get(floating);
        assertThat(there.portId()).isEqualTo(nic.portId());
        assertThat(there.fixedIpAddress()).isEqualTo(fixed);
        old.addFloatingIp(server, floating.floatingIpAddress(), fixed);
        refused(
                BadRequest.class,
                "Specified fixed address not assigned to instance",
                () -> old.addFloatingIp(server, floating.floatingIpAddress(), "10.0.0.1"));
        refused(NotFound.class, "floating IP not found", () -> old.addFloatingIp(server, "192.0.2.1"));
        refused(
                NotFound.class,
                "Floating IP not found for address 192.0.2.1.",
                () -> old.removeFloatingIp(server, "192.0.2.1"));
        old.removeFloatingIp(server, floating.floatingIpAddress());
        refused(
                Forbidden.class,
                "os_compute_api:os-floating-ips:remove",
                () -> old.removeFloatingIp(server, floating.floatingIpAddress()));
        assertThat(cloud.network().floatingIps().get(floating).portId()).isNull();

        assertThat(servers.interfaces(server).delete(nic.id()).join().wasGone()).isFalse();
        assertThat(servers.interfaces(server).list().toList()).isEmpty();
    }
}
