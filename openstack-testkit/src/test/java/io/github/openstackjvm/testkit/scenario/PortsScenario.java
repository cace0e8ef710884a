package io.github.openstackjvm.testkit.scenario;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.network.FixedIp;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.Port;
import io.github.openstackjvm.network.PortBinding;
import io.github.openstackjvm.network.PortBindingSpec;
import io.github.openstackjvm.network.PortBindings;
import io.github.openstackjvm.network.PortSpec;
import io.github.openstackjvm.network.Ports;
import io.github.openstackjvm.network.SecurityGroup;
import io.github.openstackjvm.network.SecurityGroupSpec;
import io.github.openstackjvm.network.Status;
import io.github.openstackjvm.network.Subnet;
import io.github.openstackjvm.network.VnicType;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Order;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class PortsScenario {

    private static SecurityGroup group(Cloud cloud, Scratch scratch, String name) {
        SecurityGroup made = cloud.network().securityGroups().create(SecurityGroupSpec.named(scratch.name(name)));
        scratch.undo(() -> cloud.network().securityGroups().delete(made));
        return made;
    }

    @Test
    void aPortHasAddressesOfItsNetwork(Cloud cloud, Scratch scratch) {
        Lan lan = new Lan(cloud, scratch);
        Network network = lan.network("lan");
        Subnet four = lan.subnet(network, "10.101.0.0/28");
        Subnet six = lan.subnet(network, "fd00:101::/64");
        Port port = lan.port(PortSpec.on(network.name()).name(scratch.name("p")));
        assertThat(port.networkId()).isEqualTo(network.id());
        assertThat(port.projectId()).isEqualTo(cloud.session().projectId());
        assertThat(port.fixedIps()).extracting(FixedIp::subnetId).containsExactlyInAnyOrder(four.id(), six.id());
        assertThat(port.status()).isEqualTo(Status.DOWN);
        assertThat(port.adminStateUp()).isTrue();
        assertThat(port.macAddress()).startsWith("fa:16:3e:");
        assertThat(port.deviceId()).isEmpty();
        assertThat(port.deviceOwner()).isEmpty();
        assertThat(port.portSecurityEnabled()).isTrue();
        assertThat(port.securityGroupIds())
                .containsExactly(
                        cloud.network().securityGroups().named("default").id());
        assertThat(port.vnicType()).isEqualTo(VnicType.NORMAL);
        assertThat(port.vifType()).isNull();
        assertThat(port.hostId()).isNull();
        assertThat(port.ipAllocation()).isEqualTo("immediate");
        assertThat(port.propagateUplinkStatus()).isTrue();
        assertThat(port.allowedAddressPairs()).isEmpty();
        assertThat(port.extraDhcpOptions()).isEmpty();
        assertThat(port.dnsAssignment()).hasSize(2).allSatisfy(name -> {
            assertThat(name.hostname())
                    .isEqualTo("host-" + name.ipAddress().replace('.', '-').replace(':', '-'));
            assertThat(name.fqdn()).startsWith(name.hostname() + ".").endsWith(".");
        });
        assertThat(port.extras()).containsOnlyKeys("tenant_id");
        assertThat(cloud.network().ports().get(port).fixedIps()).containsExactlyInAnyOrderElementsOf(port.fixedIps());
    }

    @Test
    void everythingMayBeSaidOfAPort(Cloud cloud, Scratch scratch) {
        Ports ports = cloud.network().ports();
        Lan lan = new Lan(cloud, scratch);
        Network network = lan.network("lan");
        Subnet subnet = lan.subnet(network, "10.102.0.0/28");
        SecurityGroup web = group(cloud, scratch, "web");
        SecurityGroup db = group(cloud, scratch, "db");
        Port port = lan.port(PortSpec.on(network)
                .name(scratch.name("p"))
                .description("of a scenario")
                .adminStateUp(false)
                .macAddress("fa:16:3e:01:02:03")
                .fixedIp(subnet, "10.102.0.9")
                .subnet(subnet)
                .securityGroup(web.name())
                .securityGroup(db)
                .allowedAddress("192.0.2.0/24")
                .allowedAddress("192.0.3.1", "fa:16:3e:0a:0b:0c")
                .dhcpOption("mtu", "1400")
                .dhcpOption("dns-servers", "fd00::53", 6)
                .deviceId("some-device")
                .deviceOwner("scenario:none")
                .dnsName("Web"));
        assertThat(port.description()).isEqualTo("of a scenario");
        assertThat(port.adminStateUp()).isFalse();
        assertThat(port.macAddress()).isEqualTo("fa:16:3e:01:02:03");
        assertThat(port.fixedIps()).hasSize(2).contains(new FixedIp(subnet.id(), "10.102.0.9"));
        assertThat(port.securityGroupIds()).containsExactlyInAnyOrder(web.id(), db.id());
        assertThat(port.allowedAddressPairs())
                .containsExactlyInAnyOrder(
                        new Port.AddressPair("192.0.2.0/24", "fa:16:3e:01:02:03"),
                        new Port.AddressPair("192.0.3.1", "fa:16:3e:0a:0b:0c"));
        assertThat(port.extraDhcpOptions())
                .containsExactlyInAnyOrder(
                        new Port.DhcpOption("mtu", "1400", 4), new Port.DhcpOption("dns-servers", "fd00::53", 6));
        assertThat(port.deviceId()).isEqualTo("some-device");
        assertThat(port.deviceOwner()).isEqualTo("scenario:none");
        assertThat(port.dnsName()).isEqualTo("web");
        assertThat(port.dnsAssignment())
                .allSatisfy(name -> assertThat(name.hostname()).isEqualTo("web"));

        Port changed = ports.update(
                port,
                ports.changes()
                        .name(scratch.name("q"))
                        .description("")
                        .adminStateUp(true)
                        .fixedIp("10.102.0.9")
                        .fixedIp("10.102.0.10")
                        .securityGroup(db)
                        .allowedAddress("198.51.100.1")
                        .dhcpOption("mtu", "1300")
                        .noDhcpOption("dns-servers", 6)
                        .deviceId("")
                        .deviceOwner("")
                        .dnsName("")
                        .ifRevision(port.revisionNumber()));
        assertThat(changed.name()).isEqualTo(scratch.name("q"));
        assertThat(changed.adminStateUp()).isTrue();
        assertThat(changed.fixedIps())
                .containsExactlyInAnyOrder(
                        new FixedIp(subnet.id(), "10.102.0.9"), new FixedIp(subnet.id(), "10.102.0.10"));
        assertThat(changed.securityGroupIds()).containsExactly(db.id());
        assertThat(changed.allowedAddressPairs())
                .containsExactly(new Port.AddressPair("198.51.100.1", "fa:16:3e:01:02:03"));
        assertThat(changed.extraDhcpOptions()).containsExactly(new Port.DhcpOption("mtu", "1300", 4));
        assertThat(changed.deviceId()).isEmpty();
        assertThat(changed.dnsName()).isEmpty();
        assertThat(changed.revisionNumber()).isGreaterThan(port.revisionNumber());

        Port open = ports.update(
                port,
                ports.changes()
                        .noSecurityGroups()
                        .noAllowedAddresses()
                        .portSecurity(false)
                        .noFixedIps());
        assertThat(open.securityGroupIds()).isEmpty();
        assertThat(open.portSecurityEnabled()).isFalse();
        assertThat(open.fixedIps()).isEmpty();
        ports.delete(port);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> ports.get(port))
                .withMessageContaining("Port " + port.id() + " could not be found.");
    }

    @Test
    void addressesRunOut(Cloud cloud, Scratch scratch) {
        Ports ports = cloud.network().ports();
        Lan lan = new Lan(cloud, scratch);
        Network network = lan.network("small");
        Subnet subnet = lan.subnet(network, "10.103.0.0/29");
        Port fixed = lan.port(PortSpec.on(network).name(scratch.name("1")).fixedIp("10.103.0.6"));
        List<Port> all = ports.createAll(List.of(
                PortSpec.on(network).name(scratch.name("2")),
                PortSpec.on(network).name(scratch.name("3"))));
        all.forEach(port -> scratch.undo(() -> ports.delete(port)));
        assertThat(fixed.fixedIps()).containsExactly(new FixedIp(subnet.id(), "10.103.0.6"));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> ports.create(PortSpec.on(network).fixedIp("10.103.0.6")))
                .withMessageContaining("IP address 10.103.0.6 already allocated in subnet " + subnet.id());
        ports.createAll(List.of(
                        PortSpec.on(network).name(scratch.name("4")),
                        PortSpec.on(network).name(scratch.name("5"))))
                .forEach(port -> scratch.undo(() -> ports.delete(port)));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> ports.create(PortSpec.on(network)))
                .withMessageContaining("No more IP addresses available on network " + network.id() + ".");
        ports.delete(fixed);
        Port last = lan.port(PortSpec.on(network).name(scratch.name("7")));
        assertThat(last.fixedIps()).containsExactly(new FixedIp(subnet.id(), "10.103.0.6"));
        ports.delete(last);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> ports.createAll(List.of(
                        PortSpec.on(network).name(scratch.name("8")),
                        PortSpec.on(network).name(scratch.name("9")))))
                .withMessageContaining("No more IP addresses available on network " + network.id() + ".");
        assertThat(ports.list().network(network).count()).isEqualTo(4);
    }

    @Test
    void portsAreFound(Cloud cloud, Scratch scratch) {
        Ports ports = cloud.network().ports();
        Lan lan = new Lan(cloud, scratch);
        Network network = lan.network("lan");
        Subnet subnet = lan.subnet(network, "10.104.0.0/28");
        SecurityGroup web = group(cloud, scratch, "web");
        Port one = lan.port(PortSpec.on(network)
                .name(scratch.name("one"))
                .fixedIp("10.104.0.7")
                .securityGroup(web)
                .deviceId(scratch.name("device"))
                .deviceOwner("scenario:none"));
        Port two = lan.port(PortSpec.on(network).name(scratch.name("two")).adminStateUp(false));
        Ports.Query here = ports.list().network(network.name());
        assertThat(here.count()).isEqualTo(2);
        assertThat(here.fixedIp("10.104.0.7").one().id()).isEqualTo(one.id());
        assertThat(here.fixedIpContaining("104.0.7").one().id()).isEqualTo(one.id());
        assertThat(here.subnetId(subnet.id()).count()).isEqualTo(2);
        assertThat(here.macAddress(two.macAddress()).one().id()).isEqualTo(two.id());
        assertThat(here.securityGroup(web).one().id()).isEqualTo(one.id());
        assertThat(here.securityGroup(web.name()).one().id()).isEqualTo(one.id());
        assertThat(here.deviceId(scratch.name("device")).one().id()).isEqualTo(one.id());
        assertThat(here.deviceOwner("scenario:none").one().id()).isEqualTo(one.id());
        assertThat(here.adminStateUp(false).one().id()).isEqualTo(two.id());
        assertThat(here.status(Status.ACTIVE).toList()).isEmpty();
        assertThat(here.status(Status.DOWN).ipAllocation("immediate").count()).isEqualTo(2);
        assertThat(here.sortBy("name", Order.DESC).pageSize(1).stream().map(Port::id))
                .containsExactly(two.id(), one.id());
        assertThat(ports.list().ids(one.id(), two.id()).name(two.name()).one().id())
                .isEqualTo(two.id());
        assertThat(ports.named(one.name()).id()).isEqualTo(one.id());
        ports.tags(one).replace(List.of("x"));
        assertThat(here.tags("x").one().id()).isEqualTo(one.id());
        assertThat(here.notTags("x").one().id()).isEqualTo(two.id());
    }

    @Test
    void whatCannotBeIsRefused(Cloud cloud, Scratch scratch) {
        Ports ports = cloud.network().ports();
        Lan lan = new Lan(cloud, scratch);
        Network network = lan.network("lan");
        lan.subnet(network, "10.105.0.0/28");
        SecurityGroup used = group(cloud, scratch, "used");
        Port port = lan.port(PortSpec.on(network).name(scratch.name("p")));
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> ports.create(PortSpec.on(network).fixedIp("10.106.0.1")))
                .withMessageContaining(
                        "IP address 10.106.0.1 is not a valid IP for any of the subnets on the specified network.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> ports.create(PortSpec.on(network).macAddress("nonsense")))
                .withMessageContaining("Invalid input for mac_address. Reason: 'nonsense' is not a valid MAC address.");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> ports.create(PortSpec.on(network).macAddress(port.macAddress())))
                .withMessageContaining("The mac address " + port.macAddress() + " is in use.");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() ->
                        ports.create(PortSpec.on(network).portSecurity(false).allowedAddress("192.0.2.1")))
                .withMessageContaining(
                        "Port Security must be enabled in order to have allowed address pairs on a port.");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> ports.update(port, ports.changes().portSecurity(false)))
                .withMessageContaining("Port has security group associated.");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> ports.create(PortSpec.on(network).hostId("some-host")))
                .withMessageContaining("rule:create_port:binding:host_id");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> ports.update(port, ports.changes().macAddress("fa:16:3e:00:00:09")))
                .withMessageContaining("(rule:update_port and rule:update_port:mac_address) is disallowed by policy");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> ports.create(PortSpec.on(
                        cloud.network().networks().list().external(true).first().orElseThrow())))
                .withMessageContaining("not allowed to create port on this network");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> ports.create(PortSpec.on(network).securityGroup(scratch.name("none"))))
                .withMessageStartingWith("For 'security_groups': There is no security group with the name or id");
        ports.update(port, ports.changes().securityGroup(used));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> cloud.network().securityGroups().delete(used))
                .withMessageContaining("Security Group " + used.id() + " in use.");
    }

    @Test
    void administratorsPlugPortsIn(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Lan lan = new Lan(cloud, scratch);
        Network network = lan.network("lan");
        lan.subnet(network, "10.107.0.0/28");
        Port port = lan.port(PortSpec.on(network).name(scratch.name("p")));
        Ports all = admin.network().ports();
        Port bound = all.update(
                port,
                all.changes()
                        .hostId(scratch.name("host"))
                        .bindingProfile(Map.of("rack", "7"))
                        .deviceOwner("compute:nova")
                        .deviceId(scratch.name("device")));
        assertThat(bound.hostId()).isEqualTo(scratch.name("host"));
        assertThat(bound.vifType()).isEqualTo("ovs");
        assertThat(bound.bindingProfile()).containsEntry("rack", "7");
        assertThat(bound.vifDetails()).containsEntry("port_filter", true);
        assertThat(all.list().hostId(scratch.name("host")).one().id()).isEqualTo(port.id());
        assertThat(cloud.network().ports().get(port).status()).isEqualTo(Status.ACTIVE);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> all.update(port, all.changes().macAddress("fa:16:3e:00:00:08")))
                .withMessageContaining("port is already bound, port type: ovs, old_mac " + port.macAddress()
                        + ", new_mac fa:16:3e:00:00:08.");
        Port loose = all.update(port, all.changes().hostId("").deviceOwner("").deviceId(""));
        assertThat(loose.vifType()).isEqualTo("unbound");
        assertThat(all.update(port, all.changes().macAddress("fa:16:3e:00:00:08"))
                        .macAddress())
                .isEqualTo("fa:16:3e:00:00:08");
        assertThat(all.get(port).resourceRequest()).isEmpty();
    }

    @Test
    void aServersPortIsPluggedInOnTwoHosts(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Lan lan = new Lan(cloud, scratch);
        Network network = lan.network("moving");
        lan.subnet(network, "10.76.0.0/24");
        Port port = lan.port(PortSpec.on(network).name(scratch.name("moving")));
        PortBindings bindings = admin.network().ports().bindings(port.id());
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> bindings.list().toList())
                .withMessageContaining("Invalid port " + port.id() + ". Operation only valid on compute ports.");
        admin.network()
                .ports()
                .update(
                        port.id(),
                        admin.network()
                                .ports()
                                .changes()
                                .deviceId(scratch.name("server"))
                                .deviceOwner("compute:nova")
                                .hostId("host-a"));
        PortBinding first = bindings.list().one();
        assertThat(first.host()).isEqualTo("host-a");
        assertThat(first.status()).isEqualTo(Status.ACTIVE);
        assertThat(first.vifType()).isEqualTo("ovs");
        assertThat(first.vnicType()).isEqualTo(VnicType.NORMAL);
        PortBinding second = bindings.create(PortBindingSpec.on("host-b"));
        assertThat(second.status()).isEqualTo(new Status("INACTIVE"));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> bindings.create(PortBindingSpec.on("host-b")))
                .withMessageContaining("Binding for port " + port.id() + " on host host-b already exists.");
        assertThat(bindings.update("host-b", bindings.changes().profile(Map.of("os_vif_delegation", true)))
                        .profile())
                .containsEntry("os_vif_delegation", true);
        assertThat(bindings.get("host-b").profile()).containsEntry("os_vif_delegation", true);

        assertThat(bindings.activate("host-b").status()).isEqualTo(Status.ACTIVE);
        assertThat(bindings.get("host-a").status()).isEqualTo(new Status("INACTIVE"));
        assertThat(bindings.list().status(Status.ACTIVE).one().host()).isEqualTo("host-b");
        assertThat(admin.network().ports().get(port.id()).hostId()).isEqualTo("host-b");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> bindings.activate("host-b"))
                .withMessageContaining("Binding for port " + port.id() + " on host host-b is already active.");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> bindings.activate("host-c"))
                .withMessageContaining("Binding for port " + port.id() + " for host host-c could not be found.");
        assertThat(bindings.delete("host-a")).isEqualTo(new Deleted("host-a", false));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> bindings.get("host-a"))
                .withMessageContaining("Binding for port " + port.id() + " for host host-a could not be found.");
    }

    @Test
    void aServersPortMayBePluggedInNowhere(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Network network = new Lan(cloud, scratch).network("nowhere");
        Port port = new Lan(cloud, scratch)
                .port(PortSpec.on(network).name(scratch.name("nowhere")).deviceOwner("compute:nova"));
        PortBindings bindings = admin.network().ports().bindings(port.id());
        Status inactive = new Status("INACTIVE");
        assertThat(bindings.list().one().vifType()).isEqualTo("unbound");
        assertThat(bindings.create(PortBindingSpec.on("host-a")).status()).isEqualTo(inactive);
        assertThat(bindings.create(PortBindingSpec.on("host-b")).status()).isEqualTo(inactive);
        assertThat(bindings.activate("host-a").status()).isEqualTo(Status.ACTIVE);
        bindings.delete("host-a");
        assertThat(bindings.list().stream().map(PortBinding::host)).containsExactly("", "host-b");
        assertThat(admin.network().ports().get(port.id()).hostId()).isNull();
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> bindings.activate("host-b"))
                .withMessageContaining("internal server error while processing your request");
        assertThat(bindings.create(PortBindingSpec.on("host-c")).status()).isEqualTo(Status.ACTIVE);
        assertThat(admin.network().ports().get(port.id()).hostId()).isEqualTo("host-c");
    }
}
