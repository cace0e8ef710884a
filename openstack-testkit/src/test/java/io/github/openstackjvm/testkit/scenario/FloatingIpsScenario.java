package io.github.openstackjvm.testkit.scenario;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.network.FloatingIp;
import io.github.openstackjvm.network.FloatingIpSpec;
import io.github.openstackjvm.network.FloatingIps;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.Port;
import io.github.openstackjvm.network.PortSpec;
import io.github.openstackjvm.network.Router;
import io.github.openstackjvm.network.RouterSpec;
import io.github.openstackjvm.network.Routers;
import io.github.openstackjvm.network.Subnet;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class FloatingIpsScenario {

    private static Network external(Cloud cloud) {
        return cloud.network().networks().list().external(true).isDefault(true).one();
    }

    private static FloatingIp take(Cloud cloud, Scratch scratch, FloatingIpSpec spec) {
        FloatingIps ips = cloud.network().floatingIps();
        FloatingIp made = ips.create(spec.description(scratch.name("fip")));
        scratch.undo(() -> ips.delete(made));
        return made;
    }

    @Test
    void anAddressIsTakenAndGivenBack(Cloud cloud, Scratch scratch) {
        FloatingIps ips = cloud.network().floatingIps();
        Network external = external(cloud);
        FloatingIp made = take(cloud, scratch, FloatingIpSpec.from(external.name()));
        assertThat(made.floatingNetworkId()).isEqualTo(external.id());
        assertThat(made.projectId()).isEqualTo(cloud.session().projectId());
        assertThat(made.portId()).isNull();
        assertThat(made.fixedIpAddress()).isNull();
        assertThat(made.routerId()).isNull();
        assertThat(made.portDetails()).isNull();
        assertThat(made.portForwardings()).isEmpty();
        assertThat(made.qosPolicyId()).isNull();
        assertThat(made.dnsName()).isEmpty();
        assertThat(made.status()).isNotNull();
        assertThat(made.extras()).containsOnlyKeys("tenant_id");

        assertThat(ips.named(made.floatingIpAddress()).id()).isEqualTo(made.id());
        assertThat(ips.get(Ref.name(made.floatingIpAddress())).id()).isEqualTo(made.id());
        assertThat(ips.list()
                        .network(external)
                        .floatingIpAddress(made.floatingIpAddress())
                        .one()
                        .description())
                .isEqualTo(scratch.name("fip"));
        assertThat(ips.list().description(scratch.name("fip")).pageSize(1).toList())
                .hasSize(1);
        ips.tags(made).add("kept");
        assertThat(ips.get(made).tags()).containsExactly("kept");
        FloatingIp changed = ips.update(
                made,
                ips.changes()
                        .description(scratch.name("other"))
                        .ifRevision(ips.get(made).revisionNumber()));
        assertThat(changed.description()).isEqualTo(scratch.name("other"));
        ips.delete(made);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> ips.get(made))
                .withMessageContaining("Floating IP " + made.id() + " could not be found");
    }

    @Test
    void anAddressStandsForAPort(Cloud cloud, Scratch scratch) {
        FloatingIps ips = cloud.network().floatingIps();
        Routers routers = cloud.network().routers();
        Lan lan = new Lan(cloud, scratch);
        Network external = external(cloud);
        Network network = lan.network("lan");
        Subnet subnet = lan.subnet(network, "10.121.0.0/24");
        Router router = lan.router(RouterSpec.named(scratch.name("r")));
        lan.join(router, subnet);
        Port port = lan.port(PortSpec.on(network).name(scratch.name("p")).fixedIp("10.121.0.7"));

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(
                        () -> take(cloud, scratch, FloatingIpSpec.from(external).port(port)))
                .withMessageContaining("External network " + external.id() + " is not reachable from subnet "
                        + subnet.id() + ". Therefore, cannot associate Port " + port.id() + " with a Floating IP.");
        routers.update(router, routers.changes().externalGateway(external));

        FloatingIp made = take(cloud, scratch, FloatingIpSpec.from(external).port(port.name()));
        assertThat(made.portId()).isEqualTo(port.id());
        assertThat(made.fixedIpAddress()).isEqualTo("10.121.0.7");
        assertThat(made.routerId()).isEqualTo(router.id());
        FloatingIp.PortDetails details = made.portDetails();
        assertThat(details).isNotNull();
        assertThat(details.name()).isEqualTo(port.name());
        assertThat(details.networkId()).isEqualTo(network.id());
        assertThat(details.macAddress()).isEqualTo(port.macAddress());
        assertThat(ips.list()
                        .port(port)
                        .router(router)
                        .fixedIpAddress("10.121.0.7")
                        .one()
                        .id())
                .isEqualTo(made.id());

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(
                        () -> take(cloud, scratch, FloatingIpSpec.from(external).port(port)))
                .withMessageContaining(
                        "with port " + port.id() + " using fixed IP 10.121.0.7, as that fixed IP already "
                                + "has a floating IP on external network " + external.id() + ".");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> routers.update(router, routers.changes().noExternalGateway()))
                .withMessageContaining("Gateway cannot be updated for router " + router.id()
                        + ", since a gateway to external network " + external.id()
                        + " is required by one or more floating IPs.");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> routers.removeSubnet(router, subnet))
                .withMessageContaining("cannot be deleted, as it is required by one or more floating IPs.");

        FloatingIp free = ips.disassociate(made);
        assertThat(free.portId()).isNull();
        assertThat(free.fixedIpAddress()).isNull();
        assertThat(free.routerId()).isNull();
        assertThat(ips.associate(made.id(), port).fixedIpAddress()).isEqualTo("10.121.0.7");
        assertThat(ips.update(made, ips.changes().description(scratch.name("d")))
                        .portId())
                .isEqualTo(port.id());
        cloud.network().ports().delete(port);
        assertThat(ips.get(made).portId()).isNull();
    }

    @Test
    void oneOfSeveralAddressesIsNamed(Cloud cloud, Scratch scratch) {
        Lan lan = new Lan(cloud, scratch);
        Network external = external(cloud);
        Network network = lan.network("lan");
        Subnet subnet = lan.subnet(network, "10.122.0.0/24");
        Router router = lan.router(RouterSpec.named(scratch.name("r")).externalGateway(external));
        lan.join(router, subnet);
        Port port = lan.port(PortSpec.on(network)
                .name(scratch.name("p"))
                .fixedIp("10.122.0.7")
                .fixedIp("10.122.0.8"));
        FloatingIp made =
                take(cloud, scratch, FloatingIpSpec.from(external).port(port).fixedIpAddress("10.122.0.8"));
        assertThat(made.fixedIpAddress()).isEqualTo("10.122.0.8");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(
                        () -> take(cloud, scratch, FloatingIpSpec.from(external).port(port)))
                .withMessageContaining("Port " + port.id() + " has multiple fixed IPv4 addresses. Must provide a "
                        + "specific IPv4 address when assigning a floating IP");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> take(
                        cloud, scratch, FloatingIpSpec.from(external).port(port).fixedIpAddress("10.122.0.9")))
                .withMessageContaining("Port " + port.id() + " does not have fixed ip 10.122.0.9");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(
                        () -> take(cloud, scratch, FloatingIpSpec.from(external).fixedIpAddress("10.122.0.9")))
                .withMessageContaining("fixed_ip_address cannot be specified without a port_id");
        FloatingIps ips = cloud.network().floatingIps();
        assertThat(ips.update(made, ips.changes().port(port).fixedIpAddress("10.122.0.7"))
                        .fixedIpAddress())
                .isEqualTo("10.122.0.7");
        ips.delete(made);
    }

    @Test
    void administratorsChooseTheAddress(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Network external = external(cloud);
        Subnet subnet = admin.network()
                .subnets()
                .list()
                .network(external)
                .ipVersion(4)
                .first()
                .orElseThrow();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(
                        () -> take(cloud, scratch, FloatingIpSpec.from(external).floatingIpAddress("172.24.5.250")))
                .withMessageContaining(
                        "(rule:create_floatingip and rule:create_floatingip:floating_ip_address) is disallowed by policy");
        FloatingIp made = take(
                admin,
                scratch,
                FloatingIpSpec.from(external)
                        .subnet(subnet)
                        .projectId(cloud.session().projectId()));
        assertThat(cloud.network().floatingIps().get(made).id()).isEqualTo(made.id());
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() ->
                        take(admin, scratch, FloatingIpSpec.from(external).floatingIpAddress(made.floatingIpAddress())))
                .withMessageContaining(
                        "IP address " + made.floatingIpAddress() + " already allocated in subnet " + subnet.id());
        Port outside = admin.network().ports().list().deviceId(made.id()).one();
        assertThat(outside.deviceOwner()).isEqualTo("network:floatingip");
        assertThat(outside.status().is("N/A")).isTrue();
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> admin.network().ports().delete(outside))
                .withMessageContaining("has device owner network:floatingip");
        Network inside = new Lan(cloud, scratch).network("inside");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> take(cloud, scratch, FloatingIpSpec.from(inside)))
                .withMessageContaining("Network " + inside.id() + " is not a valid external network");
    }
}
