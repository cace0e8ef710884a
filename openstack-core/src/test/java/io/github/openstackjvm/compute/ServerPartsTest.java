package io.github.openstackjvm.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.openstackjvm.blockstorage.Volume;
import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.error.ResourceFailed;
import io.github.openstackjvm.error.UnsupportedMicroversion;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.stub.HandClock;
import io.github.openstackjvm.stub.TestCloud;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ServerPartsTest {
    private static final String SERVER = "9168b536-cd40-4630-b43f-b259807c6e87";
    private static final String VOLUME = "a26887c6-c47b-4654-abb5-dfadf7d3f803";
    private static final String OTHER = "f7b6f9b0-9f1c-4a43-bd5f-0c5a1d0a0c11";
    private static final String ATTACHMENTS = "/servers/" + SERVER + "/os-volume_attachments";
    private static final String ACTION = "/servers/" + SERVER + "/os-instance-actions/req-1";

    @RegisterExtension
    static final TestCloud NOVA = TestCloud.compute("2.104");

    private Servers servers;

    @BeforeEach
    void connect() {
        servers = NOVA.cloud(config -> config.ticker(new HandClock())).compute().servers();
    }

    private static ResponseDefinitionBuilder answer(int status, String json) {
        return WireMock.aResponse()
                .withStatus(status)
                .withHeader("X-OpenStack-Request-Id", "req-1")
                .withBody(json);
    }

    private static String action(String name, String... events) {
        List<String> all = new ArrayList<>();
        for (String event : events) {
            String[] parts = event.split(" ", 2);
            all.add("""
                    {"event": "%s", "start_time": "2026-11-25T22:00:00.000000", "finish_time": null, "result": %s,
                     "hostId": "5f3c"}""".formatted(parts[0], parts.length == 1 ? "null" : "\"" + parts[1] + "\""));
        }
        return """
                {"instanceAction": {"action": "%s", "instance_uuid": "%s", "request_id": "req-1", "message": null,
                 "start_time": "2026-11-25T22:00:00.000000", "events": [%s]}}""".formatted(name, SERVER, String.join(",", all));
    }

    private static String attachment(String volume) {
        return """
                {"volumeAttachment": {"volumeId": "%s", "serverId": "%s", "device": "/dev/vdb", "tag": "data",
                 "delete_on_termination": true, "attachment_id": "at1", "bdm_uuid": "bd1"}}""".formatted(volume, SERVER);
    }

    /** From 2.101 on the answer is empty, and the attachment comes to be afterwards. */
    @Test
    void anAttachmentIsAwaitedByItsAction() {
        NOVA.on("POST " + ATTACHMENTS, answer(202, ""));
        NOVA.inTurn(
                "GET " + ACTION,
                action("attach_volume"),
                action("attach_volume", "conductor_attach_volume Success", "compute_attach_volume"),
                action("attach_volume", "compute_attach_volume Success"));
        NOVA.on("GET " + ATTACHMENTS + "/" + VOLUME, 200, attachment(VOLUME));
        List<String> seen = new ArrayList<>();

        Pending<VolumeAttachment> order = servers.attachments(SERVER)
                .create(VolumeAttachmentSpec.of(VOLUME).tag("data").deleteOnTermination(true));
        assertThat(order.id()).isEqualTo(VOLUME);
        VolumeAttachment attachment = order.onProgress(step -> seen.add(step.what() + ": " + step.state()))
                .join();

        assertThat(seen)
                .containsExactly(
                        "volume attachment " + VOLUME + ": attach_volume",
                        "volume attachment " + VOLUME + ": attach_volume",
                        "volume attachment " + VOLUME + ": attach_volume done");
        assertThat(attachment.id()).isEqualTo(VOLUME);
        assertThat(attachment.serverId()).isEqualTo(SERVER);
        assertThat(attachment.device()).isEqualTo("/dev/vdb");
        assertThat(attachment.deleteOnTermination()).isTrue();
        assertThat(attachment.attachmentId()).isEqualTo("at1");
        assertThat(attachment.blockDeviceId()).isEqualTo("bd1");
        assertThat(attachment.extras()).isEmpty();
        assertThat(NOVA.sent().get(0).microversion()).isEqualTo("compute 2.101");
        assertThat(NOVA.sent().get(0).body())
                .isEqualTo("{\"volumeAttachment\":{\"volumeId\":\"" + VOLUME
                        + "\",\"tag\":\"data\",\"delete_on_termination\":true}}");
    }

    @Test
    void anAttachmentThatFailsSaysSo() {
        NOVA.on("POST " + ATTACHMENTS, answer(200, "{\"volumeAttachment\": {}}"));
        NOVA.on("GET " + ACTION, 200, action("attach_volume", "compute_attach_volume Error"));

        Pending<VolumeAttachment> order = servers.attachments(SERVER).create(VolumeAttachmentSpec.of(VOLUME));
        assertThatExceptionOfType(ResourceFailed.class)
                .isThrownBy(order::join)
                .withMessage("volume attachment " + VOLUME
                        + " went to Error: attach_volume failed in compute_attach_volume");
    }

    /** Before 2.51 only administrators see how far an action is; to wait for ever would be worse than to refuse. */
    @Test
    void waitingNeedsAMicroversionThatShowsEvents() {
        Servers pinned = NOVA.cloud(config -> config.ticker(new HandClock()))
                .compute()
                .at("2.50")
                .servers();
        NOVA.on("DELETE " + ATTACHMENTS + "/" + VOLUME, answer(202, ""));

        Pending<Deleted> order = pinned.attachments(SERVER).delete(VOLUME);
        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(order::join)
                .withMessageContaining("waiting for what is done to a server")
                .withMessageContaining("2.51");
    }

    @Test
    void aSwapLeadsToTheOtherVolume() {
        NOVA.on("PUT " + ATTACHMENTS + "/" + VOLUME, answer(202, ""));
        NOVA.on("GET " + ACTION, 200, action("swap_volume", "compute_swap_volume Success"));
        NOVA.on("GET " + ATTACHMENTS + "/" + OTHER, 200, attachment(OTHER));

        Pending<VolumeAttachment> order = servers.attachments(SERVER).swap(Ref.id(VOLUME), Ref.<Volume>id(OTHER));

        assertThat(order.join().volumeId()).isEqualTo(OTHER);
        assertThat(NOVA.sent().get(0).body()).isEqualTo("{\"volumeAttachment\":{\"volumeId\":\"" + OTHER + "\"}}");
    }

    @Test
    void whetherAVolumeGoesWithItsServerIsChangedSince285() {
        NOVA.on("PUT " + ATTACHMENTS + "/" + VOLUME, 202);
        servers.attachments(SERVER).deleteOnTermination(Ref.id(VOLUME), false);
        assertThat(NOVA.only().body()).contains("\"volumeId\":\"" + VOLUME + "\"", "\"delete_on_termination\":false");

        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(() -> NOVA.cloud()
                        .compute()
                        .at("2.84")
                        .servers()
                        .attachments(SERVER)
                        .deleteOnTermination(Ref.id(VOLUME), false));
    }

    @Test
    void unpluggingIsDoneWhenItsActionIs() {
        NOVA.on("DELETE /servers/" + SERVER + "/os-interface/" + OTHER, answer(202, ""));
        NOVA.on("GET " + ACTION, 200, action("detach_interface", "compute_detach_interface Success"));

        assertThat(servers.interfaces(SERVER).delete(OTHER).join()).isEqualTo(new Deleted(OTHER, false));
    }

    @Test
    void aPortIsAskedForByNetworkAndAddress() {
        NOVA.on("POST /servers/" + SERVER + "/os-interface", 200, """
                {"interfaceAttachment": {"port_id": "p1", "net_id": "%s", "mac_addr": "fa:16:3e:00:00:01", "tag": null,
                 "port_state": "ACTIVE", "fixed_ips": [{"subnet_id": "s1", "ip_address": "10.0.0.7"}]}}""".formatted(OTHER));

        ServerInterface plugged =
                servers.interfaces(SERVER).create(ServerInterfaceSpec.on(OTHER).fixedIp("10.0.0.7"));

        assertThat(plugged.id()).isEqualTo("p1");
        assertThat(plugged.fixedIps()).containsExactly(new ServerInterface.FixedIp("s1", "10.0.0.7"));
        assertThat(NOVA.only().body())
                .isEqualTo("{\"interfaceAttachment\":{\"net_id\":\"" + OTHER
                        + "\",\"fixed_ips\":[{\"ip_address\":\"10.0.0.7\"}]}}");
    }

    private static String migrations(String status) {
        return """
                {"migrations": [{"id": 8, "instance_uuid": "%s", "status": "running", "migration_type": "live-migration"},
                 {"id": 7, "uuid": "u7", "instance_uuid": "%s", "status": "%s", "migration_type": "live-migration",
                  "source_compute": "compute1", "dest_compute": "compute2", "old_instance_type_id": 3}]}""".formatted(SERVER, SERVER, status);
    }

    /** A live migration that is over is not found below its server any more. */
    @Test
    void aLiveMigrationIsAwaitedInTheListOfAll() {
        NOVA.on("POST /servers/" + SERVER + "/migrations/7/action", 202);
        NOVA.inTurn("GET /os-migrations?instance_uuid=" + SERVER, migrations("running"), migrations("completed"));
        List<String> seen = new ArrayList<>();

        Migration ended = servers.migrations(SERVER)
                .forceComplete("7")
                .onProgress(step -> seen.add(step.state()))
                .join();

        assertThat(seen).containsExactly("running", "completed");
        assertThat(ended.destCompute()).isEqualTo("compute2");
        assertThat(ended.type()).isEqualTo(MigrationType.LIVE_MIGRATION);
        assertThat(ended.oldFlavorNumber()).isEqualTo(3);
        assertThat(NOVA.sent().get(0).body()).isEqualTo("{\"force_complete\":null}");
    }

    @Test
    void aLiveMigrationMayEndBeforeItIsCalledOff() {
        NOVA.on("DELETE /servers/" + SERVER + "/migrations/7", 202);
        NOVA.on("GET /os-migrations?instance_uuid=" + SERVER, 200, migrations("completed"));

        Pending<Migration> order = servers.migrations(SERVER).abort("7");
        assertThatExceptionOfType(ResourceFailed.class)
                .isThrownBy(order::join)
                .withMessageContaining("it ended as completed instead");
    }

    @Test
    void diagnosticsHaveTheirFormByMicroversion() {
        NOVA.on("GET /servers/" + SERVER + "/diagnostics", 200, """
                {"state": "running", "driver": "libvirt", "hypervisor": "kvm", "hypervisor_os": "debian", "uptime": 46664,
                 "config_drive": true, "num_cpus": 1, "num_nics": 1, "num_disks": 1,
                 "disk_details": [{"read_bytes": 262144, "read_requests": 112, "write_bytes": 5778432,
                                   "write_requests": 488, "errors_count": null}],
                 "cpu_details": [{"id": 0, "time": 17300000000, "utilisation": 15}],
                 "nic_details": [{"mac_address": "01:23:45:67:89:ab", "rx_octets": 2070139}],
                 "memory_details": {"maximum": 524288, "used": 0}}""");

        ServerDiagnostics diagnostics = servers.diagnostics(SERVER);
        assertThat(diagnostics.uptimeSeconds()).isEqualTo(46664);
        assertThat(diagnostics.cpus()).containsExactly(new ServerDiagnostics.Cpu(0, 17_300_000_000L, 15));
        assertThat(diagnostics.disks().get(0).errorsCount()).isNull();
        assertThat(diagnostics.nics().get(0).rxOctets()).isEqualTo(2_070_139);
        assertThat(requireNonNull(diagnostics.memory()).maximumMiB()).isEqualTo(524_288);
        assertThat(NOVA.only().microversion()).isEqualTo("compute 2.78");

        assertThat(servers.hypervisorDiagnostics(SERVER)).containsEntry("driver", "libvirt");
        assertThat(NOVA.sent().get(1).microversion()).isEqualTo("compute 2.47");
    }

    @Test
    void aTopologyHasNodes() {
        NOVA.on("GET /servers/" + SERVER + "/topology", 200, """
                {"nodes": [{"memory_mb": 1024, "vcpu_set": [0, 1], "siblings": [[0, 1]], "host_node": 1,
                            "cpu_pinning": {"0": 4, "1": 5}}], "pagesize_kb": 4}""");

        ServerTopology topology = servers.topology(SERVER);

        assertThat(topology.pageSizeKiB()).isEqualTo(4);
        assertThat(topology.nodes()).singleElement().satisfies(node -> {
            assertThat(node.vcpus()).containsExactly(0, 1);
            assertThat(node.siblings()).containsExactly(List.of(0, 1));
            assertThat(node.cpuPinning()).isEqualTo(Map.of("0", 4, "1", 5));
            assertThat(node.hostNode()).isEqualTo(1);
        });
    }

    @Test
    void theAddressOfAConsoleIsASecretWithATokenInIt() {
        NOVA.on("POST /servers/" + SERVER + "/remote-consoles", 200, """
                {"remote_console": {"protocol": "vnc", "type": "novnc",
                 "url": "http://example.com:6080/vnc_auto.html?path=%3Ftoken%3Dabc-123"}}""");

        RemoteConsole console = servers.consoles(SERVER).open(ConsoleType.NOVNC);

        assertThat(console.token()).contains(Secret.of("abc-123"));
        assertThat(console.toString()).doesNotContain("abc-123");
        assertThat(NOVA.only().body()).contains("\"protocol\":\"vnc\"", "\"type\":\"novnc\"");
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> servers.consoles(SERVER).open(new ConsoleType("hologram")))
                .withMessageContaining("The protocol of consoles of the type hologram is not known here");
    }

    @Test
    void sharesAreAwaitedByTheirStatus() {
        NOVA.on("POST /servers/" + SERVER + "/shares", 201, """
                {"share": {"share_id": "sh1", "status": "attaching", "tag": "sh1"}}""");
        NOVA.on("GET /servers/" + SERVER + "/shares/sh1", 200, """
                {"share": {"share_id": "sh1", "status": "inactive", "tag": "sh1", "export_location": "10.0.0.1:/x"}}""");

        ServerShare share =
                servers.shares(SERVER).create(ServerShareSpec.of("sh1")).join();

        assertThat(share.status()).isEqualTo("inactive");
        assertThat(share.exportLocation()).isEqualTo("10.0.0.1:/x");
        assertThat(NOVA.sent().get(0).microversion()).isEqualTo("compute 2.97");
        assertThat(NOVA.sent().get(0).body()).isEqualTo("{\"share\":{\"share_id\":\"sh1\"}}");
    }

    @Test
    void aShareThatIsTakenAwayIsAwaitedUntilItIsGone() {
        NOVA.on("DELETE /servers/" + SERVER + "/shares/sh1", 200);
        NOVA.on("GET /servers/" + SERVER + "/shares/sh1", 200, """
                {"share": {"share_id": "sh1", "status": "error", "tag": "sh1"}}""");

        Pending<Deleted> order = servers.shares(SERVER).delete("sh1");
        assertThatExceptionOfType(ResourceFailed.class)
                .isThrownBy(order::join)
                .withMessageContaining("could not give up access");
        NOVA.on("GET /servers/" + SERVER + "/shares/sh1", 404, "{}");
        assertThat(servers.shares(SERVER).delete("sh1").join().id()).isEqualTo("sh1");
    }
}
