package io.github.openstackjvm.testkit;

import java.util.Map;
import java.util.Set;

import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.image.FakeImage;
import io.github.openstackjvm.testkit.image.StoredImage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What Nova and Cinder do with images, without a request. */
class ImagesOfServicesTest {
    private final FakeCloud fake = FakeCloud.start();
    private final FakeImage glance = fake.world().service("RegionOne", "image", FakeImage.class);
    private final Caller mine = caller("mine");
    private final Caller other = caller("other");

    private static Caller caller(String project) {
        return new Caller("user", "user", project, "project", "", false, Set.of("member"), Row.of("id", "token"));
    }

    @Test
    void findWhatTheCallerMayUse() {
        StoredImage cirros = glance.find(
                        mine,
                        Wire.as(fake, "demo")
                                .get("/image/v2/images?name=cirros")
                                .at("/images/0/id")
                                .asText())
                .orElseThrow();
        assertThat(cirros.active()).isTrue();
        assertThat(cirros.size()).isEqualTo(196616);
        assertThat(cirros.properties()).containsEntry("owner_specified.openstack.object", "images/cirros");

        StoredImage own = glance.create(mine, Map.of("name", "own"));
        assertThat(glance.find(mine, own.id())).contains(own);
        assertThat(glance.find(other, own.id())).isEmpty();
        assertThat(glance.find(mine, "none")).isEmpty();
    }

    @Test
    void makeOneAndFillIt() {
        StoredImage snapshot = glance.create(
                mine,
                Json.map(
                        "name", "snap",
                        "disk_format", "qcow2",
                        "container_format", "bare",
                        "min_disk", 3,
                        "min_ram", 64,
                        "visibility", "private",
                        "image_type", "snapshot"));
        assertThat(snapshot.status()).isEqualTo("queued");
        assertThat(glance.update(snapshot.id(), Json.map("status", "saving")).status())
                .isEqualTo("saving");
        assertThat(glance.read(snapshot.id()).length()).isZero();

        StoredImage written = glance.write(snapshot.id(), FakeBody.of("disk"));

        assertThat(written.active()).isTrue();
        assertThat(written.size()).isEqualTo(4);
        assertThat(written.minDiskGiB()).isEqualTo(3);
        assertThat(written.minRamMiB()).isEqualTo(64);
        assertThat(written.properties()).containsExactly(Map.entry("image_type", "snapshot"));
        assertThat(glance.read(snapshot.id()).text()).isEqualTo("disk");
    }

    @Test
    void changeAndDeleteOne() {
        StoredImage own = glance.create(mine, Json.map("name", "own", "a", "1", "b", "2"));

        StoredImage changed = glance.update(own.id(), Json.map("name", "new", "a", null, "c", "3"));
        assertThat(changed.name()).isEqualTo("new");
        assertThat(changed.properties()).containsOnlyKeys("b", "c");

        glance.delete(own.id());
        assertThat(glance.find(mine, own.id())).isEmpty();
    }
}
