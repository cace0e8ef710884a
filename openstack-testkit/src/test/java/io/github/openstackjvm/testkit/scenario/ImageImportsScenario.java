package io.github.openstackjvm.testkit.scenario;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import com.sun.net.httpserver.HttpServer;
import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.ResourceFailed;
import io.github.openstackjvm.image.DiskFormat;
import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.image.ImageCacheState;
import io.github.openstackjvm.image.ImageMember;
import io.github.openstackjvm.image.ImageMembers;
import io.github.openstackjvm.image.ImageSpec;
import io.github.openstackjvm.image.ImageStatus;
import io.github.openstackjvm.image.ImageStore;
import io.github.openstackjvm.image.ImageTask;
import io.github.openstackjvm.image.ImageTaskSpec;
import io.github.openstackjvm.image.ImageVisibility;
import io.github.openstackjvm.image.Images;
import io.github.openstackjvm.image.ImportMethod;
import io.github.openstackjvm.image.ImportSpec;
import io.github.openstackjvm.image.MemberStatus;
import io.github.openstackjvm.image.Schema;
import io.github.openstackjvm.image.TaskStatus;
import io.github.openstackjvm.resource.Order;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Progress;
import io.github.openstackjvm.testkit.As;
import io.github.openstackjvm.transfer.Content;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Imports, stores, sharing, and what else Glance knows. */
@Scenario
class ImageImportsScenario {
    private static final String NONE = "00000000-0000-4000-8000-000000000000";

    private static Image register(Cloud cloud, Scratch scratch, ImageSpec spec) {
        Images images = cloud.image().images();
        Image image = images.create(spec);
        scratch.undo(() -> images.delete(image));
        return image;
    }

    private static ImageSpec raw(Scratch scratch, String name) {
        return ImageSpec.named(scratch.name(name)).bare(DiskFormat.RAW);
    }

    private static String text(Images images, Image image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        images.download(image).to(out);
        return out.toString(UTF_8);
    }

    @Test
    void whatIsStagedIsImported(Cloud cloud, Scratch scratch) {
        Images images = cloud.image().images();
        assertThat(images.importMethods())
                .containsExactly(ImportMethod.GLANCE_DIRECT, ImportMethod.WEB_DOWNLOAD, ImportMethod.COPY_IMAGE);
        Image image = register(cloud, scratch, raw(scratch, "staged"));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> images.importData(image, ImportSpec.staged()))
                .withMessageContaining("Image needs to be staged before 'glance-direct' method can be used");

