package io.github.openstackjvm.testkit.scenario;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.session.Adapter;
import io.github.openstackjvm.session.RawRequest;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.transport.HttpBody;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What this client never asks Glance, but other clients may: wrong bodies, ranges, filters, the first form of patches. */
@Scenario
class OddImageRequestsScenario {
    private static Adapter glance(Cloud cloud) {
        return cloud.session().adapter(ServiceType.IMAGE);
    }

    private static HttpBody bytes(String text) {
        return HttpBody.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(RawRequest request, int status, String words) {
        RawRequest.Answer answer = request.sendUnchecked();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(new String(answer.bytes(), StandardCharsets.UTF_8)).contains(words);
    }

    private static Map<?, ?> make(Cloud cloud, Scratch scratch) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("name", scratch.name("image"));
        spec.put("disk_format", "raw");
        spec.put("container_format", "bare");
        spec.put("color", "blue");
        Map<?, ?> made = glance(cloud).post("/images").json(spec).fetch(Map.class);
        scratch.undo(() -> cloud.image().images().delete(String.valueOf(made.get("id"))));
        return made;
    }

    private static RawRequest list(Cloud cloud, Scratch scratch, String filter, String value) {
        return glance(cloud).get("/images").query("name", scratch.name("image")).query(filter, value);
    }

    @Test
    void bodies(Cloud cloud) {
        for (String body : List.of("null", "\"x\"", "5")) {
            refused(
                    glance(cloud).post("/images").body("application/json", bytes(body)),
                    400,
                    "Unexpected body type. Expected list/dict.");
        }
        refused(
                glance(cloud).post("/images").json(Map.of("min_ram", 2147483648L)),
                400,
                "value out of range, must not exceed 2147483647.");
    }

    @Test
    void filters(Cloud cloud, Scratch scratch) {
        make(cloud, scratch);
        assertThat((List<?>) list(cloud, scratch, "min_disk", "x").send().json().get("images"))
                .hasSize(1);
        assertThat((List<?>) list(cloud, scratch, "min_disk", "1").send().json().get("images"))
                .isEmpty();
        assertThat((List<?>)
                        list(cloud, scratch, "visibility", "").send().json().get("images"))
                .isEmpty();
        assertThat((List<?>)
                        list(cloud, scratch, "deleted", "true").send().json().get("images"))
                .hasSize(1);
    }

    @Test
    void ranges(Cloud cloud, Scratch scratch) {
        String image = "/images/" + make(cloud, scratch).get("id");
        glance(cloud)
                .put(image + "/file")
                .body("application/octet-stream", bytes("abc"))
                .send();
        RawRequest.Answer middle =
                glance(cloud).get(image + "/file").header("Range", "bytes=1-1").send();
        assertThat(middle.status()).isEqualTo(206);
        assertThat(middle.bytes()).containsExactly('b');
        for (String range : List.of("x", "bytes=2-1")) {
            refused(glance(cloud).get(image + "/file").header("Range", range), 416, "Invalid Range header.");
        }
        refused(
                glance(cloud).get(image + "/file").header("Range", "bytes=3-"),
                416,
                "Start position MUST be in the inclusive range [0, 2].");
        refused(
                glance(cloud).get(image + "/file").header("Range", "bytes=0-0,2-2"),
                400,
                "Requests with multiple ranges are not supported in Glance.");
    }

    @Test
    void theFirstFormOfPatches(Cloud cloud, Scratch scratch) {
        String image = "/images/" + make(cloud, scratch).get("id");
        String form = "application/openstack-images-v2.0-json-patch";
        Map<?, ?> changed = glance(cloud)
                .patch(image)
                .body(
                        form,
                        bytes(
                                "[{\"replace\": \"/color\", \"value\": \"red\"}, {\"add\": \"/size_of\", \"value\": \"x\"}]"))
                .fetch(Map.class);
        assertThat(changed.get("color")).isEqualTo("red");
        assertThat(changed.get("size_of")).isEqualTo("x");
        refused(
                glance(cloud).patch(image).body(form, bytes("[{\"value\": \"red\"}]")),
                400,
                "Operation objects must contain exactly one member named");
        refused(
                glance(cloud).patch(image).body(form, bytes("[{\"add\": \"/a\", \"remove\": \"/b\"}]")),
                400,
                "Operation objects must contain only one member named");
    }

    @Test
    void addressesToImportFrom(Cloud cloud, Scratch scratch) {
        String image = "/images/" + make(cloud, scratch).get("id");
        for (String uri : List.of("x", "ftp://192.0.2.1/y")) {
            refused(
                    glance(cloud)
                            .post(image + "/import")
                            .json(Map.of("method", Map.of("name", "web-download", "uri", uri))),
                    400,
                    "URI for web-download does not pass filtering: " + uri);
        }
    }
}
