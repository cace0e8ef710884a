package io.github.openstackjvm.stub;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.config.CloudConfigBuilder;
import io.github.openstackjvm.session.ServiceType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Identity and one more service over WireMock: a static field with {@code @RegisterExtension}. Each test has a new
 * {@link #cloud()}, says with {@link #on} how the service answers which request, and looks at {@link #calls} afterwards.
 * A request that no test foresaw fails the test.
 */
public final class TestCloud implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
    private final String service;
    private final String path;
    private final String project;
    private final String version;
    private final String min;
    private final String max;
    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1").containerThreads(16));
    private final List<Cloud> clouds = new ArrayList<>();

    private TestCloud(ServiceType type, String version, String project, String min, String max) {
        this.service = type.value();
        this.path = "/" + service + "/" + version;
        this.project = project;
        this.version = version;
        this.min = min;
        this.max = max;
    }

    /** With Nova, whose newest microversion is this one. */
    public static TestCloud compute(String max) {
        return new TestCloud(ServiceType.COMPUTE, "v2.1", "", "2.1", max);
    }

    /** With Glance. */
    public static TestCloud image() {
        return new TestCloud(ServiceType.IMAGE, "v2", "", "", "");
    }

    /** With Neutron. */
    public static TestCloud network() {
        return new TestCloud(ServiceType.NETWORK, "v2.0", "", "", "");
    }

    /** With Cinder, whose newest microversion is this one; its address ends in the project's id. */
    public static TestCloud blockStorage(String max) {
        return new TestCloud(ServiceType.BLOCK_STORAGE, "v3", "/" + Documents.PROJECT, "3.0", max);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server.start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.stop();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        server.resetAll();
        server.stubFor(request("POST", urlEqualTo("/identity/v3/auth/tokens"))
                .willReturn(aResponse()
                        .withStatus(201)
                        .withHeader("X-Subject-Token", "the-token")
                        .withBody(Documents.token(
                                Documents.PROJECT,
                                "2099-01-01T00:00:00.000000Z",
                                List.of(new Documents.Place(service, "RegionOne", url() + project))))));
        offers(max);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        clouds.forEach(Cloud::close);
        clouds.clear();
        assertThat(server.findUnmatchedRequests().getRequests())
                .as("requests that the test did not foresee")
                .isEmpty();
    }

    /** The service offers microversions up to this one; none at all when it is empty. */
    public void offers(String newest) {
        server.stubFor(request("GET", urlEqualTo(path + "/"))
                .willReturn(aResponse().withBody(Documents.version(version, min, newest, url()))));
    }

    /** A new client of this cloud. */
    public Cloud cloud() {
        return cloud(config -> config);
    }

    /** A new client with settings of its own. */
    public Cloud cloud(UnaryOperator<CloudConfigBuilder> settings) {
        Cloud cloud = OpenStack.connect(settings.apply(CloudConfig.builder()
                        .name("stub")
                        .authUrl(server.baseUrl() + "/identity/v3")
                        .username("demo")
                        .userDomainName("Default")
                        .password("secret")
                        .projectName("demo")
                        .projectDomainName("Default")
                        .region("RegionOne"))
                .build());
        clouds.add(cloud);
        return cloud;
    }

    /** The address of the service, without a project. */
    public String url() {
        return server.baseUrl() + path;
    }

    /**
     * Answers this request, such as {@code GET /flavors/detail?limit=2}, with this JSON. The path is compared raw; one that
     * begins with {@code /..} lies beside the project.
     */
    public void on(String line, int status, String json) {
        on(
                line,
                aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/json")
                        .withBody(json));
    }

    /** Answers this request with nothing but this status. */
    public void on(String line, int status) {
        on(line, aResponse().withStatus(status));
    }

    /** Answers this request so. */
    public void on(String line, ResponseDefinitionBuilder answer) {
        String[] parts = line.split(" ", 2);
        server.stubFor(request(parts[0], urlEqualTo(path(parts[1]))).willReturn(answer));
    }

    private String path(String below) {
        return path + (below.startsWith("/..") ? below.substring(3) : project + below);
    }

    /** Answers this request with one of these JSON texts after the other; the last one stays. An empty text is a 404. */
    public void inTurn(String line, String... texts) {
        String[] parts = line.split(" ", 2);
        for (int i = 0; i < texts.length; i++) {
            server.stubFor(request(parts[0], urlEqualTo(path(parts[1])))
                    .inScenario(line)
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : String.valueOf(i))
                    .willReturn(
                            texts[i].isEmpty()
                                    ? aResponse().withStatus(404)
                                    : aResponse().withBody(texts[i]))
                    .willSetStateTo(String.valueOf(Math.min(i + 1, texts.length - 1))));
        }
    }

    /** Answers everything that nothing else answers with this. */
    public void otherwise(int status, String json) {
        server.stubFor(request("ANY", anyUrl())
                .atPriority(10)
                .willReturn(aResponse().withStatus(status).withBody(json)));
    }

    /** What the service was asked, in order, without version documents. */
    public List<Sent> sent() {
        // WireMock's journal has the newest first.
        List<LoggedRequest> journal = new ArrayList<>(server.getAllServeEvents().stream()
                .map(event -> event.getRequest())
                .filter(request -> request.getUrl().startsWith(path))
                .filter(request -> !request.getUrl().equals(path + "/"))
                .toList());
        Collections.reverse(journal);
        return journal.stream().map(this::sent).toList();
    }

    /** The lines of all requests to the service. */
    public List<String> calls() {
        return sent().stream().map(Sent::line).toList();
    }

    /** The only request to the service. */
    public Sent only() {
        assertThat(sent()).hasSize(1);
        return sent().get(0);
    }

    /** How often anything at all was asked, Identity included. */
    public int requests() {
        return server.getAllServeEvents().size();
    }

    private Sent sent(LoggedRequest request) {
        Map<String, String> headers = request.getHeaders().all().stream()
                .collect(Collectors.toMap(
                        header -> header.key().toLowerCase(Locale.ROOT), TestCloud::joined, (a, b) -> a + ", " + b));
        @Nullable String body = request.getBodyAsString();
        return new Sent(
                request.getMethod() + " " + below(request.getUrl().substring(path.length())),
                headers,
                requireNonNull(body, ""));
    }

    private String below(String rest) {
        return rest.startsWith(project) ? rest.substring(project.length()) : "/.." + rest;
    }

    private static String joined(HttpHeader header) {
        return String.join(", ", header.values());
    }
}
