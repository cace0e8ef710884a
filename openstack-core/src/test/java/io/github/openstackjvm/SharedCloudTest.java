package io.github.openstackjvm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.openstackjvm.compute.Keypair;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.internal.json.Json;
import io.github.openstackjvm.internal.json.JsonObject;
import io.github.openstackjvm.stub.Documents;
import io.github.openstackjvm.stub.Documents.Place;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Many threads share clouds, projects and regions: every call goes where it belongs, as whom it belongs. */
@Timeout(60)
class SharedCloudTest {
    private static final int THREADS = 64;
    private static final int CALLS = 40;
    private static final int LIFE = 100;

    /** Two clouds in one transport. Answers tell who asked where; each scope's first token is taken back after a while. */
    private static final class Clouds implements Transport {
        private static final Pattern TOKEN = Pattern.compile("(\\w+)/(\\w+)/\\d+");
        private final Map<String, Integer> uses = new ConcurrentHashMap<>();
        private final Map<String, Integer> issued = new ConcurrentHashMap<>();

        @Override
        public HttpAnswer exchange(HttpCall call) {
            String host = call.url().split("/", 4)[2];
            String cloud = host.substring(host.lastIndexOf('.') + 1);
            if (host.startsWith("identity.")) {
                return issue(call, cloud);
            } else if (call.url().endsWith("/v2.1/")) {
                return answer(200, Documents.version("v2.1", "2.1", "2.93", "http://" + host + "/v2.1"));
            }
            String token = call.headers().first("X-Auth-Token").orElse("");
            Matcher who = TOKEN.matcher(token);
            if (!who.matches() || !who.group(1).equals(cloud)) {
                throw new AssertionError("The token " + token + " was sent to " + host);
            } else if (uses.merge(token, 1, Integer::sum) > LIFE && token.endsWith("/1")) {
                return answer(401, "{}");
            }
            return answer(200, """
                    {"keypair": {"name": "k", "fingerprint": "%s %s"}}""".formatted(host, who.group(2)));
        }

        private HttpAnswer issue(HttpCall call, String cloud) {
            String project;
            try {
                byte[] body = requireNonNull(call.body()).open().readAllBytes();
                JsonObject asked = new JsonObject(Json.readObject(body))
                        .object("auth")
                        .object("scope")
                        .object("project");
                project = asked.text("id").orElseThrow();
            } catch (java.io.IOException e) {
                throw new AssertionError(e);
            }
            String token = cloud + "/" + project + "/" + issued.merge(cloud + project, 1, Integer::sum);
            List<Place> places = List.of(
                    new Place("compute", "north", "http://north." + cloud + "/v2.1"),
                    new Place("compute", "south", "http://south." + cloud + "/v2.1"));
            return HttpAnswer.buffered(
                    201,
                    HttpHeaders.of("X-Subject-Token", token),
                    Documents.token(project, "2099-01-01T00:00:00Z", places).getBytes(StandardCharsets.UTF_8));
        }

        private static HttpAnswer answer(int status, String body) {
            return HttpAnswer.buffered(status, HttpHeaders.EMPTY, body.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    private static Cloud cloud(Transport transport, String name) {
        return OpenStack.connect(CloudConfig.builder()
                .name(name)
                .authUrl("http://identity." + name + "/v3")
                .userId("u")
                .password("secret")
                .projectId("red")
                .region("north")
                .transport(transport)
                .build());
    }

    @Test
    void mixesNothingUp() throws Exception {
        Clouds transport = new Clouds();
        List<Cloud> views = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (String name : List.of("alpha", "beta")) {
            Cloud root = cloud(transport, name);
            for (String project : List.of("red", "blue")) {
                Cloud scoped = project.equals("red") ? root : root.inProject(project);
                for (String region : List.of("north", "south")) {
                    views.add(scoped.inRegion(region));
                    expected.add(region + "." + name + " " + project);
                }
            }
        }
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        CountDownLatch together = new CountDownLatch(THREADS);
        try {
            List<Future<?>> threads = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                int first = t;
                threads.add(pool.submit(() -> {
                    together.countDown();
                    together.await();
                    for (int i = 0; i < CALLS; i++) {
                        int which = (first + i) % views.size();
                        Keypair keypair = views.get(which).compute().keypairs().get("k");
                        assertThat(keypair.fingerprint()).isEqualTo(expected.get(which));
                    }
                    return null;
                }));
            }
            for (Future<?> thread : threads) {
                thread.get(50, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(transport.issued)
                .as("one renewal for all threads of each scope")
                .hasSize(4)
                .allSatisfy((who, tokens) -> assertThat(tokens).isEqualTo(2));
    }
}
