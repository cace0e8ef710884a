package io.github.openstackjvm.testkit.scenario;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.blockstorage.Snapshot;
import io.github.openstackjvm.blockstorage.SnapshotSpec;
import io.github.openstackjvm.blockstorage.SnapshotStatus;
import io.github.openstackjvm.blockstorage.Snapshots;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.blockstorage.VolumeSpec;
import io.github.openstackjvm.blockstorage.VolumeStatus;
import io.github.openstackjvm.blockstorage.Volumes;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Metadata;
import io.github.openstackjvm.resource.Order;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class SnapshotsScenario {

    /** Takes a snapshot that is removed at the end. */
    static Snapshot snapshot(Cloud cloud, Scratch scratch, SnapshotSpec spec) {
        Snapshots snapshots = cloud.blockstorage().snapshots();
        return scratch.ordered(snapshots.create(spec), snapshots).join();
    }

    @Test
    void aSnapshotIsTakenReadChangedAndDeleted(Cloud cloud, Scratch scratch) {
        Snapshots snapshots = cloud.blockstorage().snapshots();
        Volume volume = VolumesScenario.volume(cloud, scratch, "volume");
        Snapshot taken = snapshot(
                cloud,
                scratch,
                SnapshotSpec.of(volume.name())
                        .name(scratch.name("taken"))
                        .description("for a test")
                        .metadata("colour", "green"));
        assertThat(taken.status()).isEqualTo(SnapshotStatus.AVAILABLE);
        assertThat(taken.volumeId()).isEqualTo(volume.id());
        assertThat(taken.sizeGiB()).isEqualTo(1);
        assertThat(taken.description()).isEqualTo("for a test");
        assertThat(taken.metadata()).isEqualTo(Map.of("colour", "green"));
        assertThat(taken.progress()).isEqualTo("100%");
        assertThat(taken.projectId()).isEqualTo(cloud.session().projectId());
        assertThat(taken.userId()).isEqualTo(cloud.session().userId());
        assertThat(taken.consumesQuota()).isTrue();
        assertThat(taken.groupSnapshotId()).isNull();
        assertThat(snapshots.named(taken.name())).isEqualTo(taken);

        Snapshot changed = snapshots.update(
                taken, snapshots.changes().name(scratch.name("renamed")).description("changed"));
        assertThat(changed.name()).isEqualTo(scratch.name("renamed"));
        assertThat(snapshots.get(taken).description()).isEqualTo("changed");

        Metadata metadata = snapshots.metadata(taken);
        assertThat(metadata.merge(Map.of("a", "1"))).isEqualTo(Map.of("colour", "green", "a", "1"));
        metadata.set("a", "2");
        assertThat(metadata.get("a")).contains("2");
        assertThat(metadata.replace(Map.of("b", "3"))).isEqualTo(Map.of("b", "3"));
        metadata.remove("b");
        assertThat(metadata.all()).isEmpty();

        assertThat(snapshots.delete(taken).join()).isEqualTo(new Deleted(taken.id(), false));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> snapshots.get(taken))
                .withMessageContaining("Snapshot " + taken.id() + " could not be found.");
    }

    @Test
    void aVolumeIsMadeOutOfIt(Cloud cloud, Scratch scratch) {
        Volume origin = VolumesScenario.volume(cloud, scratch, "origin");
        Snapshot taken = snapshot(cloud, scratch, SnapshotSpec.of(origin).name(scratch.name("taken")));
        Volume copy = VolumesScenario.volume(
                cloud,
                scratch,
                VolumeSpec.named(scratch.name("copy"))
                        .fromSnapshot(taken.name())
                        .sizeGiB(2));
        assertThat(copy.snapshotId()).isEqualTo(taken.id());
        assertThat(copy.sizeGiB()).isEqualTo(2);
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> cloud.blockstorage()
                        .volumes()
                        .create(VolumeSpec.named(scratch.name("none"))
                                .fromSnapshot(taken)
                                .fromVolume(origin)))
                .withMessageContaining("May specify only one of");
    }

    @Test
    void itStandsInTheWayOfDeletingItsVolume(Cloud cloud, Scratch scratch) {
        Volumes volumes = cloud.blockstorage().volumes();
        Volume volume = VolumesScenario.volume(cloud, scratch, "held");
        Snapshot taken = snapshot(cloud, scratch, SnapshotSpec.of(volume).name(scratch.name("holder")));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> volumes.delete(volume))
                .withMessageContaining("have snapshots");
        volumes.deleteWithSnapshots(volume).join();
        assertThat(cloud.blockstorage().snapshots().find(taken.name())).isEmpty();
    }

    @Test
    void aVolumeGoesBackToItsLatest(Cloud cloud, Scratch scratch) {
        Volumes volumes = cloud.blockstorage().volumes();
        Volume volume = VolumesScenario.volume(cloud, scratch, "reverted");
        Snapshot first = snapshot(cloud, scratch, SnapshotSpec.of(volume).name(scratch.name("first")));
        Snapshot second = snapshot(cloud, scratch, SnapshotSpec.of(volume).name(scratch.name("second")));
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> volumes.revert(volume, first.id()))
                .withMessageContaining("not the latest one");
        assertThat(volumes.revert(volume, second.name()).join().status()).isEqualTo(VolumeStatus.AVAILABLE);
        assertThat(cloud.blockstorage().snapshots().get(second).status()).isEqualTo(SnapshotStatus.AVAILABLE);
        volumes.extend(volume, 2).join();
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> volumes.revert(volume, second.id()))
                .withMessageContaining("size");
    }

    @Test
    void listsAreFilteredSortedAndPaged(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Snapshots snapshots = cloud.blockstorage().snapshots();
        Volume volume = VolumesScenario.volume(cloud, scratch, "listed");
        for (String each : List.of("a", "b", "c")) {
            snapshot(
                    cloud,
                    scratch,
                    SnapshotSpec.of(volume).name(scratch.name(each)).metadata("which", scratch.name(each)));
        }
        assertThat(snapshots.list().volume(volume).sortBy("name", Order.DESC).pageSize(2).stream()
                        .map(Snapshot::name))
                .containsExactly(scratch.name("c"), scratch.name("b"), scratch.name("a"));
        assertThat(snapshots.list().volume(volume.name()).status(SnapshotStatus.ERROR))
                .isEmpty();
        assertThat(snapshots
                        .list()
                        .name(scratch.name("b"))
                        .consumesQuota(true)
                        .one()
                        .name())
                .isEqualTo(scratch.name("b"));
        assertThat(snapshots
                        .list()
                        .metadata(Map.of("which", scratch.name("c")))
                        .one()
                        .name())
                .isEqualTo(scratch.name("c"));
        assertThat(admin.blockstorage()
                        .snapshots()
                        .list()
                        .allProjects()
                        .volume(volume.id())
                        .count())
                .isEqualTo(3);
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> snapshots.list().with("colour", "blue").toList())
                .withMessageContaining("Invalid filters colour are found in query options.");
    }

    @Test
    void administratorsForce(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Volume volume = VolumesScenario.volume(cloud, scratch, "forced");
        Snapshot taken = snapshot(cloud, scratch, SnapshotSpec.of(volume).name(scratch.name("forced")));
        Snapshots ours = cloud.blockstorage().snapshots();
        Snapshots theirs = admin.blockstorage().snapshots();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> ours.resetStatus(taken, SnapshotStatus.ERROR))
                .withMessageContaining("snapshot_admin_actions:reset_status");
        theirs.resetStatus(taken.id(), SnapshotStatus.CREATING);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> ours.delete(taken))
                .withMessageContaining("Snapshot status must be available or error");
        theirs.updateStatus(taken.id(), SnapshotStatus.AVAILABLE, "100%");
        assertThat(ours.get(taken).status()).isEqualTo(SnapshotStatus.AVAILABLE);
        theirs.resetStatus(taken.id(), SnapshotStatus.CREATING);
        theirs.forceDelete(taken.id()).join();
        assertThat(ours.list().volume(volume)).isEmpty();
    }
}
