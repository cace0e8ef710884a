package io.github.openstackjvm.testkit.scenario;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.objectstore.ContainerSpec;
import io.github.openstackjvm.objectstore.Containers;
import io.github.openstackjvm.objectstore.ObjectSpec;
import io.github.openstackjvm.objectstore.StoredObject;
import io.github.openstackjvm.objectstore.StoredObjects;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.transfer.Content;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Older versions of objects, in each of the three ways to keep them. */
@Scenario
class ObjectVersionsScenario {

    private static String text(StoredObjects objects, String name) {
        return objects.download(name).read(in -> new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }

    private static StoredObjects version(StoredObjects objects, StoredObject version) {
        return objects.ofVersion(String.valueOf(version.versionId()));
    }

    @Test
    void everyVersionIsKept(Cloud cloud, Scratch scratch) {
        StoredObjects objects = new Shelf(cloud, scratch)
                .container(ContainerSpec.named(scratch.name("versions")).versions(true));
        Containers containers = cloud.objectstore().containers();
        assertThat(containers.get(objects.container()).versionsEnabled()).isTrue();
        StoredObject first = objects.put("dir/ö", Content.of("one"), new ObjectSpec().metadata("n", "1"));
        assertThat(first.versionId()).isNotNull();
        objects.put("dir/ö", Content.of("two two"));
        StoredObject third = objects.put("dir/ö", Content.of("three"), new ObjectSpec().contentType("text/x"));
        objects.put("other", Content.of("x"));
        assertThat(objects.list().stream().map(StoredObject::name)).containsExactly("dir/ö", "other");
        assertThat(objects.list().prefix("dir").one().linkTarget()).isNull();
        assertThat(objects.list().prefix("dir").one().bytes()).isEqualTo(5);
        assertThat(objects.list().prefix("dir").one().etag()).isEqualTo(third.etag());

        List<StoredObject> versions = objects.list().prefix("dir").versions().toList();
        assertThat(versions).extracting(StoredObject::bytes).containsExactly(5L, 7L, 3L);
        assertThat(versions).extracting(StoredObject::latest).containsExactly(true, false, false);
        assertThat(versions.get(0).versionId()).isEqualTo(third.versionId());
        assertThat(versions.get(2).versionId()).isEqualTo(first.versionId());
        assertThat(versions.get(2).etag()).isEqualTo(first.etag());
        assertThat(objects.list().versions().pageSize(1).stream().map(StoredObject::versionId))
                .containsExactlyElementsOf(objects.list().versions().stream()
                        .map(StoredObject::versionId)
                        .toList())
                .hasSize(4);
        assertThat(objects.get("dir/ö").versionId()).isEqualTo(third.versionId());

        StoredObjects older = version(objects, versions.get(2));
        assertThat(older.get("dir/ö").metadata()).containsEntry("n", "1");
        assertThat(text(older, "dir/ö")).isEqualTo("one");
        assertThat(text(objects, "dir/ö")).isEqualTo("three");
        older.copy(Ref.id("dir/ö"), objects, "dir/ö");
        assertThat(text(objects, "dir/ö")).isEqualTo("one");
        assertThat(objects.list().prefix("dir").versions().toList()).hasSize(4);

        objects.delete("dir/ö");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> objects.get("dir/ö"));
        assertThat(objects.list().stream().map(StoredObject::name)).containsExactly("other");
        List<StoredObject> afterwards = objects.list().prefix("dir").versions().toList();
        assertThat(afterwards).hasSize(5);
        assertThat(afterwards)
                .extracting(StoredObject::isDeleteMarker)
                .containsExactly(true, false, false, false, false);
        assertThat(afterwards.get(0).latest()).isTrue();
        version(objects, afterwards.get(0)).delete("dir/ö");
        assertThat(objects.list().prefix("dir").versions().toList()).hasSize(4);
        assertThat(objects.find("dir/ö")).isEmpty();
        version(objects, afterwards.get(2)).delete("dir/ö");
        assertThat(objects.list().prefix("dir").versions().toList()).hasSize(3);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> version(objects, afterwards.get(2)).get("dir/ö"));
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> objects.ofVersion("nonsense").get("dir/ö"));

        objects.delete("other");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> containers.delete(objects.container()))
                .withMessageContaining("Delete all versions before deleting container.");
        containers.update(objects.container(), containers.changes().versions(false));
        assertThat(containers.get(objects.container()).versionsEnabled()).isFalse();
        objects.put("unversioned", Content.of("1"));
        objects.put("unversioned", Content.of("2"));
        assertThat(objects.list().prefix("unversioned").versions().toList()).hasSize(1);
    }

    @Test
    void anOlderVersionBecomesTheCurrentOneAgain(Cloud cloud, Scratch scratch) {
        StoredObjects objects = new Shelf(cloud, scratch)
                .container(ContainerSpec.named(scratch.name("restored")).versions(true));
        String first = String.valueOf(objects.put("o", Content.of("one"), new ObjectSpec().metadata("n", "1"))
                .versionId());
        objects.put("o", Content.of("two"));
        objects.restore(Ref.id("o"), first);
        assertThat(text(objects, "o")).isEqualTo("one");
        assertThat(objects.get("o").metadata()).containsEntry("n", "1");
        List<StoredObject> versions = objects.list().versions().toList();
        assertThat(versions).extracting(StoredObject::latest).containsExactly(false, true);
        assertThat(versions.get(1).versionId()).isEqualTo(first);
        objects.delete("o");
        objects.restore(Ref.id("o"), first);
        assertThat(text(objects, "o")).isEqualTo("one");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> objects.restore(Ref.id("o"), first.replace('1', '2')))
                .withMessageContaining("The specified version does not exist");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> objects.ofVersion(first).put("o", Content.of("x")))
                .withMessageContaining("PUT version-id requests require a zero byte body");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> objects.ofVersion(first).replace(Ref.id("o"), objects.changes()))
                .withMessageContaining("400");
    }

    @Test
    void overwrittenOnesGoToAnotherContainer(Cloud cloud, Scratch scratch) {
        Shelf shelf = new Shelf(cloud, scratch);
        StoredObjects archive = shelf.container("archive");
        StoredObjects objects =
                shelf.container(ContainerSpec.named(scratch.name("stack")).versionsLocation(archive.container()));
        Containers containers = cloud.objectstore().containers();
        assertThat(containers.get(objects.container()).versionsLocation()).isEqualTo(archive.container());
        objects.put("o", Content.of("one"));
        assertThat(archive.list().toList()).isEmpty();
        objects.put("o", Content.of("two"));
        assertThat(archive.list().one().name()).startsWith("001o/");
        assertThat(text(archive, archive.list().one().name())).isEqualTo("one");
        objects.delete("o");
        assertThat(text(objects, "o")).isEqualTo("one");
        assertThat(archive.list().toList()).isEmpty();
        objects.delete("o");
        assertThat(objects.find("o")).isEmpty();
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> containers.update(
                        objects.container(), containers.changes().versions(true)))
                .withMessageContaining("Cannot enable object versioning on a container that is already using the legacy"
                        + " versioned writes feature");
        containers.update(objects.container(), containers.changes().removeVersionsLocation());
        assertThat(containers.get(objects.container()).versionsLocation()).isNull();
    }

    @Test
    void deletedOnesGoToAnotherContainerWithMarks(Cloud cloud, Scratch scratch) {
        Shelf shelf = new Shelf(cloud, scratch);
        StoredObjects archive = shelf.container("archive");
        StoredObjects objects =
                shelf.container(ContainerSpec.named(scratch.name("history")).historyLocation(archive.container()));
        assertThat(cloud.objectstore().containers().get(objects.container()).historyLocation())
                .isEqualTo(archive.container());
        objects.put("o", Content.of("one"));
        objects.put("o", Content.of("two"));
        objects.delete("o");
        assertThat(objects.find("o")).isEmpty();
        List<StoredObject> kept = archive.list().prefix("001o/").toList();
        assertThat(kept).hasSize(3);
        assertThat(kept).extracting(StoredObject::isDeleteMarker).containsExactly(false, false, true);
        assertThat(text(archive, kept.get(1).name())).isEqualTo("two");
        archive.copy(kept.get(0), objects, "o");
        assertThat(text(objects, "o")).isEqualTo("one");
    }
}
