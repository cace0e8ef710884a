package io.github.openstackjvm.testkit.scenario;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.image.ContainerFormat;
import io.github.openstackjvm.image.DiskFormat;
import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.image.ImageSpec;
import io.github.openstackjvm.image.ImageStatus;
import io.github.openstackjvm.image.ImageVisibility;
import io.github.openstackjvm.image.Images;
import io.github.openstackjvm.resource.Tags;
import io.github.openstackjvm.testkit.As;
import io.github.openstackjvm.transfer.Content;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Images, what is said of them, and their tags. */
@Scenario
class ImagesScenario {
    private static final String NONE = "00000000-0000-4000-8000-000000000000";

    static Image register(Cloud cloud, Scratch scratch, ImageSpec spec) {
        Images images = cloud.image().images();
        Image image = images.create(spec);
        scratch.undo(() -> images.delete(image));
        return image;
    }

    static Image small(Cloud cloud, Scratch scratch, String name) {
        Image image =
                register(cloud, scratch, ImageSpec.named(scratch.name(name)).bare(DiskFormat.RAW));
        return cloud.image().images().upload(image, Content.of(name));
    }

    static String text(Images images, Image image) {
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
