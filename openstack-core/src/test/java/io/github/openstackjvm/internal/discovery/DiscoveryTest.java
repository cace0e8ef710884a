package io.github.openstackjvm.internal.discovery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.github.openstackjvm.error.Closed;
import io.github.openstackjvm.error.EndpointMissing;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.internal.session.Gate;
import io.github.openstackjvm.internal.session.HandTicker;
import io.github.openstackjvm.internal.session.StubContext;
import io.github.openstackjvm.internal.wait.Deadline;
import io.github.openstackjvm.session.ApiVersion;
import io.github.openstackjvm.session.Microversion;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.session.VersionInfo;
import io.github.openstackjvm.session.VersionSelector;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DiscoveryTest {
    private static final String PROJECT = "54db9a78a7a1477fad40a9553e3b8cec";
    private static final HttpHeaders TOKEN = HttpHeaders.of("X-Auth-Token", "gAAAA");

    private final Map<String, HttpAnswer> answers = new HashMap<>();
    private final List<HttpCall> asked = new CopyOnWriteArrayList<>();
    private final HandTicker ticker = new HandTicker();
    private final Discovery discovery = new Discovery(this::send, ticker);

    private Deadline soon() {
        return Deadline.after(Duration.ofMinutes(5), ticker);
    }

    private HttpAnswer send(HttpCall call, Deadline deadline) {
        asked.add(call);
        return answers.getOrDefault(call.url(), StubContext.answer(404, "<html>Not Found</html>"));
    }

    private void serve(String url, int status, String document) {
        answers.put(
                url,
                HttpAnswer.buffered(
                        status, HttpHeaders.EMPTY, StubContext.resource(DiscoveryTest.class, document + ".json")));
    }

    private Discovered find(String url, ServiceType type) {
        return find(url, type, null);
    }

    private Discovered find(String url, ServiceType type, @Nullable String wanted) {
        return discovery.find(
                url, type, wanted == null ? null : VersionSelector.atLeast(ApiVersion.of(wanted)), TOKEN, soon());
    }

    private List<String> askedUrls() {
        return asked.stream().map(HttpCall::url).toList();
    }

    /** The captured answers of a cloud of release Zed; Ironic's, Manila's and Magnum's after their sources. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "identity, :5000/v3, /v3/, 200, identity-v3, :5000/v3, v3.14, -, -, 1",
                "identity, :5000, /, 300, identity-root, :5000/v3, v3.14, -, -, 1",
                "compute, :8774/v2.1, /v2.1/, 200, compute-v2.1, :8774/v2.1, v2.1, 2.1, 2.93, 1",
                "compute, :8774/v2.1/P, /v2.1/, 200, compute-v2.1, :8774/v2.1/P, v2.1, 2.1, 2.93, 1",
                "compute, :8774/, /, 200, compute-root, :8774/v2.1, v2.1, 2.1, 2.93, 2",
                "compute, :8774/v2, /v2/, 200, compute-v2, :8774/v2, v2.0, -, -, 1",
                "image, :9292, /, 300, image-root, :9292/v2, v2.16, -, -, 17",
                "placement, :8778, /, 200, placement-root, :8778, v1.0, 1.0, 1.39, 1",
                "network, :9696, /, 200, network-root, :9696/v2.0, v2.0, -, -, 1",
                "block-storage, :8776/v3/P, /v3/, 200, block-storage-v3, :8776/v3/P, v3.0, 3.0, 3.70, 1",
                "block-storage, :8776/, /, 300, block-storage-root, :8776/v3, v3.0, 3.0, 3.70, 1",
                "orchestration, :8004, /, 300, orchestration-root, :8004/v1, v1.0, -, -, 1",
                "key-manager, :9311, /, 300, key-manager-root, :9311/v1, v1.0, -, -, 1",
                "key-manager, :9311/v1, /v1/, 200, key-manager-v1, :9311/v1, v1.0, -, -, 1",
                "dns, :9001, /, 200, dns-root, :9001/v2, v2.0, -, -, 2",
                "load-balancer, :9876, /, 200, load-balancer-root, :9876/v2, v2.26, -, -, 27",
                "baremetal, :6385, /, 200, baremetal-root, :6385/v1, v1.0, 1.1, 1.81, 1",
                "baremetal, :6385/v1, /v1/, 200, baremetal-v1, :6385/v1, v1.0, 1.1, 1.81, 1",
                "shared-file-system, :8786, /, 300, shared-file-system-root, :8786/v2, v2.0, 2.0, 2.75, 2",
                "container-infrastructure-management, :9511, /, 200, container-infra-root, :9511/v1, v1.0, 1.1, 1.11, 1",
                "container-infrastructure-management, :9511/v1, /v1/, 200, container-infra-v1, :9511/v1, v1.0, -, -, 1",
            })
    void readsTheDocumentsOfAllServices(
            String type,
            String catalog,
            String path,
            int status,
            String document,
            String url,
            String version,
            @Nullable String min,
            @Nullable String max,
            int versions) {
        String origin = "http://127.0.0.1" + catalog.replaceAll("/.*", "");
        serve(origin + path, status, document);

        Discovered found = find("http://127.0.0.1" + catalog.replace("P", PROJECT), ServiceType.of(type));

        assertThat(found.url()).isEqualTo("http://127.0.0.1" + url.replace("P", PROJECT));
        assertThat(found.version()).isEqualTo(ApiVersion.of(version));
        assertThat(found.min()).isEqualTo(min == null ? null : Microversion.of(min));
        assertThat(found.max()).isEqualTo(max == null ? null : Microversion.of(max));
        assertThat(found.versions()).hasSize(versions);
        assertThat(askedUrls()).containsExactly(origin + path);
        assertThat(asked.get(0).headers().first("X-Auth-Token")).contains("gAAAA");
    }

    @Test
    void exposesAllVersions() {
        serve("http://127.0.0.1:8774/", 200, "compute-root");

        assertThat(find("http://127.0.0.1:8774", ServiceType.COMPUTE).versions())
                .containsExactly(
                        new VersionInfo(ApiVersion.of("2.0"), "SUPPORTED", null, null, "http://127.0.0.1:8774/v2"),
                        new VersionInfo(
                                ApiVersion.of("2.1"),
                                "CURRENT",
                                Microversion.of("2.1"),
                                Microversion.of("2.93"),
                                "http://127.0.0.1:8774/v2.1"));
    }

    /** Catalog, link in the document, result. */
    @ParameterizedTest
    @CsvSource({
        // A proxy ends TLS: the service believes in http.
        "https://cloud.example:13774/v2.1, http://cloud.example:13774/v2.1/, https://cloud.example:13774/v2.1",
        "https://cloud.example/compute/v2.1, http://cloud.example/compute/v2.1/, https://cloud.example/compute/v2.1",
        // It even knows its own port only, or another name.
        "https://cloud.example/compute/v2.1, http://cloud.example:8774/v2.1/, https://cloud.example/compute/v2.1",
        "https://cloud.example/compute, http://10.0.0.5:8774/v2.1/, https://cloud.example/compute/v2.1",
        "https://nova.example, http://10.0.0.5/nova/v2.1/, https://nova.example/v2.1",
        "https://cloud.example/compute, https://evil.example/steal/, https://cloud.example/compute",
        "https://cloud.example/compute, /v2.1/, https://cloud.example/compute/v2.1",
        "https://cloud.example/compute, v2.1/, https://cloud.example/compute/v2.1",
        "https://cloud.example/compute, ht tp://%, https://cloud.example/compute",
        "https://cloud.example, https://cloud.example/api/v2.1, https://cloud.example/api/v2.1",
    })
    void neverLeavesTheOriginOfTheCatalog(String catalog, String link, String url) {
        String document = catalog + "/";
        answers.put(
                document,
                StubContext.answer(
                        200,
                        "{\"versions\":[{\"id\":\"v2.1\",\"status\":\"CURRENT\",\"version\":\"2.90\",\"min_version\":\"2.1\","
                                + "\"links\":[{\"rel\":\"self\",\"href\":\"" + link + "\"}]}]}"));

        Discovered found = find(catalog, ServiceType.COMPUTE);

        assertThat(found.url()).isEqualTo(url);
        assertThat(found.max()).isEqualTo(Microversion.of("2.90"));
    }

    @Test
    void triesTheServicesDocumentWhenTheVersionHasNone() {
        // Glance answers 404 at /v2/.
        serve("http://127.0.0.1:9292/", 300, "image-root");

        Discovered found = find("http://127.0.0.1:9292/v2", ServiceType.IMAGE);

        assertThat(found.url()).isEqualTo("http://127.0.0.1:9292/v2");
        assertThat(found.version()).isEqualTo(ApiVersion.of("2.16"));
        assertThat(askedUrls()).containsExactly("http://127.0.0.1:9292/v2/", "http://127.0.0.1:9292/");
    }

    @Test
    void triesItWhenTheVersionAnswersSomethingElse() {
        serve("http://127.0.0.1:9696/v2.0/", 200, "network-v2.0"); // Neutron lists its resources there
        serve("http://127.0.0.1:9696/", 200, "network-root");

        assertThat(find("http://127.0.0.1:9696/v2.0", ServiceType.NETWORK).versions())
                .hasSize(1);
    }

    @Test
    void leavesAnOldVersionThatTheLibraryDoesNotSpeak() {
        // Catalogs of old clouds still name Identity's version 2.
        serve("http://127.0.0.1:5000/", 300, "identity-root");

        assertThat(find("http://127.0.0.1:5000/v2.0", ServiceType.IDENTITY).url())
                .isEqualTo("http://127.0.0.1:5000/v3");
    }

    @Test
    void takesAnAddressThatWasGivenAsItStandsWhenNothingThereSaysMore() {
        assertThat(find("http://gate/nova/", ServiceType.COMPUTE).url()).isEqualTo("http://gate/nova/v2.1");
        assertThat(given("http://gate/nova/")).isEqualTo("http://gate/nova");
        assertThat(given("http://gate/v2.1/" + PROJECT)).isEqualTo("http://gate/v2.1/" + PROJECT);

        serve("http://127.0.0.1:8774/", 200, "compute-root");
        assertThat(given("http://127.0.0.1:8774")).isEqualTo("http://127.0.0.1:8774/v2.1");
    }

    private String given(String url) {
        return discovery.findAt(url, ServiceType.COMPUTE, null, TOKEN, soon()).url();
    }

    @Test
    void findsTheVersionWanted() {
        serve("http://127.0.0.1:8786/", 300, "shared-file-system-root");
        String catalog = "http://127.0.0.1:8786/";

        assertThat(find(catalog, ServiceType.SHARED_FILE_SYSTEM, "1").url()).isEqualTo("http://127.0.0.1:8786/v1");
        assertThat(find(catalog, ServiceType.SHARED_FILE_SYSTEM, "v2").url()).isEqualTo("http://127.0.0.1:8786/v2");
        assertThatThrownBy(() -> find(catalog, ServiceType.SHARED_FILE_SYSTEM, "3"))
                .isInstanceOf(EndpointMissing.class)
                .hasMessageContaining("does not offer version v3.0, but v1.0, v2.0");
        assertThat(asked).hasSize(1);
    }

    @Test
    void findsOneThatTheSelectorAcceptsWhateverThisLibraryKnows() {
        serve("http://127.0.0.1:8786/", 300, "shared-file-system-root");
        ServiceType unknown = ServiceType.of("acme-files");

        assertThat(selected(unknown, VersionSelector.ANY)).isEqualTo("http://127.0.0.1:8786/v2");
        assertThat(selected(ServiceType.SHARED_FILE_SYSTEM, VersionSelector.major(1)))
                .isEqualTo("http://127.0.0.1:8786/v1");
        assertThat(selected(unknown, VersionSelector.exactly(ApiVersion.of("1.0"))))
                .isEqualTo("http://127.0.0.1:8786/v1");
        assertThat(selected(unknown, VersionSelector.between(ApiVersion.of("0.5"), ApiVersion.of("1.9"))))
                .isEqualTo("http://127.0.0.1:8786/v1");
        assertThatThrownBy(() -> selected(unknown, VersionSelector.between(ApiVersion.of("2.1"), ApiVersion.of("4"))))
                .isInstanceOf(EndpointMissing.class)
                .hasMessageContaining("does not offer version v2.1 to v4.0, but v1.0, v2.0");
        assertThatThrownBy(() -> VersionSelector.between(ApiVersion.of("2"), ApiVersion.of("1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String selected(ServiceType type, VersionSelector wanted) {
        return discovery
                .find("http://127.0.0.1:8786/", type, wanted, TOKEN, soon())
                .url();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 429, 500, 502, 503})
    void fallsBackToTheCatalog(int status) {
        answers.put("http://h:8776/v3/", StubContext.answer(status, "no"));

        Discovered found = find("http://h:8776/v3/" + PROJECT + "/", ServiceType.BLOCK_STORAGE);

        assertThat(found.url()).isEqualTo("http://h:8776/v3/" + PROJECT);
        assertThat(found.version()).isEqualTo(ApiVersion.of("3"));
        assertThat(found.max()).isNull();
        assertThat(found.versions()).isEmpty();
        assertThat(found.lasting()).as("is believed from now on").isEqualTo(status == 404);
        boolean failed = status == 429 || status >= 500;
        assertThat(found.trouble() != null).as("is the service in trouble").isEqualTo(failed);
    }

    /** The token had ended: with the next one the versions are read. */
    @Test
    void asksAgainAtOnceWhenTheTokenWasRefused() {
        answers.put("http://127.0.0.1:8774/v2.1/", StubContext.answer(401, ""));
        assertThat(find("http://127.0.0.1:8774/v2.1", ServiceType.COMPUTE).max())
                .isNull();

        serve("http://127.0.0.1:8774/v2.1/", 200, "compute-v2.1");

        assertThat(find("http://127.0.0.1:8774/v2.1", ServiceType.COMPUTE).max())
                .isEqualTo(Microversion.of("2.93"));
    }

    @Test
    void doesNotHoldTheHasteOfACallerAgainstTheService() {
        Deadline over = Deadline.after(Duration.ZERO, ticker);
        Discovery hasty = new Discovery(
                (call, deadline) -> {
                    if (deadline.passed()) {
                        throw new Unavailable("no time", ErrorContext.NONE, null);
                    }
                    return send(call, deadline);
                },
                ticker);
        serve("http://127.0.0.1:8774/v2.1/", 200, "compute-v2.1");
        String url = "http://127.0.0.1:8774/v2.1";

        assertThatThrownBy(() -> hasty.find(url, ServiceType.COMPUTE, null, TOKEN, over))
                .hasMessage("no time");

        assertThat(hasty.find(url, ServiceType.COMPUTE, null, TOKEN, soon()).max())
                .isEqualTo(Microversion.of("2.93"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html/>",
                "[]",
                "\"v2\"",
                "{}",
                "{\"versions\":7}",
                "{\"versions\":[null,{\"id\":4},{\"id\":\"x\"}]}"
            })
    void fallsBackOnGarbage(String body) {
        answers.put("http://h:9876/v2/", StubContext.answer(200, body));

        assertThat(find("http://h:9876/v2", ServiceType.LOAD_BALANCER).url()).isEqualTo("http://h:9876/v2");
    }

    @ParameterizedTest
    @CsvSource({
        "network, http://h:9696/, http://h:9696/v2.0",
        "compute, http://h/compute, http://h/compute/v2.1",
        "placement, http://h/placement, http://h/placement",
        "my-service, http://h/mine, http://h/mine",
        "identity, http://h/v1/identity, http://h/v1/identity/v3",
    })
    void completesAnUnversionedAddressThatAnnouncesNothing(String type, String catalog, String url) {
        // Neutron at its root would answer 404 to everything, which reads as "there is no such network".
        assertThat(find(catalog, ServiceType.of(type)).url()).isEqualTo(url);
    }

    @Test
    void asksSwiftNothing() {
        String url = "http://127.0.0.1:8088/v1/AUTH_" + PROJECT;

        assertThat(find(url, ServiceType.OBJECT_STORE))
                .isEqualTo(new Discovered(url, ApiVersion.of("1"), null, null, List.of()));
        assertThat(asked).isEmpty();
    }

    @Test
    void readsTheRangeOfOldIronicFromHeaders() {
        answers.put(
                "http://h:6385/v1/",
                HttpAnswer.buffered(
                        200,
                        HttpHeaders.of("X-OpenStack-Ironic-API-Minimum-Version", "1.1")
                                .plus("X-OpenStack-Ironic-API-Maximum-Version", "1.31"),
                        "{\"id\":\"v1\",\"links\":[{\"rel\":\"self\",\"href\":\"http://h:6385/v1/\"}]}"
                                .getBytes(StandardCharsets.UTF_8)));

        assertThat(find("http://h:6385/v1", ServiceType.BAREMETAL).max()).isEqualTo(Microversion.of("1.31"));
    }

    @Test
    void keepsUsefulAnswersForGoodAndFailuresForSeconds() {
        serve("http://127.0.0.1:8774/v2.1/", 200, "compute-v2.1");
        answers.put("http://h:9292/", StubContext.answer(503, ""));
        for (int i = 0; i < 3; i++) {
            find("http://127.0.0.1:8774/v2.1", ServiceType.COMPUTE);
            find("http://127.0.0.1:8774/v2.1/" + PROJECT, ServiceType.COMPUTE);
            assertThat(find("http://h:9292", ServiceType.IMAGE))
                    .returns("http://h:9292/v2", Discovered::url)
                    .returns(false, Discovered::lasting);
        }
        assertThat(asked).hasSize(2);

        serve("http://h:9292/", 300, "image-root");
        ticker.advance(Duration.ofSeconds(6));
        find("http://127.0.0.1:8774/v2.1", ServiceType.COMPUTE);
        assertThat(find("http://h:9292", ServiceType.IMAGE).version()).isEqualTo(ApiVersion.of("2.16"));
        assertThat(asked).hasSize(3);
    }

    @Test
    void livesWithAServiceThatCannotBeReachedButNotWithAClosedCloud() {
        Discovery unreachable = new Discovery(
                (call, deadline) -> {
                    throw new Unavailable("no", ErrorContext.NONE, null);
                },
                ticker);
        Discovery closed = new Discovery(
                (call, deadline) -> {
                    throw new Closed("closed", ErrorContext.NONE, null);
                },
                ticker);

        assertThat(unreachable
                        .find("http://h/v3", ServiceType.IDENTITY, null, TOKEN, soon())
                        .url())
                .isEqualTo("http://h/v3");
        assertThatThrownBy(() -> closed.find("http://h/v3", ServiceType.IDENTITY, null, TOKEN, soon()))
                .isInstanceOf(Closed.class);
    }

    @Test
    void asksOnceForAnyNumberOfThreads() throws Exception {
        int threads = 64;
        Gate gate = new Gate();
        Discovery slow = new Discovery(
                (call, deadline) -> {
                    asked.add(call);
                    pass(gate);
                    return HttpAnswer.buffered(
                            200, HttpHeaders.EMPTY, StubContext.resource(DiscoveryTest.class, "compute-v2.1.json"));
                },
                ticker);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Discovered>> all = IntStream.range(0, threads)
                    .mapToObj(i -> pool.submit(
                            () -> slow.find("http://127.0.0.1:8774/v2.1", ServiceType.COMPUTE, null, TOKEN, soon())))
                    .toList();
            gate.awaitSomebody();
            gate.open();
            for (Future<Discovered> one : all) {
                assertThat(one.get().max()).isEqualTo(Microversion.of("2.93"));
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(asked).hasSize(1);
    }

    private static void pass(Gate gate) {
        try {
            gate.pass();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
