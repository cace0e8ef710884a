package io.github.openstackjvm.testkit.scenario;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.blockstorage.ReimageSpec;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.blockstorage.VolumeImageSpec;
import io.github.openstackjvm.blockstorage.VolumeSpec;
import io.github.openstackjvm.blockstorage.VolumeStatus;
import io.github.openstackjvm.blockstorage.Volumes;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.image.ContainerFormat;
import io.github.openstackjvm.image.DiskFormat;
import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.image.ImageSpec;
import io.github.openstackjvm.image.Images;
import io.github.openstackjvm.resource.Pending;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Volumes are made of images, and images of volumes. */
@Scenario
class VolumeImagesScenario {

    private static Volume ofImage(Cloud cloud, Scratch scratch, String name) {
        return VolumesScenario.volume(
                cloud,
                scratch,
                VolumeSpec.named(scratch.name(name)).fromImage("cirros").sizeGiB(1));
    }

    @Test
    void aVolumeIsMadeOfAnImage(Cloud cloud, Scratch scratch) {
        Image image = cloud.image().images().named("cirros");
        Volume made = ofImage(cloud, scratch, "bootable");
        assertThat(made.status()).isEqualTo(VolumeStatus.AVAILABLE);
        assertThat(made.bootable()).isTrue();
        assertThat(made.imageMetadata())
                .containsEntry("image_id", image.id())
                .containsEntry("image_name", "cirros")
                .containsEntry("disk_format", "qcow2")
                .containsEntry("container_format", "bare")
                .containsEntry("size", String.valueOf(image.sizeBytes()))
                .containsEntry("checksum", image.checksum());
        Volume copy = VolumesScenario.volume(
                cloud, scratch, VolumeSpec.named(scratch.name("copy")).fromVolume(made));
        assertThat(copy.bootable()).isTrue();
        assertThat(copy.imageMetadata()).isEqualTo(made.imageMetadata());

        Volumes volumes = cloud.blockstorage().volumes();
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> volumes.create(VolumeSpec.named(scratch.name("none"))
                        .sizeGiB(1)
                        .fromImage("11111111-1111-4111-8111-111111111111")))
                .withMessageContaining("Invalid image identifier or unable to access requested image.");
        Image empty = cloud.image()
                .images()
                .create(ImageSpec.named(scratch.name("empty"))
                        .diskFormat(DiskFormat.RAW)
                        .containerFormat(ContainerFormat.BARE));
        scratch.undo(() -> cloud.image().images().delete(empty));
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> volumes.create(
                        VolumeSpec.named(scratch.name("none")).sizeGiB(1).fromImage(empty)))
                .withMessageContaining("Image " + empty.id() + " is not active.");
    }

    @Test
    void aVolumeBecomesAnImage(Cloud cloud, Scratch scratch) {
        Volumes volumes = cloud.blockstorage().volumes();
        Images images = cloud.image().images();
        Volume volume = VolumesScenario.volume(cloud, scratch, "source");
        Pending<Image> order = volumes.uploadToImage(
                volume,
                VolumeImageSpec.named(scratch.name("uploaded"))
                        .diskFormat("raw")
                        .containerFormat("bare")
                        .visibility("private")
                        .isProtected(false));
        scratch.undo(() -> images.delete(order.id()));
        Image image = order.join();
        assertThat(image.name()).isEqualTo(scratch.name("uploaded"));
        assertThat(image.diskFormat()).isEqualTo(DiskFormat.RAW);
        assertThat(image.sizeBytes()).isEqualTo(1L << 30);
        assertThat(image.projectId()).isEqualTo(cloud.session().projectId());
        assertThat(volumes.get(volume).status()).isEqualTo(VolumeStatus.AVAILABLE);
        Volume back = VolumesScenario.volume(
                cloud,
                scratch,
                VolumeSpec.named(scratch.name("back")).fromImage(image).sizeGiB(1));
        assertThat(back.imageMetadata()).containsEntry("image_id", image.id());
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> volumes.uploadToImage(
                        volume, VolumeImageSpec.named(scratch.name("odd")).diskFormat("tape")))
                .withMessageContaining("tape");
    }

    @Test
    void aVolumeIsOverwrittenByAnImage(Cloud cloud, Scratch scratch) {
        Volumes volumes = cloud.blockstorage().volumes();
        Image other = cloud.image().images().named("cirros-alt");
        Volume volume = ofImage(cloud, scratch, "overwritten");
        Volume written = volumes.reimage(volume, ReimageSpec.of(other)).join();
        assertThat(written.status()).isEqualTo(VolumeStatus.AVAILABLE);
        assertThat(written.imageMetadata())
                .containsEntry("image_id", other.id())
                .containsEntry("image_name", "cirros-alt");
        volumes.reserve(volume);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> volumes.reimage(volume, ReimageSpec.of(other)))
                .withMessageContaining("status must be available or error, but current status is attaching");
        volumes.unreserve(volume);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> volumes.reimage(volume, ReimageSpec.of("no such image")))
                .withMessageContaining("no such image");
    }
}
