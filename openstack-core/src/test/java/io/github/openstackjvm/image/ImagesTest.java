package io.github.openstackjvm.image;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

import io.github.openstackjvm.error.ChecksumMismatch;
import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.error.ResourceFailed;
import io.github.openstackjvm.internal.wire.Checksum;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.stub.HandClock;
import io.github.openstackjvm.stub.Sent;
import io.github.openstackjvm.stub.TestCloud;
import io.github.openstackjvm.transfer.Content;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ImagesTest {
    private static final String ID = "f9ce478a-c4c0-4c69-a35e-bca079ed5a62";

    @RegisterExtension
    static final TestCloud GLANCE = TestCloud.image();

    private Images images;

    @BeforeEach
    void connect() {
        images = GLANCE.cloud(config -> config.ticker(new HandClock())).image().images();
    }

    private static String image(String status, String more) {
        return "{\"id\": \"" + ID + "\", \"name\": \"disk\", \"status\": \"" + status
                + "\", \"visibility\": \"shared\", \"protected\": false, \"os_hidden\": false, \"min_disk\": 0,"
                + " \"min_ram\": 0, \"tags\": []" + more + "}";
    }

    private static String active(String data) {
        byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
        return image(
                "active",
                ", \"size\": " + bytes.length + ", \"os_hash_algo\": \"sha512\", \"os_hash_value\": \""
                        + hash("SHA-512", data) + "\", \"checksum\": \"" + hash("MD5", data) + "\"");
    }

    private static String hash(String algorithm, String data) {
        MessageDigest digest = Checksum.digest(algorithm);
        digest.update(data.getBytes(StandardCharsets.UTF_8));
        return Checksum.hex(digest);
    }

    private static ImageSpec disk() {
        return ImageSpec.named("disk").bare(DiskFormat.RAW);
    }

    @Test
    void registersUploadsAndCompares() {
        GLANCE.on("POST /images", 201, image("queued", ""));
        GLANCE.on("PUT /images/" + ID + "/file", 204);
        GLANCE.on("GET /images/" + ID, 200, active("hello"));

        Image image =
                images.createFrom(disk().minRamMiB(64).tags("a").property("os_distro", "debian"), Content.of("hello"));

        assertThat(image.status()).isEqualTo(ImageStatus.ACTIVE);
        assertThat(image.sizeBytes()).isEqualTo(5);
        assertThat(GLANCE.calls()).containsExactly("POST /images", "PUT /images/" + ID + "/file", "GET /images/" + ID);
        Sent registered = GLANCE.sent().get(0);
        assertThat(registered.body())
                .isEqualTo("{\"name\":\"disk\",\"disk_format\":\"raw\",\"container_format\":\"bare\",\"min_ram\":64,"
                        + "\"tags\":[\"a\"],\"os_distro\":\"debian\"}");
        Sent uploaded = GLANCE.sent().get(1);
        assertThat(uploaded.body()).isEqualTo("hello");
        assertThat(uploaded.headers())
                .containsEntry("content-type", "application/octet-stream")
                .containsEntry("content-length", "5");
    }

    @Test
    void aStreamOfUnknownLengthIsComparedToo() {
        GLANCE.on("PUT /images/" + ID + "/file", 204);
        GLANCE.on("GET /images/" + ID, 200, active("hello"));

        images.upload(ID, Content.once(new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8))), "fast");

        Sent uploaded = GLANCE.sent().get(0);
        assertThat(uploaded.headers())
                .containsEntry("transfer-encoding", "chunked")
                .containsEntry("x-image-meta-store", "fast");
    }

    @Test
    void whatArrivesAsSomethingElseIsDeleted() {
        GLANCE.on("POST /images", 201, image("queued", ""));
        GLANCE.on("PUT /images/" + ID + "/file", 204);
        GLANCE.on("GET /images/" + ID, 200, active("hellO"));
        GLANCE.on("DELETE /images/" + ID, 204);

        assertThatExceptionOfType(ChecksumMismatch.class)
                .isThrownBy(() -> images.createFrom(disk(), Content.of("hello")))
                .withMessageContaining("the SHA-512 of what was sent is " + hash("SHA-512", "hello"));
        assertThat(GLANCE.calls()).endsWith("DELETE /images/" + ID);
    }

    @Test
    void formatsAreAskedForBeforeAnythingIsSent() {
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> images.createFrom(ImageSpec.named("disk"), Content.of("hello")))
                .withMessageContaining("disk_format and container_format");
        assertThat(GLANCE.requests()).isZero();
    }

    @Test
    void whatIsStagedIsImportedAndAwaited() {
        GLANCE.on("PUT /images/" + ID + "/stage", 204);
        GLANCE.on("POST /images/" + ID + "/import", 202, "");
        GLANCE.inTurn(
                "GET /images/" + ID,
                image("uploading", ", \"size\": 5"),
                image("importing", ", \"size\": 5"),
                image("importing", ", \"size\": 5, \"os_glance_importing_to_stores\": \"fast\""),
                active("hello"));

        Image staged = images.stage(ID, Content.of("hello"));
        assertThat(staged.status()).isEqualTo(ImageStatus.UPLOADING);
        Pending<Image> pending =
                images.importData(ID, ImportSpec.staged().stores("fast").allStoresMustSucceed(false));
        assertThat(pending.join().status()).isEqualTo(ImageStatus.ACTIVE);

        assertThat(GLANCE.calls())
                .startsWith("PUT /images/" + ID + "/stage", "GET /images/" + ID, "POST /images/" + ID + "/import")
                .endsWith("GET /images/" + ID);
        assertThat(GLANCE.sent().get(2).body())
                .isEqualTo("{\"method\":{\"name\":\"glance-direct\"},\"stores\":[\"fast\"],"
                        + "\"all_stores_must_succeed\":false}");
    }

    @Test
    void anImportThatFailsSaysSo() {
        GLANCE.on("POST /images", 201, image("queued", ""));
        GLANCE.on("POST /images/" + ID + "/import", 202, "");
        GLANCE.inTurn("GET /images/" + ID, image("importing", ""), image("queued", ""));
        GLANCE.on("GET /images/" + ID + "/tasks", 200, """
                {"tasks": [{"id": "t", "type": "api_image_import", "status": "failure", "image_id": "%s",
                  "message": "Task failed due to Internal Error", "created_at": "2026-11-25T22:00:18Z",
                  "updated_at": "2026-11-25T22:00:19Z", "expires_at": "2026-11-27T22:00:19Z"}]}""".formatted(ID));

        Pending<Image> pending = images.createFrom(disk(), URI.create("https://example.org/disk.raw"));

        assertThatExceptionOfType(ResourceFailed.class)
                .isThrownBy(pending::join)
                .withMessageContaining("the import failed: Task failed due to Internal Error");
        assertThat(GLANCE.sent().get(1).body())
                .isEqualTo("{\"method\":{\"name\":\"web-download\",\"uri\":\"https://example.org/disk.raw\"}}");
    }

    @Test
    void changesAreAPatch() {
        GLANCE.on("PATCH /images/" + ID, 200, image("active", ""));

        images.update(ID, images.changes().name("other").property("a", "b").removeProperty("c"));

        Sent sent = GLANCE.only();
        assertThat(sent.headers()).containsEntry("content-type", "application/openstack-images-v2.1-json-patch");
        // To add what is there already replaces it.
        assertThat(sent.body())
                .isEqualTo("[{\"op\":\"add\",\"path\":\"/name\",\"value\":\"other\"},"
                        + "{\"op\":\"add\",\"path\":\"/a\",\"value\":\"b\"},{\"op\":\"remove\",\"path\":\"/c\"}]");
    }

    @Test
    void partsAreDownloadedAndWholesCompared() {
        GLANCE.on("GET /images/" + ID, 200, active("hello"));
        GLANCE.on("GET /images/" + ID + "/file", aResponse().withStatus(200).withBody("hellO"));

        assertThatExceptionOfType(ChecksumMismatch.class)
                .isThrownBy(() -> images.download(Ref.id(ID)).read(in -> in.readAllBytes()));
        String part = images.download(Ref.id(ID))
                .range(1, 3)
                .read(in -> new String(in.readAllBytes(), StandardCharsets.UTF_8));
        assertThat(part).isEqualTo("ell");
        List<Sent> sent = GLANCE.sent();
        assertThat(sent.get(sent.size() - 1).headers()).containsEntry("range", "bytes=1-3");
    }
}
