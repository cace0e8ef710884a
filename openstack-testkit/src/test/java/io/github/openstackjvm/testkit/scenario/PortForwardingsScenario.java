package io.github.openstackjvm.testkit.scenario;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.network.ConntrackHelper;
import io.github.openstackjvm.network.ConntrackHelperSpec;
import io.github.openstackjvm.network.ConntrackHelpers;
import io.github.openstackjvm.network.FloatingIp;
import io.github.openstackjvm.network.FloatingIpSpec;
import io.github.openstackjvm.network.FloatingIps;
import io.github.openstackjvm.network.GatewaySpec;
import io.github.openstackjvm.network.IpProtocol;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.Port;
import io.github.openstackjvm.network.PortForwarding;
import io.github.openstackjvm.network.PortForwardingSpec;
import io.github.openstackjvm.network.PortForwardings;
import io.github.openstackjvm.network.PortSpec;
import io.github.openstackjvm.network.Router;
import io.github.openstackjvm.network.RouterSpec;
import io.github.openstackjvm.network.Routers;
import io.github.openstackjvm.network.Subnet;
import io.github.openstackjvm.resource.Deleted;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Single ports of a floating IP stand for ports inside, and routers follow what comes that way. */
@Scenario
class PortForwardingsScenario {
    private static final String NONE = "11111111-1111-4111-8111-111111111111";

