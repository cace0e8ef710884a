package io.github.openstackjvm.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import io.github.openstackjvm.error.EndpointMissing;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.stub.Sent;
import io.github.openstackjvm.stub.TestCloud;
import io.github.openstackjvm.transport.HttpBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AdapterTest {
    @RegisterExtension
    static final TestCloud NOVA = TestCloud.compute("2.93");

    private Adapter nova;

    @BeforeEach
    void connect() {
        nova = NOVA.cloud().session().adapter(ServiceType.COMPUTE);
    }

    /** A model of the caller's own. */
    public record Server(String id, String name) {}

    /** One that cannot be made, since it is not public. */
    record Hidden(String id) {}

    @Test
    void sendsEveryVerb() {
        for (String verb : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")) {
            NOVA.on(verb + " /x", 204);
        }

        nova.get("/x").send();
        nova.post("x").send();
        nova.put("/x").send();
        nova.patch("/x").send();
        nova.delete("/x").send();
        nova.head("/x").send();
        nova.request("options", "/x").send();

        assertThat(NOVA.calls())
                .containsExactly("GET /x", "POST /x", "PUT /x", "PATCH /x", "DELETE /x", "HEAD /x", "OPTIONS /x");
        assertThat(NOVA.sent()).allSatisfy(sent -> {
            assertThat(sent.header("X-Auth-Token")).isEqualTo("the-token");
            assertThat(sent.header("X-OpenStack-Request-ID")).startsWith("req-");
            assertThat(sent.microversion()).isNull();
        });
    }

    @Test
    void sendsQueryHeadersAndBody() {
        NOVA.on("POST /x?a=b&name=%26%20%C3%A9&name=2", 200, "{}");

        nova.post("/x?a=b")
                .query("name", "& é")
                .query("name", 2)
                .header("X-Mine", "1")
                .header("Accept", "text/plain")
                .json(Map.of("secret", Secret.of("s")))
                .send();

        Sent sent = NOVA.only();
        assertThat(sent.header("X-Mine")).isEqualTo("1");
        assertThat(sent.header("Accept")).isEqualTo("text/plain");
        assertThat(sent.header("Content-Type")).isEqualTo("application/json");
        assertThat(sent.body()).isEqualTo("{\"secret\":\"s\"}");
    }

    @Test
    void sendsAnyBody() {
        NOVA.on("PUT /x", 201);

        nova.put("/x")
                .body("text/plain", HttpBody.of("é".getBytes(StandardCharsets.UTF_8)))
                .send();

        assertThat(NOVA.only().body()).isEqualTo("é");
        assertThat(NOVA.only().header("Content-Type")).isEqualTo("text/plain");
    }

    @Test
    void hasTheMicroversionThatIsAskedFor() {
        NOVA.on("GET /x", 200, "{}");

        nova.get("/x").microversion("2.79").send();
        nova.at("2.60").get("/x").send();
        nova.at("2.60").get("/x").microversion("2.61").send();
        nova.get("/x").send();

        assertThat(NOVA.sent())
                .extracting(Sent::microversion)
                .containsExactly("compute 2.79", "compute 2.60", "compute 2.61", null);
        assertThat(nova.at("2.60").defaultMicroversion()).contains(Microversion.of("2.60"));
        assertThat(nova.defaultMicroversion()).isEmpty();
    }

    @Test
    void fetchesAsAnyType() throws Exception {
        NOVA.on("GET /servers/1", 200, """
                {"server": {"id": "1", "name": "web", "new": 1}}""");
        NOVA.on("GET /list", 200, "[1, 2]");
        RawRequest request = nova.get("/servers/1");

        assertThat(request.fetch(Server.class, "server")).isEqualTo(new Server("1", "web"));
        assertThat((Object) request.fetch(Map.class).keySet()).isEqualTo(Set.of("server"));
        assertThat((Object) nova.get("/list").fetch(List.class)).isEqualTo(List.of(1, 2));
        assertThat((Object) nova.get("/list").fetchAsync(List.class).get(20, TimeUnit.SECONDS))
                .isEqualTo(List.of(1, 2));
        assertThatExceptionOfType(OpenStackException.class)
                .isThrownBy(() -> request.fetch(Hidden.class, "server"))
                .withMessageContaining("the type it is read as must be public");
        assertThatExceptionOfType(OpenStackException.class)
                .isThrownBy(() -> request.fetch(Server.class, "none"))
                .withMessageContaining("GET /servers/1 of compute answered 200")
                .withMessageContaining("'none'");
    }

    @Test
    void throwsWhatTheServiceRefusesUnlessUnchecked() {
        NOVA.on(
                "GET /none",
                aResponse()
                        .withStatus(404)
                        .withHeader("X-Openstack-Request-Id", "req-7")
                        .withHeader("X-Other", "o")
                        .withBody("{\"itemNotFound\": {\"code\": 404, \"message\": \"gone\"}}"));

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> nova.get("/none").send())
                .withMessageContaining("gone")
                .withMessageContaining("req-7");
        RawRequest.Answer answer = nova.get("/none").sendUnchecked();
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.requestId()).contains("req-7");
        assertThat(answer.headers().first("x-other")).contains("o");
        assertThat(answer.json()).containsOnlyKeys("itemNotFound");
        assertThat(new String(answer.bytes(), StandardCharsets.UTF_8)).contains("gone");
        assertThat(answer.toString()).doesNotContain("gone");
    }

    @Test
    void repeatsUncheckedCallsLikeAllOthers() {
        NOVA.on("GET /x", aResponse().withStatus(503).withHeader("Retry-After", "0"));

        assertThat(nova.get("/x").sendUnchecked().status()).isEqualTo(503);

        assertThat(NOVA.calls()).hasSize(4);
    }

    @Test
    void readsListsToTheirEndButNeverFromAnotherHost() {
        NOVA.on("GET /servers?limit=1", 200, """
                {"servers": [{"id": "1", "name": "a"}],
                 "servers_links": [{"rel": "next", "href": "http://evil.invalid/y?limit=1&marker=1%202"}]}""");
        NOVA.on("GET /servers?limit=1&marker=1%202", 200, """
                {"servers": [{"id": "2", "name": "b"}], "next": "//evil.invalid/y?limit=1&marker=3"}""");
        NOVA.on("GET /servers?limit=1&marker=3", 200, """
                {"servers": [], "servers_links": [{"rel": "next", "href": "?limit=1&marker=3"}]}""");

        assertThat(nova.get("/servers").query("limit", 1).pages(Server.class, "servers"))
                .extracting(Server::id)
                .containsExactly("1", "2");

        assertThat(NOVA.calls()).hasSize(3);
    }

    @Test
    void readsNoFurtherThanTheStreamIsRead() {
        NOVA.on("GET /servers", 200, """
                {"servers": [{"id": "1"}], "servers_links": [{"rel": "next", "href": "?marker=1"}]}""");

        assertThat(nova.get("/servers").pages(Server.class, "servers").findFirst())
                .isPresent();

        assertThat(NOVA.calls()).containsExactly("GET /servers");
    }

    @Test
    void keepsTheQueryOfItsPathOnEveryPage() {
        NOVA.on("GET /servers?all_tenants=1", 200, """
                {"servers": [{"id": "1"}],
                 "servers_links": [{"rel": "next", "href": "http://x/servers?all_tenants=1&marker=1"}]}""");
        NOVA.on("GET /servers?all_tenants=1&marker=1", 200, "{\"servers\": []}");

        assertThat(nova.get("/servers?all_tenants=1").pages(Server.class, "servers"))
                .hasSize(1);
    }

    @Test
    void endsInTime() {
        NOVA.on("GET /slow", aResponse().withStatus(200).withFixedDelay(20_000));

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(
                        () -> nova.get("/slow").timeout(Duration.ofMillis(200)).send());
    }

    @Test
    void knowsWhereTheServiceIsAndWhatItCan() {
        assertThat(nova.endpoint()).isEqualTo(NOVA.url());
        assertThat(nova.endpoint("servers")).isEqualTo(NOVA.url() + "/servers");
        assertThat(nova.majorVersion()).contains(new ApiVersion(2, 1));
        assertThat(nova.versions()).extracting(VersionInfo::status).containsExactly("CURRENT");
        assertThat(nova.microversions())
                .contains(new Adapter.MicroversionRange(Microversion.of("2.1"), Microversion.of("2.93")));
        assertThat(nova.type()).isEqualTo(ServiceType.COMPUTE);
        assertThat(nova.toString()).isEqualTo("Adapter[compute]");
    }

    @Test
    void namesWhatTheCatalogHasWhenNothingFits() {
        Session session = NOVA.cloud().session();

        assertThatExceptionOfType(EndpointMissing.class)
                .isThrownBy(() -> session.adapter("volumev3").get("/x").send())
                .withMessageContaining("block-storage")
                .withMessageContaining("compute");
        assertThatExceptionOfType(EndpointMissing.class)
                .isThrownBy(() -> nova.inRegion("Mars").get("/x").send())
                .withMessageContaining("Mars")
                .withMessageContaining("RegionOne");
        assertThatExceptionOfType(EndpointMissing.class)
                .isThrownBy(() -> session.withInterface(EndpointInterface.ADMIN)
                        .adapter("compute")
                        .get("/x")
                        .send())
                .withMessageContaining("admin");
        assertThatExceptionOfType(EndpointMissing.class)
                .isThrownBy(() -> nova.withInterface(EndpointInterface.INTERNAL).endpoint());
        NOVA.on("GET /x", 200);
        nova.withInterface(EndpointInterface.INTERNAL, EndpointInterface.PUBLIC)
                .get("/x")
                .send();
    }

    @Test
    void aVersionAndAPolicyMayBeChosenForOneAdapter() {
        NOVA.otherwise(404, "{}"); // it is asked at its root, too, for versions that will do
        assertThat(nova.withVersion(VersionSelector.major(2)).endpoint()).isEqualTo(nova.endpoint());
        assertThatExceptionOfType(EndpointMissing.class)
                .isThrownBy(() -> nova.withVersion(VersionSelector.major(7)).endpoint())
                .withMessageContaining("v7.0");

        NOVA.on("GET /x", 503);
        Adapter once = nova.withResilience(policy -> policy.withRetries(ResiliencePolicy.Retries.NONE));
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> once.get("/x").send());
        assertThat(NOVA.calls()).containsExactly("GET /x");
    }

    @Test
    void aServiceMayBeElsewhereForOneRequestOrForAll() {
        String there = NOVA.url() + "/elsewhere/%(project_id)s/";
        NOVA.otherwise(404, "{}"); // it is asked for its versions there
        Session session = NOVA.cloud().session();
        String project = session.projectId();
        NOVA.on("GET /elsewhere/" + project + "/x", 200);
        NOVA.on("GET /x", 200);

        nova.get("/x").endpointOverride(there).send();
        nova.withEndpointOverride(there).get("/x").send();
        session.withEndpointOverride("compute", there)
                .adapter("compute")
                .get("/x")
                .send();
        nova.get("/x").send();

        assertThat(NOVA.calls())
                .containsOnlyOnce("GET /x")
                .endsWith("GET /x")
                .filteredOn(call -> call.equals("GET /elsewhere/" + project + "/x"))
                .hasSize(3);
        assertThat(nova.withEndpointOverride(there).endpoint("/x"))
                .isEqualTo(NOVA.url() + "/elsewhere/" + project + "/x");
        for (String none : List.of("compute.example", "ftp://x", "http://", "http://me:s3cret@x", "http://x?a=b", "")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> nova.get("/x").endpointOverride(none))
                    .withMessageContaining("An endpoint is an absolute address")
                    .withMessageNotContaining("s3cret");
        }
    }

    @Test
    void saysWhyAServiceIsNotThere() {
        Session session = NOVA.cloud(config -> config.set("has_dns", "false").set("dns_disabled_reason", "not bought"))
                .session();

        assertThatExceptionOfType(EndpointMissing.class)
                .isThrownBy(() -> session.adapter("dns").get("/x").send())
                .withMessage("There is no dns here: not bought");
    }

    @Test
    void aServiceMayHaveAnotherTypeInTheCatalogAndMustHaveItsName() {
        NOVA.on("GET /x", 200);

        NOVA.cloud(config -> config.serviceType(ServiceType.of("acme"), "compute"))
                .session()
                .adapter("acme")
                .get("/x")
                .send();
        Session named = NOVA.cloud(config -> config.serviceName(ServiceType.COMPUTE, "nova-two"))
                .session();

        assertThatExceptionOfType(EndpointMissing.class)
                .isThrownBy(() -> named.adapter("compute").get("/x").send())
                .withMessageContaining("No service compute is called nova-two");
        assertThat(NOVA.calls()).containsExactly("GET /x");
    }

    @Test
    void regionAndInterfaceMayBeOthersForOneRequest() {
        NOVA.on("GET /x", 200);

        nova.get("/x")
                .region("RegionOne")
                .interfaces(EndpointInterface.INTERNAL, EndpointInterface.PUBLIC)
                .send();
        assertThatExceptionOfType(EndpointMissing.class)
                .isThrownBy(() -> nova.get("/x").region("Mars").send())
                .withMessageContaining("Mars");
        assertThatExceptionOfType(EndpointMissing.class)
                .isThrownBy(
                        () -> nova.get("/x").interfaces(EndpointInterface.ADMIN).send())
                .withMessageContaining("admin");
        assertThat(NOVA.calls()).containsExactly("GET /x");
    }

    @Test
    void readsListsWithoutLinksByTheMarkerOfTheLastItem() {
        NOVA.on("GET /servers?all=1&limit=2&marker=0", 200, """
                {"servers": [{"id": "1"}, {"id": "2"}]}""");
        NOVA.on("GET /servers?all=1&limit=2&marker=2", 200, """
                {"servers": [{"id": "3"}]}""");
        NOVA.on("GET /servers?all=1&limit=2&marker=3", 200, """
                {"servers": []}""");
        NOVA.on("GET /servers?all=1&limit=2&marker=again", 200, """
                {"servers": [{"id": "1"}]}""");
        RawRequest list = nova.get("/servers?all=1").query("limit", 2).query("marker", 0);

        assertThat(list.pages(Server.class, "servers", Server::id))
                .extracting(Server::id)
                .containsExactly("1", "2", "3");
        assertThat(list.pages(Server.class, "servers", server -> "again")).hasSize(3);
        assertThat(NOVA.calls()).hasSize(5);
    }

    @Test
    void sendsBesideTheCaller() throws Exception {
        NOVA.on("GET /servers/1", 200, """
                {"server": {"id": "1", "name": "web"}}""");
        NOVA.on("GET /none", 404);

        assertThat(nova.get("/servers/1")
                        .fetchAsync(Server.class, "server")
                        .get(20, TimeUnit.SECONDS)
                        .name())
                .isEqualTo("web");
        assertThat(nova.get("/servers/1").sendAsync().get(20, TimeUnit.SECONDS).status())
                .isEqualTo(200);
        assertThat(nova.get("/none").sendAsync())
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(NotFound.class);
    }

    @Test
    void asksAnewAfterRefresh() {
        NOVA.on("GET /x", 200);
        Session session = NOVA.cloud().session();
        session.adapter("compute").get("/x").send();
        int before = NOVA.requests();

        session.refresh();
        session.adapter("compute").get("/x").send();

        // A token, a version document, the call.
        assertThat(NOVA.requests() - before).isEqualTo(3);
        assertThat(session.authType()).isEqualTo("v3password");
        assertThat(session.expiresAt()).isPresent();
        assertThat(session.catalog().types()).containsExactly("compute");
    }
}
