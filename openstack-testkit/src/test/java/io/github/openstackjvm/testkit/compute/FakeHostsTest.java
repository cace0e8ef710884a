package io.github.openstackjvm.testkit.compute;

import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.compute.EvacuateSpec;
import io.github.openstackjvm.compute.HostService;
import io.github.openstackjvm.compute.HostServices;
import io.github.openstackjvm.compute.Hypervisor;
import io.github.openstackjvm.compute.HypervisorStatistics;
import io.github.openstackjvm.compute.Migration;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.ServerGroup;
import io.github.openstackjvm.compute.ServerGroupSpec;
import io.github.openstackjvm.compute.ServerSpec;
import io.github.openstackjvm.compute.ServerStatus;
import io.github.openstackjvm.compute.Servers;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.ResourceFailed;
import io.github.openstackjvm.testkit.As;
import io.github.openstackjvm.testkit.OpenStackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is done to hosts that nobody may do to a cloud which others use. */
@OpenStackTest
class FakeHostsTest {
    Cloud admin;
    Servers servers;
    HostServices services;

    @BeforeEach
    void connect(@As("admin") Cloud injected) {
        admin = injected;
        servers = admin.compute().servers();
        services = admin.compute().services();
    }

    private static ServerSpec small(String name) {
        return ServerSpec.named(name).flavor("m1.nano").image("cirros").noNetwork();
    }

    private Server on(String host, String name) {
        return servers.create(small(name).host(host)).join();
    }

    private HostService service(String host) {
        return services.list().host(host).binary("nova-compute").one();
    }

    @Test
    void evacuationsAreOnRecordUntilTheHostStartsAnew() {
        Server server = on("compute1", "web");
        HostService one = service("compute1");
        services.forceDown(one, true);
        assertThat(servers.evacuate(server, new EvacuateSpec()).join().host()).isEqualTo("compute2");
        admin.compute().hosts().reboot("compute1");
        assertThat(admin.compute().migrations().list().one().status()).isEqualTo("completed");
        assertThat(services.forceDown(one, false).forcedDown()).isFalse();
    }

    @Test
    void anEvacuationThatFailsIsOnRecordToo() {
        Server server = on("compute1", "web");
        services.forceDown(service("compute1"), true);
        services.disable(service("compute2"), "for a test");
        assertThatExceptionOfType(ResourceFailed.class)
                .isThrownBy(() -> servers.evacuate(server, new EvacuateSpec()).join())
                .withMessageContaining("No valid host was found.");
        Migration failed = admin.compute().migrations().list().one();
        assertThat(failed.status()).isEqualTo("error");
        assertThat(failed.destCompute()).isNull();
        assertThat(servers.get(server).status()).isEqualTo(ServerStatus.ERROR);
    }

    @Test
    void aServiceIsDeletedOnceNothingIsLeftOnItsHost() {
        Server server = on("compute1", "web");
        HostService one = service("compute1");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> services.delete(one))
                .withMessageContaining("Unable to delete compute service that is hosting instances.");
        servers.migrate(server).join();
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> services.delete(one))
                .withMessageContaining("Unable to delete compute service that has in-progress migrations.");
        servers.confirmResize(server).join();
        services.delete(one);
        assertThat(services.list().binary("nova-compute").stream().map(HostService::host))
                .containsExactly("compute2");
        assertThat(admin.compute().hypervisors().list().stream().map(Hypervisor::hostname))
                .containsExactly("compute2");
        assertThatExceptionOfType(ResourceFailed.class)
                .isThrownBy(() -> servers.migrate(server).join());
    }

    @Test
    void whatServersTakeIsCounted() {
        HypervisorStatistics before = admin.compute().hypervisors().statistics();
        on("compute1", "web");
        Hypervisor used = admin.compute().at("2.87").hypervisors().named("compute1");
        assertThat(List.of(used.vcpusUsed(), used.runningVms())).containsOnly(1);
        assertThat(used.ramUsedMiB()).isEqualTo(512 + 64);
        assertThat(used.ramFreeMiB()).isEqualTo(800_000 - 512 - 64);
        assertThat(used.diskUsedGiB()).isEqualTo(1);
        Hypervisor unused = admin.compute().at("2.87").hypervisors().named("compute2");
        assertThat(List.of(unused.vcpusUsed(), unused.runningVms())).containsOnly(0);
        assertThat(unused.ramUsedMiB()).isEqualTo(512);
        HypervisorStatistics after = admin.compute().hypervisors().statistics();
        assertThat(after.vcpusUsed() - before.vcpusUsed()).isEqualTo(1);
        assertThat(after.ramUsedMiB() - before.ramUsedMiB()).isEqualTo(64);
        assertThat(after.diskUsedGiB() - before.diskUsedGiB()).isEqualTo(1);
        assertThat(after.runningVms() - before.runningVms()).isEqualTo(1);
    }

    private String hostOf(Server server) {
        return String.valueOf(servers.get(server).host());
    }

    private ServerGroup group(String policy) {
        return admin.compute()
                .serverGroups()
                .create(ServerGroupSpec.named(policy).policy(policy));
    }

    @Test
    void softPoliciesPreferHosts() {
        ServerGroup together = group("soft-affinity");
        on("compute2", "elsewhere");
        Server first = servers.create(small("a").serverGroup(together)).join();
        for (String name : List.of("b", "c", "d")) {
            assertThat(hostOf(servers.create(small(name).serverGroup(together)).join()))
                    .isEqualTo(hostOf(first));
        }
        ServerGroup apart = group("soft-anti-affinity");
        Server one = servers.create(small("e").serverGroup(apart)).join();
        Server two = servers.create(small("f").serverGroup(apart)).join();
        assertThat(hostOf(two)).isNotEqualTo(hostOf(one));
        // Where there is no host left without one, it is still built.
        servers.create(small("g").serverGroup(apart)).join();
    }

    @Test
    void whoMustStayTogetherCannotMove() {
        Server alone =
                servers.create(small("alone").serverGroup(group("affinity"))).join();
        assertThatExceptionOfType(ResourceFailed.class)
                .isThrownBy(() -> servers.migrate(alone).join());
        Server apart = servers.create(small("apart").serverGroup(group("anti-affinity")))
                .join();
        assertThat(servers.migrate(apart).join().status()).isEqualTo(ServerStatus.VERIFY_RESIZE);
    }

    @Test
    void aHostIsAskedForOnlyAtFirst() {
        Server requested = on("compute1", "requested");
        assertThat(servers.migrate(requested).join().host()).isEqualTo("compute2");
        Server forced = servers.create(small("forced").availabilityZone("nova:compute1"))
                .join();
        assertThat(hostOf(forced)).isEqualTo("compute1");
        assertThat(servers.migrate(forced).join().host()).isEqualTo("compute2");
        // Whoever forces a host is not held up by hints.
        Server near = servers.create(
                        small("near").availabilityZone("nova:compute2").schedulerHint("different_host", forced.id()))
                .join();
        assertThat(hostOf(near)).isEqualTo("compute2");
    }

    @Test
    void emptyHintsAreNone() {
        servers.create(small("web")
                        .schedulerHint("same_host", List.of())
                        .schedulerHint("different_host", List.of())
                        .schedulerHint("build_near_host_ip", "203.0.113.7")
                        .schedulerHint("query", "[\">=\", \"$free_ram_mb\", 9999999]"))
                .join();
    }
}
