package io.github.openstackjvm.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.compute.Flavor;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.compute.ServerStatus;
import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.network.Network;
import io.github.openstackjvm.network.Port;
import io.github.openstackjvm.network.Router;
import io.github.openstackjvm.objectstore.StoredObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ModelsTest {

    @Test
    void isWhatWasSaidAndOtherwiseEmpty() {
        Server web = Models.of(Server.class)
                .with(Server::name, "web")
                .with(Server::status, ServerStatus.SHUTOFF)
                .with(Server::metadata, Map.of("role", "front"))
                .with(Server::createdAt, Instant.EPOCH)
                .make();
        assertThat(web.name()).isEqualTo("web");
        assertThat(web.status()).isEqualTo(ServerStatus.SHUTOFF);
        assertThat(web.metadata()).containsExactly(Map.entry("role", "front"));
        assertThat(web.createdAt()).isEqualTo(Instant.EPOCH);
        assertThat(web.id()).matches("[0-9a-f-]{36}");
        assertThat(web.tags()).isEmpty();
        assertThat(web.host()).isNull();
        assertThat(web.extras()).isEmpty();
        assertThat(web).isEqualTo(Models.like(web).make());
        assertThat(web.id())
                .isEqualTo(
                        Models.of(Server.class).with(Server::name, "web").make().id());
    }

    @Test
    void differsFromAnotherInWhatIsSaid() {
        Flavor small = Models.of(Flavor.class)
                .with(Flavor::name, "small")
                .with(Flavor::vcpus, 1)
                .make();
        Flavor large = Models.like(small).with(Flavor::vcpus, 8).make();
        assertThat(large.vcpus()).isEqualTo(8);
        assertThat(large.name()).isEqualTo("small");
        assertThat(large.id()).isEqualTo(small.id());
    }

    @Test
    void isReadFromWhatTheCloudSays() {
        Server web = Models.of(
                Server.class,
                "{'id': '1', 'name': 'web', 'status': 'ACTIVE', 'OS-EXT-STS:task_state': 'rebooting', 'vendor:x': 7}");
        assertThat(web.status()).isEqualTo(ServerStatus.ACTIVE);
        assertThat(web.taskState()).isEqualTo("rebooting");
        assertThat(web.extras()).isEqualTo(Map.of("vendor:x", 7));
        assertThat(web.metadata()).isEmpty();
        Volume volume = Models.of(Volume.class, "{\"id\": \"2\", \"size\": 3, \"name\": \"it's\"}");
        assertThat(volume.sizeGiB()).isEqualTo(3);
        assertThat(volume.name()).isEqualTo("it's");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Server.class,
                Flavor.class,
                Network.class,
                Port.class,
                Router.class,
                Volume.class,
                Image.class,
                StoredObject.class
            })
    void everyModelCanBeMade(Class<? extends Record> type) {
        Record made = Models.of(type).make();
        assertThat(made.toString()).startsWith(type.getSimpleName());
        assertThat(made).isEqualTo(Models.of(type).make());
    }

    @Test
    void whatCannotBeIsSaid() {
        assertThatThrownBy(() -> Models.of(Server.class).with("nmae", "web"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Server has no nmae, but [id, name, status");
        assertThatThrownBy(() -> Models.of(Server.class).with("name", 5).make())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No Server can be made of {name=5}");
        assertThatThrownBy(() -> Models.of(Server.class).with(server -> List.of(server.id()), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("such as Server::id");
    }
}
