package io.github.openstackjvm.testkit.scenario;

import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.compute.Hypervisor;
import io.github.openstackjvm.compute.HypervisorStatistics;
import io.github.openstackjvm.compute.Hypervisors;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.UnsupportedMicroversion;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static io.github.openstackjvm.testkit.scenario.ServersScenario.make;
import static io.github.openstackjvm.testkit.scenario.ServersScenario.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class HypervisorsScenario {

    @Test
    void eachIsListedFoundAndRead(@As("admin") Cloud admin) {
        Hypervisors hypervisors = admin.compute().hypervisors();
        List<Hypervisor> all = hypervisors.list().toList();
        assertThat(all).extracting(Hypervisor::hostname).containsExactlyInAnyOrder("compute1", "compute2");
        Hypervisor one = hypervisors.named("compute1");
        assertThat(all).contains(one);
        assertThat(hypervisors.get(one)).isEqualTo(one);
        assertThat(hypervisors.find(one.id())).contains(one);
        assertThat(one.type()).isEqualTo("fake");
        assertThat(one.version()).isEqualTo(1000);
        assertThat(one.hostIp()).isEqualTo("127.0.0.1");
        assertThat(one.service())
                .isNotNull()
                .extracting(Hypervisor.Service::host)
                .isEqualTo("compute1");
        assertThat(one.vcpus()).isNull();
        assertThat(one.uptime()).isNull();
        assertThat(one.servers()).isEmpty();
        assertThat(hypervisors.withServers(one).hostname()).isEqualTo("compute1");
        assertThat(hypervisors.list().pageSize(1).toList()).containsExactlyElementsOf(all);
    }

    @Test
    void namesAreSearched(@As("admin") Cloud admin) {
        Hypervisors hypervisors = admin.compute().hypervisors();
        assertThat(hypervisors.list().hostname("pute1").stream().map(Hypervisor::hostname))
                .containsExactly("compute1");
        assertThat(hypervisors.list().hostname("compute").withServers().stream())
                .hasSize(2);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> hypervisors.list().hostname("nothing").toList())
                .withMessageContaining("No hypervisor matching 'nothing' could be found.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(
                        () -> hypervisors.list().hostname("compute").pageSize(1).toList())
                .withMessageContaining("The server could not comply with the request since it is either malformed or"
                        + " otherwise incorrect.");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> hypervisors.get("00000000-0000-4000-8000-000000000000"))
                .withMessageContaining("Hypervisor with ID '00000000-0000-4000-8000-000000000000' could not be found.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> hypervisors.get("17"))
                .withMessageContaining("Invalid uuid 17");
    }

    @Test
    void olderMicroversionsTellWhatIsUsed(@As("admin") Cloud admin) {
        Hypervisor one = admin.compute().at("2.87").hypervisors().named("compute1");
        assertThat(one.vcpus()).isEqualTo(1000);
        assertThat(one.ramMiB()).isEqualTo(800_000);
        assertThat(one.diskGiB()).isEqualTo(600_000);
        assertThat(one.ramFreeMiB()).isEqualTo(800_000 - one.ramUsedMiB());
        assertThat(one.diskFreeGiB()).isEqualTo(600_000 - one.diskUsedGiB());
        assertThat(one.currentWorkload()).isNotNull();
        assertThat(one.runningVms()).isNotNull();
        assertThat(one.vcpusUsed()).isNotNull();
        assertThat(one.diskAvailableLeastGiB()).isNotNull();
        assertThat(one.cpuInfo()).containsEntry("arch", "x86_64");

        Hypervisors old = admin.compute().at("2.27").hypervisors();
        Hypervisor byNumber = old.named("compute1");
        assertThat(byNumber.id()).matches("\\d+");
        assertThat(byNumber.extras()).containsKey("cpu_info (unreadable)");
        assertThat(old.get(byNumber.id()).hostname()).isEqualTo("compute1");
        assertThat(old.search("pute1")).extracting(Hypervisor::id).containsExactly(byNumber.id());
        assertThat(old.searchWithServers("compute")).hasSize(2);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> old.search("nothing"));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> old.get("none"))
                .withMessageContaining("Hypervisor with ID 'none' could not be found.");
    }

    @Test
    void serversAndWhatTheyTakeAreToldOfTheirHost(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Server server = make(cloud, scratch, small(scratch, "guest").noNetwork());
        String host = String.valueOf(admin.compute().servers().get(server).host());
        Hypervisors hypervisors = admin.compute().hypervisors();
        Hypervisor its = hypervisors.named(host);
        assertThat(hypervisors.withServers(its).servers())
                .extracting(Hypervisor.Resident::id)
                .contains(server.id());
        assertThat(hypervisors.list().hostname(host).withServers().one().servers())
                .extracting(Hypervisor.Resident::id)
                .contains(server.id());
        assertThat(admin.compute()
                        .at("2.27")
                        .hypervisors()
                        .searchWithServers(host)
                        .get(0)
                        .servers())
                .extracting(Hypervisor.Resident::id)
                .contains(server.id());

        Hypervisor used = admin.compute().at("2.87").hypervisors().named(host);
        assertThat(used.vcpusUsed()).isGreaterThanOrEqualTo(1);
        assertThat(used.ramUsedMiB()).isGreaterThanOrEqualTo(512 + 64);
        assertThat(used.diskUsedGiB()).isGreaterThanOrEqualTo(1);
        assertThat(used.runningVms()).isGreaterThanOrEqualTo(1);
        HypervisorStatistics statistics = hypervisors.statistics();
        assertThat(statistics.vcpusUsed()).isGreaterThanOrEqualTo(1);
        assertThat(statistics.ramUsedMiB()).isGreaterThanOrEqualTo(2 * 512 + 64);
        assertThat(statistics.runningVms()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void statisticsAddUpAndUptimeIsNotForAll(@As("admin") Cloud admin) {
        Hypervisors hypervisors = admin.compute().hypervisors();
        HypervisorStatistics statistics = hypervisors.statistics();
        assertThat(statistics.count()).isEqualTo(2);
        assertThat(statistics.vcpus()).isEqualTo(2000);
        assertThat(statistics.ramMiB()).isEqualTo(1_600_000);
        assertThat(statistics.ramFreeMiB()).isEqualTo(1_600_000 - statistics.ramUsedMiB());
        assertThat(statistics.diskGiB()).isEqualTo(1_200_000);
        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(() -> admin.compute().at("2.88").hypervisors().statistics());
        Hypervisor one = hypervisors.named("compute1");
        assertThatExceptionOfType(io.github.openstackjvm.error.OpenStackException.class)
                .isThrownBy(() -> hypervisors.uptime(one))
                .satisfies(refusal -> assertThat(refusal.context().status()).isEqualTo(501))
                .withMessageContaining("The requested functionality is not supported.");
    }

    @Test
    void theyAreForAdministrators(Cloud cloud) {
        Hypervisors hypervisors = cloud.compute().hypervisors();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> hypervisors.list().toList())
                .withMessageContaining(
                        "Policy doesn't allow os_compute_api:os-hypervisors:list-detail to be performed.");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> hypervisors.get("00000000-0000-4000-8000-000000000000"))
                .withMessageContaining("os_compute_api:os-hypervisors:show");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(hypervisors::statistics)
                .withMessageContaining("os_compute_api:os-hypervisors:statistics");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.compute().at("2.52").hypervisors().search("x"))
                .withMessageContaining("os_compute_api:os-hypervisors:search");
    }
}
