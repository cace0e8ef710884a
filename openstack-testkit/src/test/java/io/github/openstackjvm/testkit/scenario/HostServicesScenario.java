package io.github.openstackjvm.testkit.scenario;

import java.time.Instant;
import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.compute.AvailabilityZone;
import io.github.openstackjvm.compute.AvailabilityZones;
import io.github.openstackjvm.compute.ComputeHost;
import io.github.openstackjvm.compute.ComputeHosts;
import io.github.openstackjvm.compute.HostResources;
import io.github.openstackjvm.compute.HostService;
import io.github.openstackjvm.compute.HostServices;
import io.github.openstackjvm.compute.HostState;
import io.github.openstackjvm.compute.HostStatus;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.UnsupportedMicroversion;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class HostServicesScenario {

    private static HostService compute2(Cloud admin) {
        return admin.compute()
                .services()
                .list()
                .host("compute2")
                .binary("nova-compute")
                .one();
    }

    @Test
    void allAreListed(@As("admin") Cloud admin) {
        List<HostService> all = admin.compute().services().list().toList();
        assertThat(all)
                .extracting(HostService::binary)
                .containsExactlyInAnyOrder("nova-conductor", "nova-scheduler", "nova-compute", "nova-compute");
        HostService two = compute2(admin);
        assertThat(all).extracting(HostService::id).contains(two.id());
        assertThat(two.zone()).isEqualTo("nova");
        assertThat(two.status()).isEqualTo(HostStatus.ENABLED);
        assertThat(two.state()).isEqualTo(HostState.UP);
        assertThat(two.disabledReason()).isNull();
        assertThat(two.forcedDown()).isFalse();
        assertThat(two.updatedAt()).isAfter(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(all.get(0).zone()).isEqualTo("internal");
        assertThat(admin.compute()
                        .at("2.52")
                        .services()
                        .list()
                        .host("compute2")
                        .one()
                        .id())
                .matches("\\d+");
        assertThat(admin.compute().services().list().host("nowhere").toList()).isEmpty();
    }

    @Test
    void oneIsDisabledEnabledAndDeclaredDown(@As("admin") Cloud admin, Scratch scratch) {
        HostServices services = admin.compute().services();
        HostService two = compute2(admin);
        scratch.undo(() -> services.enable(two));
        scratch.undo(() -> services.forceDown(two, false));

        HostService disabled = services.disable(two, "for a test");
        assertThat(disabled.status()).isEqualTo(HostStatus.DISABLED);
        assertThat(disabled.disabledReason()).isEqualTo("for a test");
        assertThat(compute2(admin).disabledReason()).isEqualTo("for a test");
        assertThat(admin.compute().hypervisors().named("compute2").status()).isEqualTo(HostStatus.DISABLED);
        assertThat(services.disable(two, null).disabledReason()).isNull();

        HostService down = services.forceDown(two, true);
        assertThat(down.state()).isEqualTo(HostState.DOWN);
        assertThat(down.forcedDown()).isTrue();
        assertThat(admin.compute().hypervisors().named("compute2").state()).isEqualTo(HostState.DOWN);
        assertThat(services.forceDown(two, false).state()).isEqualTo(HostState.UP);
        HostService enabled = services.enable(two.id());
        assertThat(enabled.status()).isEqualTo(HostStatus.ENABLED);
        assertThat(enabled.disabledReason()).isNull();
    }

    @Test
    void theOlderFormNamesHostAndService(@As("admin") Cloud admin, Scratch scratch) {
        HostServices services = admin.compute().services();
        scratch.undo(() -> services.enableOn("compute2", "nova-compute"));
        scratch.undo(() -> services.forceDownOn("compute2", "nova-compute", false));

        services.disableOn("compute2", "nova-compute", "the old way");
        assertThat(compute2(admin).disabledReason()).isEqualTo("the old way");
        services.disableOn("compute2", "nova-compute", null);
        assertThat(compute2(admin).status()).isEqualTo(HostStatus.DISABLED);
        assertThat(compute2(admin).disabledReason()).isNull();
        services.forceDownOn("compute2", "nova-compute", true);
        assertThat(compute2(admin).forcedDown()).isTrue();
        services.forceDownOn("compute2", "nova-compute", false);
        services.enableOn("compute2", "nova-compute");
        assertThat(compute2(admin).status()).isEqualTo(HostStatus.ENABLED);

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> services.enableOn("nowhere", "nova-compute"))
                .withMessageContaining("Host 'nowhere' is not mapped to any cell");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> services.enableOn("compute2", "nova-scheduler"))
                .withMessageContaining("Updating a nova-scheduler service is not supported. Only nova-compute services"
                        + " can be updated.");
        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(() -> admin.compute().at("2.53").services().enableOn("compute2", "nova-compute"));
    }

    @Test
    void someThingsAreRefused(Cloud cloud, @As("admin") Cloud admin) {
        HostServices services = admin.compute().services();
        HostService scheduler = services.list().binary("nova-scheduler").one();
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> services.disable(scheduler, null))
                .withMessageContaining("Updating a nova-scheduler service is not supported. Only nova-compute services"
                        + " can be updated.");
        String nobody = "00000000-0000-4000-8000-000000000000";
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> services.enable(nobody))
                .withMessageContaining("Service " + nobody + " could not be found.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> services.enable("17"))
                .withMessageContaining("Invalid uuid 17");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> services.delete(nobody))
                .withMessageContaining("Service " + nobody + " not found.");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.compute().services().list().toList())
                .withMessageContaining("Policy doesn't allow os_compute_api:os-services:list to be performed.");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.compute().services().enable(nobody))
                .withMessageContaining("os_compute_api:os-services:update");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.compute().services().delete(nobody))
                .withMessageContaining("os_compute_api:os-services:delete");
    }

    @Test
    void zonesAreForEverybodyAndTheirHostsForAdministrators(Cloud cloud, @As("admin") Cloud admin) {
        AvailabilityZone nova = cloud.compute().availabilityZones().list().stream()
                .filter(zone -> zone.name().equals("nova"))
                .findFirst()
                .orElseThrow();
        assertThat(nova.available()).isTrue();
        assertThat(nova.hosts()).isEmpty();

        List<AvailabilityZone> details =
                admin.compute().availabilityZones().details().toList();
        assertThat(details).extracting(AvailabilityZone::name).contains("internal", "nova");
        AvailabilityZone detailed = details.stream()
                .filter(zone -> zone.name().equals("nova"))
                .findFirst()
                .orElseThrow();
        assertThat(detailed.hosts()).containsOnlyKeys("compute1", "compute2");
        assertThat(detailed.hosts().get("compute1")).hasEntrySatisfying("nova-compute", service -> {
            assertThat(service.available()).isTrue();
            assertThat(service.active()).isTrue();
            assertThat(service.updatedAt()).isNotNull();
        });
        AvailabilityZones own = cloud.compute().availabilityZones();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> own.details().toList())
                .withMessageContaining(
                        "Policy doesn't allow os_compute_api:os-availability-zone:detail to be performed.");
    }

    @Test
    void hostsAreFromBefore(Cloud cloud, @As("admin") Cloud admin) {
        ComputeHosts hosts = admin.compute().hosts();
        assertThat(hosts.list().stream().map(ComputeHost::service))
                .containsExactlyInAnyOrder("conductor", "scheduler", "compute", "compute");
        assertThat(hosts.list().zone("nova").stream().map(ComputeHost::name))
                .containsExactlyInAnyOrder("compute1", "compute2");
        List<HostResources> resources = hosts.resources("compute1");
        assertThat(resources).extracting(HostResources::project).startsWith("(total)", "(used_now)", "(used_max)");
        assertThat(resources.get(0).cpu()).isEqualTo(1000);
        assertThat(resources.get(0).ramMiB()).isEqualTo(800_000);
        assertThat(resources.get(0).diskGiB()).isEqualTo(600_000);
        assertThat(hosts.setMaintenance("compute2", true)).isEqualTo("on_maintenance");
        assertThat(hosts.setMaintenance("compute2", false)).isEqualTo("off_maintenance");
        assertThat(hosts.setEnabled("compute2", false)).isEqualTo("disabled");
        assertThat(hosts.setEnabled("compute2", true)).isEqualTo("enabled");
        assertThat(hosts.startUp("compute2")).isEqualTo("startup");
        assertThat(hosts.shutDown("compute2")).isEqualTo("shutdown");
        assertThat(hosts.reboot("compute2")).isEqualTo("reboot");

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> hosts.resources("nowhere"))
                .withMessageContaining("Host 'nowhere' is not mapped to any cell");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> hosts.reboot("nowhere"));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.compute().hosts().list().toList())
                .withMessageContaining("Policy doesn't allow os_compute_api:os-hosts:list to be performed.");
    }
}
