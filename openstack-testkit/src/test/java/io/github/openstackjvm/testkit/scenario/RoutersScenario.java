package io.github.openstackjvm.testkit.scenario;

import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.network.FixedIp;
import io.github.openstackjvm.network.GatewaySpec;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.Port;
import io.github.openstackjvm.network.PortSpec;
import io.github.openstackjvm.network.Route;
import io.github.openstackjvm.network.Router;
import io.github.openstackjvm.network.RouterInterface;
import io.github.openstackjvm.network.RouterSpec;
import io.github.openstackjvm.network.Routers;
import io.github.openstackjvm.network.Status;
import io.github.openstackjvm.network.Subnet;
import io.github.openstackjvm.network.SubnetSpec;
import io.github.openstackjvm.resource.Order;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class RoutersScenario {

    private static Network external(Cloud cloud) {
        return cloud.network().networks().list().external(true).isDefault(true).one();
    }

    @Test
    void aRouterIsMadeChangedAndDeleted(Cloud cloud, Scratch scratch) {
        Routers routers = cloud.network().routers();
        Router made = new Lan(cloud, scratch)
                .router(RouterSpec.named(scratch.name("r"))
                        .description("of a scenario")
                        .adminStateUp(false));
        assertThat(made.projectId()).isEqualTo(cloud.session().projectId());
        assertThat(made.description()).isEqualTo("of a scenario");
        assertThat(made.status()).isEqualTo(Status.ACTIVE);
        assertThat(made.adminStateUp()).isFalse();
        assertThat(made.externalGateway()).isNull();
        assertThat(made.routes()).isEmpty();
        assertThat(made.ha()).isNull();
        assertThat(made.conntrackHelpers()).isEmpty();
        assertThat(made.revisionNumber()).isEqualTo(1);
        assertThat(made.extras()).containsOnlyKeys("tenant_id");

        Router changed = routers.update(
                made,
                routers.changes()
                        .name(scratch.name("s"))
                        .description("")
                        .adminStateUp(true)
                        .ifRevision(1));
        assertThat(changed.name()).isEqualTo(scratch.name("s"));
        assertThat(changed.adminStateUp()).isTrue();
        assertThat(changed.revisionNumber()).isEqualTo(2);
        assertThat(routers.list()
                        .name(changed.name())
                        .adminStateUp(true)
                        .sortBy("status", Order.ASC)
                        .one())
                .isEqualTo(changed);
        assertThat(routers.get(Ref.name(changed.name())).id()).isEqualTo(made.id());
        routers.tags(made).replace(List.of("edge"));
        assertThat(routers.list().tags("edge").name(changed.name()).one().tags())
                .containsExactly("edge");
        routers.delete(made);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> routers.get(made))
                .withMessageContaining("Router " + made.id() + " could not be found");
    }

    @Test
    void aRouterJoinsSubnets(Cloud cloud, Scratch scratch) {
        Routers routers = cloud.network().routers();
        Lan lan = new Lan(cloud, scratch);
        Network network = lan.network("lan");
        Subnet subnet = lan.subnet(network, "10.111.0.0/24");
        Subnet second = lan.subnet(SubnetSpec.of(network, "10.111.1.0/24").name(scratch.name("second")));
        Router router = lan.router(RouterSpec.named(scratch.name("r")));

        RouterInterface joint = routers.addSubnet(router, subnet);
        scratch.undo(() -> routers.removeSubnet(router, subnet));
        assertThat(joint.routerId()).isEqualTo(router.id());
        assertThat(joint.networkId()).isEqualTo(network.id());
        assertThat(joint.subnetId()).isEqualTo(subnet.id());
        assertThat(joint.subnetIds()).containsExactly(subnet.id());
        Port port = cloud.network().ports().get(joint.portId());
        assertThat(port.deviceId()).isEqualTo(router.id());
        assertThat(port.deviceOwner()).isEqualTo("network:router_interface");
        assertThat(port.fixedIps()).containsExactly(new FixedIp(subnet.id(), "10.111.0.1"));
        assertThat(port.securityGroupIds()).isEmpty();
        assertThat(port.portSecurityEnabled()).isFalse();

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> routers.addSubnet(router.id(), subnet))
                .withMessageContaining("Router already has a port on subnet " + subnet.id());
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> routers.delete(router))
                .withMessageContaining("Router " + router.id() + " has ports still attached: " + port.id());
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> cloud.network().ports().delete(port))
                .withMessageContaining("Port " + port.id()
                        + " cannot be deleted directly via the port API: has device owner network:router_interface.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> cloud.network()
                        .ports()
                        .update(port, cloud.network().ports().changes().fixedIp("10.111.0.7")))
                .withMessageContaining("IP updates for port " + port.id() + " are not allowed");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> cloud.network()
                        .subnets()
                        .update(subnet, cloud.network().subnets().changes().gateway("10.111.0.254")))
                .withMessageContaining(
                        "Current gateway ip 10.111.0.1 already in use by port " + port.id() + ". Unable to update.");

        Port mine = lan.port(PortSpec.on(network).name(scratch.name("mine")).fixedIp(second, "10.111.1.7"));
        RouterInterface other = routers.addPort(router, mine);
        assertThat(other.portId()).isEqualTo(mine.id());
        assertThat(other.subnetIds()).containsExactly(second.id());
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> routers.addPort(router.id(), mine))
                .withMessageContaining("Port already has an attached device " + router.id() + ".");
        assertThat(routers.removePort(router, mine).portId()).isEqualTo(mine.id());
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> cloud.network().ports().get(mine));

        assertThat(routers.removeSubnet(router, Ref.name(subnet.name())).portId())
                .isEqualTo(port.id());
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> routers.removeSubnet(router.id(), subnet))
                .withMessageContaining("Router " + router.id() + " has no interface on subnet " + subnet.id());
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> routers.removePort(router.id(), port))
                .withMessageContaining("Router " + router.id() + " does not have an interface with id " + port.id());
    }

    @Test
    void subnetsOfARouterDoNotOverlap(Cloud cloud, Scratch scratch) {
        Routers routers = cloud.network().routers();
        Lan lan = new Lan(cloud, scratch);
        Subnet narrow = lan.subnet(lan.network("a"), "10.112.0.0/24");
        Subnet wide = lan.subnet(lan.network("b"), "10.112.0.0/16");
        Subnet closed =
                lan.subnet(SubnetSpec.of(lan.network("c"), "10.113.0.0/24").noGateway());
        Router router = lan.router(RouterSpec.named(scratch.name("r")));
        lan.join(router, narrow);
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> routers.addSubnet(router, wide))
                .withMessageContaining("Bad router request: Cidr 10.112.0.0/16 of subnet " + wide.id()
                        + " overlaps with cidr 10.112.0.0/24 of subnet " + narrow.id() + ".");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> routers.addSubnet(router, closed))
                .withMessageContaining("Subnet for router interface must have a gateway IP");
        assertThat(cloud.network().ports().list().deviceId(router.id()).count()).isEqualTo(1);
    }

    @Test
    void oneInterfaceCarriesAllIpv6SubnetsOfANetwork(Cloud cloud, Scratch scratch) {
        Routers routers = cloud.network().routers();
        Lan lan = new Lan(cloud, scratch);
        Network network = lan.network("six");
        Subnet one = lan.subnet(network, "fd00:114::/64");
        Subnet two = lan.subnet(network, "fd00:115::/64");
        Router router = lan.router(RouterSpec.named(scratch.name("r")));
        RouterInterface first = routers.addSubnet(router, one);
        RouterInterface second = routers.addSubnet(router, two);
        assertThat(second.portId()).isEqualTo(first.portId());
        assertThat(cloud.network().ports().get(first.portId()).fixedIps())
                .containsExactlyInAnyOrder(new FixedIp(one.id(), "fd00:114::"), new FixedIp(two.id(), "fd00:115::"));
        routers.removeSubnet(router, one);
        assertThat(cloud.network().ports().get(first.portId()).fixedIps())
                .containsExactly(new FixedIp(two.id(), "fd00:115::"));
        routers.removeSubnet(router, two);
        assertThat(cloud.network().ports().list().deviceId(router.id()).toList())
                .isEmpty();
    }

    @Test
    void aGatewayLeadsOutside(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Routers routers = cloud.network().routers();
        Network external = external(cloud);
        Router router = new Lan(cloud, scratch)
                .router(RouterSpec.named(scratch.name("r")).externalGateway(external.name()));
        Router.ExternalGateway gateway = router.externalGateway();
        assertThat(gateway).isNotNull();
        assertThat(gateway.networkId()).isEqualTo(external.id());
        assertThat(gateway.snat()).isTrue();
        assertThat(gateway.externalFixedIps()).hasSize(1);
        assertThat(cloud.network().ports().list().deviceId(router.id()).toList())
                .isEmpty();
        Port port = admin.network().ports().list().deviceId(router.id()).one();
        assertThat(port.deviceOwner()).isEqualTo("network:router_gateway");
        assertThat(port.projectId()).isEmpty();
        assertThat(port.fixedIps()).isEqualTo(gateway.externalFixedIps());

        Router closed = routers.update(router, routers.changes().noExternalGateway());
        assertThat(closed.externalGateway()).isNull();
        assertThat(admin.network().ports().list().deviceId(router.id()).toList())
                .isEmpty();
        assertThat(routers.update(router, routers.changes().externalGateway(external))
                        .externalGateway())
                .isNotNull();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> routers.update(
                        router,
                        routers.changes()
                                .externalGateway(GatewaySpec.to(external).snat(false))))
                .withMessageContaining("rule:update_router:external_gateway_info:enable_snat");
        String gatewayIp = admin.network()
                .subnets()
                .list()
                .network(external)
                .ipVersion(4)
                .first()
                .orElseThrow()
                .gatewayIp();
        Routers all = admin.network().routers();
        Router hidden = all.update(
                router, all.changes().externalGateway(GatewaySpec.to(external).snat(false)));
        assertThat(hidden.externalGateway()).isNotNull();
        assertThat(hidden.externalGateway().snat()).isFalse();
        assertThat(hidden.ha()).isFalse();
        assertThat(hidden.distributed()).isFalse();
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> all.update(
                        router,
                        all.changes().externalGateway(GatewaySpec.to(external).fixedIp(gatewayIp))))
                .withMessageContaining("External IP " + gatewayIp + " is the same as the gateway IP");
        Network inside = new Lan(cloud, scratch).network("inside");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> routers.update(router, routers.changes().externalGateway(inside)))
                .withMessageContaining("Network " + inside.id() + " is not an external network");
    }

    @Test
    void routesLeadElsewhere(Cloud cloud, Scratch scratch) {
        Routers routers = cloud.network().routers();
        Lan lan = new Lan(cloud, scratch);
        Subnet subnet = lan.subnet(lan.network("lan"), "10.116.0.0/24");
        Router router = lan.router(RouterSpec.named(scratch.name("r")));
        lan.join(router, subnet);
        Route west = new Route("198.51.100.0/24", "10.116.0.7");
        Route east = new Route("203.0.113.0/24", "10.116.0.8");
        assertThat(routers.update(router, routers.changes().routes(List.of(west)))
                        .routes())
                .containsExactly(west);
        assertThat(routers.addRoutes(router, List.of(west, east)).routes()).containsExactlyInAnyOrder(west, east);
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> routers.addRoutes(router.id(), List.of(new Route("192.0.2.0/24", "10.200.0.1"))))
                .withMessageContaining("the nexthop is not connected with router");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> routers.addRoutes(router, List.of(new Route("192.0.2.0/24", "10.116.0.1"))))
                .withMessageContaining("the nexthop is used by router");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> routers.removeSubnet(router, subnet))
                .withMessageContaining("Router interface for subnet " + subnet.id() + " on router " + router.id()
                        + " cannot be deleted, as it is required by one or more routes.");
        assertThat(routers.removeRoutes(router, List.of(west, new Route("192.0.2.0/24", "10.116.0.9")))
                        .routes())
                .containsExactly(east);
        assertThat(routers.removeRoutes(router.id(), List.of(east)).routes()).isEmpty();
    }
}
