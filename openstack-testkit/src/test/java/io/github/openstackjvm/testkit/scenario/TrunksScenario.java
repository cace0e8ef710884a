package io.github.openstackjvm.testkit.scenario;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.NetworkSpec;
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

    @Test
    void onlyPortsThatFitAreCarried(Cloud cloud, Scratch scratch) {
        Trunks trunks = cloud.network().trunks();
        Lan lan = new Lan(cloud, scratch);
        Network network = lan.network("lan");
        Port parent = lan.port(PortSpec.on(network).name(scratch.name("parent")));
        Port carried = lan.port(PortSpec.on(network).name(scratch.name("carried")));
        Port free = lan.port(PortSpec.on(network).name(scratch.name("free")));
        Port next = lan.port(PortSpec.on(network).name(scratch.name("next")));
        Trunk made =
                trunks.create(TrunkSpec.by(parent).name(scratch.name("trunk")).subPort(carried, 100));
        scratch.undo(() -> trunks.delete(made));

        String details = "Invalid subport details '{'port_id': '" + free.id() + "'";
        Map<List<Map<String, Object>>, String> refused = Map.of(
                List.of(sub(free, "vlan", 101), sub(free, "vlan", 102)),
                "Reason: Non unique UUID for subport: '" + free.id() + "'.",
                List.of(sub(free, "vlan", 101), sub(next, "vlan", 101)),
                "Reason: Segmentation ID '101' for '" + next.id() + "' is not unique.",
                List.of(Map.of("port_id", "nonsense")),
                "Reason: Invalid UUID for subport: 'nonsense'.",
                List.of(Map.of("port_id", free.id())),
                details + "}': missing segmentation information. Must specify both segmentation_id and "
                        + "segmentation_type.",
                List.of(sub(free, "gre", 101)),
                "Unknown segmentation_type 'gre'.",
                List.of(sub(free, "vlan", 5000)),
                "Segmentation ID '5000' is not in range.",
                List.of(sub(free, "vlan", "many")),
                "Invalid subport details: segmentation_id 'many' is not an integer.");
        refused.forEach((ports, words) -> assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> trunks.create(TrunkSpec.by(next).set("sub_ports", ports)))
                .withMessageContaining(words));

        String notParent = " is currently in use and is not eligible for use as a parent port.";
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> trunks.create(TrunkSpec.by(next).subPort(next, 101)))
                .withMessageContaining("Port " + next.id() + notParent);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> trunks.create(TrunkSpec.by(next).subPort(parent, 101)))
                .withMessageContaining("Port " + parent.id() + notParent);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> trunks.create(TrunkSpec.by(carried)))
                .withMessageContaining("Port " + carried.id() + " is in use by another trunk.");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> trunks.addSubPort(made, free, 100))
                .withMessageContaining(
                        "segmentation_type vlan and segmentation_id 100 already in use on trunk " + made.id() + ".");
        cloud.network().ports().update(free, cloud.network().ports().changes().deviceId(scratch.name("device")));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> trunks.addSubPort(made, free, 101))
                .withMessageContaining("Port already has an attached device " + scratch.name("device") + ".");

        Network narrow = lan.network(NetworkSpec.named(scratch.name("narrow")).mtu(1000));
        Port small = lan.port(PortSpec.on(narrow).name(scratch.name("small")));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> trunks.create(TrunkSpec.by(small).subPort(next, 101)))
                .withMessageContaining(
                        "of subport " + next.id() + " cannot be greater than MTU 1000 of trunk " + small.id() + ".");
    }

    private static Map<String, Object> sub(Port port, String type, Object number) {
        return Map.of("port_id", port.id(), "segmentation_type", type, "segmentation_id", number);
    }
}
