package io.github.openstackjvm.testkit.scenario;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import io.github.openstackjvm.image.ImageVisibility;
import io.github.openstackjvm.image.Images;
import io.github.openstackjvm.resource.Order;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Tags;
import io.github.openstackjvm.testkit.As;
import io.github.openstackjvm.transfer.Content;
import io.github.openstackjvm.transfer.Incoming;
import io.github.openstackjvm.transfer.TransferProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.openstackjvm.image.Images.Compare.GTE;
import static io.github.openstackjvm.image.Images.Compare.LT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Images, their data and their tags. */
@Scenario
class ImagesScenario {
    private static final String NONE = "00000000-0000-4000-8000-000000000000";

    @TempDir
    Path directory;

    private static Image register(Cloud cloud, Scratch scratch, ImageSpec spec) {
        Images images = cloud.image().images();
        Image image = images.create(spec);
        scratch.undo(() -> images.delete(image));
        return image;
    }

    private static Image small(Cloud cloud, Scratch scratch, String name) {
        Image image =
                register(cloud, scratch, ImageSpec.named(scratch.name(name)).bare(DiskFormat.RAW));
        return cloud.image().images().upload(image, Content.of(name));
    }

    private static String text(Images images, Image image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        images.download(image).to(out);
        return out.toString(UTF_8);
    }

    @Test
    void anImageIsRegisteredFilledAndDeleted(Cloud cloud, Scratch scratch) {
        Images images = cloud.image().images();
        Image image = register(
                cloud,
                scratch,
                ImageSpec.named(scratch.name("a"))
                        .bare(DiskFormat.QCOW2)
                        .visibility(ImageVisibility.PRIVATE)
                        .minDiskGiB(1)
                        .minRamMiB(64)
                        .tags("x", "y", "x")
                        .property("os_distro", "scenario"));
        assertThat(image.status()).isEqualTo(ImageStatus.QUEUED);
        assertThat(image.visibility()).isEqualTo(ImageVisibility.PRIVATE);
        assertThat(image.diskFormat()).isEqualTo(DiskFormat.QCOW2);
        assertThat(image.containerFormat()).isEqualTo(ContainerFormat.BARE);
        assertThat(image.minDiskGiB()).isEqualTo(1);
        assertThat(image.minRamMiB()).isEqualTo(64);
        assertThat(image.tags()).containsExactlyInAnyOrder("x", "y");
        assertThat(image.properties()).containsExactly(Map.entry("os_distro", "scenario"));
        assertThat(image.projectId()).isEqualTo(cloud.session().projectId());
        assertThat(image.sizeBytes()).isNull();
        assertThat(image.hashValue()).isNull();
        assertThat(image.hidden()).isFalse();
        assertThat(image.isProtected()).isFalse();
        assertThat(image.createdAt()).isNotNull();
        assertThat(image.stores()).isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> text(images, image))
                .withMessage("Image " + image.id() + " has no data: it is queued");

