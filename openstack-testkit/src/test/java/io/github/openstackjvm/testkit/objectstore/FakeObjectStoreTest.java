package io.github.openstackjvm.testkit.objectstore;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import io.github.openstackjvm.testkit.FakeBody;
import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.testkit.FakeRequest;
import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.HttpFront;
import io.github.openstackjvm.testkit.HttpMethod;
import io.github.openstackjvm.testkit.Wire;
import io.github.openstackjvm.transport.HttpHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** What only a fake can show: its clock, its files, its fronts. The rest is in the scenarios, which a real Swift runs, too. */
class FakeObjectStoreTest {
    private final FakeCloud fake = FakeCloud.start();
    private final String token = Wire.as(fake, "demo").token();
    private final String account = "/object-store/v1/AUTH_" + project();

    private String project() {
        return Wire.to(fake)
                .auth("demo", "secret", "{'project':{'name':'demo','domain':{'id':'default'}}}")
                .at("/token/project/id")
                .asText();
    }

    @AfterEach
    void close() {
        fake.close();
    }

    private FakeResponse send(HttpMethod method, String path, Map<String, String> headers, FakeBody body) {
        HttpHeaders all = HttpHeaders.of(headers)
                .with("X-Auth-Token", token)
                .with("Content-Length", String.valueOf(body.length()));
        return fake.handle(FakeRequest.of(method, "http://fake-cloud.invalid" + account + path, all, body));
    }

    private FakeResponse put(String path, String text, String... headers) {
        Map<String, String> all = headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]);
        return send(HttpMethod.PUT, path, all, FakeBody.of(text));
    }

    private FakeResponse get(String path) {
        return send(HttpMethod.GET, path, Map.of(), FakeBody.EMPTY);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 7 + i / 255);
        }
        return bytes;
    }

    @Test
    void anObjectIsGoneWhenItsTimeHasCome() {
        put("/c", "");
        assertThat(put("/c/short", "x", "X-Delete-After", "60").status()).isEqualTo(201);
        assertThat(put("/c/long", "x").status()).isEqualTo(201);
        fake.clock().advance(Duration.ofSeconds(59));
        assertThat(get("/c/short").status()).isEqualTo(200);
        fake.clock().advance(Duration.ofSeconds(1));
        assertThat(get("/c/short").status()).isEqualTo(404);
        assertThat(get("/c").body().text()).isEqualTo("long\n");
    }

    @Test
    void writesAtTheSameTimeKeepTheirOrder() {
        put("/c", "", "X-Versions-Enabled", "true");
        put("/c/o", "one");
        put("/c/o", "two");
        assertThat(get("/c?versions&format=json").body().text()).contains("\"is_latest\":true", "\"is_latest\":false");
        assertThat(get("/c/o").body().text()).isEqualTo("two");
    }

    @Test
    void largeObjectsStayWholeWhateverBecomesOfOthers() throws IOException {
        byte[] large = bytes((2 << 20) + 5);
        put("/c", "");
        FakeBody upload = FakeBody.read(new ByteArrayInputStream(large));
        send(HttpMethod.PUT, "/c/large", Map.of(), upload);
        upload.discard();
        send(HttpMethod.PUT, "/c/copy", Map.of("X-Copy-From", "c/large"), FakeBody.EMPTY);
        FakeResponse early = get("/c/large");
        assertThat(send(HttpMethod.DELETE, "/c/large", Map.of(), FakeBody.EMPTY).status())
                .isEqualTo(204);
        assertThat(early.body().bytes()).isEqualTo(large);
        FakeResponse part = send(HttpMethod.GET, "/c/copy", Map.of("Range", "bytes=1500000-"), FakeBody.EMPTY);
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body().bytes()).isEqualTo(Arrays.copyOfRange(large, 1_500_000, large.length));
    }

    @Test
    void aSegmentThatIsMissingBreaksTheAnswerOff() {
        put("/c", "");
        put("/c/1", "one");
        put("/c/2", "two");
        put("/c/big?multipart-manifest=put", "[{\"path\":\"c/1\"},{\"path\":\"c/2\"}]");
        send(HttpMethod.DELETE, "/c/2", Map.of(), FakeBody.EMPTY);
        FakeResponse answer = get("/c/big");
        assertThat(answer.body().length()).isEqualTo(6);
        try (InputStream in = answer.body().open()) {
            assertThat(in.readNBytes(3)).isEqualTo("one".getBytes(StandardCharsets.UTF_8));
            assertThat(catchThrowable(in::read)).isInstanceOf(IOException.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anArchiveThatIsNoneIsReported() throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(new byte[100]);
        }
        FakeBody body = FakeBody.of(gzip.toByteArray());
        assertThat(send(HttpMethod.PUT, "/c?extract-archive=tar.gz", Map.of(), body)
                        .body()
                        .text())
                .contains("Response Status: 400 Bad Request", "Invalid Tar File: truncated header");
        assertThat(send(HttpMethod.PUT, "/c?extract-archive=tar.bz2", Map.of(), body)
                        .body()
                        .text())
                .contains("Invalid Tar File: invalid compressed data");
    }

    @Test
    void whatItCanDoIsSaidAtTheRootOfAPortToo() throws Exception {
        try (HttpFront front = fake.serve()) {
            HttpClient client = HttpClient.newHttpClient();
            for (String path : new String[] {"/info", "/object-store/info"}) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(URI.create(front.uri() + path)).build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).contains("\"max_manifest_segments\":1000");
            }
        }
        assertThat(fake.journal().unknown()).isEmpty();
    }

    @Test
    void headersBeyondAsciiAndStrangeNamesArriveThroughAPort() throws Exception {
        put("/c", "");
        try (HttpFront front = fake.serve()) {
            String url = front.uri() + account + "/c/" + "a%2F%2F%C3%A4%20%25%3F%23..%2F%0A";
            HttpClient client = HttpClient.newHttpClient();
            client.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .header("X-Auth-Token", token)
                            .PUT(HttpRequest.BodyPublishers.ofString("x"))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
        assertThat(get("/c").body().text()).isEqualTo("a//ä %?#../\n\n");
        put("/c/meta", "x", "X-Object-Meta-Note", "ä€");
        assertThat(get("/c/meta").headers().first("X-Object-Meta-Note")).contains("ä€");
    }
}
