package io.github.openstackjvm.testkit.scenario;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.blockstorage.ManageSnapshotSpec;
import io.github.openstackjvm.blockstorage.ManageVolumeSpec;
import io.github.openstackjvm.blockstorage.ManageableSnapshots;
import io.github.openstackjvm.blockstorage.ManageableVolumes;
import io.github.openstackjvm.blockstorage.Snapshot;
import io.github.openstackjvm.blockstorage.SnapshotSpec;
import io.github.openstackjvm.blockstorage.SnapshotStatus;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.blockstorage.VolumeSpec;
import io.github.openstackjvm.blockstorage.VolumeStatus;
import io.github.openstackjvm.blockstorage.Volumes;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.ResourceFailed;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Cinder lets go of what lies on its backends, and takes it over again. */
@Scenario
class BackendDisksScenario {

    private static Volume take(Cloud admin, Scratch scratch, ManageVolumeSpec spec) {
        return scratch.ordered(
                        admin.blockstorage().manageableVolumes().manage(spec),
                        admin.blockstorage().volumes())
                .join();
    }

    private static Snapshot take(Cloud admin, Scratch scratch, ManageSnapshotSpec spec) {
        return scratch.ordered(
                        admin.blockstorage().manageableSnapshots().manage(spec),
                        admin.blockstorage().snapshots())
                .join();
    }

    @Test
    void aVolumeIsLetGoAndTakenOverAgain(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Volumes volumes = admin.blockstorage().volumes();
        ManageableVolumes manageable = admin.blockstorage().manageableVolumes();
        Volume made = volumes.get(VolumesScenario.volume(
                        cloud,
                        scratch,
                        VolumeSpec.named(scratch.name("old")).sizeGiB(2).type("files1"))
                .id());
        String disk = "volume-" + made.id();
        ManageVolumeSpec spec = new ManageVolumeSpec()
                .name(scratch.name("new"))
                .description("for a test")
                .host(made.host())
                .reference("source-name", disk)
                .type("files1")
                .metadata("colour", "green")
                .bootable(true);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> manageable.manage(spec))
                .withMessageContaining("Unable to manage existing volume. The volume is already managed");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.blockstorage().volumes().unmanage(made.id()))
                .withMessageContaining("Policy doesn't allow volume_extension:volume_unmanage to be performed.");
        volumes.unmanage(made.id()).join();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> volumes.get(made));

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.blockstorage().manageableVolumes().manage(spec))
                .withMessageContaining("Policy doesn't allow volume_extension:volume_manage to be performed.");
        Volume taken = take(admin, scratch, spec);
        assertThat(taken.status()).isEqualTo(VolumeStatus.AVAILABLE);
        assertThat(taken.name()).isEqualTo(scratch.name("new"));
        assertThat(taken.description()).isEqualTo("for a test");
        assertThat(taken.sizeGiB()).isEqualTo(2);
        assertThat(taken.host()).isEqualTo(made.host());
        assertThat(taken.type()).isEqualTo("files1");
        assertThat(taken.bootable()).isTrue();
        assertThat(taken.metadata()).containsEntry("colour", "green");
        assertThat(taken.projectId()).isEqualTo(admin.session().projectId());
    }

    @Test
    void aSnapshotIsLetGoAndTakenOverAgain(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        ManageableSnapshots manageable = admin.blockstorage().manageableSnapshots();
        Volume volume = VolumesScenario.volume(admin, scratch, "volume");
        Snapshot made = admin.blockstorage()
                .snapshots()
                .create(SnapshotSpec.of(volume).name(scratch.name("old")))
                .join();
        admin.blockstorage().snapshots().unmanage(made).join();
        assertThat(admin.blockstorage().snapshots().list().volume(volume)).isEmpty();
        Snapshot taken = take(
                admin,
                scratch,
                new ManageSnapshotSpec()
                        .name(scratch.name("new"))
                        .volume(volume)
                        .reference("source-name", "snapshot-" + made.id())
                        .metadata("colour", "green"));
        assertThat(taken.status()).isEqualTo(SnapshotStatus.AVAILABLE);
        assertThat(taken.volumeId()).isEqualTo(volume.id());
        assertThat(taken.metadata()).containsEntry("colour", "green");
        assertThatExceptionOfType(ResourceFailed.class)
                .isThrownBy(() -> take(
                        admin,
                        scratch,
                        new ManageSnapshotSpec()
                                .name(scratch.name("lost"))
                                .volume(volume)
                                .reference("source-name", "nowhere")));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> manageable.manage(new ManageSnapshotSpec()
                        .volume("11111111-1111-4111-8111-111111111111")
                        .reference("source-name", "nowhere")))
                .withMessageContaining("Volume 11111111-1111-4111-8111-111111111111 could not be found.");
    }

    @Test
    void whatIsNotThereCannotBeTaken(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        ManageableVolumes manageable = admin.blockstorage().manageableVolumes();
        String host = admin.blockstorage().pools().list().stream()
                .findFirst()
                .orElseThrow()
                .name();
        ManageVolumeSpec nothing =
                new ManageVolumeSpec().name(scratch.name("lost")).reference("source-name", "nowhere");
        assertThatExceptionOfType(ResourceFailed.class)
                .isThrownBy(() -> take(admin, scratch, nothing.copy().host(host)));
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> manageable.manage(nothing.copy().host("nowhere@files#files")))
                .withMessageContaining("Host 'nowhere@files#files' not found");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> manageable.manage(nothing))
                .withMessageContaining("One and only one of cluster and host must be set.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> manageable.list().toList())
                .withMessageContaining("One and only one of cluster and host must be set.");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> manageable.list().host("nowhere").toList())
                .withMessageContaining("Service cinder-volume could not be found on host nowhere.");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.blockstorage()
                        .manageableSnapshots()
                        .list()
                        .host(host)
                        .toList())
                .withMessageContaining("Policy doesn't allow snapshot_extension:list_manageable to be performed.");
    }
}
