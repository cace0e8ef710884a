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
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static io.github.openstackjvm.testkit.scenario.ServersScenario.make;
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
}
