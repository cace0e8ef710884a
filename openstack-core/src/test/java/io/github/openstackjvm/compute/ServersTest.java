package io.github.openstackjvm.compute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.error.ResourceFailed;
import io.github.openstackjvm.error.UnsupportedMicroversion;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.stub.Documents;
import io.github.openstackjvm.stub.HandClock;
import io.github.openstackjvm.stub.Sent;
import io.github.openstackjvm.stub.TestCloud;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ServersTest {
    private static final String ID = "9168b536-cd40-4630-b43f-b259807c6e87";
    private static final String IMAGE = "70a599e0-31e7-49b7-b260-868f441e862b";
    private static final String NET = "1b1a2b3c-4d5e-6f70-8192-a3b4c5d6e7f8";

    @RegisterExtension
    static final TestCloud NOVA = TestCloud.compute("2.93");

    private Servers servers;

    @BeforeEach
    void connect() {
        servers = NOVA.cloud(config -> config.ticker(new HandClock())).compute().servers();
    }

    private static String server(String status, String task) {
        return "{\"server\": {\"id\": \"" + ID + "\", \"name\": \"web\", \"status\": \"" + status
                + "\", \"OS-EXT-STS:task_state\": " + (task.isEmpty() ? "null" : "\"" + task + "\"") + "}}";
    }

    private static ServerSpec web() {
        return ServerSpec.named("web").flavor("1").image(IMAGE);
    }

    private String created(ServerSpec spec) {
        NOVA.on("GET /flavors/1", 200, """
                {"flavor": {"id": "1", "name": "m1.small", "vcpus": 1, "ram": 1, "disk": 1}}""");
        NOVA.on("POST /servers", 202, """
                {"server": {"id": "%s", "adminPass": "s3cret", "links": []}}""".formatted(ID));
        Pending<Server> order = servers.create(spec);
        assertThat(order.id()).isEqualTo(ID);
        assertThat(order.accepted().adminPass()).isEqualTo(Secret.of("s3cret"));
        assertThat(order.accepted().toString()).doesNotContain("s3cret");
        List<Sent> sent = NOVA.sent();
        return sent.get(sent.size() - 1).body();
    }

    @Test
    void withoutANetworkNovaIsToldToChoose() {
        assertThat(created(web())).isEqualTo("""
                {"server":{"name":"web","flavorRef":"1","imageRef":"%s","networks":"auto"}}""".formatted(IMAGE));
    }

    @Test
    void networksPortsHintsAndDataGoWhereNovaWantsThem() {
        assertThat(created(
                        web().network(NetworkPlug.on(NET).fixedIp("192.0.2.9").tag("front"))
                                .securityGroup("web")
                                .securityGroup("ssh")
                                .metadata("a", "1")
                                .metadata("b", "2")
                                .schedulerHint("same_host", ID)
                                .userData("hi")))
                .isEqualTo(("{'server':{'name':'web','flavorRef':'1','imageRef':'" + IMAGE + "','networks':[{'uuid':'"
                                + NET
                                + "','fixed_ip':'192.0.2.9','tag':'front'}],'security_groups':[{'name':'web'},{'name':'ssh'}],"
                                + "'metadata':{'a':'1','b':'2'},'user_data':'aGk='},"
                                + "'os:scheduler_hints':{'same_host':'" + ID + "'}}")
                        .replace('\'', '"'));
    }

    @Test
    void besideOtherDisksTheImageIsNamedAsTheOneToBootFrom() {
        String body = created(web().noNetwork().blockDevice(BlockDevice.blank(2).deleteOnTermination()));
        assertThat(body.indexOf("\"source_type\":\"image\"")).isPositive().isLessThan(body.indexOf("\"blank\""));
        assertThat(body)
                .contains("\"boot_index\":0")
                .contains("\"boot_index\":-1")
                .contains("\"volume_size\":2");
    }

    @Test
    void aVolumeToBootFromTakesThePlaceOfTheImage() {
        String body = created(ServerSpec.named("web")
                .flavor("1")
                .noNetwork()
                .boot(BootVolume.from(IMAGE).sizeGiB(20).volumeType("fast").deleteOnTermination()));
        assertThat(body)
                .doesNotContain("imageRef")
                .contains(
                        ("'block_device_mapping_v2':[{'source_type':'image','destination_type':'volume','boot_index':0,"
                                        + "'uuid':'" + IMAGE
                                        + "','volume_size':20,'volume_type':'fast','delete_on_termination':true}]")
                                .replace('\'', '"'));
    }

    @Test
    void whatIsMissingIsNamedBeforeAnythingIsSent() {
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> servers.create(ServerSpec.named("web")))
                .withMessage("ServerSpec needs flavorRef, imageRef: they are required and not set");
        assertThat(NOVA.sent()).isEmpty();
        assertThat(web().userData("secret").toString()).doesNotContain("c2VjcmV0");
    }

    @Test
    void filesNeedAnOldMicroversionAndRulOutWhatIsNewer() {
        created(web().file("/etc/motd", new byte[] {1}));
        List<Sent> sent = NOVA.sent();
        assertThat(sent.get(sent.size() - 1).microversion()).isEqualTo("compute 2.56");
        assertThatExceptionOfType(UnsupportedMicroversion.class)
                .isThrownBy(() ->
                        servers.create(web().file("/etc/motd", new byte[] {1}).hostname("web")))
                .withMessageContaining("personality");
    }

    @Test
    void isAwaitedUntilNoTaskIsLeft() {
        List<String> seen = new ArrayList<>();
        NOVA.on("POST /servers/" + ID + "/action", 202);
        NOVA.inTurn(
                "GET /servers/" + ID,
                server("ACTIVE", "powering-off"),
                server("ACTIVE", "powering-off"),
                server("SHUTOFF", ""));

        Server stopped =
                servers.stop(ID).onProgress(step -> seen.add(step.state())).join();

        assertThat(stopped.status()).isEqualTo(ServerStatus.SHUTOFF);
        assertThat(seen).containsExactly("ACTIVE, powering-off", "ACTIVE, powering-off", "SHUTOFF");
        assertThat(NOVA.sent().get(0).body()).isEqualTo("{\"os-stop\":null}");
    }

    @Test
    void settledElsewhereHasFailedAtOnce() {
        NOVA.on("POST /servers/" + ID + "/action", 202);
        NOVA.inTurn("GET /servers/" + ID, server("RESIZE", "resize_prep"), server("ACTIVE", ""));
        assertThatExceptionOfType(ResourceFailed.class)
                .isThrownBy(() -> servers.migrate(ID).join())
                .withMessage(
                        "server " + ID
                                + " went to ACTIVE: it is not on its way to VERIFY_RESIZE any more; its instance actions may say why");
    }

    @Test
    void anErrorComesWithNovasWords() {
        NOVA.on("POST /servers/" + ID + "/action", 202);
        NOVA.on("GET /servers/" + ID, 200, """
                {"server": {"id": "%s", "status": "ERROR", "fault": {"code": 500, "message": "No valid host was found."}}}""".formatted(ID));
        assertThatExceptionOfType(ResourceFailed.class)
                .isThrownBy(() -> servers.shelve(ID).join())
                .withMessageEndingWith("went to ERROR: No valid host was found.");
    }

    @Test
    void confirmingIsSeenBeforeItBegins() {
        NOVA.on("POST /servers/" + ID + "/action", 204);
        NOVA.inTurn("GET /servers/" + ID, server("VERIFY_RESIZE", ""), server("ACTIVE", ""));
        assertThat(servers.confirmResize(ID).join().status()).isEqualTo(ServerStatus.ACTIVE);
    }

    @Test
    void aDeletedOneIsAwaitedUntilItIsGone() {
        NOVA.on("DELETE /servers/" + ID, 204);
        NOVA.inTurn("GET /servers/" + ID, server("ACTIVE", "deleting"), server("DELETED", ""), "");
        assertThat(servers.delete(ID).join().id()).isEqualTo(ID);
    }

    @Test
    void oneThatWasPutAsideIsAwaitedWhileItGoesForGood() {
        NOVA.on("POST /servers/" + ID + "/action", 202);
        NOVA.inTurn("GET /servers/" + ID, server("SOFT_DELETED", "deleting"), server("SOFT_DELETED", "deleting"), "");
        servers.forceDelete(ID).join();
        assertThat(NOVA.calls()).hasSize(4);
    }

    @Test
    void whereDeletedOnesAreKeptForAWhileThatIsTheEnd() {
        NOVA.on("DELETE /servers/" + ID, 204);
        NOVA.inTurn("GET /servers/" + ID, server("ACTIVE", "soft-deleting"), server("SOFT_DELETED", ""));
        assertThat(servers.delete(ID).join().id()).isEqualTo(ID);
    }

    @Test
    void anEvacuationThatFailedHasFailedAtOnce() {
        NOVA.on("POST /servers/" + ID + "/action", 200, "{\"adminPass\": \"s3cret\"}");
        NOVA.inTurn("GET /servers/" + ID, server("REBUILD", "rebuilding"), server("ERROR", ""));
        assertThatExceptionOfType(ResourceFailed.class)
                .isThrownBy(() -> servers.evacuate(ID, new EvacuateSpec()).join())
                .withMessageContaining("went to ERROR");
    }

    @Test
    void anImageIsDoneWhenItsServerIsFreeAgain() {
        String image = "/v2/images/" + IMAGE;
        NOVA.on("GET /v2/", 200, Documents.version("v2", "", "", NOVA.url() + "/v2"));
        NOVA.on("POST /servers/" + ID + "/action", 202, "{\"image_id\": \"" + IMAGE + "\"}");
        NOVA.inTurn(
                "GET " + image,
                "{\"id\": \"" + IMAGE + "\", \"status\": \"saving\"}",
                "{\"id\": \"" + IMAGE + "\", \"status\": \"active\"}");
        NOVA.inTurn(
                "GET /servers/" + ID,
                server("ACTIVE", "image_uploading"),
                // Somebody has begun something else, which does not concern the image.
                server("REBOOT", "rebooting"));
        List<String> seen = new ArrayList<>();

        NOVA.cloud(config -> config.ticker(new HandClock()).endpointOverride(ServiceType.IMAGE, NOVA.url() + "/v2"))
                .compute()
                .servers()
                .createImage(ID, "kept")
                .onProgress(step -> seen.add(step.state()))
                .join();

        assertThat(seen).containsExactly("saving", "active, the server image_uploading", "active");
    }

    @Test
    void anImageOutlivesItsServer() {
        NOVA.on("GET /v2/", 200, Documents.version("v2", "", "", NOVA.url() + "/v2"));
        NOVA.on("POST /servers/" + ID + "/action", 202, "{\"image_id\": \"" + IMAGE + "\"}");
        NOVA.on("GET /v2/images/" + IMAGE, 200, "{\"id\": \"" + IMAGE + "\", \"status\": \"active\"}");
        NOVA.on("GET /servers/" + ID, 404);
        Cloud cloud = NOVA.cloud(
                config -> config.ticker(new HandClock()).endpointOverride(ServiceType.IMAGE, NOVA.url() + "/v2"));
        assertThat(cloud.compute().servers().createImage(ID, "kept").join().id())
                .isEqualTo(IMAGE);
    }

    @Test
    void severalAreLookedAtByWhatHasChanged() {
        HandClock clock = new HandClock();
        Servers timed = NOVA.cloud(config -> config.ticker(clock)).compute().servers();
        String other = "11111111-cd40-4630-b43f-b259807c6e87";
        NOVA.on("POST /servers/" + ID + "/action", 202);
        NOVA.on("POST /servers/" + other + "/action", 202);
        Instant since = clock.now().minusSeconds(600);
        String both = """
                {"servers": [{"id": "%s", "status": "ACTIVE"}, {"id": "%s", "status": "ACTIVE"}, {"id": "x", "status": "BUILD"}]}""";
        NOVA.on(
                "GET /servers/detail?changes-since=" + since.toString().replace(":", "%3A"),
                200,
                both.formatted(ID, other));

        List<Server> started =
                Pending.all(List.of(timed.start(ID), timed.start(other))).join();

        assertThat(started).extracting(Server::id).containsExactly(ID, other);
        assertThat(NOVA.calls()).hasSize(3);
    }

    @Test
    void manyOfOneSpecificationAreFoundByTheirReservation() {
        NOVA.on("GET /flavors/1", 200, """
                {"flavor": {"id": "1", "name": "m1.small", "vcpus": 1, "ram": 1, "disk": 1}}""");
        NOVA.on("POST /servers", 202, "{\"reservation_id\": \"r-3fhpjulh\"}");
        NOVA.on("GET /servers/detail?reservation_id=r-3fhpjulh", 200, """
                {"servers": [{"id": "a", "status": "BUILD"}, {"id": "b", "status": "BUILD"}]}""");
        servers.createAll(web(), 2);
        assertThat(NOVA.sent().get(1).body())
                .endsWith("\"min_count\":2,\"max_count\":2,\"return_reservation_id\":true,\"networks\":\"auto\"}}");
    }

    @Test
    void actionsSayExactlyWhatNovaReads() {
        NOVA.on("POST /servers/" + ID + "/action", 202);
        servers.lock(ID, "repair");
        servers.resetState(ID, ServerStatus.ERROR);
        servers.changePassword(ID, Secret.of("new"));
        servers.liveMigrate(ID, new LiveMigrateSpec());
        servers.addFixedIp(ID, NET);
        assertThat(NOVA.sent())
                .extracting(Sent::body)
                .containsExactly(
                        "{\"lock\":{\"locked_reason\":\"repair\"}}",
                        "{\"os-resetState\":{\"state\":\"error\"}}",
                        "{\"changePassword\":{\"adminPass\":\"new\"}}",
                        "{\"os-migrateLive\":{\"host\":null,\"block_migration\":\"auto\"}}",
                        "{\"addFixedIp\":{\"networkId\":\"" + NET + "\"}}");
        assertThat(NOVA.sent().get(4).microversion()).isEqualTo("compute 2.43");
    }

    @Test
    void anExactNameIsAskedForAsAPattern() {
        NOVA.on("GET /servers/detail?name=%5Eweb%5C.1%24", 200, """
                {"servers": [{"id": "%s", "name": "web.1", "status": "ACTIVE"}]}""".formatted(ID));
        assertThat(servers.named("web.1").id()).isEqualTo(ID);
    }

    @Test
    void readsAServerAsANewCloudShowsIt() {
        NOVA.on("GET /servers/" + ID, 200, """
                {"server": {"id": "%s", "name": "web", "status": "ACTIVE", "image": "", "config_drive": "True",
                 "OS-EXT-STS:power_state": 1, "flavor": {"vcpus": 2, "ram": 512, "disk": 1, "ephemeral": 0, "swap": 0,
                 "original_name": "m1.tiny", "extra_specs": {}}, "created": "2024-01-02T03:04:05Z",
                 "OS-SRV-USG:launched_at": "2024-01-02T03:04:06.000000", "metadata": {"a": "b"},
                 "addresses": {"lan": [{"addr": "192.0.2.7", "version": 4, "OS-EXT-IPS:type": "fixed"},
                                        {"addr": "203.0.113.7", "version": 4, "OS-EXT-IPS:type": "floating"}]},
                 "os-extended-volumes:volumes_attached": [{"id": "v", "delete_on_termination": true}]}}""".formatted(ID));
        Server server = servers.get(ID);
        assertThat(server.image()).isNull();
        assertThat(server.configDrive()).isTrue();
        assertThat(server.powerState()).isEqualTo(PowerState.RUNNING);
        assertThat(requireNonNull(server.flavor()).ramMiB()).isEqualTo(512);
        assertThat(server.launchedAt()).isEqualTo(Instant.parse("2024-01-02T03:04:06Z"));
        assertThat(server.metadata()).isEqualTo(Map.of("a", "b"));
        assertThat(server.floatingIp()).contains("203.0.113.7");
        assertThat(server.volumesAttached()).extracting(Server.VolumeUsed::id).containsExactly("v");
        assertThat(server.tags()).isEmpty();
    }
}
