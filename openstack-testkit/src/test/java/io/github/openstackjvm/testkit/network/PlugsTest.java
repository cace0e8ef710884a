package io.github.openstackjvm.testkit.network;

import java.util.List;

import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlugsTest {
    private final FakeNetwork neutron = neutron();
    private final Plugs plugs = neutron.plugs();

    private static FakeNetwork neutron() {
        try (FakeCloud fake = FakeCloud.start()) {
            FakeNetwork neutron = new FakeNetwork(new World(fake.clock(), 1, fake.transitions()), "RegionOne");
            neutron.furnish("admins", "demo");
            return neutron;
        }
    }

    private Row port(String device, String host) {
        Row network = plugs.networksOf("demo").get(0);
        return plugs.create(new Plugs.Wish("demo", network.id(), null, null, device, "compute:nova", host, "web"));
    }

    @Test
    void aServerGetsAPortWithAnAddress() {
        assertThat(plugs.networksOf("demo")).extracting(row -> row.text("name")).containsExactly("private");
        Row port = port("s1", "h1");
        assertThat(port.text("status")).isEqualTo("ACTIVE");
        assertThat(plugs.addressesOf("s1"))
                .containsExactly(new Plugs.Address(
                        port.id(), port.text("network_id"), "private", port.text("mac_address"), "10.0.0.2", 4, false));
        assertThat(port.texts("security_groups"))
                .containsExactly(
                        plugs.securityGroup("demo", "default").orElseThrow().id());
        plugs.delete(port.id());
        assertThat(plugs.portsOf("s1")).isEmpty();
        assertThat(plugs.addressesOf("s1")).isEmpty();
        assertThat(port("s2", "h1").text("fixed_ips")).contains("10.0.0.2");
    }

    @Test
    void aPortOfSomebodyIsPluggedInAndOut() {
        Row port = port("", "");
        assertThat(port.text("status")).isEqualTo("DOWN");
        plugs.bind(port.id(), "s1", "compute:nova", "h1");
        assertThat(plugs.portsOf("s1")).containsExactly(port);
        assertThat(port.text("status")).isEqualTo("ACTIVE");
        plugs.unbind(port.id());
        assertThat(port.text("device_id")).isEmpty();
        assertThat(port.text("status")).isEqualTo("DOWN");
    }

    @Test
    void addressesAreAddedAndRemoved() {
        Row port = port("s1", "h1");
        Row subnet = plugs.subnets(port.text("network_id")).get(0);
        plugs.addAddress(port.id(), subnet.id());
        assertThat(plugs.addressesOf("s1")).extracting(Plugs.Address::address).containsExactly("10.0.0.2", "10.0.0.3");
        assertThat(plugs.removeAddress(port.id(), "10.0.0.2")).isTrue();
        assertThat(plugs.removeAddress(port.id(), "10.0.0.2")).isFalse();
        assertThat(plugs.addressesOf("s1")).extracting(Plugs.Address::address).containsExactly("10.0.0.3");
    }

    @Test
    void quotasHold() {
        neutron.world().setQuota("demo", "port", 2);
        assertThat(plugs.portsLeft("demo")).isEqualTo(1);
        port("s1", "h1");
        assertThat(plugs.portsLeft("demo")).isZero();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> port("s2", "h1"))
                .matches(refusal -> "OverQuota".equals(refusal.type()));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        plugs.create(new Plugs.Wish("other", "nope", null, List.of(), "s1", "compute:nova", "h1", "")))
                .matches(refusal -> "NetworkNotFound".equals(refusal.type()));
    }

    @Test
    void otherProjectsSeeNothing() {
        Row port = port("s1", "h1");
        assertThat(plugs.networksOf("other")).isEmpty();
        assertThat(plugs.network("other", port.text("network_id"))).isEmpty();
        assertThat(plugs.port("other", port.id())).isEmpty();
        assertThat(plugs.port("demo", port.id())).contains(port);
    }
}