    @Test
    void portsOfAnAddressStandForPortsInside(Cloud cloud, Scratch scratch) {
        Lan lan = new Lan(cloud, scratch);
        FloatingIps ips = cloud.network().floatingIps();
        Network network = lan.network("inside");
        Subnet subnet = lan.subnet(network, "10.77.0.0/24");
        Router router = lan.router(RouterSpec.named(scratch.name("router")).externalGateway(GatewaySpec.to("public")));
        lan.join(router, subnet);
        Port port = lan.port(PortSpec.on(network).name(scratch.name("port")));
        String inside = port.fixedIps().get(0).ipAddress();
        FloatingIp outside = ips.create(FloatingIpSpec.from("public").description(scratch.name("outside")));
        scratch.undo(() -> ips.delete(outside));
        PortForwardings forwardings = ips.portForwardings(outside);

        PortForwarding ssh = forwardings.create(
                PortForwardingSpec.tcp(2022, port, inside, 22).description("for a test"));
        scratch.undo(() -> forwardings.delete(ssh));
        assertThat(ssh.protocol()).isEqualTo(IpProtocol.TCP);
        assertThat(ssh.externalPort()).isEqualTo(2022);
        assertThat(ssh.externalPortRange()).isEqualTo("2022:2022");
        assertThat(ssh.internalPort()).isEqualTo(22);
        assertThat(ssh.internalPortRange()).isEqualTo("22:22");
        assertThat(ssh.internalIpAddress()).isEqualTo(inside);
        assertThat(ssh.internalPortId()).isEqualTo(port.id());
        assertThat(ssh.description()).isEqualTo("for a test");
        assertThat(forwardings.get(ssh)).isEqualTo(ssh);
        PortForwarding many = forwardings.create(new PortForwardingSpec()
                .protocol(IpProtocol.UDP)
                .externalPortRange("9000:9002")
                .internalPortRange("80:82")
                .internalPort(port.name())
                .internalIpAddress(inside));
        scratch.undo(() -> forwardings.delete(many));
        assertThat(many.externalPort()).isNull();
        assertThat(many.externalPortRange()).isEqualTo("9000:9002");
        FloatingIp used = ips.get(outside);
        assertThat(used.routerId()).isEqualTo(router.id());
        assertThat(used.portId()).isNull();
        assertThat(used.portForwardings()).hasSize(2);
        assertThat(forwardings.list().protocol(IpProtocol.UDP).one().id()).isEqualTo(many.id());
        assertThat(forwardings
                        .list()
                        .externalPort(2022)
                        .internalPort(port)
                        .one()
                        .id())
                .isEqualTo(ssh.id());
        assertThat(forwardings.list().pageSize(1).stream().map(PortForwarding::id))
                .containsExactlyInAnyOrder(ssh.id(), many.id());

        PortForwarding changed =
                forwardings.update(ssh, forwardings.changes().externalPort(2023).description("changed"));
        assertThat(changed.externalPort()).isEqualTo(2023);
        assertThat(changed.description()).isEqualTo("changed");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> forwardings.update(
                        ssh, forwardings.changes().protocol(IpProtocol.UDP).externalPort(9001)))
                .withMessageContaining("There is a port collision with the external_port_range. The following ranges "
                        + "collides: 9000:9002 and 9001:9001.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> forwardings.create(PortForwardingSpec.tcp(2023, port, inside, 23)))
                .withMessageContaining("There is a port collision with the external_port_range.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> forwardings.create(PortForwardingSpec.tcp(99_999, port, inside, 24)))
                .withMessageContaining("Invalid input for external_port.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> forwardings.create(PortForwardingSpec.tcp(2024, port, "10.77.0.250", 24)))
                .withMessageContaining("Requested internal IP address 10.77.0.250 is not suitable for internal neutron "
                        + "port " + port.id());
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> ips.associate(outside, port))
                .withMessageContaining("Floating IP " + outside.id() + " in use by Port Forwarding resources.");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> ips.delete(outside))
                .withMessageContaining("in use by Port Forwarding resources.");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> forwardings.get(NONE))
                .withMessageContaining("Port Forwarding " + NONE + " could not be found.");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> ips.portForwardings(NONE).list().toList())
                .withMessageContaining("Floating IP " + NONE + " could not be found");

        assertThat(forwardings.delete(ssh)).isEqualTo(new Deleted(ssh.id(), false));
        cloud.network().ports().delete(port);
        assertThat(forwardings.list()).isEmpty();
        assertThat(ips.get(outside).routerId()).isNull();
    }

    @Test
    void routersFollowConnections(Cloud cloud, Scratch scratch) {
        Routers routers = cloud.network().routers();
        Router router = new Lan(cloud, scratch).router(RouterSpec.named(scratch.name("router")));
        ConntrackHelpers helpers = routers.conntrackHelpers(router);
        ConntrackHelper tftp = helpers.create(ConntrackHelperSpec.of("tftp", IpProtocol.UDP, 69));
        assertThat(tftp.helper()).isEqualTo("tftp");
        assertThat(tftp.protocol()).isEqualTo(IpProtocol.UDP);
        assertThat(tftp.port()).isEqualTo(69);
        assertThat(helpers.get(tftp)).isEqualTo(tftp);
        ConntrackHelper ftp = helpers.create(ConntrackHelperSpec.of("ftp", IpProtocol.TCP, 21));
        assertThat(helpers.list().pageSize(1)).containsExactlyInAnyOrder(tftp, ftp);
        assertThat(helpers.list()
                        .helper("ftp")
                        .protocol(IpProtocol.TCP)
                        .port(21)
                        .one())
                .isEqualTo(ftp);
        assertThat(helpers.update(tftp, helpers.changes().port(70)).port()).isEqualTo(70);
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> helpers.create(ConntrackHelperSpec.of("ftp", IpProtocol.TCP, 21)))
                .withMessageContaining("A duplicate conntrack helper entry with same attributes already exists, "
                        + "conflicting values are {'router_id': '" + router.id()
                        + "', 'protocol': 'tcp', 'port': 21, 'helper': 'ftp'}.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> helpers.create(ConntrackHelperSpec.of("tftp", IpProtocol.TCP, 69)))
                .withMessageContaining("Conntrack Helper tftp does not support: tcp. Supported protocols are: udp");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> helpers.create(ConntrackHelperSpec.of("telepathy", IpProtocol.TCP, 1)))
                .withMessageContaining("Conntrack Helper telepathy is not allowed.");
        assertThat(helpers.delete(tftp)).isEqualTo(new Deleted(tftp.id(), false));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> helpers.get(tftp))
                .withMessageContaining("Conntrack Helper " + tftp.id() + " could not be found.");
        assertThat(helpers.list()).containsExactly(ftp);
    }

    @Test
    void theAddressInsideIsOneOfThePort(Cloud cloud, Scratch scratch) {
        Lan lan = new Lan(cloud, scratch);
        FloatingIps ips = cloud.network().floatingIps();
        Network network = lan.network("inside");
        Subnet subnet = lan.subnet(network, "10.78.0.0/24");
        lan.join(
                lan.router(RouterSpec.named(scratch.name("router")).externalGateway(GatewaySpec.to("public"))), subnet);
        Port one = lan.port(PortSpec.on(network).name(scratch.name("one")));
        Port two = lan.port(PortSpec.on(network).name(scratch.name("two")));
        String first = one.fixedIps().get(0).ipAddress();
        String second = two.fixedIps().get(0).ipAddress();
        FloatingIp outside = ips.create(FloatingIpSpec.from("public").description(scratch.name("outside")));
        scratch.undo(() -> ips.delete(outside));
        PortForwardings forwardings = ips.portForwardings(outside);
        PortForwarding ssh = forwardings.create(PortForwardingSpec.tcp(2022, one, first, 22));
        scratch.undo(() -> forwardings.delete(ssh));

        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> forwardings.update(ssh, forwardings.changes().internalIpAddress(second)))
                .withMessageContaining("The internal IP does not correspond to an address on the internal port, which "
                        + "has fixed_ips [{'subnet_id': '" + subnet.id() + "', 'ip_address': '" + first + "'}].");
        assertThat(forwardings
                        .update(ssh, forwardings.changes().internalPort(two))
                        .internalIpAddress())
                .isEqualTo(second);
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> forwardings.update(
                        ssh, forwardings.changes().internalPort(one).internalIpAddress(second)))
                .withMessageContaining("Requested internal IP address " + second + " is not suitable for internal "
                        + "neutron port " + one.id());

        PortForwarding other = forwardings.create(PortForwardingSpec.udp(2023, two, second, 22));
        scratch.undo(() -> forwardings.delete(other));
        String twin = "Another port forwarding entry with the same attributes already exists, conflicting values are ";
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(
                        () -> forwardings.update(other, forwardings.changes().protocol(IpProtocol.TCP)))
                .withMessageContaining(twin + "{'internal_port_id': '" + two.id() + "', 'internal_ip_address': '"
                        + second + "', 'internal_port': 22}.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> forwardings.update(
                        other, forwardings.changes().protocol(IpProtocol.TCP).externalPort(2022)))
                .withMessageContaining(twin + "{'floating_ip_address': '" + outside.floatingIpAddress()
                        + "', 'external_port': 2022}.");
    }
}
