package io.github.openstackjvm.testkit.scenario;

import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.blockstorage.Snapshot;
import io.github.openstackjvm.blockstorage.SnapshotSpec;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.blockstorage.VolumeSpec;
import io.github.openstackjvm.blockstorage.VolumeStatus;
import io.github.openstackjvm.compute.BlockDevice;
import io.github.openstackjvm.compute.BootVolume;
import io.github.openstackjvm.compute.Flavor;
import io.github.openstackjvm.compute.FlavorSpec;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.ServerSpec;
import io.github.openstackjvm.compute.Servers;
import io.github.openstackjvm.compute.VolumeAttachment;
import io.github.openstackjvm.compute.VolumeAttachmentSpec;
import io.github.openstackjvm.compute.VolumeAttachments;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static io.github.openstackjvm.testkit.scenario.ServersScenario.make;
import static io.github.openstackjvm.testkit.scenario.ServersScenario.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Servers on volumes, from what the volumes are made of to what becomes of them when the server goes. */
@Scenario
class ServerBlockDevicesScenario {
    private static final String NOBODY = "11111111-2222-3333-4444-555555555555";

    private static ServerSpec plain(Scratch scratch, String name) {
        return ServerSpec.named(scratch.name(name)).flavor("m1.nano").noNetwork();
    }

    private static List<String> volumes(Cloud cloud) {
        return cloud.blockstorage().volumes().list().stream().map(Volume::id).toList();
    }

    @Test
    void aServerRunsOnVolumesMadeForIt(Cloud cloud, Scratch scratch) {
        Server server = make(
                cloud,
                scratch,
                plain(scratch, "disks")
                        .boot(BootVolume.from("cirros")
                                .sizeGiB(1)
                                .deleteOnTermination()
                                .tag("system"))
                        .blockDevice(BlockDevice.blank(1).tag("data").deleteOnTermination()));
        assertThat(server.image()).isNull();
        VolumeAttachments attachments = cloud.compute().servers().attachments(server);
        List<VolumeAttachment> both = attachments.list().stream().toList();
        assertThat(both).extracting(VolumeAttachment::tag).containsExactly("system", "data");
        assertThat(both).extracting(VolumeAttachment::deleteOnTermination).containsOnly(true);
        assertThat(both).extracting(VolumeAttachment::serverId).containsOnly(server.id());
        assertThat(both).allSatisfy(one -> {
            assertThat(one.device()).startsWith("/dev/");
            assertThat(one.attachmentId()).isNotEmpty();
            assertThat(one.blockDeviceId()).isNotEmpty();
        });

        assertThat(volumes(cloud)).contains(both.get(0).volumeId(), both.get(1).volumeId());
        refused(
                BadRequest.class,
                "Cannot detach a root device volume",
                () -> attachments.delete(Ref.id(both.get(0).volumeId())));
        cloud.compute().servers().delete(server).join();
        assertThat(volumes(cloud))
                .doesNotContain(both.get(0).volumeId(), both.get(1).volumeId());
    }

    @Test
    void aVolumeComesAndGoes(Cloud cloud, Scratch scratch) {
        Server server = make(
                cloud,
                scratch,
                plain(scratch, "data")
                        .image("cirros")
                        .blockDevice(BlockDevice.blank(1).deleteOnTermination()));
        VolumeAttachments attachments = cloud.compute().servers().attachments(server);
        VolumeAttachment first = attachments.list().stream().toList().get(0);
        String volume = first.volumeId();
        attachments.delete(Ref.id(volume)).join();
        assertThat(attachments.list().stream()).isEmpty();
        assertThat(volumes(cloud)).contains(volume);
        refused(
                NotFound.class,
                "Instance " + server.id() + " is not attached to volume " + volume,
                () -> attachments.get(Ref.id(volume)));

        VolumeAttachment again = attachments
                .create(VolumeAttachmentSpec.of(Ref.<Volume>id(volume)).tag("data"))
                .join();
        assertThat(again.deleteOnTermination()).isFalse();
        assertThat(again.tag()).isEqualTo("data");
        attachments.deleteOnTermination(Ref.id(volume), true);
        assertThat(attachments.get(Ref.id(volume)).deleteOnTermination()).isTrue();
        refused(
                BadRequest.class,
                "already attached",
                () -> attachments.create(VolumeAttachmentSpec.of(Ref.<Volume>id(volume))));
        cloud.compute().servers().delete(server).join();
        assertThat(volumes(cloud)).doesNotContain(volume);
    }

    @Test
    void whatCannotBeADiskIsRefused(Cloud cloud, Scratch scratch) {
        refused(
                BadRequest.class,
                "Block Device Mapping is Invalid: failed to get volume " + NOBODY + ".",
                () -> cloud.compute()
                        .servers()
                        .create(plain(scratch, "bad").boot(BootVolume.existing(Ref.<Volume>id(NOBODY)))));
        refused(
                BadRequest.class,
                "Swap drive requested is larger than instance type allows.",
                () -> cloud.compute()
                        .servers()
                        .create(plain(scratch, "bad").image("cirros").blockDevice(BlockDevice.swap(1))));
        refused(
                BadRequest.class,
                "Boot sequence for the instance and image/block device mapping combination is not valid.",
                () -> cloud.compute()
                        .servers()
                        .create(plain(scratch, "bad")
                                .image("cirros")
                                .blockDevice(BlockDevice.blank(1).bootIndex(2))));
    }

