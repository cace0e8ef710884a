package io.github.openstackjvm.testkit.scenario;

import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.blockstorage.VolumeStatus;
import io.github.openstackjvm.compute.AssistedSnapshot;
import io.github.openstackjvm.compute.AssistedSnapshotSpec;
import io.github.openstackjvm.compute.InstanceAction;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.Servers;
import io.github.openstackjvm.compute.VolumeAttachment;
import io.github.openstackjvm.compute.VolumeAttachmentSpec;
import io.github.openstackjvm.compute.VolumeAttachments;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static io.github.openstackjvm.testkit.scenario.ServersScenario.make;
import static io.github.openstackjvm.testkit.scenario.ServersScenario.small;
import static io.github.openstackjvm.testkit.scenario.VolumesScenario.volume;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Scenario
class VolumeAttachmentsScenario {
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    private static Server server(Cloud cloud, Scratch scratch) {
        return make(cloud, scratch, small(scratch, "server").noNetwork());
    }

    /** Nova is done with a volume a moment before Cinder says that it is free. */
    private static void awaitFree(Cloud cloud, Volume... volumes) {
        for (Volume volume : volumes) {
            Eventually.is(
                    () -> cloud.blockstorage().volumes().get(volume).status().equals(VolumeStatus.AVAILABLE));
        }
    }

    @Test
    void aVolumeIsAttachedShownAndDetached(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Servers servers = cloud.compute().servers();
        Volume data = volume(cloud, scratch, "data");
        Server server = server(cloud, scratch);
        VolumeAttachments attachments = servers.attachments(server);
        assertThat(attachments.list().toList()).isEmpty();

        Pending<VolumeAttachment> order =
                attachments.create(VolumeAttachmentSpec.of(data.name()).deleteOnTermination(false));
        assertThat(order.id()).isEqualTo(data.id());
        VolumeAttachment attached = order.join();
        assertThat(attached.volumeId()).isEqualTo(data.id());
        assertThat(attached.serverId()).isEqualTo(server.id());
        assertThat(attached.device()).isEqualTo("/dev/sdb");
        assertThat(attached.tag()).isNull();
        assertThat(attached.deleteOnTermination()).isFalse();
        assertThat(attached.attachmentId()).isNotNull();
        assertThat(attached.blockDeviceId()).isNotNull();
        assertThat(attached.extras()).isEmpty();
        assertThat(cloud.blockstorage().volumes().get(data).status()).isEqualTo(VolumeStatus.IN_USE);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> cloud.blockstorage().attachments().delete(String.valueOf(attached.attachmentId())))
                .withMessageContaining("Detach volume from instance " + server.id() + " using the Compute API");
        assertThat(attachments.list().toList()).containsExactly(attached);
        assertThat(attachments.get(attached)).isEqualTo(attached);
        assertThat(servers.get(server).volumesAttached())
                .extracting(Server.VolumeUsed::id)
                .containsExactly(data.id());
        VolumeAttachment old =
                cloud.compute().at("2.69").servers().attachments(server).get(data.id());
        assertThat(old.tag()).isNull();
        assertThat(old.attachmentId()).isNull();

        assistSnapshot(admin, data);
        attachments.deleteOnTermination(attached, true);
        assertThat(attachments.get(attached).deleteOnTermination()).isTrue();
        attachments.deleteOnTermination(attached, false);

