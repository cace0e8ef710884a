package io.github.openstackjvm.testkit.scenario;

import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.blockstorage.AttachMode;
import io.github.openstackjvm.blockstorage.Attachment;
import io.github.openstackjvm.blockstorage.AttachmentSpec;
import io.github.openstackjvm.blockstorage.AttachmentStatus;
import io.github.openstackjvm.blockstorage.Attachments;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.blockstorage.VolumeSpec;
import io.github.openstackjvm.blockstorage.VolumeStatus;
import io.github.openstackjvm.blockstorage.Volumes;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Order;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Attachments as Cinder keeps them, for hosts without Nova. */
@Scenario
class StorageAttachmentsScenario {
    private static final String SERVER = "22222222-2222-4222-8222-222222222222";
    private static final String OTHER_SERVER = "33333333-3333-4333-8333-333333333333";
    private static final Map<String, Object> CONNECTOR = Map.of(
            "host",
            "somewhere",
            "ip",
            "192.0.2.1",
            "initiator",
            "iqn.2026-01.org.example:scenario",
            "multipath",
            false,
            "mountpoint",
            "/dev/vdc");

    private static Attachment attachment(Cloud cloud, Scratch scratch, AttachmentSpec spec) {
        Attachments attachments = cloud.blockstorage().attachments();
        Attachment made = attachments.create(spec);
        scratch.undo(() -> attachments.delete(made));
        return made;
    }

    @Test
    void aHostReservesReachesUsesAndReturnsAVolume(Cloud cloud, Scratch scratch) {
        Volumes volumes = cloud.blockstorage().volumes();
        Attachments attachments = cloud.blockstorage().attachments();
        Volume volume = VolumesScenario.volume(cloud, scratch, "reserved");
        Attachment reserved = attachment(
                cloud,
                scratch,
                AttachmentSpec.of(volume.name()).serverId(SERVER).mode(AttachMode.READ_WRITE));
        assertThat(reserved.status()).isEqualTo(AttachmentStatus.RESERVED);
        assertThat(reserved.volumeId()).isEqualTo(volume.id());
        assertThat(reserved.serverId()).isEqualTo(SERVER);
        assertThat(reserved.connectionInfo()).isEmpty();
        assertThat(volumes.get(volume).status()).isEqualTo(VolumeStatus.RESERVED);
        assertThat(attachments.get(reserved)).isEqualTo(reserved);

        Attachment reached = attachments.update(reserved, attachments.changes().connector(CONNECTOR));
        // The answer tells the status from before.
        assertThat(reached.status()).isEqualTo(AttachmentStatus.RESERVED);
        assertThat(reached.connectionInfo()).containsEntry("attachment_id", reserved.id());
        assertThat(attachments.get(reserved).status()).isEqualTo(AttachmentStatus.ATTACHING);
        assertThat(volumes.get(volume).status()).isEqualTo(VolumeStatus.ATTACHING);
        attachments.complete(reserved);
        Attachment complete = attachments.get(reserved);
        assertThat(complete.status()).isEqualTo(AttachmentStatus.ATTACHED);
        assertThat(complete.attachedAt()).isNotNull();
        Volume used = volumes.get(volume);
        assertThat(used.status()).isEqualTo(VolumeStatus.IN_USE);
        assertThat(used.attachments()).singleElement().satisfies(one -> {
            assertThat(one.attachmentId()).isEqualTo(reserved.id());
            assertThat(one.serverId()).isEqualTo(SERVER);
            assertThat(one.device()).isEqualTo("/dev/vdc");
        });
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> attachments.create(AttachmentSpec.of(volume).serverId(OTHER_SERVER)))
                .withMessageContaining("status must be available or downloading to reserve");

        assertThat(attachments.delete(reserved)).isEqualTo(new Deleted(reserved.id(), false));
        assertThat(volumes.get(volume).status()).isEqualTo(VolumeStatus.AVAILABLE);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> attachments.get(reserved))
                .withMessageContaining(
                        "Volume attachment could not be found with filter: attachment_id = " + reserved.id() + ".");
    }

    @Test
    void aHostReachesItAtOnce(Cloud cloud, Scratch scratch) {
        Volume volume = VolumesScenario.volume(cloud, scratch, "reached");
        Attachment made = attachment(
                cloud,
                scratch,
                AttachmentSpec.of(volume)
                        .serverId(SERVER)
                        .mode(AttachMode.READ_ONLY)
                        .connector(CONNECTOR));
        assertThat(cloud.blockstorage().attachments().get(made).status()).isEqualTo(AttachmentStatus.ATTACHING);
        assertThat(made.mode()).isEqualTo(AttachMode.READ_ONLY);
        assertThat(made.connectionInfo()).isNotEmpty();
    }

    @Test
    void severalServersShareOne(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Attachments attachments = cloud.blockstorage().attachments();
        Volume volume = VolumesScenario.volume(
                cloud,
                scratch,
                VolumeSpec.named(scratch.name("shared")).sizeGiB(1).type("multiattach"));
        assertThat(volume.multiattach()).isTrue();
        Attachment one = attachment(
                cloud, scratch, AttachmentSpec.of(volume).serverId(SERVER).connector(CONNECTOR));
        attachments.complete(one);
        Attachment two = attachment(cloud, scratch, AttachmentSpec.of(volume).serverId(OTHER_SERVER));
        assertThat(attachments.list().volume(volume).sortBy("id", Order.ASC).pageSize(1).stream()
                        .map(Attachment::id))
                .containsExactlyInAnyOrder(one.id(), two.id());
        assertThat(attachments
                        .list()
                        .serverId(SERVER)
                        .volume(volume.name())
                        .one()
                        .id())
                .isEqualTo(one.id());
        assertThat(attachments
                        .list()
                        .volume(volume)
                        .status(AttachmentStatus.ATTACHED)
                        .one()
                        .id())
                .isEqualTo(one.id());
        assertThat(admin.blockstorage()
                        .attachments()
                        .list()
                        .allProjects()
                        .volume(volume.id())
                        .count())
                .isEqualTo(2);
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> attachments.list().with("colour", "blue").toList())
                .withMessageContaining("Invalid filters colour are found in query options.");
    }

    @Test
    void whatCannotBeIsRefused(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Attachments attachments = cloud.blockstorage().attachments();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> attachments.create(AttachmentSpec.of("11111111-1111-4111-8111-111111111111")
                        .serverId(SERVER)))
                .withMessageContaining("Volume 11111111-1111-4111-8111-111111111111 could not be found.");
        Volume volume = VolumesScenario.volume(cloud, scratch, "refused");
        admin.blockstorage().volumes().resetStatus(volume.id(), VolumeStatus.ERROR);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> attachments.create(AttachmentSpec.of(volume).serverId(SERVER)))
                .withMessageContaining("Volume attachments can not be created if the volume is in an error state. "
                        + "The Volume " + volume.id() + " currently has a status of: error");
    }
}