    @Test
    void aServerBootsFromAVolumeThatIsThere(Cloud cloud, Scratch scratch) {
        Volume system = VolumesScenario.volume(
                cloud,
                scratch,
                VolumeSpec.named(scratch.name("system")).sizeGiB(1).fromImage("cirros"));
        Server server = make(
                cloud,
                scratch,
                plain(scratch, "kept").boot(BootVolume.existing(system.name()).tag("system")));
        assertThat(server.image()).isNull();
        assertThat(server.volumesAttached()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(system.id());
            assertThat(one.deleteOnTermination()).isFalse();
        });
        Volume used = cloud.blockstorage().volumes().get(system);
        assertThat(used.status()).isEqualTo(VolumeStatus.IN_USE);
        assertThat(used.attachments()).singleElement().satisfies(one -> {
            assertThat(one.serverId()).isEqualTo(server.id());
            assertThat(one.device()).isEqualTo("/dev/sda");
        });
        refused(
                BadRequest.class,
                "Invalid volume: ",
                () -> cloud.compute().servers().create(plain(scratch, "second").boot(BootVolume.existing(system))));
        cloud.compute().servers().delete(server).join();
        assertThat(cloud.blockstorage().volumes().get(system).status()).isEqualTo(VolumeStatus.AVAILABLE);
    }

    @Test
    void aServerBootsFromWhatASnapshotKept(Cloud cloud, Scratch scratch) {
        Volume system = VolumesScenario.volume(
                cloud,
                scratch,
                VolumeSpec.named(scratch.name("system")).sizeGiB(1).fromImage("cirros"));
        Snapshot kept = SnapshotsScenario.snapshot(
                cloud, scratch, SnapshotSpec.of(system).name(scratch.name("kept")));
        Server server = make(
                cloud,
                scratch,
                plain(scratch, "copy")
                        .boot(BootVolume.fromSnapshot(kept.name()).deleteOnTermination())
                        .blockDevice(BlockDevice.fromSnapshot(kept).sizeGiB(2).deleteOnTermination())
                        .blockDevice(BlockDevice.fromImage("cirros").sizeGiB(1).deleteOnTermination()));
        List<Volume> volumes = server.volumesAttached().stream()
                .map(one -> cloud.blockstorage().volumes().get(one.id()))
                .toList();
        assertThat(volumes)
                .extracting(Volume::sizeGiB, Volume::snapshotId, Volume::bootable)
                .containsExactlyInAnyOrder(tuple(1, kept.id(), true), tuple(2, kept.id(), true), tuple(1, null, true));
        cloud.compute().servers().delete(server).join();
        assertThat(volumes(cloud))
                .doesNotContainAnyElementsOf(volumes.stream().map(Volume::id).toList());
    }

    @Test
    void aFlavorBringsDisksOfItsOwn(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Flavor flavor = admin.compute()
                .flavors()
                .create(FlavorSpec.named(scratch.name("disks"))
                        .vcpus(1)
                        .ramMiB(64)
                        .diskGiB(1)
                        .ephemeralGiB(2)
                        .swapMiB(64));
        scratch.undo(() -> admin.compute().flavors().delete(flavor));
        ServerSpec spec = ServerSpec.named(scratch.name("disks"))
                .flavor(flavor.name())
                .image("cirros")
                .noNetwork();
        Servers servers = cloud.compute().servers();
        refused(
                BadRequest.class,
                "Ephemeral disks requested are larger than the instance type allows.",
                () -> servers.create(spec.copy().blockDevice(BlockDevice.ephemeral(3))));
        refused(
                BadRequest.class,
                "Swap drive requested is larger than instance type allows.",
                () -> servers.create(spec.copy().blockDevice(BlockDevice.swap(65))));
        refused(
                BadRequest.class,
                "More than one swap drive requested.",
                () -> servers.create(
                        spec.copy().blockDevice(BlockDevice.swap(16)).blockDevice(BlockDevice.swap(16))));
        ServerSpec disks = spec.copy()
                .blockDevice(BlockDevice.ephemeral(1).guestFormat("ext4"))
                .blockDevice(BlockDevice.swap(32));
        refused(
                BadRequest.class,
                "You specified more local devices than the limit allows",
                () -> servers.create(disks.copy().blockDevice(BlockDevice.ephemeral(1))));
        Volume data = VolumesScenario.volume(cloud, scratch, "data");
        Server server = make(cloud, scratch, disks);
        assertThat(server.flavor().ephemeralGiB()).isEqualTo(2);
        assertThat(server.flavor().swapMiB()).isEqualTo(64);
        assertThat(server.volumesAttached()).isEmpty();
        assertThat(servers.attachments(server)
                        .create(VolumeAttachmentSpec.of(data))
                        .join()
                        .device())
                .isEqualTo("/dev/sdd");
    }
}
