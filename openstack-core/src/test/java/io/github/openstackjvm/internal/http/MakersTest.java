package io.github.openstackjvm.internal.http;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import feign.RequestLine;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Makes;
import io.github.openstackjvm.internal.wire.MakesNamed;
import io.github.openstackjvm.internal.wire.MetadataApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Creates;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each POST either tells a scope of clean-up what it makes, or stands here because it makes nothing of the kind. A new one fails
 * this test until somebody has decided.
 */
class MakersTest {
    private static final List<String> NOTHING = List.of(
            // It changes what is there.
            "blockstorage.Attachments act",
            "blockstorage.Backups act",
            "blockstorage.Backups restoreOnto",
            "blockstorage.GroupSnapshots act",
            "blockstorage.Snapshots act",
            "blockstorage.VolumeActions act",
            "blockstorage.VolumeGroups act",
            "blockstorage.VolumeTypes act",
            "blockstorage.VolumeTypes encrypt",
            "compute.Aggregates act",
            "compute.Aggregates cache",
            "compute.Flavors act",
            "compute.ServerActions act",
            "compute.ServerMigrations act",
            "image.Images addLocation",
            "image.Images deactivate",
            "image.Images importData",
            "image.Images reactivate",
            "image.MetadefTags add",
            "image.MetadefTags addAll",
            "objectstore.Containers post",
            "objectstore.StorageAccount post",
            "objectstore.StoredObjects post",
            // It joins what is there: either of them goes, and the bond with it.
            "blockstorage.VolumeTransfers accept",
            "compute.VolumeAttachments attach",
            // It makes known to the cloud what was there, and is not to be destroyed.
            "blockstorage.Backups importRecord",
            "blockstorage.ManageableSnapshots manage",
            "blockstorage.ManageableVolumes manage",
            // It asks, tells, or takes away.
            "blockstorage.VolumeActions completeMigration",
            "blockstorage.VolumeActions connect",
            "blockstorage.VolumeActions imageMetadata",
            "blockstorage.VolumeGroups ask",
            "blockstorage.Workers cleanUp",
            "compute.ExternalEvents send",
            "compute.RemoteConsoles open",
            "compute.ServerActions output",
            "objectstore.StorageAccount delete",
            // Cinder's part of a snapshot that is Cinder's.
            "compute.AssistedSnapshots create",
            // Tasks end by themselves.
            "image.ImageTasks create",
            "image.ImageTasks order");

    private record Request(Class<?> api, Method method) {
        boolean isPost() {
            RequestLine line = method.getAnnotation(RequestLine.class);
            return line != null && line.value().startsWith("POST");
        }

        /** What the grammar declares for all is used by those only that create something. */
        boolean isInUse() {
            return method.getDeclaringClass().equals(CrudApi.class)
                    ? Creates.class.isAssignableFrom(api.getEnclosingClass())
                    : !method.getDeclaringClass().equals(MetadataApi.class);
        }

        boolean says() {
            return (Creating.makes(api, method) && !method.getReturnType().equals(void.class))
                    || method.isAnnotationPresent(Makes.class);
        }

        @Override
        public String toString() {
            return api.getEnclosingClass().getName().substring("io.github.openstackjvm.".length()) + " "
                    + method.getName();
        }
    }

    private static List<Request> all() throws IOException, URISyntaxException {
        Path root = Path.of(
                Wire.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith("Api.class") && file.contains("$"))
                    .map(file -> loaded(file.substring(0, file.length() - ".class".length())))
                    .filter(api -> api.isAnnotationPresent(Wire.class))
                    .flatMap(api -> Stream.of(api.getMethods()).map(method -> new Request(api, method)))
                    .toList();
        }
    }

    private static Class<?> loaded(String file) {
        try {
            return Class.forName(file.replaceAll("[/\\\\]", "."));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> names(Predicate<Request> which) throws IOException, URISyntaxException {
        return all().stream().filter(which).map(Request::toString).distinct();
    }

    @Test
    void eachPostSaysWhatItMakesOrMakesNothing() throws IOException, URISyntaxException {
        assertThat(names(request -> request.isPost() && request.isInUse() && !request.says()))
                .containsExactlyInAnyOrderElementsOf(NOTHING);
        assertThat(names(request -> Creating.makes(request.api, request.method)))
                .contains("compute.ServerActions create", "network.Networks createAll")
                .hasSizeGreaterThan(50);
    }

    @Test
    void whatMakesSomethingElsewhereIsMarked() throws IOException, URISyntaxException {
        assertThat(names(request -> request.method.isAnnotationPresent(Makes.class)))
                .containsExactlyInAnyOrder(
                        "blockstorage.Backups restore",
                        "blockstorage.VolumeActions upload",
                        "blockstorage.VolumeGroups createFrom",
                        "compute.ServerActions image");
        assertThat(names(request -> request.method.isAnnotationPresent(MakesNamed.class)))
                .containsExactly("objectstore.Containers put");
    }
}
