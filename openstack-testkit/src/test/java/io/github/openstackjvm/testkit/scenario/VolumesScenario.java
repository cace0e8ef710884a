package io.github.openstackjvm.testkit.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.blockstorage.Comparison;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.blockstorage.VolumeSpec;
import io.github.openstackjvm.blockstorage.VolumeStatus;
import io.github.openstackjvm.blockstorage.VolumeSummary;
import io.github.openstackjvm.blockstorage.Volumes;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.QuotaExceeded;
import io.github.openstackjvm.error.ResourceFailed;
import io.github.openstackjvm.error.UnsupportedMicroversion;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Metadata;
import io.github.openstackjvm.resource.Order;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class VolumesScenario {

    /** Makes a volume of 1 GiB that is removed at the end. */
    static Volume volume(Cloud cloud, Scratch scratch, VolumeSpec spec) {
        Volumes volumes = cloud.blockstorage().volumes();
        return scratch.ordered(volumes.create(spec), volumes).join();
    }

    static Volume volume(Cloud cloud, Scratch scratch, String name) {
        return volume(cloud, scratch, VolumeSpec.named(scratch.name(name)).sizeGiB(1));
    }

    @Test
    void aVolumeIsMadeReadChangedAndDeleted(Cloud cloud, Scratch scratch) {
        Volumes volumes = cloud.blockstorage().volumes();
        Volume made = volume(
                cloud,
                scratch,
                VolumeSpec.named(scratch.name("plain"))
                        .sizeGiB(1)
                        .description("for a test")
                        .type("files1")
                        .availabilityZone("nova")
                        .metadata("colour", "green"));
        assertThat(made.status()).isEqualTo(VolumeStatus.AVAILABLE);
        assertThat(made.sizeGiB()).isEqualTo(1);
        assertThat(made.type()).isEqualTo("files1");
        assertThat(made.typeId())
                .isEqualTo(cloud.blockstorage().types().named("files1").id());
        assertThat(made.description()).isEqualTo("for a test");
        assertThat(made.availabilityZone()).isEqualTo("nova");
        assertThat(made.metadata()).isEqualTo(Map.of("colour", "green"));
        assertThat(made.imageMetadata()).isEmpty();
        assertThat(made.attachments()).isEmpty();
        assertThat(made.bootable()).isFalse();
        assertThat(made.encrypted()).isFalse();
        assertThat(made.multiattach()).isFalse();
        assertThat(made.projectId()).isEqualTo(cloud.session().projectId());
        assertThat(made.userId()).isEqualTo(cloud.session().userId());
        assertThat(made.consumesQuota()).isTrue();
        assertThat(made.serviceId()).isNotBlank();
        assertThat(made.host()).isNull();
        assertThat(made.createdAt()).isNotNull();

        assertThat(volumes.get(made)).isEqualTo(made);
        assertThat(volumes.named(made.name())).isEqualTo(made);
        assertThat(volumes.get(Ref.name(made.name())).id()).isEqualTo(made.id());
        assertThat(volumes.find(scratch.name("none"))).isEmpty();
        assertThat(volumes.encryption(made).encryptionKeyId()).isNull();

        Volume changed = volumes.update(
                made,
                volumes.changes()
                        .name(scratch.name("renamed"))
                        .description(null)
                        .metadata(Map.of("size", "small")));
        assertThat(changed.name()).isEqualTo(scratch.name("renamed"));
        assertThat(changed.description()).isNull();
        assertThat(volumes.get(made).metadata()).isEqualTo(Map.of("size", "small"));

        Deleted gone = volumes.delete(made).join();
        assertThat(gone).isEqualTo(new Deleted(made.id(), false));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> volumes.get(made))
                .withMessageContaining("Volume " + made.id() + " could not be found.");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> volumes.delete(made));
    }

    @Test
    void anAdministratorSeesMoreOfIt(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Volume made = volume(cloud, scratch, "seen");
        Volume seen = admin.blockstorage().volumes().get(made.id());
        assertThat(seen.host()).contains("@files");
        assertThat(seen.migrationStatus()).isNull();
        assertThat(admin.blockstorage().volumes().list().stream().map(Volume::id))
                .doesNotContain(made.id());
        assertThat(admin.blockstorage()
                        .volumes()
                        .list()
                        .allProjects()
                        .name(made.name())
                        .one()
                        .projectId())
                .isEqualTo(made.projectId());
        assertThat(admin
                        .blockstorage()
                        .volumes()
                        .list()
                        .allProjects()
                        .projectId(cloud.session().projectId())
                        .host(seen.host())
                        .stream()
                        .map(Volume::id))
                .contains(made.id());
    }

    @Test
    void itIsMadeOutOfAnotherVolume(Cloud cloud, Scratch scratch) {
        Volume origin = volume(cloud, scratch, "origin");
        Volume copy =
                volume(cloud, scratch, VolumeSpec.named(scratch.name("copy")).fromVolume(origin.name()));
        assertThat(copy.sizeGiB()).isEqualTo(1);
        assertThat(copy.sourceVolumeId()).isEqualTo(origin.id());
        Volume larger = volume(
                cloud,
                scratch,
                VolumeSpec.named(scratch.name("larger")).fromVolume(origin).sizeGiB(2));
        assertThat(larger.sizeGiB()).isEqualTo(2);
    }

    @Test
    void listsAreFilteredSortedAndPaged(Cloud cloud, Scratch scratch) {
        Volumes volumes = cloud.blockstorage().volumes();
        Instant before = volume(cloud, scratch, "first").createdAt();
        for (int size = 2; size < 4; size++) {
            volume(
                    cloud,
                    scratch,
                    VolumeSpec.named(scratch.name("v" + size)).sizeGiB(size).metadata("k" + size, scratch.name("m")));
        }
        assertThat(volumes.list().name(scratch.name("v2")).one().sizeGiB()).isEqualTo(2);
        assertThat(volumes.list()
                        .metadata(Map.of("k3", scratch.name("m")))
                        .one()
                        .name())
                .isEqualTo(scratch.name("v3"));
        assertThat(volumes
                        .list()
                        .status(VolumeStatus.AVAILABLE)
                        .sizeGiB(3)
                        .bootable(false)
                        .availabilityZone("nova")
                        .consumesQuota(true)
                        .stream()
                        .map(Volume::name))
                .contains(scratch.name("v3"));
        assertThat(volumes
                        .list()
                        .createdAt(Comparison.AT_LEAST, before)
                        .updatedAt(Comparison.AFTER, before.minusSeconds(1))
                        .stream()
                        .map(Volume::name))
                .contains(scratch.name("first"), scratch.name("v2"), scratch.name("v3"));
        assertThat(volumes.list().createdAt(Comparison.BEFORE, before.minus(Duration.ofDays(400))))
                .isEmpty();
        assertThat(volumes.list().status(VolumeStatus.ERROR_RESTORING)).isEmpty();

        List<String> sorted = volumes.list().sortBy("size", Order.DESC).sortBy("name", Order.ASC).pageSize(2).stream()
                .map(Volume::name)
                .filter(name -> name != null && name.startsWith(scratch.name("")))
                .toList();
        assertThat(sorted).containsExactly(scratch.name("v3"), scratch.name("v2"), scratch.name("first"));
        assertThat(volumes.list().pageSize(1).stream().map(Volume::id))
                .containsAll(volumes.list().stream()
                        .filter(volume -> scratch.owns(volume.name()))
                        .map(Volume::id)
                        .toList());
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> volumes.list().with("colour", "blue").toList())
                .withMessageContaining("Invalid filters colour are found in query options.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> volumes.list().sortBy("colour", Order.ASC).toList())
                .withMessageContaining("Invalid sort key");

        VolumeSummary summary = volumes.summary();
        assertThat(summary.count()).isGreaterThanOrEqualTo(3);
        assertThat(summary.sizeGiB()).isGreaterThanOrEqualTo(6);
        assertThat(summary.metadata()).containsEntry("k2", List.of(scratch.name("m")));
    }

    @Test
    void metadataIsKeptBelowIt(Cloud cloud, Scratch scratch) {
        Volume made = volume(cloud, scratch, "metadata");
        Metadata metadata = cloud.blockstorage().volumes().metadata(made);
        assertThat(metadata.all()).isEmpty();
        assertThat(metadata.merge(Map.of("a", "1", "b", "2"))).isEqualTo(Map.of("a", "1", "b", "2"));
        metadata.set("a", "3");
        assertThat(metadata.get("a")).contains("3");
        assertThat(metadata.get("c")).isEmpty();
        assertThat(metadata.replace(Map.of("c", "4"))).isEqualTo(Map.of("c", "4"));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> metadata.remove("a"))
                .withMessageContaining("Volume " + made.id() + " has no metadata with key a.");
        metadata.remove("c");
        assertThat(metadata.all()).isEmpty();
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> metadata.merge(Map.of("a$", "1")))
                .withMessageContaining("does not match any of the regexes");
    }

    @Test
    void severalAreAwaitedTogether(Cloud cloud, Scratch scratch) {
        Volumes volumes = cloud.blockstorage().volumes();
        List<Pending<Volume>> orders = List.of("a", "b", "c").stream()
                .map(each -> volumes.create(VolumeSpec.named(scratch.name(each)).sizeGiB(1)))
                .toList();
        orders.forEach(order -> scratch.undo(() -> volumes.delete(order.id())));
        assertThat(Pending.all(orders).join()).extracting(Volume::status).containsOnly(VolumeStatus.AVAILABLE);
        List<Pending<Deleted>> deletions =
                orders.stream().map(order -> volumes.delete(order.id())).toList();
        assertThat(Pending.all(deletions).join())
                .extracting(Deleted::id)
                .containsExactlyElementsOf(orders.stream().map(Pending::id).toList());
    }

    @Test
    void whatCannotBeIsRefused(Cloud cloud, Scratch scratch) {
        Volumes volumes = cloud.blockstorage().volumes();
        String name = scratch.name("refused");
        assertThatExceptionOfType(QuotaExceeded.class)
                .isThrownBy(() -> volumes.create(VolumeSpec.named(name).sizeGiB(1_000_000)))
                .withMessageContaining("VolumeSizeExceedsAvailableQuota: Requested volume or snapshot exceeds allowed "
                        + "gigabytes quota. Requested 1000000G");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> volumes.create(VolumeSpec.named(name).sizeGiB(0)))
                .withMessageContaining("0 is less than the minimum of 1");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(
                        () -> volumes.create(VolumeSpec.named(name).sizeGiB(1).type("no such type")))
                .withMessageContaining("'volume_type'")
                .withMessageContaining("no such type");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> volumes.create(
                        VolumeSpec.named(name).sizeGiB(1).fromVolume("11111111-1111-4111-8111-111111111111")))
                .withMessageContaining("Volume 11111111-1111-4111-8111-111111111111 could not be found.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(
                        () -> volumes.create(VolumeSpec.named(name).sizeGiB(1).availabilityZone("moon")))
                .withMessageContaining("Availability zone 'moon' is invalid.");
        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(() -> cloud.blockstorage()
                        .at("3.46")
                        .volumes()
                        .create(VolumeSpec.named(name).fromBackup("11111111-1111-4111-8111-111111111111")))
                .withMessageContaining("3.47");

        Volume two =
                volume(cloud, scratch, VolumeSpec.named(scratch.name("two")).sizeGiB(2));
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(
                        () -> volumes.create(VolumeSpec.named(name).sizeGiB(1).fromVolume(two)))
                .withMessageContaining("Volume size '1'GB cannot be smaller than original volume size 2GB.");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> {
                    volumes.reserve(two);
                    try {
                        volumes.delete(two);
                    } finally {
                        volumes.unreserve(two);
                    }
                })
                .withMessageContaining(
                        "Volume status must be available or error or error_restoring or error_extending or "
                                + "error_managing and must not be migrating, attached");
    }

    @Test
    void whatNoBackendCanHoldFailsInCindersWords(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        var types = admin.blockstorage().types();
        var nowhere =
                types.create(types.spec().name(scratch.name("nowhere")).extraSpec("volume_backend_name", "nowhere"));
        scratch.undo(() -> types.delete(nowhere));
        Volumes volumes = cloud.blockstorage().volumes();
        Pending<Volume> order =
                volumes.create(VolumeSpec.named(scratch.name("lost")).sizeGiB(1).type(nowhere.name()));
        scratch.undo(() -> volumes.delete(order.id()).join());
        assertThatExceptionOfType(ResourceFailed.class)
                .isThrownBy(order::join)
                .withMessageContaining("volume " + order.id() + " went to error")
                .withMessageContaining("schedule allocate volume:Could not find any available weighted backend.");
    }
}
