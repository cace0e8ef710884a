package io.github.openstackjvm;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.stub.Documents;
import io.github.openstackjvm.stub.Documents.Place;
import io.github.openstackjvm.stub.MemoryCloud;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Whatever a file, a service or a proxy says: it is either understood or ends as an exception of this library, soon. The
 * inputs are good ones, damaged at random, the same in every build; {@code -Dmalformed.seed=…} damages them otherwise,
 * {@code -Dmalformed.rounds=…} more often.
 */
@Timeout(300)
class MalformedInputTest {
    private static final long SEED = Long.getLong("malformed.seed", 20260101);
    private static final int ROUNDS = Integer.getInteger("malformed.rounds", 1500);
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "'",
            "\\",
            "\n",
            "\t",
            "\0",
            "\u2028",
            "null",
            "true",
            "-1",
            "1e999",
            "9".repeat(400),
            "{\"a\":",
            "[".repeat(300),
            "{\"a\":".repeat(300),
            "<html>",
            "&a ",
            "*a",
            "!!binary ",
            "<<: ",
            "- ",
            "? ",
            "%",
            "\ud800",
            "\"id\":",
            "\"name\": {",
            "\"links\": 5",
            "\"versions\": [null]",
            "\"catalog\": {}",
            "\"token\": []",
            "x".repeat(5000));

    private static final String TOKEN = Documents.token(
            Documents.PROJECT,
            "2026-01-02T00:00:00Z",
            List.of(new Place("compute", "RegionOne", "http://nova.test/v2.1")));
    private static final String VERSIONS = Documents.version("v2.1", "2.1", "2.93", "http://nova.test/v2.1");
    private static final String LIST = """
            {"flavors": [{"id": "1", "name": "a", "ram": 512, "vcpus": 1, "disk": 1, "swap": "", "extra_specs": {"a": "b"}},
              {"id": "2", "name": "b", "ram": 512, "vcpus": 1, "disk": 1, "links": [{"rel": "self", "href": "http://x"}]}],
             "flavors_links": [{"rel": "next", "href": "http://nova.test/v2.1/flavors/detail?marker=2"}]}""";
    private static final String FAULT = """
            {"badRequest": {"code": 400, "message": "Invalid input for field/attribute name. Value: x. y is too short"}}""";
    private static final String YAML = """
            clouds:
              c:
                profile: vendor
                auth: &auth
                  auth_url: http://identity.test/v3
                  username: demo
                  password: "s3cret"
                  project_name: demo
                regions: [{name: one, values: {verify: false}}, two]
                rate_limit: {compute: 5}
              d: {auth: *auth, interface: [internal, public]}
            """;

    @TempDir
    private Path folder;

    private final SplittableRandom random = new SplittableRandom(SEED);

    /** Good input after some accidents. */
    private String damaged(String good) {
        StringBuilder text = new StringBuilder(good);
        for (int accidents = random.nextInt(1, 5); accidents > 0; accidents--) {
            int at = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), at + random.nextInt(20));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, to);
                case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> text.replace(at, to, PIECES.get(random.nextInt(PIECES.size())));
                default -> text.insert(at, text.substring(at, to).repeat(random.nextInt(1, 4)));
            }
        }
        return text.toString();
    }

    private static HttpAnswer answer(int status, HttpHeaders headers, String body) {
        return HttpAnswer.buffered(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Runs it: no other exception, and soon. */
    private void endsWell(String input, Runnable call) {
        long start = System.nanoTime();
        Throwable thrown = catchThrowable(call::run);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (thrown != null) {
            assertThat(thrown).as("seed %d: %s", SEED, input).isInstanceOf(OpenStackException.class);
            assertThat(String.valueOf(thrown.getMessage())).doesNotContain("s3cret");
        }
        assertThat(took).as("seed %d: %s", SEED, input).isLessThan(SOON);
    }

    private static Cloud cloud(MemoryCloud memory) {
        return memory.cloud(
                config -> config.resilience(ResiliencePolicy.DEFAULT.withRetries(ResiliencePolicy.Retries.NONE)));
    }

    @Test
    void filesOfClouds() throws Exception {
        Path file = folder.resolve("clouds.yaml");
        for (int i = 0; i < ROUNDS; i++) {
            String yaml = damaged(YAML);
            Files.write(file, yaml.getBytes(StandardCharsets.UTF_8));
            endsWell(
                    yaml,
                    () -> CloudConfig.named(random.nextBoolean() ? "c" : "d", file)
                            .explain());
        }
    }

    @Test
    void filesOfCloudsThatExplode() throws Exception {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            laughs.append("a%d: &a%1$d [%s]\n".formatted(i, ("*a" + (i - 1) + ", ").repeat(9) + "*a" + (i - 1)));
        }
        for (String bomb : List.of(
                laughs + "clouds: {c: {auth: *a11}}\n",
                "clouds: " + "[".repeat(100_000),
                "clouds: &a {c: *a}\n",
                "clouds: {c: " + "x".repeat(20 << 20) + "}\n")) {
            Path file = Files.writeString(folder.resolve("clouds.yaml"), bomb);
            endsWell("a bomb", () -> CloudConfig.named("c", file));
        }
    }

    @Test
    void tokensWithCatalogs() {
        for (int i = 0; i < ROUNDS; i++) {
            String token = damaged(TOKEN);
            HttpHeaders headers = random.nextInt(10) == 0 ? HttpHeaders.EMPTY : HttpHeaders.of("X-Subject-Token", "t");
            MemoryCloud memory = new MemoryCloud().identity(call -> answer(201, headers, token));
            endsWell(token, () -> {
                Cloud cloud = cloud(memory);
                cloud.whoami();
                cloud.session().adapter(ServiceType.COMPUTE).get("/x").send();
            });
        }
    }

    @Test
    void versionDocuments() {
        for (int i = 0; i < ROUNDS; i++) {
            String versions = damaged(VERSIONS);
            MemoryCloud memory = new MemoryCloud().versions(call -> answer(200, HttpHeaders.EMPTY, versions));
            endsWell(versions, () -> cloud(memory).compute().flavors().list().toList(1));
        }
    }

    @Test
    void lists() {
        for (int i = 0; i < ROUNDS; i++) {
            String list = damaged(LIST);
            MemoryCloud memory = new MemoryCloud().then(call -> answer(200, HttpHeaders.EMPTY, list));
            endsWell(list, () -> cloud(memory).compute().flavors().list().toList());
        }
    }

    @Test
    void errors() {
        List<Integer> statuses = List.of(300, 302, 400, 401, 403, 404, 406, 409, 413, 429, 500, 503, 599);
        for (int i = 0; i < ROUNDS; i++) {
            String fault =
                    damaged(random.nextBoolean() ? FAULT : "<html><body><h1>409</h1>" + FAULT + "</body></html>");
            int status = statuses.get(random.nextInt(statuses.size()));
            @Nullable
            String pause = random.nextInt(3) == 0
                    ? damaged("Thu, 01 Jan 2026 00:00:07 GMT").strip()
                    : null;
            HttpHeaders headers = pause == null || pause.chars().anyMatch(c -> c < ' ')
                    ? HttpHeaders.EMPTY
                    : HttpHeaders.of("Retry-After", pause).with("Location", pause);
            MemoryCloud memory = new MemoryCloud().then(call -> answer(status, headers, fault));
            endsWell(fault, () -> cloud(memory).compute().flavors().get("1"));
        }
    }
}
