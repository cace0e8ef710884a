package io.github.openstackjvm.testkit.blockstorage;

import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.blockstorage.ManageVolumeSpec;
import io.github.openstackjvm.blockstorage.ManageableSnapshot;
import io.github.openstackjvm.blockstorage.ManageableVolume;
import io.github.openstackjvm.blockstorage.ManageableVolumes;
import io.github.openstackjvm.blockstorage.Snapshot;
import io.github.openstackjvm.blockstorage.SnapshotSpec;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.blockstorage.VolumeSpec;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.resource.Order;
import io.github.openstackjvm.testkit.As;
import io.github.openstackjvm.testkit.OpenStackTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What drivers that can list their backends tell; the one of the cloud for live runs cannot. */
@OpenStackTest
class BackendDisksTest {

    @Test
    void whatLiesOnABackendIsListed(@As("admin") Cloud admin) {
        var volumes = admin.blockstorage().volumes();
        ManageableVolumes manageable = admin.blockstorage().manageableVolumes();
        Volume kept = volumes.create(VolumeSpec.named("kept").sizeGiB(1).type("files1"))
                .join();
        Volume left = volumes.create(VolumeSpec.named("left").sizeGiB(2).type("files1"))
                .join();
        String host = String.valueOf(left.host());
        volumes.unmanage(left).join();

        ManageableVolume free =
                manageable.list().host(host).sortBy("size", Order.DESC).first().orElseThrow();
        assertThat(free.reference()).isEqualTo(Map.of("source-name", "volume-" + left.id()));
        assertThat(free.sizeGiB()).isEqualTo(2);
        assertThat(free.manageable()).isTrue();
        assertThat(free.volumeId()).isNull();
        assertThat(manageable.list().host(host).pageSize(1).stream()
                        .filter(disk -> kept.id().equals(disk.volumeId()))
                        .map(ManageableVolume::reason))
                .containsExactly("already managed");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() ->
                        manageable.list().host(host).sortBy("name", Order.ASC).toList())
                .withMessageContaining("Invalid sort keys passed: name");

        manageable
                .manage(new ManageVolumeSpec().host(host).reference(free.reference()))
                .join();
        assertThat(manageable.list().host(host).stream().filter(ManageableVolume::manageable))
                .isEmpty();
    }

    @Test
    void snapshotsTellTheirOrigin(@As("admin") Cloud admin) {
        Volume volume = admin.blockstorage()
                .volumes()
                .create(VolumeSpec.named("origin").sizeGiB(1))
                .join();
        var snapshots = admin.blockstorage().snapshots();
        Snapshot taken = snapshots.create(SnapshotSpec.of(volume).name("taken")).join();
        snapshots.unmanage(taken).join();
        ManageableSnapshot free = admin.blockstorage()
                .manageableSnapshots()
                .list()
                .host(String.valueOf(volume.host()))
                .one();
        assertThat(free.manageable()).isTrue();
        assertThat(free.reference()).isEqualTo(Map.of("source-name", "snapshot-" + taken.id()));
        assertThat(free.sourceReference()).isEqualTo(Map.of("source-name", "volume-" + volume.id()));
    }
}
