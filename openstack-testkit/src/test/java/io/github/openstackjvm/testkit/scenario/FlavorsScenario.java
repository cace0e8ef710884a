package io.github.openstackjvm.testkit.scenario;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.compute.Flavor;
import io.github.openstackjvm.compute.FlavorAccess;
import io.github.openstackjvm.compute.FlavorSpec;
import io.github.openstackjvm.compute.Flavors;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.resource.KeyValues;
import io.github.openstackjvm.resource.Order;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class FlavorsScenario {

    @Test
    void everybodyReadsFlavors(Cloud cloud) {
        Flavors flavors = cloud.compute().flavors();
        Flavor small = flavors.named("m1.small");
        assertThat(small.ramMiB()).isEqualTo(2048);
        assertThat(small.diskGiB()).isEqualTo(20);
        assertThat(small.vcpus()).isEqualTo(1);
        assertThat(small.isPublic()).isTrue();
        assertThat(flavors.get(small)).isEqualTo(small);
        assertThat(flavors.get(Ref.name("m1.small"))).isEqualTo(small);
        assertThat(flavors.find("no such flavor")).isEmpty();

        assertThat(flavors.list().minRamMiB(4096).minDiskGiB(50).toList())
                .isNotEmpty()
                .allMatch(flavor -> flavor.ramMiB() >= 4096 && flavor.diskGiB() >= 50);
        List<Flavor> bySize =
                flavors.list().sortBy("memory_mb", Order.DESC).pageSize(2).toList();
        assertThat(bySize)
                .hasSizeGreaterThanOrEqualTo(6)
                .isSortedAccordingTo(Comparator.comparing(Flavor::ramMiB).reversed());
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> flavors.create(
                        FlavorSpec.named("nobody's").vcpus(1).ramMiB(64).diskGiB(1)))
                .withMessageContaining("os_compute_api:os-flavor-manage:create");
    }

    @Test
    void anAdministratorMakesDescribesAndRemovesOne(@As("admin") Cloud admin, Scratch scratch) {
        Flavors flavors = admin.compute().flavors();
        Flavor made = flavors.create(FlavorSpec.named(scratch.name("tiny"))
                .id(scratch.name("id"))
                .vcpus(2)
                .ramMiB(128)
                .diskGiB(3)
                .ephemeralGiB(4)
                .swapMiB(64)
                .rxtxFactor(2.0)
                .description("for a test"));
        scratch.undo(() -> flavors.delete(made));
        assertThat(made.id()).isEqualTo(scratch.name("id"));
        assertThat(made.swapMiB()).isEqualTo(64);
        assertThat(made.ephemeralGiB()).isEqualTo(4);
        assertThat(made.description()).isEqualTo("for a test");

        assertThat(flavors.update(made, flavors.changes().description(null)).description())
                .isNull();
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> flavors.create(
                        FlavorSpec.named(made.name()).vcpus(1).ramMiB(64).diskGiB(1)))
                .matches(refusal -> refusal.reason() == Conflict.Reason.EXISTS);
        flavors.delete(made);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> flavors.get(made));
    }

    @Test
    void extraSpecsAreKeptBelowAFlavor(@As("admin") Cloud admin, Scratch scratch) {
        Flavors flavors = admin.compute().flavors();
        Flavor made = flavors.create(
                FlavorSpec.named(scratch.name("specs")).vcpus(1).ramMiB(64).diskGiB(1));
        scratch.undo(() -> flavors.delete(made));
        KeyValues specs = flavors.extraSpecs(made);

        assertThat(specs.all()).isEmpty();
        assertThat(specs.merge(Map.of("hw:cpu_policy", "shared", "hw:boot_menu", "true")))
                .containsEntry("hw:cpu_policy", "shared");
        specs.set("hw:cpu_policy", "dedicated");
        assertThat(specs.get("hw:cpu_policy")).contains("dedicated");
        assertThat(specs.get("hw:mem_page_size")).isEmpty();
        assertThat(flavors.get(made).extraSpecs()).containsOnlyKeys("hw:cpu_policy", "hw:boot_menu");
        specs.remove("hw:boot_menu");
        assertThat(specs.all()).containsExactly(Map.entry("hw:cpu_policy", "dedicated"));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> specs.remove("hw:boot_menu"));
    }

    @Test
    void accessIsGrantedProjectByProject(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Flavors flavors = admin.compute().flavors();
        String project = cloud.session().projectId();
        Flavor made = flavors.create(FlavorSpec.named(scratch.name("private"))
                .vcpus(1)
                .ramMiB(64)
                .diskGiB(1)
                .isPublic(false));
        scratch.undo(() -> flavors.delete(made));

        assertThat(cloud.compute().flavors().find(made.name())).isEmpty();
        assertThat(flavors.addAccess(made, project))
                .extracting(FlavorAccess::projectId)
                .contains(project);
        assertThat(flavors.access(made)).extracting(FlavorAccess::flavorId).containsOnly(made.id());
        assertThat(cloud.compute().flavors().find(made.name()))
                .map(Flavor::isPublic)
                .contains(false);
        assertThat(flavors.list().isPublic(false).stream().map(Flavor::id)).contains(made.id());
        assertThat(flavors.list().publicOrNot().stream().map(Flavor::id)).contains(made.id(), "1");
        assertThat(flavors.removeAccess(made, project))
                .extracting(FlavorAccess::projectId)
                .doesNotContain(project);
        assertThat(cloud.compute().flavors().find(made.name())).isEmpty();
    }
}