        Image staged = images.stage(image, Content.of("staged"));
        assertThat(staged.status()).isEqualTo(ImageStatus.UPLOADING);
        assertThat(staged.sizeBytes()).isEqualTo(6);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> images.stage(image, Content.of("again")))
                .withMessageContaining("Image status transition from uploading to uploading is not allowed");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> images.importData(image, ImportSpec.staged().stores("nope")))
                .withMessageContaining("Store for identifier nope not found");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> images.importData(
                        image, ImportSpec.staged().stores("files").allStores()))
                .withMessageContaining("All_stores parameter can't be used with");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> images.importData(image, new ImportSpec().method(new ImportMethod("nope"))))
                .withMessageContaining("Unknown import method name 'nope'.");

        List<Progress> seen = new ArrayList<>();
        Pending<Image> pending =
                images.importData(image, ImportSpec.staged().stores("files2")).onProgress(seen::add);
        Image active = pending.join();
        assertThat(active.status()).isEqualTo(ImageStatus.ACTIVE);
        assertThat(active.stores()).containsExactly("files2");
        assertThat(active.importTaskId()).isNull();
        assertThat(active.failedImportStores()).isEmpty();
        assertThat(seen.get(seen.size() - 1).state()).isEqualTo("active");
        assertThat(text(images, active)).isEqualTo("staged");

        ImageTask task = images.tasks(image).get(0);
        assertThat(task.type()).isEqualTo("api_image_import");
        assertThat(task.status()).isEqualTo(TaskStatus.SUCCESS);
        assertThat(task.imageId()).isEqualTo(image.id());
        assertThat(task.result()).containsEntry("image_id", image.id());
        assertThat(task.expiresAt()).isAfter(task.createdAt());
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> images.importData(image, ImportSpec.staged()))
                .withMessageContaining("Image with status active cannot be target for import");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> images.tasks(NONE));
        assertThat(images.whenActive(image).join()).isEqualTo(active);
    }

    @Test
    void theCloudFetchesDataItself(Cloud cloud, Scratch scratch) throws IOException {
        Images images = cloud.image().images();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/disk.raw", exchange -> {
            byte[] body = "from the web".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, exchange.getRequestMethod().equals("HEAD") ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        scratch.undo(() -> server.stop(0));
        URI there = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/disk.raw");

        Pending<Image> pending = images.createFrom(raw(scratch, "web"), there);
        scratch.undo(() -> images.delete(pending.id()));
        Image active = pending.join();
        assertThat(active.sizeBytes()).isEqualTo(12);
        assertThat(text(images, active)).isEqualTo("from the web");

        Pending<Image> failing = images.createFrom(raw(scratch, "gone"), there.resolve("/none"));
        scratch.undo(() -> images.delete(failing.id()));
        assertThatExceptionOfType(ResourceFailed.class)
                .isThrownBy(failing::join)
                .withMessageContaining("the import failed for the stores files: Task failed due to Internal Error");
        Image queued = images.get(failing.id());
        assertThat(queued.status()).isEqualTo(ImageStatus.QUEUED);
        assertThat(queued.failedImportStores()).containsExactly("files");
        assertThat(images.tasks(queued).get(0).status()).isEqualTo(TaskStatus.FAILURE);

        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> images.createFrom(raw(scratch, "ftp"), URI.create("ftp://127.0.0.1/x")))
                .withMessageContaining("URI for web-download does not pass filtering: ftp://127.0.0.1/x");
        assertThat(images.list().name(scratch.name("ftp"))).isEmpty();
    }

    @Test
    void dataAreInStores(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Images images = cloud.image().images();
        Images all = admin.image().images();
        List<ImageStore> stores = cloud.image().stores().list().toList();
        assertThat(stores).extracting(ImageStore::id).containsExactly("files", "files2");
        assertThat(stores).extracting(ImageStore::isDefault).containsExactly(true, false);
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.image().stores().listDetails().toList())
                .withMessageContaining("You are not authorized to complete stores_info_detail action.");
        ImageStore detailed = admin.image().stores().listDetails().toList().get(1);
        assertThat(detailed.type()).isEqualTo("file");
        assertThat(detailed.properties()).containsEntry("chunk_size", 65536);

        Image image = register(cloud, scratch, raw(scratch, "stored"));
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> images.upload(image, Content.of("x"), "nope"))
                .withMessageContaining("Store for identifier nope not found");
        assertThat(images.upload(image, Content.of("x"), "files2").stores()).containsExactly("files2");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> images.importData(image, ImportSpec.copyTo("files")))
                .withMessageContaining("You are not authorized to complete copy_image action.");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> all.importData(image, ImportSpec.copyTo("files2")))
                .withMessageContaining("Image is already present at store 'files2'");
        assertThat(all.importData(image, ImportSpec.copyTo("files")).join().stores())
                .containsExactlyInAnyOrder("files", "files2");
        assertThat(all.importData(image, ImportSpec.copyToAllStores()).join().stores())
                .hasSize(2);

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> images.deleteFromStore(image, "nope"))
                .withMessageContaining("The selected store nope is not available on this node.");
        images.deleteFromStore(image, "files2");
        assertThat(images.get(image).stores()).containsExactly("files");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> images.deleteFromStore(image, "files"))
                .withMessageContaining("Cannot delete image data from the only store containing it.");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> images.deleteFromStore(NONE, "files"))
                .withMessageContaining("Failed to find image " + NONE);
        assertThat(text(images, images.get(image))).isEqualTo("x");
    }

    @Test
    void anImageIsSharedWithProjects(
            Cloud cloud, @As("admin") Cloud admin, @As("alt_demo") Cloud alt, Scratch scratch) {
        Images images = cloud.image().images();
        Images theirs = alt.image().images();
        Image image = register(cloud, scratch, raw(scratch, "shared"));
        images.upload(image, Content.of("ours"));
        String project = alt.session().projectId();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> theirs.get(image));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> theirs.members(image).list().toList())
                .withMessageContaining("Image " + image.id() + " not found.");

        ImageMembers members = images.members(image);
        assertThat(members.list()).isEmpty();
        ImageMember member = members.add(project);
        assertThat(member.projectId()).isEqualTo(project);
        assertThat(member.imageId()).isEqualTo(image.id());
        assertThat(member.status()).isEqualTo(MemberStatus.PENDING);
        assertThat(members.get(project)).isEqualTo(member);
        assertThat(members.list().toList()).containsExactly(member);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> members.add(project))
                .withMessageContaining("Member " + project + " is duplicated for image " + image.id());
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> members.accept(project))
                .withMessageContaining("Not allowed to update members for image " + image.id() + ".");

        // Pending: of use by its id, and not in the list.
        assertThat(theirs.get(image).id()).isEqualTo(image.id());
        assertThat(theirs.list().ids(image.id())).isEmpty();
        assertThat(theirs.list().memberStatus(MemberStatus.PENDING).ids(image.id()))
                .hasSize(1);
        assertThat(theirs.list().everyMemberStatus().ids(image.id())).hasSize(1);
        assertThat(theirs.members(image).accept(project).status()).isEqualTo(MemberStatus.ACCEPTED);
        assertThat(theirs.list().ids(image.id())).hasSize(1);
        assertThat(text(theirs, theirs.get(image))).isEqualTo("ours");
        assertThat(theirs.members(image).reject(project).status()).isEqualTo(MemberStatus.REJECTED);
        assertThat(theirs.list().ids(image.id())).isEmpty();
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> theirs.members(image).setStatus(project, new MemberStatus("x")))
                .withMessageContaining("Status must be \"pending\", \"accepted\" or \"rejected\".");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> theirs.members(image).add("another"))
                .withMessageContaining("Not allowed to create members for image " + image.id() + ".");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> theirs.members(image).delete(project))
                .withMessageContaining("Not allowed to delete members for image " + image.id() + ".");
        assertThat(admin.image().images().members(image).accept(project).status())
                .isEqualTo(MemberStatus.ACCEPTED);

        members.delete(project);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> members.delete(project))
                .withMessageContaining(project + " not found in the member list of the image " + image.id() + ".");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> theirs.get(image));

        images.update(image, images.changes().visibility(ImageVisibility.COMMUNITY));
        assertThat(theirs.get(image).visibility()).isEqualTo(ImageVisibility.COMMUNITY);
        assertThat(theirs.list().ids(image.id())).isEmpty();
        assertThat(theirs.list().visibility(ImageVisibility.COMMUNITY).ids(image.id()))
                .hasSize(1);
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> members.list().toList())
                .withMessageContaining("Only shared images have members.");
        images.update(image, images.changes().visibility(ImageVisibility.PRIVATE));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> theirs.get(image));
    }

    @Test
    void tasksAreForAdministrators(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Images images = cloud.image().images();
        Image image = register(cloud, scratch, raw(scratch, "task"));
        images.stage(image, Content.of("x"));
        images.importData(image, ImportSpec.staged()).join();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.image().tasks().list().toList())
                .withMessageContaining("You are not authorized to complete tasks_api_access action.");
        ImageTask task = images.tasks(image).get(0);
        ImageTask read = admin.image().tasks().get(task);
        assertThat(read.status()).isEqualTo(TaskStatus.SUCCESS);
        assertThat(read.projectId()).isEqualTo(cloud.session().projectId());
        assertThat(read.input()).containsEntry("image_id", image.id());
        assertThat(admin.image()
                        .tasks()
                        .list()
                        .status(TaskStatus.SUCCESS)
                        .sortBy("created_at", Order.DESC)
                        .pageSize(2))
                .extracting(ImageTask::id)
                .contains(task.id());
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> admin.image().tasks().get(NONE))
                .withMessageContaining("Could not find task " + NONE);
    }

    @Test
    void anAdministratorBeginsTasksOfOld(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        ImageSpec image = raw(scratch, "by-task");
        ImageTaskSpec spec =
                ImageTaskSpec.importing(URI.create("http://127.0.0.1:1/nobody-is-there"), DiskFormat.RAW, image);
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.image().tasks().create(spec))
                .withMessageContaining("You are not authorized to complete tasks_api_access action.");
        Pending<ImageTask> begun = admin.image().tasks().create(spec);
        assertThatExceptionOfType(ResourceFailed.class)
                .isThrownBy(begun::join)
                .withMessageContaining("Task failed due to Internal Error");
        ImageTask task = admin.image().tasks().get(begun.accepted().id());
        assertThat(task.status()).isEqualTo(TaskStatus.FAILURE);
        assertThat(task.input()).containsKeys("import_from", "import_from_format", "image_properties");
        assertThat(admin.image().images().list().name(scratch.name("by-task"))).isEmpty();
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> admin.image()
                        .tasks()
                        .create(new ImageTaskSpec().type("none").input("a", "b")));
    }

    @Test
    void theServiceDescribesItself(Cloud cloud) {
        Schema image = cloud.image().schemas().get("image");
        assertThat(image.name()).isEqualTo("image");
        assertThat(image.properties()).containsKeys("id", "disk_format", "os_hash_value", "locations");
        assertThat(image.links()).isNotEmpty();
        for (String name : List.of("images", "member", "members", "task", "tasks")) {
            assertThat(cloud.image().schemas().get(name).name()).isEqualTo(name);
        }
        assertThat(cloud.image().usages().get()).isEmpty();
    }

    @Test
    void theCacheIsForAdministrators(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.image().cache().state())
                .withMessageContaining("You are not authorized to complete cache_list action.");
        Image image = register(cloud, scratch, raw(scratch, "cached"));
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> admin.image().cache().queue(image))
                .withMessageContaining("Only images with status active can be targeted for queueing");
        cloud.image().images().upload(image, Content.of("cached"));
        admin.image().cache().queue(image);
        ImageCacheState state = admin.image().cache().state();
        boolean there = state.queued().contains(image.id())
                || state.cached().stream().anyMatch(one -> one.imageId().equals(image.id()));
        assertThat(there).isTrue();
        admin.image().cache().delete(image);
        assertThat(admin.image().cache().state().queued()).doesNotContain(image.id());
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> admin.image().cache().queue(NONE))
                .withMessageContaining("Image " + NONE + " not found.");
        admin.image().cache().clearQueued();
        admin.image().cache().clearCached();
    }
}
