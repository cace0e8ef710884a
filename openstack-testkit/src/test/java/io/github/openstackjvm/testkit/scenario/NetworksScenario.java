package io.github.openstackjvm.testkit.scenario;

import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.NetworkSpec;
import io.github.openstackjvm.network.NetworkType;
import io.github.openstackjvm.network.Networks;
import io.github.openstackjvm.network.PortSpec;
import io.github.openstackjvm.network.Status;
import io.github.openstackjvm.network.Subnet;
import io.github.openstackjvm.resource.Order;
import io.github.openstackjvm.resource.Tags;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class NetworksScenario {

    @Test
    void aNetworkIsMadeChangedAndDeleted(Cloud cloud, Scratch scratch) {
        Networks networks = cloud.network().networks();
        Network made = new Lan(cloud, scratch)
                .network(NetworkSpec.named(scratch.name("lan"))
                        .description("of a scenario")
                        .mtu(1400)
                        .portSecurity(false)
                        .dnsDomain("example.org.")
                        .adminStateUp(false));
        assertThat(made.description()).isEqualTo("of a scenario");
        assertThat(made.projectId()).isEqualTo(cloud.session().projectId());
        assertThat(made.status()).isEqualTo(Status.ACTIVE);
        assertThat(made.adminStateUp()).isFalse();
        assertThat(made.mtu()).isEqualTo(1400);
        assertThat(made.portSecurityEnabled()).isFalse();
        assertThat(made.dnsDomain()).isEqualTo("example.org.");
        assertThat(made.shared()).isFalse();
        assertThat(made.external()).isFalse();
        assertThat(made.subnetIds()).isEmpty();
        assertThat(made.l2Adjacency()).isTrue();
        assertThat(made.networkType()).isNull();
        assertThat(made.createdAt()).isNotNull();
        assertThat(made.revisionNumber()).isEqualTo(1);
        assertThat(made.extras()).containsOnlyKeys("tenant_id");

        Network changed = networks.update(
                made,
                networks.changes()
                        .name(scratch.name("other"))
                        .description("")
                        .adminStateUp(true)
                        .mtu(1450)
                        .portSecurity(true)
                        .dnsDomain("")
                        .ifRevision(made.revisionNumber()));
        assertThat(changed.name()).isEqualTo(scratch.name("other"));
        assertThat(changed.description()).isEmpty();
        assertThat(changed.adminStateUp()).isTrue();
        assertThat(changed.mtu()).isEqualTo(1450);
        assertThat(changed.portSecurityEnabled()).isTrue();
        assertThat(changed.dnsDomain()).isEmpty();
        assertThat(changed.revisionNumber()).isEqualTo(2);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() ->
                        networks.update(made, networks.changes().name("lost").ifRevision(made.revisionNumber())))
                .matches(refusal -> refusal.reason() == Conflict.Reason.CHANGED);
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> networks.update(made, networks.changes().mtu(9000)))
                .withMessageContaining("Requested MTU is too big, maximum is 1450");

        assertThat(networks.delete(made).wasGone()).isFalse();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> networks.get(made))
                .withMessageContaining("Network " + made.id() + " could not be found.");
    }

    @Test
    void severalAreMadeAtOnce(Cloud cloud, Scratch scratch) {
        Networks networks = cloud.network().networks();
        List<Network> made =
                networks.createAll(List.of(NetworkSpec.named(scratch.name("a")), NetworkSpec.named(scratch.name("b"))));
        made.forEach(network -> scratch.undo(() -> networks.delete(network)));
        assertThat(made).extracting(Network::name).containsExactly(scratch.name("a"), scratch.name("b"));
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> networks.createAll(List.of(
                        NetworkSpec.named(scratch.name("c")),
                        NetworkSpec.named(scratch.name("d")).mtu(100_000))));
        assertThat(networks.list().name(scratch.name("c")).toList()).isEmpty();
    }

    @Test
    void networksAreFoundSortedAndPaged(Cloud cloud, Scratch scratch) {
        Networks networks = cloud.network().networks();
        Lan lan = new Lan(cloud, scratch);
        Network one =
                lan.network(NetworkSpec.named(scratch.name("one")).mtu(1301).description(scratch.name("d")));
        Network two =
                lan.network(NetworkSpec.named(scratch.name("two")).mtu(1302).description(scratch.name("d")));
        Networks.Query mine = networks.list().description(scratch.name("d"));

        assertThat(networks.named(one.name()).id()).isEqualTo(one.id());
        assertThat(networks.find(one.id())).isPresent();
        assertThat(networks.find(scratch.name("none"))).isEmpty();
        assertThat(networks.list().ids(one.id(), two.id()).toList()).hasSize(2);
        assertThat(mine.mtu(1302).one().id()).isEqualTo(two.id());
        assertThat(mine.status(Status.ACTIVE)
                        .adminStateUp(true)
                        .shared(false)
                        .external(false)
                        .toList())
                .hasSize(2);
        assertThat(mine.status(Status.DOWN).toList()).isEmpty();
        assertThat(mine.adminStateUp(false).toList()).isEmpty();
        assertThat(mine.sortBy("name", Order.DESC).stream().map(Network::id)).containsExactly(two.id(), one.id());
        assertThat(mine.sortBy("mtu", Order.ASC).pageSize(1).stream().map(Network::id))
                .containsExactly(one.id(), two.id());
        assertThat(mine.count()).isEqualTo(2);
        assertThat(networks.list().external(true).isDefault(true).first()).hasValueSatisfying(network -> {
            assertThat(network.external()).isTrue();
            assertThat(network.isDefault()).isTrue();
        });
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> networks.list().with("nonsense", 1).toList())
                .withMessageContaining("['nonsense'] is invalid attribute for filtering");
    }

    @Test
    void whatIsOnItKeepsIt(Cloud cloud, Scratch scratch) {
        Networks networks = cloud.network().networks();
        Lan lan = new Lan(cloud, scratch);
        Network network = lan.network("used");
        Subnet subnet = lan.subnet(network, "10.91.0.0/28");
        String port = lan.port(PortSpec.on(network).name(scratch.name("p"))).id();
        assertThat(networks.get(network).subnetIds()).containsExactly(subnet.id());
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> networks.delete(network))
                .withMessageContaining(
                        "There are one or more ports still in use on the network, id for these ports is: " + port + ".")
                .matches(refusal -> refusal.reason() == Conflict.Reason.IN_USE);
        cloud.network().ports().delete(port);
        networks.delete(network);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> cloud.network().subnets().get(subnet));
    }

    @Test
    void networksHaveTags(Cloud cloud, Scratch scratch) {
        Networks networks = cloud.network().networks();
        Network made = new Lan(cloud, scratch).network("tagged");
        Tags tags = networks.tags(made);
        tags.replace(List.of("red", "blue"));
        assertThat(tags.all()).containsExactly("blue", "red");
        tags.add("green");
        tags.remove("red");
        assertThat(tags.has("green")).isTrue();
        assertThat(networks.get(made).tags()).containsExactlyInAnyOrder("blue", "green");
        assertThat(networks.list().name(made.name()).tags("blue", "green").toList())
                .hasSize(1);
        assertThat(networks.list().name(made.name()).notTagsAny("blue").toList())
                .isEmpty();
        networks.tags(made.id()).clear();
        assertThat(tags.all()).isEmpty();
    }

    @Test
    void someThingsAreForAdministrators(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Networks networks = cloud.network().networks();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() ->
                        networks.create(NetworkSpec.named(scratch.name("x")).shared(true)))
                .withMessageContaining("(rule:create_network and rule:create_network:shared) is disallowed by policy");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> networks.create(NetworkSpec.named(scratch.name("x"))
                        .networkType(NetworkType.VLAN)
                        .physicalNetwork("physnet1")));
        Network external = networks.list().external(true).first().orElseThrow();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> networks.update(external, networks.changes().description("mine")))
                .withMessageContaining("rule:update_network is disallowed by policy");
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> networks.delete(external));

        Network vlan = new Lan(admin, scratch)
                .network(NetworkSpec.named(scratch.name("vlan"))
                        .networkType(NetworkType.VLAN)
                        .physicalNetwork("physnet1")
                        .shared(true));
        assertThat(vlan.networkType()).isEqualTo(NetworkType.VLAN);
        assertThat(vlan.physicalNetwork()).isEqualTo("physnet1");
        assertThat(vlan.segmentationId()).isBetween(100, 199);
        Network seen = networks.get(vlan);
        assertThat(seen.shared()).isTrue();
        assertThat(seen.networkType()).isNull();
        assertThat(admin.network()
                        .networks()
                        .list()
                        .networkType(NetworkType.VLAN)
                        .physicalNetwork("physnet1")
                        .segmentationId(vlan.segmentationId())
                        .one()
                        .id())
                .isEqualTo(vlan.id());
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> admin.network()
                        .networks()
                        .create(NetworkSpec.named(scratch.name("twin"))
                                .networkType(NetworkType.VLAN)
                                .physicalNetwork("physnet1")
                                .segmentationId(vlan.segmentationId())))
                .withMessageContaining(
                        "The VLAN " + vlan.segmentationId() + " on physical network physnet1 is in use.");
        Network several = new Lan(admin, scratch)
                .network(NetworkSpec.named(scratch.name("several"))
                        .addSegment(NetworkType.VXLAN, null, null)
                        .addSegment(NetworkType.GENEVE, null, null));
        assertThat(several.segments())
                .extracting(Network.ProviderSegment::networkType)
                .containsExactly(NetworkType.VXLAN, NetworkType.GENEVE);
        assertThat(several.networkType()).isNull();

        Networks all = admin.network().networks();
        assertThat(all.update(vlan, all.changes().shared(false)).shared()).isFalse();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> networks.get(vlan));
    }
}
