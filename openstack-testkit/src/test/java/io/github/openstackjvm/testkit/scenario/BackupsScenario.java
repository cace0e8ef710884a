package io.github.openstackjvm.testkit.scenario;

import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.blockstorage.Backup;
import io.github.openstackjvm.blockstorage.BackupRecord;
import io.github.openstackjvm.blockstorage.BackupSpec;
import io.github.openstackjvm.blockstorage.BackupStatus;
import io.github.openstackjvm.blockstorage.Backups;
import io.github.openstackjvm.blockstorage.RestoreSpec;
import io.github.openstackjvm.blockstorage.Snapshot;
import io.github.openstackjvm.blockstorage.SnapshotSpec;
import io.github.openstackjvm.blockstorage.SnapshotStatus;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.blockstorage.VolumeSpec;
import io.github.openstackjvm.blockstorage.VolumeStatus;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Order;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class BackupsScenario {

    private static Backup backup(Cloud cloud, Scratch scratch, BackupSpec spec) {
        Backups backups = cloud.blockstorage().backups();
        return scratch.ordered(backups.create(spec), backups).join();
    }

    @Test
    void aBackupIsMadeReadChangedRestoredAndDeleted(Cloud cloud, Scratch scratch) {
        Backups backups = cloud.blockstorage().backups();
        Volume volume = VolumesScenario.volume(cloud, scratch, "saved");
        Backup made = backup(
                cloud,
                scratch,
                BackupSpec.of(volume.name())
                        .name(scratch.name("backup"))
                        .description("for a test")
                        .metadata(Map.of("colour", "green")));
        assertThat(made.status()).isEqualTo(BackupStatus.AVAILABLE);
        assertThat(made.volumeId()).isEqualTo(volume.id());
        assertThat(made.snapshotId()).isNull();
        assertThat(made.sizeGiB()).isEqualTo(1);
        assertThat(made.description()).isEqualTo("for a test");
        assertThat(made.metadata()).isEqualTo(Map.of("colour", "green"));
        assertThat(made.container()).isNotBlank();
        assertThat(made.objectCount()).isPositive();
        assertThat(made.incremental()).isFalse();
        assertThat(made.hasDependents()).isFalse();
        assertThat(made.failReason()).isNull();
        assertThat(made.availabilityZone()).isNull();
        assertThat(cloud.blockstorage().volumes().get(volume).status()).isEqualTo(VolumeStatus.AVAILABLE);
        assertThat(backups.named(made.name())).isEqualTo(made);

        backups.update(made, backups.changes().name(scratch.name("renamed")).metadata(Map.of("a", "b")));
        Backup changed = backups.get(made);
        assertThat(changed.name()).isEqualTo(scratch.name("renamed"));
        assertThat(changed.metadata()).isEqualTo(Map.of("a", "b"));

        Volume same =
                backups.restore(made, new RestoreSpec().volume(volume.name())).join();
        assertThat(same.id()).isEqualTo(volume.id());
        assertThat(same.status()).isEqualTo(VolumeStatus.AVAILABLE);
        Pending<Volume> order =
                scratch.ordered(backups.restore(made), cloud.blockstorage().volumes());
        Volume restored = order.join();
        // The backup knows the name of its volume, too.
        assertThat(restored.name()).isEqualTo(volume.name());
        Volume created = VolumesScenario.volume(
                cloud, scratch, VolumeSpec.named(scratch.name("created")).fromBackup(changed.name()));
        assertThat(created.sizeGiB()).isEqualTo(1);

        assertThat(backups.delete(made).join()).isEqualTo(new Deleted(made.id(), false));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> backups.get(made))
                .withMessageContaining("Backup " + made.id() + " could not be found.");
    }

    @Test
    void itIsMadeOfASnapshotAndOfWhatHasChanged(Cloud cloud, Scratch scratch) {
        Backups backups = cloud.blockstorage().backups();
        Volume volume = VolumesScenario.volume(cloud, scratch, "grown");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> backups.create(BackupSpec.of(volume).incremental()))
                .withMessageContaining("No backups available to do an incremental backup.");
        Backup whole = backup(cloud, scratch, BackupSpec.of(volume).name(scratch.name("whole")));
        Snapshot snapshot = SnapshotsScenario.snapshot(
                cloud, scratch, SnapshotSpec.of(volume).name(scratch.name("snapshot")));
        Backup part = backup(
                cloud,
                scratch,
                BackupSpec.of(volume)
                        .snapshot(snapshot)
                        .name(scratch.name("part"))
                        .incremental());
        assertThat(part.incremental()).isTrue();
        assertThat(part.snapshotId()).isEqualTo(snapshot.id());
        assertThat(cloud.blockstorage().snapshots().get(snapshot).status()).isEqualTo(SnapshotStatus.AVAILABLE);
        assertThat(backups.get(whole).hasDependents()).isTrue();
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> backups.delete(whole))
                .withMessageContaining("Incremental backups exist for this backup.");
        assertThat(backups.list().volume(volume).sortBy("name", Order.ASC).pageSize(1).stream()
                        .map(Backup::id))
                .containsExactly(part.id(), whole.id());
        assertThat(backups.list().volume(volume.name()).status(BackupStatus.ERROR))
                .isEmpty();
        assertThat(backups.list().name(scratch.name("whole")).one().id()).isEqualTo(whole.id());
    }

    @Test
    void administratorsDoMoreWithIt(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Backups ours = cloud.blockstorage().backups();
        Backups theirs = admin.blockstorage().backups();
        Volume volume = VolumesScenario.volume(cloud, scratch, "exported");
        Backup made = backup(cloud, scratch, BackupSpec.of(volume).name(scratch.name("exported")));
        Backup seen = theirs.get(made.id());
        assertThat(seen.projectId()).isEqualTo(cloud.session().projectId());
        assertThat(seen.userId()).isEqualTo(cloud.session().userId());
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> ours.export(made));
        BackupRecord record = theirs.export(made.id());
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> theirs.importRecord(record))
                .withMessageContaining("Backup already exists in database.");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> ours.resetStatus(made, BackupStatus.ERROR))
                .withMessageContaining("backup_admin_actions:reset_status");
        assertThat(theirs.resetStatus(made.id(), BackupStatus.ERROR).join().status())
                .isEqualTo(BackupStatus.ERROR);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> ours.restore(made))
                .withMessageContaining("Backup status must be available");
        theirs.forceDelete(made.id()).join();
        assertThat(ours.find(made.name())).isEmpty();
    }
}
