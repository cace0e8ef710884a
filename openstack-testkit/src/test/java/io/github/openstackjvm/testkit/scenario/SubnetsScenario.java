package io.github.openstackjvm.testkit.scenario;

import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.network.AllocationPool;
import io.github.openstackjvm.network.Ipv6Mode;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.Port;
import io.github.openstackjvm.network.PortSpec;
import io.github.openstackjvm.network.Route;
import io.github.openstackjvm.network.Subnet;
import io.github.openstackjvm.network.SubnetSpec;
import io.github.openstackjvm.network.Subnets;
import io.github.openstackjvm.resource.Ref;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class SubnetsScenario {

    @Test
    void aSubnetIsMadeChangedAndDeleted(Cloud cloud, Scratch scratch) {
        Subnets subnets = cloud.network().subnets();
        Lan lan = new Lan(cloud, scratch);
        Network network = lan.network("lan");
        Subnet made = lan.subnet(SubnetSpec.of(network.name(), "10.92.0.5/24")
                .name(scratch.name("s"))
                .description("of a scenario")
                .gateway("10.92.0.254")
                .addAllocationPool("10.92.0.10", "10.92.0.20")
                .addAllocationPool("10.92.0.30", "10.92.0.40")
                .dnsNameservers("192.0.2.53", "192.0.2.54")
                .addHostRoute("198.51.100.0/24", "10.92.0.9")
                .dhcp(false)
                .serviceTypes("compute:nova"));
        assertThat(made.networkId()).isEqualTo(network.id());
        assertThat(made.projectId()).isEqualTo(cloud.session().projectId());
        assertThat(made.ipVersion()).isEqualTo(4);
        assertThat(made.cidr()).isEqualTo("10.92.0.0/24");
        assertThat(made.gatewayIp()).isEqualTo("10.92.0.254");
        assertThat(made.allocationPools())
                .containsExactlyInAnyOrder(
                        new AllocationPool("10.92.0.10", "10.92.0.20"), new AllocationPool("10.92.0.30", "10.92.0.40"));
        assertThat(made.dnsNameservers()).containsExactly("192.0.2.53", "192.0.2.54");
        assertThat(made.hostRoutes()).containsExactly(new Route("198.51.100.0/24", "10.92.0.9"));
        assertThat(made.dhcpEnabled()).isFalse();
        assertThat(made.serviceTypes()).containsExactly("compute:nova");
        assertThat(made.subnetPoolId()).isNull();
        assertThat(made.ipv6RaMode()).isNull();
        assertThat(made.revisionNumber()).isEqualTo(1);
        assertThat(made.extras()).containsOnlyKeys("tenant_id");

        Subnet changed = subnets.update(
                made,
                subnets.changes()
                        .name(scratch.name("other"))
                        .description("")
                        .gateway("10.92.0.1")
                        .addAllocationPool("10.92.0.50", "10.92.0.60")
                        .dnsNameservers()
                        .hostRoutes(List.of(new Route("203.0.113.0/24", "10.92.0.8")))
                        .dhcp(true)
                        .serviceTypes()
                        .ifRevision(1));
        assertThat(changed.name()).isEqualTo(scratch.name("other"));
        assertThat(changed.gatewayIp()).isEqualTo("10.92.0.1");
        assertThat(changed.allocationPools()).containsExactly(new AllocationPool("10.92.0.50", "10.92.0.60"));
        assertThat(changed.dnsNameservers()).isEmpty();
        assertThat(changed.hostRoutes()).containsExactly(new Route("203.0.113.0/24", "10.92.0.8"));
        assertThat(changed.dhcpEnabled()).isTrue();
        assertThat(changed.serviceTypes()).isEmpty();
        assertThat(changed.revisionNumber()).isEqualTo(2);
        assertThat(subnets.update(made, subnets.changes().noGateway()).gatewayIp())
                .isNull();
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> subnets.update(made, subnets.changes().gateway("10.92.0.55")))
                .withMessageContaining("Gateway ip 10.92.0.55 conflicts with allocation pool 10.92.0.50-10.92.0.60.");

        subnets.delete(made);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> subnets.get(made.id()))
                .withMessageContaining("Subnet " + made.id() + " could not be found.");
    }

    @Test
    void neutronChoosesWhatIsNotSaid(Cloud cloud, Scratch scratch) {
        Lan lan = new Lan(cloud, scratch);
        Network network = lan.network("lan");
        Subnet four = lan.subnet(network, "10.93.0.0/29");
        assertThat(four.gatewayIp()).isEqualTo("10.93.0.1");
        assertThat(four.allocationPools()).containsExactly(new AllocationPool("10.93.0.2", "10.93.0.6"));
        assertThat(four.dhcpEnabled()).isTrue();
        Subnet six = lan.subnet(network, "fd00:93::/64");
        assertThat(six.ipVersion()).isEqualTo(6);
        assertThat(six.gatewayIp()).isEqualTo("fd00:93::");
        assertThat(six.allocationPools())
                .containsExactly(new AllocationPool("fd00:93::1", "fd00:93::ffff:ffff:ffff:ffff"));
        Subnet closed = lan.subnet(SubnetSpec.of(network, "10.93.1.0/30")
                .name(scratch.name("closed"))
                .noGateway());
        assertThat(closed.gatewayIp()).isNull();
        assertThat(closed.allocationPools()).containsExactly(new AllocationPool("10.93.1.1", "10.93.1.2"));
        assertThat(cloud.network().networks().get(network).subnetIds())
                .containsExactlyInAnyOrder(four.id(), six.id(), closed.id());
    }

    @Test
    void hostsMayMakeTheirOwnAddresses(Cloud cloud, Scratch scratch) {
        Lan lan = new Lan(cloud, scratch);
        Network network = lan.network("slaac");
        Port before = lan.port(PortSpec.on(network).name(scratch.name("p")));
        assertThat(before.fixedIps()).isEmpty();
        Subnet six = lan.subnet(SubnetSpec.of(network, "fd00:94::/64")
                .name(scratch.name("slaac"))
                .ipv6RaMode(Ipv6Mode.SLAAC)
                .ipv6AddressMode(Ipv6Mode.SLAAC));
        assertThat(six.ipv6AddressMode()).isEqualTo(Ipv6Mode.SLAAC);
        assertThat(cloud.network().ports().get(before).fixedIps())
                .singleElement()
                .satisfies(fixed -> assertThat(fixed.ipAddress()).contains("ff:fe"));
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> lan.port(PortSpec.on(network).fixedIp("fd00:94::5")))
                .withMessageContaining("IPv6 address fd00:94::5 cannot be directly assigned to a port on subnet "
                        + six.id() + " as the subnet is configured for automatic addresses");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(
                        () -> lan.subnet(SubnetSpec.of(network, "fd00:95::/60").ipv6AddressMode(Ipv6Mode.SLAAC)))
                .withMessageContaining("Invalid CIDR fd00:95::/60 for IPv6 address mode.");
    }

    @Test
    void subnetsAreFound(Cloud cloud, Scratch scratch) {
        Subnets subnets = cloud.network().subnets();
        Lan lan = new Lan(cloud, scratch);
        Network network = lan.network("lan");
        Subnet four = lan.subnet(SubnetSpec.of(network, "10.95.0.0/24").name(scratch.name("four")));
        Subnet six = lan.subnet(
                SubnetSpec.of(network, "fd00:95::/64").name(scratch.name("six")).dhcp(false));
        Subnets.Query here = subnets.list().network(network);
        assertThat(subnets.get(Ref.name(four.name()))).isEqualTo(subnets.named(four.id()));
        assertThat(here.ipVersion(6).one().id()).isEqualTo(six.id());
        assertThat(here.cidr("10.95.0.0/24").gatewayIp("10.95.0.1").one().id()).isEqualTo(four.id());
        assertThat(here.dhcp(false).one().id()).isEqualTo(six.id());
        assertThat(here.shared(false).toList()).hasSize(2);
        assertThat(subnets.list().network(network.name()).pageSize(1).toList()).hasSize(2);
        subnets.tags(four).add("blue");
        assertThat(here.tags("blue").one().tags()).containsExactly("blue");
        assertThat(here.ipv6RaMode(Ipv6Mode.SLAAC).toList()).isEmpty();
    }

    @Test
    void severalAreMadeAtOnceOrNone(Cloud cloud, Scratch scratch) {
        Subnets subnets = cloud.network().subnets();
        Network network = new Lan(cloud, scratch).network("lan");
        assertThat(subnets.createAll(
                        List.of(SubnetSpec.of(network, "10.96.0.0/24"), SubnetSpec.of(network, "10.96.1.0/24"))))
                .extracting(Subnet::cidr)
                .containsExactly("10.96.0.0/24", "10.96.1.0/24");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> subnets.createAll(
                        List.of(SubnetSpec.of(network, "10.96.2.0/24"), SubnetSpec.of(network, "10.96.0.0/16"))))
                .withMessageContaining("Requested subnet with cidr: 10.96.0.0/16 for network: " + network.id()
                        + " overlaps with another subnet");
        assertThat(subnets.list().network(network).count()).isEqualTo(2);
    }

    @Test
    void whatCannotBeIsRefused(Cloud cloud, Scratch scratch) {
        Lan lan = new Lan(cloud, scratch);
        Network network = lan.network("lan");
        refused(lan, SubnetSpec.of(network, "10.97.0.0/33"), "10.97.0.0/33 is not in a CIDR format.");
        refused(lan, SubnetSpec.of(network, "10.97.0.0/24").gateway("10.97.0.255"), "Gateway is not valid on subnet.");
        refused(
                lan,
                SubnetSpec.of(network, "10.97.0.0/31"),
                "Subnet has a prefix length that is incompatible with DHCP service enabled.");
        refused(
                lan,
                SubnetSpec.of(network, "10.97.0.0/24").addAllocationPool("10.97.0.9", "10.97.1.9"),
                "The allocation pool 10.97.0.9-10.97.1.9 spans beyond the subnet cidr 10.97.0.0/24.");
        refused(
                lan,
                SubnetSpec.of(network, "10.97.0.0/24").dnsNameservers("192.0.2.1", "192.0.2.1"),
                "Invalid input for dns_nameservers. Reason: Duplicate nameserver '192.0.2.1'.");
        refused(
                lan,
                SubnetSpec.of(network, "10.97.0.0/24").dnsNameservers("fd00::1"),
                "dns_nameserver 'fd00::1' does not match the ip_version '4'.");
        refused(
                lan,
                SubnetSpec.of(network, "10.97.0.0/24").prefixLength(24),
                "Bad subnets request: cidr and prefixlen must not be supplied together.");
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> cloud.network().subnets().create(new SubnetSpec().network(network)))
                .withMessage("SubnetSpec needs ip_version: it is required and not set");
    }

    private static void refused(Lan lan, SubnetSpec spec, String words) {
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> lan.subnet(spec))
                .withMessageContaining(words);
    }

    @Test
    void anAddressInUseKeepsIt(Cloud cloud, Scratch scratch) {
        Subnets subnets = cloud.network().subnets();
        Lan lan = new Lan(cloud, scratch);
        Network network = lan.network("lan");
        Subnet subnet = lan.subnet(network, "10.98.0.0/28");
        Port port = lan.port(PortSpec.on(network).name(scratch.name("p")));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> subnets.delete(subnet))
                .withMessageContaining("Unable to complete operation on subnet " + subnet.id()
                        + ": One or more ports have an IP allocation from this subnet.");
        cloud.network().ports().delete(port);
        subnets.delete(subnet);
    }
}
