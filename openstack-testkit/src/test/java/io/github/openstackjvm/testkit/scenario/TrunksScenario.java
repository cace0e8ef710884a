package io.github.openstackjvm.testkit.scenario;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.Port;
import io.github.openstackjvm.network.PortSpec;
import io.github.openstackjvm.network.Trunk;
import io.github.openstackjvm.network.TrunkSpec;
import io.github.openstackjvm.network.Trunks;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class TrunksScenario {

    @Test
    void aPortCarriesOthers(Cloud cloud, Scratch scratch) {
        Trunks trunks = cloud.network().trunks();
        Lan lan = new Lan(cloud, scratch);
        Network network = lan.network("lan");
        Port parent = lan.port(PortSpec.on(network).name(scratch.name("parent")));
        Port one = lan.port(PortSpec.on(network).name(scratch.name("one")));
        Port two = lan.port(PortSpec.on(network).name(scratch.name("two")));
        Trunk made = trunks.create(
                TrunkSpec.by(parent.name()).name(scratch.name("trunk")).subPort(one, 100));
        scratch.undo(() -> trunks.delete(made));
        assertThat(made.portId()).isEqualTo(parent.id());
        assertThat(made.adminStateUp()).isTrue();
        assertThat(made.subPorts()).containsExactly(new Port.SubPort(one.id(), "vlan", 100, null));

        assertThat(trunks.addSubPort(made, two, 101).subPorts()).hasSize(2);
        assertThat(trunks.subPorts(made.id()))
                .containsExactlyInAnyOrder(
                        new Port.SubPort(one.id(), "vlan", 100, null), new Port.SubPort(two.id(), "vlan", 101, null));
        Port.TrunkDetails details = cloud.network().ports().get(parent).trunkDetails();
        assertThat(details).isNotNull();
        assertThat(details.trunkId()).isEqualTo(made.id());
        assertThat(details.subPorts()).extracting(Port.SubPort::macAddress).contains(one.macAddress());

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> trunks.addSubPort(made.id(), two, 102))
                .withMessageContaining("Port " + two.id() + " is in use by another trunk.");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> cloud.network().ports().delete(one))
                .withMessageContaining("Port " + one.id() + " is currently a subport for trunk " + made.id() + ".");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> cloud.network().ports().delete(parent))
                .withMessageContaining(
                        "Port " + parent.id() + " is currently a parent port for trunk " + made.id() + ".");
        assertThat(trunks.removeSubPort(made, two).subPorts()).hasSize(1);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> trunks.removeSubPort(made.id(), two))
                .withMessageContaining("SubPort " + two.id() + " on trunk " + made.id() + " could not be found.");
        assertThat(trunks.update(
                                made,
                                trunks.changes().name(scratch.name("other")).description("d"))
                        .description())
                .isEqualTo("d");
        assertThat(trunks.list().port(parent).adminStateUp(true).one().id()).isEqualTo(made.id());
        trunks.tags(made).add("blue");
        assertThat(trunks.named(scratch.name("other")).tags()).containsExactly("blue");
        trunks.delete(made);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> trunks.get(made))
                .withMessageContaining("Trunk " + made.id() + " could not be found.");
    }
}