        Image active = images.upload(image, Content.of("hello"));
        assertThat(active.status()).isEqualTo(ImageStatus.ACTIVE);
        assertThat(active.sizeBytes()).isEqualTo(5);
        assertThat(active.virtualSizeBytes()).isNull();
        assertThat(active.checksum()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
        assertThat(active.hashAlgorithm()).isEqualTo("sha512");
        assertThat(active.hashValue()).startsWith("9b71d224bd62f3785d96d46ad3ea3d73319bfbc2890caadae2dff725");
        assertThat(active.stores()).containsExactly("files");
        assertThat(images.get(active)).isEqualTo(active);
        assertThat(images.named(scratch.name("a")).id()).isEqualTo(active.id());
        assertThat(text(images, active)).isEqualTo("hello");

        assertThat(images.delete(active).wasGone()).isFalse();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> images.get(image))
                .withMessageContaining("No image found with ID " + image.id());
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> images.delete(image))
                .withMessageContaining("Failed to find image " + image.id() + " to delete");
        assertThat(images.find(scratch.name("a"))).isEmpty();
    }

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
        assertThat(text(images, empty)).isEmpty();
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
        Image bare = register(cloud, scratch, ImageSpec.named(scratch.name("bare")));
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
        assertThat(text(images, bare)).isEqualTo("x");
    }

    @Test
    void anUpdateTouchesWhatItNames(Cloud cloud, Scratch scratch) {
        Images images = cloud.image().images();
        Image image = register(
                cloud,
                scratch,
                ImageSpec.named(scratch.name("before"))
                        .property("keep", "1")
                        .property("change", "1")
                        .property("drop", "1"));

        Image changed = images.update(
                image,
                images.changes()
                        .name(scratch.name("after"))
                        .minDiskGiB(3)
                        .minRamMiB(128)
                        .tags("t", "ü")
                        .property("change", "2")
                        .property("a/b~c", "slash")
                        .property("new", "é €")
                        .removeProperty("drop"));
        assertThat(changed.name()).isEqualTo(scratch.name("after"));
        assertThat(changed.minDiskGiB()).isEqualTo(3);
        assertThat(changed.tags()).containsExactlyInAnyOrder("t", "ü");
        assertThat(changed.properties())
                .containsOnly(
                        Map.entry("keep", "1"),
                        Map.entry("change", "2"),
                        Map.entry("a/b~c", "slash"),
                        Map.entry("new", "é €"));
        assertThat(images.get(image).properties()).isEqualTo(changed.properties());

        assertThat(images.update(image, images.changes())).isEqualTo(images.get(image));
        assertThat(images.update(image, images.changes().name(null)).name()).isNull();
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> images.update(
                        image, images.changes().property("half", "1").removeProperty("nope")))
                .withMessageContaining("Property nope does not exist.");
        assertThat(images.get(image).property("half")).isEmpty();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> images.update(image, images.changes().set("status", "active")))
                .withMessageContaining("Attribute 'status' is read-only.");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> images.update(image, images.changes().property("os_glance_x", "1")))
                .withMessageContaining("Attribute 'os_glance_x' is reserved.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> images.update(image, images.changes().minRamMiB(-1)))
                .withMessageContaining("Invalid value '-1' for parameter 'min_ram': Cannot be a negative value");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> images.update(image, images.changes().set("number", 5)))
                .withMessageContaining("Provided object does not match schema 'image': 5 is not of type 'string'");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> images.update(image, images.changes().set("locations", List.of())))
                .withMessageContaining("Invalid JSON pointer for this resource: '/locations'");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> images.update(NONE, images.changes().name("x")))
                .withMessageContaining("No image found with ID " + NONE);
    }

    @Test
    void anImageHasToMakeSense(Cloud cloud, Scratch scratch) {
        Images images = cloud.image().images();
        Image image = register(cloud, scratch, ImageSpec.named(scratch.name("id")));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() ->
                        images.create(ImageSpec.named(scratch.name("twice")).id(image.id())))
                .withMessageContaining("Image ID " + image.id() + " already exists!");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> images.create(ImageSpec.named("x".repeat(256))))
                .withMessageContaining("is too long");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> images.create(ImageSpec.named("x").diskFormat(new DiskFormat("nope"))))
                .withMessageContaining("'nope' is not one of [None, 'ami',");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> images.create(ImageSpec.named("x").id("nope")))
                .withMessageContaining("'nope' does not match");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> images.create(ImageSpec.named("x").minDiskGiB(-1)))
                .withMessageContaining("Invalid value '-1' for parameter 'min_disk': Cannot be a negative value");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> images.create(ImageSpec.named("x").set("status", "active")))
                .withMessageContaining("Attribute 'status' is read-only.");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> images.create(ImageSpec.named("x").property("os_glance_x", "1")))
                .withMessageContaining("Attribute 'os_glance_x' is reserved.");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> images.create(ImageSpec.named("x").visibility(ImageVisibility.PUBLIC)))
                .withMessageContaining("You are not authorized to complete publicize_image action.");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> images.create(ImageSpec.named("x").projectId("else")))
                .withMessageContaining("You are not permitted to create images owned by 'else'");
    }

    @Test
    void aProtectedImageStays(Cloud cloud, Scratch scratch) {
        Images images = cloud.image().images();
        Image image = register(
                cloud, scratch, ImageSpec.named(scratch.name("guarded")).isProtected(true));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> images.delete(image))
                .withMessageContaining("Image " + image.id() + " is protected and cannot be deleted.");
        assertThat(images.list()
                        .isProtected(true)
                        .name(scratch.name("guarded"))
                        .one()
                        .id())
                .isEqualTo(image.id());
        assertThat(images.list().isProtected(false).name(scratch.name("guarded")))
                .isEmpty();
        assertThat(images.update(image, images.changes().isProtected(false)).isProtected())
                .isFalse();
    }

    @Test
    void listsAreFilteredSortedAndPaged(Cloud cloud, Scratch scratch) {
        Images images = cloud.image().images();
        Image a = small(cloud, scratch, "aaaa");
        Image b = small(cloud, scratch, "bb");
        Image c = register(
                cloud,
                scratch,
                ImageSpec.named(scratch.name("c:c"))
                        .diskFormat(DiskFormat.ISO)
                        .tags("one", scratch.name("tag"))
                        .property("scenario", scratch.name("p")));
        Image comma =
                register(cloud, scratch, ImageSpec.named(scratch.name("d,d")).tags("two", scratch.name("tag")));
        List<String> all = List.of(a.id(), b.id(), c.id(), comma.id());
        Images.Query ours = images.list().ids(all.toArray(String[]::new));

        assertThat(ours).extracting(Image::id).containsExactlyInAnyOrderElementsOf(all);
        assertThat(ours.sortBy("name", Order.ASC)).extracting(Image::id).containsExactlyElementsOf(all);
        assertThat(ours.sortBy("name", Order.DESC).pageSize(1))
                .extracting(Image::id)
                .containsExactly(comma.id(), c.id(), b.id(), a.id());
        assertThat(ours.sortBy("status", Order.DESC).sortBy("name", Order.ASC).pageSize(3))
                .extracting(Image::id)
                .containsExactly(c.id(), comma.id(), a.id(), b.id());
        assertThat(ours.sortBy("size", Order.ASC).toList(4).get(3).id()).isEqualTo(a.id());
        assertThat(ours.count()).isEqualTo(4);
        assertThat(ours.pageSize(3).pages()).hasSize(2);

        assertThat(images.list().name(scratch.name("c:c")).one().id()).isEqualTo(c.id());
        assertThat(images.named(scratch.name("c:c")).id()).isEqualTo(c.id());
        assertThat(images.list().names(scratch.name("aaaa"), scratch.name("d,d")))
                .extracting(Image::id)
                .containsExactlyInAnyOrder(a.id(), comma.id());
        assertThat(ours.status(ImageStatus.ACTIVE, ImageStatus.SAVING)).hasSize(2);
        assertThat(ours.status(ImageStatus.QUEUED)).hasSize(2);
        assertThat(ours.diskFormat(DiskFormat.ISO, DiskFormat.QCOW2))
                .extracting(Image::id)
                .containsExactly(c.id());
        assertThat(ours.containerFormat(ContainerFormat.BARE)).hasSize(2);
        assertThat(ours.minSizeBytes(3)).extracting(Image::id).containsExactly(a.id());
        assertThat(ours.maxSizeBytes(3)).extracting(Image::id).containsExactly(b.id());
        assertThat(ours.checksum(String.valueOf(b.checksum())))
                .extracting(Image::id)
                .containsExactly(b.id());
        assertThat(ours.hashValue(String.valueOf(b.hashValue())))
                .extracting(Image::id)
                .containsExactly(b.id());
        assertThat(ours.projectId(cloud.session().projectId())).hasSize(4);
        assertThat(ours.projectId(NONE)).isEmpty();
        assertThat(ours.visibility(ImageVisibility.SHARED)).hasSize(4);
        assertThat(ours.visibility(ImageVisibility.PRIVATE)).isEmpty();
        assertThat(ours.everyVisibility()).hasSize(4);
        assertThat(images.list().property("scenario", scratch.name("p")))
                .extracting(Image::id)
                .containsExactly(c.id());
        assertThat(images.list().tags(scratch.name("tag"))).hasSize(2);
        assertThat(images.list().tags(scratch.name("tag"), "two"))
                .extracting(Image::id)
                .containsExactly(comma.id());
        // Glance forgets one of them in its link to the next page.
        assertThat(images.list().tags(scratch.name("tag"), "two").pageSize(1))
                .extracting(Image::id)
                .containsExactly(comma.id());
        Instant first = a.createdAt();
        assertThat(ours.createdAt(GTE, first)).hasSize(4);
        assertThat(ours.createdAt(LT, first)).isEmpty();
        assertThat(ours.updatedAt(GTE, first.plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void filtersHaveToMakeSense(Cloud cloud) {
        Images images = cloud.image().images();
        Map<String, String> refusals = Map.ofEntries(
                Map.entry("name=a:b", "Unable to filter by unknown operator 'a'."),
                Map.entry("name=in:a,\"b", "Invalid filter value a,\"b. The quote is not closed."),
                Map.entry("name=in:a\"b\"", "There is no comma before opening quotation mark."),
                Map.entry("name=in:\"a\"b", "There is no comma after closing quotation mark."),
                Map.entry("created_at=gt:x", "Bad \"created_at\" query filter format. Use ISO 8601 DateTime notation."),
                Map.entry("updated_at=xx:2026-01-01T00:00:00Z", "Unable to filter on a unknown operator."),
                Map.entry("size_min=x", "Unable to filter on a range with a non-numeric value."),
                Map.entry("limit=x", "limit param must be an integer"),
                Map.entry("limit=-1", "limit param must be positive"),
                Map.entry("marker=" + NONE, "No image found with ID " + NONE),
                Map.entry("visibility=x", "Invalid visibility value: x"),
                Map.entry("member_status=x", "Invalid status: x"),
                Map.entry(
                        "os_hidden=x", "Invalid value 'x' for 'os_hidden' filter. Valid values are 'true' or 'false'."),
                Map.entry(
                        "protected=True",
                        "Invalid value 'True' for 'protected' filter. Valid values are 'true' or 'false'."),
                Map.entry("changes-since=2026", "The \"changes-since\" filter is no longer available on v2."),
                Map.entry("sort=x", "Invalid sort key: x. It must be one of the following: name, status,"),
                Map.entry("sort=name:up", "Invalid sort direction: up"));
        refusals.forEach((filter, words) -> {
            String[] pair = filter.split("=", 2);
            assertThatExceptionOfType(BadRequest.class)
                    .as(filter)
                    .isThrownBy(() -> images.list().with(pair[0], pair[1]).toList())
                    .withMessageContaining(words);
        });
        assertThat(images.list().with("limit", "0")).isEmpty();
        assertThat(images.list().with("nobody", "has this")).isEmpty();
    }

    @Test
    void hiddenImagesAreFoundByThoseWhoAsk(Cloud cloud, Scratch scratch) {
        Images images = cloud.image().images();
        Image image =
                register(cloud, scratch, ImageSpec.named(scratch.name("old")).hidden(true));
        assertThat(image.hidden()).isTrue();
        assertThat(images.list().name(scratch.name("old"))).isEmpty();
        assertThat(images.list().hidden(true).name(scratch.name("old")).one().id())
                .isEqualTo(image.id());
        assertThat(images.named(scratch.name("old")).id()).isEqualTo(image.id());
        assertThat(images.find(scratch.name("none"))).isEmpty();
        assertThat(images.update(image, images.changes().hidden(false)).hidden())
                .isFalse();
        assertThat(images.list().name(scratch.name("old"))).hasSize(1);
    }

    @Test
    void tagsComeAndGo(Cloud cloud, Scratch scratch) {
        Images images = cloud.image().images();
        Image image =
                register(cloud, scratch, ImageSpec.named(scratch.name("tagged")).tags("a"));
        Tags tags = images.tags(image);
        tags.add("b c");
        tags.add("e");
        tags.add("a");
        assertThat(tags.all()).containsExactly("a", "b c", "e");
        assertThat(tags.has("e")).isTrue();
        assertThat(tags.has("x")).isFalse();
        tags.remove("a");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tags.remove("a"));
        assertThat(tags.all()).containsExactly("b c", "e");
        tags.replace(List.of("x/y", "ü"));
        assertThat(tags.all()).containsExactly("x/y", "ü");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tags.add("with/slash"));
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> tags.add("x".repeat(256)))
                .withMessageContaining("is too long");
        tags.clear();
        assertThat(tags.all()).isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> images.tags(NONE).add("a"))
                .withMessageContaining("Image " + NONE + " not found.");
    }

    @Test
    void aDeactivatedImageIsKeptBack(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Images images = cloud.image().images();
        Image image = small(cloud, scratch, "off");
        images.deactivate(image);
        images.deactivate(image);
        assertThat(images.get(image).status()).isEqualTo(ImageStatus.DEACTIVATED);
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> text(images, image))
                .withMessageContaining("The requested image has been deactivated. Image data download is forbidden.");
        assertThat(text(admin.image().images(), image)).isEqualTo("off");
        images.reactivate(image);
        images.reactivate(image.id());
        assertThat(images.get(image).status()).isEqualTo(ImageStatus.ACTIVE);
        assertThat(text(images, image)).isEqualTo("off");

        Image queued = register(cloud, scratch, ImageSpec.named(scratch.name("queued")));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> images.deactivate(queued))
                .withMessageContaining("Not allowed to deactivate image in status 'queued'");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> images.reactivate(NONE));
    }

    @Test
    void anAdministratorGivesImagesAway(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Images images = cloud.image().images();
        Images all = admin.image().images();
        Image image = register(cloud, scratch, ImageSpec.named(scratch.name("given")));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> images.update(image, images.changes().visibility(ImageVisibility.PUBLIC)))
                .withMessageContaining("You are not authorized to complete publicize_image action.");
        Image published = all.update(image, all.changes().visibility(ImageVisibility.PUBLIC));
        assertThat(published.visibility()).isEqualTo(ImageVisibility.PUBLIC);
        assertThat(all.update(image, all.changes().projectId(admin.session().projectId()))
                        .projectId())
                .isEqualTo(admin.session().projectId());
        assertThat(images.get(image).projectId()).isEqualTo(admin.session().projectId());
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> images.update(image, images.changes().name("x")))
                .withMessageContaining("You do not own this image");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> images.delete(image))
                .withMessageContaining("You do not own this image");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> images.upload(image, Content.of("x")))
                .withMessageContaining("Not allowed to upload image data for image " + image.id());
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> images.tags(image).add("x"))
                .withMessageContaining("Not allowed to update tags for image " + image.id() + ".");
        all.delete(image);
    }
}
