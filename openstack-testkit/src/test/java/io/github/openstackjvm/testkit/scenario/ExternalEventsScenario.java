package io.github.openstackjvm.testkit.scenario;

import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.compute.AssistedSnapshotSpec;
import io.github.openstackjvm.compute.AssistedSnapshots;
import io.github.openstackjvm.compute.EventName;
import io.github.openstackjvm.compute.Extension;
import io.github.openstackjvm.compute.Extensions;
import io.github.openstackjvm.compute.ExternalEvent;
import io.github.openstackjvm.compute.ExternalEventSpec;
import io.github.openstackjvm.compute.ExternalEvents;
import io.github.openstackjvm.compute.Server;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.UnsupportedMicroversion;
import io.github.openstackjvm.testkit.As;
import org.junit.jupiter.api.Test;

import static io.github.openstackjvm.testkit.scenario.ServersScenario.make;
import static io.github.openstackjvm.testkit.scenario.ServersScenario.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

@Scenario
class ExternalEventsScenario {
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    @Test
    void eachEventIsAnsweredByItself(Cloud cloud, @As("admin") Cloud admin, Scratch scratch) {
        Server server = make(cloud, scratch, small(scratch, "told").noNetwork());
        ExternalEvents events = admin.compute().externalEvents();
        assertThat(events.send(List.of(ExternalEventSpec.of(EventName.NETWORK_CHANGED, server.id()))))
                .extracting(ExternalEvent::name, ExternalEvent::serverId, ExternalEvent::status, ExternalEvent::code)
                .containsExactly(tuple(EventName.NETWORK_CHANGED, server.id(), "completed", 200));
        assertThat(events.send(List.of(
                        ExternalEventSpec.of(EventName.NETWORK_VIF_PLUGGED, server.id())
                                .tag(NOBODY)
                                .status("completed"),
                        ExternalEventSpec.of(EventName.VOLUME_EXTENDED, server.id()),
                        ExternalEventSpec.of(EventName.NETWORK_VIF_DELETED, NOBODY)
                                .tag(NOBODY))))
                .extracting(ExternalEvent::status, ExternalEvent::code, ExternalEvent::tag)
                .containsExactly(
                        tuple("completed", 200, NOBODY), tuple("failed", 400, null), tuple("failed", 404, NOBODY));

        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(
                        () -> events.send(List.of(ExternalEventSpec.of(new EventName("server-exploded"), server.id()))))
                .withMessageContaining("Invalid input for field/attribute name. Value: server-exploded.");
        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(() -> admin.compute()
                        .at("2.75")
                        .externalEvents()
                        .send(List.of(ExternalEventSpec.of(EventName.POWER_UPDATE, server.id()))));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.compute()
                        .externalEvents()
                        .send(List.of(ExternalEventSpec.of(EventName.NETWORK_CHANGED, server.id()))))
                .withMessageContaining(
                        "Policy doesn't allow os_compute_api:os-server-external-events:create to be performed.");
    }

    @Test
    void snapshotsAreAssistedForAttachedVolumesOnly(Cloud cloud, @As("admin") Cloud admin) {
        AssistedSnapshots snapshots = admin.compute().assistedSnapshots();
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> snapshots.create(
                        AssistedSnapshotSpec.of(NOBODY).snapshotId("s1").newFile("file")))
                .withMessageContaining("No volume Block Device Mapping with id " + NOBODY + ".");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> snapshots.delete("s1", "{\"volume_id\": \"" + NOBODY + "\"}"))
                .withMessageContaining("No volume Block Device Mapping with id " + NOBODY + ".");
        assertThatExceptionOfType(BadRequest.class).isThrownBy(() -> snapshots.delete("s1", "no JSON"));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.compute()
                        .assistedSnapshots()
                        .create(AssistedSnapshotSpec.of(NOBODY).snapshotId("s1").newFile("file")))
                .withMessageContaining(
                        "Policy doesn't allow os_compute_api:os-assisted-volume-snapshots:create to be performed.");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.compute().assistedSnapshots().delete("s1", "{}"))
                .withMessageContaining("os_compute_api:os-assisted-volume-snapshots:delete");
    }

    @Test
    void extensionsAreAlwaysTheSame(Cloud cloud) {
        Extensions extensions = cloud.compute().extensions();
        assertThat(extensions.list().toList())
                .hasSize(99)
                .extracting(Extension::id)
                .contains("os-hosts", "NMN");
        Extension hosts = extensions.get("os-hosts");
        assertThat(hosts.name()).isEqualTo("Hosts");
        assertThat(hosts.description()).isEqualTo("Admin-only host administration.");
        assertThat(hosts.updatedAt()).isEqualTo("2014-12-03T00:00:00Z");
        assertThat(extensions.named("Hosts")).isEqualTo(hosts);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> extensions.get("none"))
                .withMessageContaining("The resource could not be found.");
    }
}