        assertThat(attachments.delete(attached).join().id()).isEqualTo(data.id());
        assertThat(attachments.list().toList()).isEmpty();
        awaitFree(cloud, data);
        assertThat(servers.actions(server).list().stream().map(InstanceAction::name))
                .containsExactly("detach_volume", "attach_volume", "create");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> attachments.get(attached))
                .withMessageContaining("Instance " + server.id() + " is not attached to volume " + data.id());
    }

    /** Cinder asks for it when its storage is on the hosts; what these cannot do they do not tell whoever asked. */
    private static void assistSnapshot(Cloud admin, Volume volume) {
        AssistedSnapshotSpec wanted = AssistedSnapshotSpec.of(volume)
                .snapshotId(NOBODY)
                .newFile("new")
                .id("1");
        AssistedSnapshot made = admin.compute().assistedSnapshots().create(wanted);
        assertThat(made.id()).isEqualTo("1");
        assertThat(made.volumeId()).isEqualTo(volume.id());
        admin.compute().assistedSnapshots().delete(NOBODY, "{\"volume_id\": \"" + volume.id() + "\"}");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(
                        () -> admin.compute().assistedSnapshots().delete(NOBODY, "{\"volume_id\": \"" + NOBODY + "\"}"))
                .withMessageContaining("No volume Block Device Mapping with id " + NOBODY + ".");
    }

    /** Without detaching it: Nova's pretended hypervisor fails to forget a tag. */
    @Test
    void aTagIsKept(Cloud cloud, Scratch scratch) {
        Volume data = volume(cloud, scratch, "tagged");
        Server server = server(cloud, scratch);
        VolumeAttachments attachments = cloud.compute().servers().attachments(server);
        assertThat(attachments
                        .create(VolumeAttachmentSpec.of(data).tag("data"))
                        .join()
                        .tag())
                .isEqualTo("data");
        cloud.compute().servers().delete(server).join();
        awaitFree(cloud, data);
    }

    @Test
    void severalAreAwaitedTogether(Cloud cloud, Scratch scratch) {
        Volume one = volume(cloud, scratch, "one");
        Volume two = volume(cloud, scratch, "two");
        Server server = server(cloud, scratch);
        VolumeAttachments attachments = cloud.compute().servers().attachments(server);
        List<VolumeAttachment> both = Pending.all(List.of(
                        attachments.create(VolumeAttachmentSpec.of(one)),
                        attachments.create(VolumeAttachmentSpec.of(two))))
                .join();
        assertThat(both).extracting(VolumeAttachment::volumeId).containsExactly(one.id(), two.id());
        assertThat(both).extracting(VolumeAttachment::device).containsExactly("/dev/sdb", "/dev/sdc");
        Pending.all(List.of(attachments.delete(one.id()), attachments.delete(two.id())))
                .join();
        awaitFree(cloud, one, two);
    }

    @Test
    void anAdministratorSwapsAVolumeForAnother(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Volume from = volume(cloud, scratch, "from");
        Volume to = volume(cloud, scratch, "to");
        Server server = server(cloud, scratch);
        VolumeAttachments attachments = cloud.compute().servers().attachments(server);
        VolumeAttachment before =
                attachments.create(VolumeAttachmentSpec.of(from)).join();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> attachments.swap(before, to))
                .withMessageContaining(
                        "Policy doesn't allow os_compute_api:os-volumes-attachments:swap to be performed.");
        VolumeAttachment after =
                admin.compute().servers().attachments(server).swap(before, to).join();
        assertThat(after.volumeId()).isEqualTo(to.id());
        assertThat(after.device()).isEqualTo(before.device());
        assertThat(attachments.list().stream().map(VolumeAttachment::volumeId)).containsExactly(to.id());
        attachments.delete(to.id()).join();
        awaitFree(cloud, from, to);
    }

    @Test
    void someThingsAreRefused(Cloud cloud, Scratch scratch) {
        Volume data = volume(cloud, scratch, "data");
        Server server = server(cloud, scratch);
        VolumeAttachments attachments = cloud.compute().servers().attachments(server);
        attachments.create(VolumeAttachmentSpec.of(data)).join();
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> attachments.create(VolumeAttachmentSpec.of(data)))
                .withMessageContaining("Invalid volume: ");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> attachments.create(VolumeAttachmentSpec.of(NOBODY)))
                .withMessageContaining("Volume " + NOBODY + " could not be found.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(
                        () -> attachments.create(VolumeAttachmentSpec.of(NOBODY).device("disk")))
                .withMessageContaining("Invalid input for field/attribute device. Value: disk.");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> attachments.delete(NOBODY))
                .withMessageContaining("Volume " + NOBODY + " could not be found.");
        cloud.compute().servers().pause(server).join();
        cloud.compute().servers().lock(server);
        // Its owner may do nothing to a locked server but unlock it; administrators may.
        assertThat(cloud.compute().servers().get(server).locked()).isTrue();
        cloud.compute().servers().unlock(server);
        cloud.compute().servers().unpause(server).join();
        cloud.compute().servers().suspend(server).join();
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> attachments.delete(data.id()))
                .withMessageContaining(
                        "Cannot 'detach_volume' instance " + server.id() + " while it is in vm_state suspended");
        cloud.compute().servers().resume(server).join();
        attachments.delete(data.id()).join();
        awaitFree(cloud, data);
    }
}
