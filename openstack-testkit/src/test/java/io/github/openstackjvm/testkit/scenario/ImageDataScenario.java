package io.github.openstackjvm.testkit.scenario;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.image.ContainerFormat;
import io.github.openstackjvm.image.DiskFormat;
import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.image.ImageSpec;
import io.github.openstackjvm.image.ImageStatus;
import io.github.openstackjvm.image.Images;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.transfer.Content;
import io.github.openstackjvm.transfer.Incoming;
import io.github.openstackjvm.transfer.TransferProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The data of images: sent once, read whole and in parts. */
@Scenario
class ImageDataScenario {
    private static final String NONE = "00000000-0000-4000-8000-000000000000";

    @TempDir
    Path directory;

    @Test
    void dataComeFromFilesBytesSourcesAndStreams(Cloud cloud, Scratch scratch) throws IOException {
        Images images = cloud.image().images();
        byte[] bytes = new byte[3_000_001];
        new Random(7).nextBytes(bytes);
        Path file = Files.write(directory.resolve("disk.raw"), bytes);
        List<Content> contents = List.of(
                Content.of(file),
                Content.of(bytes),
                Content.from(bytes.length, () -> Files.newInputStream(file)),
                Content.chunked(() -> new ByteArrayInputStream(bytes)),
                Content.once(new ByteArrayInputStream(bytes)));
        for (Content content : contents) {
            List<TransferProgress> heard = new ArrayList<>();
            ImageSpec spec = ImageSpec.named(scratch.name("from")).bare(DiskFormat.RAW);
            Image image = images.createFrom(spec, content.onProgress(heard::add));
            scratch.undo(() -> images.delete(image));
            assertThat(image.status()).isEqualTo(ImageStatus.ACTIVE);
            assertThat(image.sizeBytes()).isEqualTo(bytes.length);
            assertThat(image.virtualSizeBytes()).isEqualTo(bytes.length);
            assertThat(heard.get(heard.size() - 1).bytes()).isEqualTo(bytes.length);
        }

        Image empty =
                images.createFrom(ImageSpec.named(scratch.name("empty")).bare(DiskFormat.RAW), Content.of(new byte[0]));
        scratch.undo(() -> images.delete(empty));
        assertThat(empty.sizeBytes()).isZero();
        assertThat(ImagesScenario.text(images, empty)).isEmpty();
    }

    @Test
    void dataComeBackWholeAndInParts(Cloud cloud, Scratch scratch) throws IOException {
        Images images = cloud.image().images();
        byte[] bytes = new byte[2_500_000];
        new Random(8).nextBytes(bytes);
        Image image = images.createFrom(ImageSpec.named(scratch.name("parts")).bare(DiskFormat.RAW), Content.of(bytes));
        scratch.undo(() -> images.delete(image));
        Path file = directory.resolve("back.raw");

        assertThat(images.download(image.id()).to(file)).isEqualTo(image);
        assertThat(file).hasBinaryContent(bytes);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }

        try (Incoming<Image> in =
                images.download(Ref.name(scratch.name("parts"))).open()) {
            assertThat(in.length()).hasValue(bytes.length);
            assertThat(in.verified()).isTrue();
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        byte[] part = images.download(image).range(1_000_000, 1000).read(in -> {
            assertThat(in.length()).hasValue(1000);
            assertThat(in.verified()).isFalse();
            return in.readAllBytes();
        });
        assertThat(part).isEqualTo(java.util.Arrays.copyOfRange(bytes, 1_000_000, 1_001_000));
        byte[] end = images.download(image).from(2_499_999).read(Incoming::readAllBytes);
        assertThat(end).containsExactly(bytes[2_499_999]);
        assertThat(images.download(image).range(2_499_990, 100).<byte[]>read(Incoming::readAllBytes))
                .hasSize(10);
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> images.download(image).from(2_500_000).open())
                .satisfies(e -> assertThat(e.status()).isEqualTo(416))
                .withMessageContaining("Start position MUST be in the inclusive range [0, 2499999].");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> images.download(NONE).open())
                .withMessageContaining("No image found with ID " + NONE);
    }

    @Test
    void aFailedUploadLeavesNoImage(Cloud cloud, Scratch scratch) {
        Images images = cloud.image().images();
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> images.createFrom(ImageSpec.named(scratch.name("x")), Content.of("x")))
                .withMessageStartingWith("ImageSpec needs disk_format and container_format");
        assertThatExceptionOfType(OpenStackException.class)
                .isThrownBy(() -> images.createFrom(
                        ImageSpec.named(scratch.name("x")).bare(DiskFormat.RAW), Content.from(10, () -> {
                            throw new IOException("the disk is on fire");
                        })))
                .withMessageContaining("the disk is on fire");
        assertThat(images.list().name(scratch.name("x"))).isEmpty();
    }

    @Test
    void dataAreUploadedOnceAndOnlyWithFormats(Cloud cloud, Scratch scratch) {
        Images images = cloud.image().images();
        Image bare = ImagesScenario.register(cloud, scratch, ImageSpec.named(scratch.name("bare")));
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> images.upload(bare, Content.of("x")))
                .withMessageContaining("Properties disk_format, container_format must be set prior to saving data.");
        images.update(bare, images.changes().diskFormat(DiskFormat.RAW));
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> images.upload(bare, Content.of("x")))
                .withMessageContaining("Property container_format must be set prior to saving data.");
        images.update(bare, images.changes().containerFormat(ContainerFormat.BARE));
        images.upload(bare, Content.of("x"));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> images.upload(bare, Content.of("y")))
                .withMessageContaining("Image status transition from active to saving is not allowed");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> images.update(bare, images.changes().diskFormat(DiskFormat.QCOW2)))
                .withMessageContaining("Attribute disk_format can be only replaced for a queued image.");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> images.upload(NONE, Content.of("y")))
                .withMessageContaining("No image found with ID " + NONE);
        assertThat(ImagesScenario.text(images, bare)).isEqualTo("x");
    }
}
