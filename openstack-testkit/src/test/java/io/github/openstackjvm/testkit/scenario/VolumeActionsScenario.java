package io.github.openstackjvm.testkit.scenario;

import java.util.Map;
import java.util.UUID;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.blockstorage.AttachMode;
import io.github.openstackjvm.blockstorage.AttachVolumeSpec;
import io.github.openstackjvm.blockstorage.ConnectionInfo;
import io.github.openstackjvm.blockstorage.MigrateVolumeSpec;
import io.github.openstackjvm.blockstorage.MigrationPolicy;
import io.github.openstackjvm.blockstorage.ResetVolumeSpec;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.blockstorage.VolumeStatus;
import io.github.openstackjvm.blockstorage.Volumes;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.QuotaExceeded;
import io.github.openstackjvm.error.ResourceFailed;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class VolumeActionsScenario {
    private static final Map<String, Object> CONNECTOR = Map.of(
            "host",
            "somewhere",
            "ip",
            "192.0.2.1",
            "initiator",
            "iqn.2026-01.org.example:scenario",
            "multipath",
            false);

    @Test
    void aVolumeGrows(Cloud cloud, Scratch scratch) {
        Volumes volumes = cloud.blockstorage().volumes();
        Volume volume = VolumesScenario.volume(cloud, scratch, "growing");
        assertThat(volumes.extend(volume, 2).join().sizeGiB()).isEqualTo(2);
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> volumes.extend(volume, 1))
                .withMessageContaining(
                        "New size for extend must be greater than current size. (current: 2, extended: 1).");
        assertThatExceptionOfType(QuotaExceeded.class)
                .isThrownBy(() -> volumes.extend(volume, 1_000_000))
                .withMessageContaining("VolumeSizeExceedsAvailableQuota");
    }

    @Test
    void itsTypeAndPlaceChange(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Volumes volumes = cloud.blockstorage().volumes();
        Volume volume = VolumesScenario.volume(
                cloud,
                scratch,
                volumes.spec().name(scratch.name("moving")).sizeGiB(1).type("files1"));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> volumes.retype(volume, "files1"))
                .withMessageContaining("Retype needs volume to be in available or in-use state");
        String host = admin.blockstorage().volumes().get(volume.id()).host();
        assertThat(host).endsWith("@files1#files1");
        Volume moved =
                volumes.retype(volume, "files2", MigrationPolicy.ON_DEMAND).join();
        assertThat(moved.type()).isEqualTo("files2");
        assertThat(admin.blockstorage().volumes().get(volume.id()).host()).endsWith("@files2#files2");

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> volumes.migrate(volume, MigrateVolumeSpec.to(host)))
                .withMessageContaining("migrate_volume");
        // The backend does not fit the type.
        assertThatExceptionOfType(ResourceFailed.class)
                .isThrownBy(() -> admin.blockstorage()
                        .volumes()
                        .migrate(volume.id(), MigrateVolumeSpec.to(host))
                        .join())
                .withMessageContaining("migration error");

        Volume free = VolumesScenario.volume(cloud, scratch, "free");
        String from = admin.blockstorage().volumes().get(free.id()).host();
        String to = from.endsWith("1") ? from.replace("files1", "files2") : from.replace("files2", "files1");
        Volume migrated = admin.blockstorage()
                .volumes()
                .migrate(free.id(), MigrateVolumeSpec.to(to))
                .join();
        assertThat(migrated.host()).isEqualTo(to);
    }

    @Test
    void flagsAndImageMetadataAreSet(Cloud cloud, Scratch scratch) {
        Volumes volumes = cloud.blockstorage().volumes();
        Volume volume = VolumesScenario.volume(cloud, scratch, "flags");
        volumes.setBootable(volume, true);
        assertThat(volumes.get(volume).bootable()).isTrue();
        volumes.setBootable(volume, false);
        assertThat(volumes.get(volume).bootable()).isFalse();
        volumes.setReadOnly(volume, true);
        assertThat(volumes.get(volume).metadata()).containsEntry("readonly", "True");
        volumes.setReadOnly(volume, false);
        assertThat(volumes.get(volume).metadata()).containsEntry("readonly", "False");

        assertThat(volumes.setImageMetadata(volume, Map.of("os_distro", "example", "hw_disk_bus", "scsi")))
                .isEqualTo(Map.of("os_distro", "example", "hw_disk_bus", "scsi"));
        assertThat(volumes.imageMetadata(volume)).containsEntry("os_distro", "example");
        volumes.removeImageMetadata(volume, "os_distro");
        assertThat(volumes.get(volume).imageMetadata()).isEqualTo(Map.of("hw_disk_bus", "scsi"));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> volumes.removeImageMetadata(volume, "os_distro"));
    }

    @Test
    void itIsReservedAttachedAndDetached(Cloud cloud, Scratch scratch) {
        Volumes volumes = cloud.blockstorage().volumes();
        Volume volume = VolumesScenario.volume(cloud, scratch, "attached");
        volumes.reserve(volume);
        assertThat(volumes.get(volume).status()).isEqualTo(VolumeStatus.ATTACHING);
        volumes.unreserve(volume);
        assertThat(volumes.get(volume).status()).isEqualTo(VolumeStatus.AVAILABLE);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> volumes.beginDetaching(volume))
                .withMessageContaining("Unable to detach volume. Volume status must be 'in-use'");

        volumes.attach(
                volume,
                new AttachVolumeSpec().hostName("somewhere").device("/dev/vdb").mode(AttachMode.READ_WRITE));
        Volume attached = volumes.get(volume);
        assertThat(attached.status()).isEqualTo(VolumeStatus.IN_USE);
        assertThat(attached.attachments()).singleElement().satisfies(one -> {
            assertThat(one.device()).isEqualTo("/dev/vdb");
            assertThat(one.attachmentId()).isNotBlank();
        });
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> volumes.reserve(volume))
                .withMessageContaining("Volume status must be available to reserve, but the status is in-use.");
        volumes.beginDetaching(volume);
        assertThat(volumes.get(volume).status()).isEqualTo(VolumeStatus.DETACHING);
        volumes.rollDetaching(volume);
        assertThat(volumes.get(volume).status()).isEqualTo(VolumeStatus.IN_USE);
        volumes.detach(volume, attached.attachments().get(0).attachmentId());
        assertThat(volumes.get(volume).status()).isEqualTo(VolumeStatus.AVAILABLE);
        assertThat(volumes.get(volume).attachments()).isEmpty();
    }

    @Test
    void administratorsForce(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Volumes ours = cloud.blockstorage().volumes();
        Volumes theirs = admin.blockstorage().volumes();
        Volume volume = VolumesScenario.volume(cloud, scratch, "forced");
        ConnectionInfo info = theirs.initializeConnection(volume.id(), CONNECTOR);
        assertThat(info.driverVolumeType()).isNotBlank();
        assertThat(info.data()).isNotEmpty();
        theirs.terminateConnection(volume.id(), CONNECTOR);

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> ours.resetStatus(volume, VolumeStatus.ERROR))
                .withMessageContaining("volume_admin_actions:reset_status");
        theirs.resetStatus(volume.id(), VolumeStatus.ERROR);
        assertThat(ours.get(volume).status()).isEqualTo(VolumeStatus.ERROR);
        theirs.resetStatus(
                volume.id(),
                new ResetVolumeSpec().status(VolumeStatus.AVAILABLE).attached(false));
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> theirs.resetStatus(volume.id(), new VolumeStatus("sleeping")))
                .withMessageContaining("sleeping");

        ours.attach(volume, new AttachVolumeSpec().hostName("somewhere").device("/dev/vdb"));
        String attachment = ours.get(volume).attachments().get(0).attachmentId();
        theirs.forceDetach(volume.id(), attachment, CONNECTOR);
        assertThat(ours.get(volume).attachments()).isEmpty();

        theirs.resetStatus(volume.id(), VolumeStatus.DOWNLOADING);
        theirs.forceDelete(volume.id()).join();
        assertThat(ours.find(volume.name())).isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> theirs.forceDelete(UUID.randomUUID().toString()));
    }
}
