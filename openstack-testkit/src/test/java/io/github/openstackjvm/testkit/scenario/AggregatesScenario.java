package io.github.openstackjvm.testkit.scenario;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.compute.Aggregate;
import io.github.openstackjvm.compute.AggregateSpec;
import io.github.openstackjvm.compute.Aggregates;
import io.github.openstackjvm.compute.AvailabilityZone;
import io.github.openstackjvm.compute.ComputeHost;
import io.github.openstackjvm.compute.HostService;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class AggregatesScenario {

    private static Aggregate make(Cloud admin, Scratch scratch, AggregateSpec spec) {
        Aggregates aggregates = admin.compute().aggregates();
        Aggregate made = aggregates.create(spec);
        scratch.undo(() -> {
            for (String host : aggregates.get(made).hosts()) {
                aggregates.removeHost(made, host);
            }
            aggregates.delete(made);
        });
        return made;
    }

    @Test
    void oneIsMadeFoundChangedAndDeleted(@As("admin") Cloud admin, Scratch scratch) {
        Aggregates aggregates = admin.compute().aggregates();
        Aggregate made = make(admin, scratch, AggregateSpec.named(scratch.name("fast")));
        assertThat(made.name()).isEqualTo(scratch.name("fast"));
        assertThat(made.id()).matches("\\d+");
        assertThat(made.uuid()).isNotNull();
        assertThat(made.availabilityZone()).isNull();
        assertThat(made.createdAt()).isNotNull();
        assertThat(made.updatedAt()).isNull();
        assertThat(made.deleted()).isFalse();
        assertThat(made.deletedAt()).isNull();
        assertThat(made.extras()).isEmpty();

        assertThat(aggregates.named(made.name()).id()).isEqualTo(made.id());
        assertThat(aggregates.find(made.id())).map(Aggregate::name).contains(made.name());
        assertThat(aggregates.get(Ref.name(made.name())).hosts()).isEmpty();
        assertThat(aggregates.list().stream().map(Aggregate::id)).contains(made.id());
        assertThat(admin.compute().at("2.40").aggregates().get(made).uuid()).isNull();
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> aggregates.create(AggregateSpec.named(made.name())))
                .withMessageContaining("Aggregate " + made.name() + " already exists.");

        Aggregate renamed = aggregates.update(made, aggregates.changes().name(scratch.name("faster")));
        assertThat(renamed.name()).isEqualTo(scratch.name("faster"));
        assertThat(aggregates.get(made).updatedAt())
                .isAfterOrEqualTo(made.createdAt().truncatedTo(ChronoUnit.SECONDS)); // as the database keeps it
        aggregates.delete(made);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> aggregates.get(made))
                .withMessageContaining("Aggregate " + made.id() + " could not be found.");
    }

    @Test
    void metadataAreMergedAndRemoved(@As("admin") Cloud admin, Scratch scratch) {
        Aggregates aggregates = admin.compute().aggregates();
        Aggregate made = make(admin, scratch, AggregateSpec.named(scratch.name("metadata")));
        assertThat(aggregates
                        .setMetadata(made, Map.of("ssd", "true", "gpu", "no"))
                        .metadata())
                .isEqualTo(Map.of("ssd", "true", "gpu", "no"));
        assertThat(aggregates
                        .setMetadata(made, Collections.singletonMap("gpu", null))
                        .metadata())
                .isEqualTo(Map.of("ssd", "true"));
        assertThat(aggregates.get(made).metadata()).isEqualTo(Map.of("ssd", "true"));
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> aggregates.setMetadata(made, Map.of("a/b", "no")))
                .withMessageContaining("'a/b' does not match any of the regexes: '^[a-zA-Z0-9-_:. ]{1,255}$'");
    }

    @Test
    void hostsMakeAZone(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Aggregates aggregates = admin.compute().aggregates();
        String zone = scratch.name("zone");
        Aggregate made =
                make(admin, scratch, AggregateSpec.named(scratch.name("hosts")).availabilityZone(zone));
        assertThat(made.availabilityZone()).isEqualTo(zone);
        assertThat(aggregates.get(made).metadata()).isEqualTo(Map.of("availability_zone", zone));
        assertThat(zones(cloud)).doesNotContain(zone); // a zone without hosts is none

        assertThat(aggregates.addHost(made, "compute2").hosts()).containsExactly("compute2");
        assertThat(zones(cloud)).contains("nova", zone);
        assertThat(admin.compute().services().list().host("compute2").one().zone())
                .isEqualTo(zone);
        assertThat(admin.compute().hosts().list().zone(zone).stream().map(ComputeHost::name))
                .containsExactly("compute2");
        AvailabilityZone detailed = admin.compute().availabilityZones().details().stream()
                .filter(each -> each.name().equals(zone))
                .findFirst()
                .orElseThrow();
        assertThat(detailed.hosts()).containsOnlyKeys("compute2");

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> aggregates.addHost(made, "compute2"))
                .withMessageContaining("Aggregate " + made.id() + " already has host compute2.");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> aggregates.addHost(made, "nowhere"))
                .withMessageContaining("Compute host nowhere could not be found.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> aggregates.delete(made))
                .withMessageContaining("Host aggregate is not empty");
        Aggregate other = make(
                admin, scratch, AggregateSpec.named(scratch.name("other")).availabilityZone(scratch.name("another")));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> aggregates.addHost(other, "compute2"))
                .withMessageContaining("Cannot add host to aggregate " + other.id()
                        + ". Reason: One or more hosts already in availability zone(s) ['" + zone + "'].");

        HostService service = admin.compute().services().list().host("compute2").one();
        scratch.undo(() -> admin.compute().services().enable(service));
        admin.compute().services().disable(service, null);
        assertThat(admin.compute().availabilityZones().list().stream())
                .anyMatch(each -> each.name().equals(zone) && !each.available());
        admin.compute().services().enable(service);

        assertThat(aggregates.removeHost(made, "compute2").hosts()).isEmpty();
        assertThat(zones(cloud)).doesNotContain(zone);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> aggregates.removeHost(made, "compute2"))
                .withMessageContaining("Cannot remove host compute2 in aggregate " + made.id());
    }

    private static List<String> zones(Cloud cloud) {
        return new ArrayList<>(cloud.compute().availabilityZones().list().stream()
                .map(AvailabilityZone::name)
                .toList());
    }

    @Test
    void someThingsAreRefused(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Aggregates aggregates = admin.compute().aggregates();
        Aggregate made = make(
                admin, scratch, AggregateSpec.named(scratch.name("strict")).availabilityZone(scratch.name("zone")));
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> aggregates.update(made, aggregates.changes().availabilityZone(null)))
                .withMessageContaining("Aggregate " + made.name() + " does not support empty named availability zone");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> aggregates.update(made, aggregates.changes()))
                .withMessageContaining("is not valid under any of the given schemas");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> aggregates.create(
                        AggregateSpec.named(scratch.name("colon")).availabilityZone("a:b")))
                .withMessageContaining("Invalid input for field/attribute availability_zone. Value: a:b.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> aggregates.get("x"))
                .withMessageContaining("Invalid input received: id must be an integer");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.compute().aggregates().list().toList())
                .withMessageContaining("Policy doesn't allow os_compute_api:os-aggregates:index to be performed.");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.compute().aggregates().create(AggregateSpec.named("nobody's")))
                .withMessageContaining("os_compute_api:os-aggregates:create");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.compute().aggregates().addHost(made, "compute1"))
                .withMessageContaining("os_compute_api:os-aggregates:add_host");
    }

    @Test
    void imagesAreFetchedBeforeTheyAreNeeded(@As("admin") Cloud admin, Scratch scratch) {
        Aggregates aggregates = admin.compute().aggregates();
        Aggregate made = make(admin, scratch, AggregateSpec.named(scratch.name("cache")));
        aggregates.cacheImages(made, List.of(Ref.<Image>name("cirros")));
        Ref<Image> twice = admin.image().images().named("cirros");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> aggregates.cacheImages(made, List.of(twice, twice)))
                .withMessageContaining("Duplicate images in request");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> aggregates.cacheImages(Ref.id("999999"), List.of(twice)))
                .withMessageContaining("Aggregate 999999 could not be found.");
    }
}
