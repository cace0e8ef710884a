package io.github.openstackjvm.testkit;

import java.util.Map;

import io.github.openstackjvm.testkit.blockstorage.FakeBlockStorage;
import io.github.openstackjvm.testkit.blockstorage.ServerVolumes;
import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ServerVolumesTest {

    @Test
    void aServersVolumeComesAndGoes() {
        try (FakeCloud fake = FakeCloud.start()) {
            Wire demo = Wire.as(fake, "demo");
            ServerVolumes volumes = fake.world()
                    .service("RegionOne", "block-storage", FakeBlockStorage.class)
                    .forServers();
            Caller caller = fake.world().callerOf(demo.token()).orElseThrow();

            Row made = volumes.create(caller, Map.of("size", 2, "name", "root"));
            assertThat(made.text("status")).isEqualTo("available");
            String attachment = volumes.reserve(made.id(), "server-1");
            assertThat(made.text("status")).isEqualTo("reserved");
            volumes.attach(attachment, "compute1", "/dev/vda");
            String path = "/block-storage/v3/volumes/" + made.id();
            assertThat(demo.get(path).at("/volume/attachments/0/server_id").asText())
                    .isEqualTo("server-1");
            assertThat(demo.get(path).at("/volume/status").asText()).isEqualTo("in-use");
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> volumes.delete(made.id()))
                    .withMessageContaining("must not be migrating, attached");

            volumes.askBeforeDetaching((server, id) -> server.equals("server-1") && id.equals(attachment));
            demo.post(path + "/action", "{'os-detach':{}}")
                    .refused(
                            409,
                            "ConflictNovaUsingAttachment: Detach volume from instance server-1 using the Compute API");

            volumes.beginDetaching(made.id());
            assertThat(volumes.find(caller, made.id()).orElseThrow().text("status"))
                    .isEqualTo("detaching");
            volumes.detach(attachment);
            assertThat(made.text("status")).isEqualTo("available");
            volumes.delete(made.id());
            assertThat(volumes.find(caller, made.id())).isEmpty();
        }
    }
}
