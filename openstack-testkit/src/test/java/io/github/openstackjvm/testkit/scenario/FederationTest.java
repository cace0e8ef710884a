package io.github.openstackjvm.testkit.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.auth.AuthMethod;
import io.github.openstackjvm.auth.KeystoneToKeystoneAuth;
import io.github.openstackjvm.auth.OidcAuth;
import io.github.openstackjvm.auth.OidcClient;
import io.github.openstackjvm.auth.PasswordAuth;
import io.github.openstackjvm.auth.Scope;
import io.github.openstackjvm.auth.TokenlessAuth;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.config.CloudConfigBuilder;
import io.github.openstackjvm.error.Closed;
import io.github.openstackjvm.error.ConfigInvalid;
import io.github.openstackjvm.error.EndpointMissing;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.Unauthenticated;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.testkit.FakeBody;
import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.testkit.FakeRequest;
import io.github.openstackjvm.testkit.HttpFront;
import io.github.openstackjvm.testkit.HttpMethod;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.Transport;
import io.github.openstackjvm.transport.TransportException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Users who come from an identity provider, or from another cloud. */
class FederationTest {
    private static final Scope DEMO = Scope.project("demo", Scope.Domain.id("default"));
    private static final String GRANTED = "200 {'access_token':'theirs','token_type':'Bearer'}";

    private final FakeCloud fake = FakeCloud.start();
    private final StubIdentityProvider provider = new StubIdentityProvider(fake.transport());

    @BeforeEach
    void trust() {
        fake.trustIdentityProvider("acme", "openid", StubIdentityProvider::users);
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    private static OidcClient client() {
        return OidcClient.of("acme", "openid", "cli")
                .discovery(StubIdentityProvider.ISSUER + "/.well-known/openid-configuration");
    }

    private Cloud by(AuthMethod method) {
        return OpenStack.connect(fake.config("demo")
                .transport(provider)
                .authMethod(method.withScope(DEMO))
                .build());
    }

    private void works(AuthMethod method) {
        try (Cloud cloud = by(method)) {
            assertThat(cloud.session().userName()).isEqualTo("demo");
            assertThat(cloud.session().projectName()).isEqualTo("demo");
            assertThat(cloud.session().token().methods()).contains("token", "openid");
        }
    }

    @Test
    void aPasswordAtTheProvider() {
        provider.then(GRANTED);
        works(OidcAuth.password(client().secret(Secret.of("s")), "me", Secret.of("p&w")));

        assertThat(provider.forms.get(0))
                .containsEntry("grant_type", List.of("password"))
                .containsEntry("username", List.of("me"))
                .containsEntry("password", List.of("p&w"))
                .containsEntry("scope", List.of("openid profile"));
        assertThat(provider.calls.get(1).headers().first("Authorization")).contains("Basic Y2xpOnM=");
    }

    @Test
    void theClientItself() {
        provider.then(GRANTED);
        works(OidcAuth.clientCredentials(client().secret(Secret.of("s"))));

        assertThat(provider.forms.get(0)).containsEntry("grant_type", List.of("client_credentials"));
    }

    @Test
    void aTokenOfTheProvider() {
        works(OidcAuth.accessToken("acme", "openid", Secret.of("theirs")));
        assertThat(provider.calls).isEmpty();

        try (Cloud wrong = by(OidcAuth.accessToken("acme", "openid", Secret.of("forged")))) {
            assertThatExceptionOfType(Unauthenticated.class).isThrownBy(wrong::authenticate);
        }
    }

    @Test
    void aCodeOfALoginElsewhereStandsInTheConfiguration() {
        provider.then(GRANTED);
        try (Cloud cloud = OpenStack.connect(fake.config("demo")
                .transport(provider)
                .authType("v3oidcauthcode")
                .set("auth.identity_provider", "acme")
                .set("auth.protocol", "openid")
                .set("auth.client_id", "cli")
                .set("auth.discovery_endpoint", StubIdentityProvider.ISSUER + "/.well-known/openid-configuration")
                .set("auth.redirect_uri", "http://localhost:8080/back")
                .set("auth.code", "c7")
                .build())) {
            assertThat(cloud.session().userName()).isEqualTo("demo");
            assertThat(cloud.session().projectName()).isEqualTo("demo");
            assertThat(cloud.config().toYaml()).doesNotContain("c7");
        }
        assertThat(provider.forms.get(0))
                .containsEntry("grant_type", List.of("authorization_code"))
                .containsEntry("code", List.of("c7"))
                .containsEntry("client_id", List.of("cli"))
                .containsEntry("redirect_uri", List.of("http://localhost:8080/back"))
                .doesNotContainKey("code_verifier");
    }

    @Test
    void aLoginInABrowserThatComesBack() throws Exception {
        provider.then(GRANTED);
        AtomicReference<Map<String, List<String>>> asked = new AtomicReference<>();
        List<Thread> browsers = new ArrayList<>();
        works(OidcAuth.browser(client(), URI.create("http://127.0.0.1:0/back"), (address, code) -> {
            Map<String, List<String>> query = FakeRequest.of(
                            HttpMethod.GET, address.toString(), HttpHeaders.EMPTY, FakeBody.EMPTY)
                    .parameters();
            asked.set(query);
            String back = query.get("redirect_uri").get(0);
            String state = query.get("state").get(0);
            Thread browser = new Thread(() -> {
                assertThat(visit(back + "?code=evil&state=forged")).isEqualTo(404);
                assertThat(visit(back + "?code=c1&state=" + state)).isEqualTo(200);
            });
            browsers.add(browser);
            browser.start();
        }));
        for (Thread browser : browsers) {
            browser.join();
        }

        Map<String, List<String>> form = provider.forms.get(0);
        assertThat(form)
                .containsEntry("grant_type", List.of("authorization_code"))
                .containsEntry("code", List.of("c1"))
                .containsEntry("client_id", List.of("cli"))
                .containsEntry("redirect_uri", asked.get().get("redirect_uri"));
        byte[] verifier = form.get("code_verifier").get(0).getBytes(StandardCharsets.US_ASCII);
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier));
        assertThat(asked.get().get("code_challenge")).containsExactly(challenge);
    }

    private static int visit(String address) {
        try {
            return ((HttpURLConnection) URI.create(address).toURL().openConnection()).getResponseCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aLoginOnAnotherDeviceIsWaitedFor() {
        provider.then("200 {'device_code':'d','user_code':'WDJB','verification_uri':'https://idp.invalid/go',"
                        + "'interval':5,'expires_in':600}")
                .then("400 {'error':'authorization_pending'}")
                .then("400 {'error':'slow_down'}")
                .then("200 {'access_token':'theirs','refresh_token':'r1'}");
        List<String> told = new ArrayList<>();
        OidcAuth method = OidcAuth.device(client(), (address, code) -> told.add(address + " " + code));
        works(method);
        assertThat(told).containsExactly("https://idp.invalid/go WDJB");
        assertThat(fake.clock().now()).isEqualTo("2026-01-01T00:00:20Z"); // 5 + 5 + 10 seconds

        provider.then("200 {'access_token':'theirs'}");
        works(method);
        assertThat(told).hasSize(1);
        assertThat(provider.forms.get(4))
                .containsEntry("grant_type", List.of("refresh_token"))
                .containsEntry("refresh_token", List.of("r1"));
    }

    @Test
    void onlyARefreshTokenThatHasEndedIsGivenUp() {
        String offer = "200 {'device_code':'d','user_code':'WDJB','verification_uri':'https://idp.invalid/go'}";
        AtomicInteger logins = new AtomicInteger();
        OidcAuth method = OidcAuth.device(client(), (address, code) -> logins.incrementAndGet());
        provider.then(offer).then("200 {'access_token':'theirs','refresh_token':'r1'}");
        works(method);

        provider.then("503 {}");
        try (Cloud cloud = OpenStack.connect(fake.config("demo")
                .transport(provider)
                .resilience(ResiliencePolicy.DEFAULT.withRetries(ResiliencePolicy.Retries.NONE))
                .authMethod(method.withScope(DEMO))
                .build())) {
            assertThatExceptionOfType(OpenStackException.class).isThrownBy(cloud::authenticate);
        }
        provider.then(GRANTED);
        works(method);
        assertThat(provider.forms.get(3)).containsEntry("refresh_token", List.of("r1"));
        assertThat(logins).hasValue(1);

        provider.then("400 {'error':'invalid_grant'}").then(offer).then(GRANTED);
        works(method);
        assertThat(logins).hasValue(2);
    }

    @Test
    void theWaitForABrowserEndsWithTheCloudAndWithTheCall() throws Exception {
        for (boolean closes : new boolean[] {true, false}) {
            CountDownLatch shown = new CountDownLatch(1);
            ExecutorService threads = Executors.newSingleThreadExecutor();
            Cloud cloud = by(OidcAuth.browser(
                    client(), URI.create("http://127.0.0.1:0/"), (address, code) -> shown.countDown()));
            try {
                Future<Cloud> login = threads.submit(cloud::authenticate);
                shown.await();
                if (closes) {
                    cloud.close();
                } else {
                    fake.clock().advance(Duration.ofHours(1));
                }
                assertThat(login)
                        .failsWithin(Duration.ofSeconds(20))
                        .withThrowableOfType(ExecutionException.class)
                        .withCauseInstanceOf(closes ? Closed.class : Unavailable.class);
            } finally {
                cloud.close();
                threads.shutdownNow();
            }
        }
    }

    @Test
    void aRefusalOfTheProviderIsToldInItsWords() {
        provider.then("400 {'error':'invalid_grant','error_description':'Bad password'}");
        try (Cloud wrong = by(OidcAuth.password(client(), "me", Secret.of("hunter2")))) {
            assertThatExceptionOfType(Unauthenticated.class)
                    .isThrownBy(wrong::authenticate)
                    .withMessageContaining("invalid_grant: Bad password")
                    .withMessageNotContaining("hunter2");
        }
    }

    @Test
    void aCompanysOwnLoginIsFoundByTheServiceLoader() {
        CloudConfig config = CloudConfig.builder()
                .name("company")
                .authUrl(fake.authUrl())
                .transport(fake.transport())
                .ticker(fake.clock())
                .authType(CompanyLogin.TYPE)
                .projectName("demo")
                .projectDomainId("default")
                .build();
        assertThatExceptionOfType(ConfigInvalid.class)
                .isThrownBy(() -> OpenStack.connect(config))
                .satisfies(e -> assertThat(e.problems()).hasSize(2))
                .withMessageContaining("badge is missing")
                .withMessageContaining("pin is missing");
        assertThatExceptionOfType(ConfigInvalid.class)
                .isThrownBy(() -> OpenStack.connect(
                        config.toBuilder().authType("acme_card").build()))
                .withMessageContaining("There are " + CompanyLogin.TYPE + ", admin_token, http_basic");

        CloudConfigBuilder complete =
                config.toBuilder().set("auth.badge", "demo").set("auth.pin", "secret");
        try (Cloud cloud = OpenStack.connect(complete.build())) {
            assertThat(cloud.session().userName()).isEqualTo("demo");
            assertThat(cloud.session().projectName()).isEqualTo("demo");
        }
    }

    @Test
    void aCertificateAloneIsEnoughForIdentity() {
        fake.trustCertificate("demo");
        CloudConfig byName = fake.config("demo").authType("v3tokenlessauth").build();
        try (Cloud cloud = OpenStack.connect(byName)) {
            assertThat(projects(cloud)).containsExactly("demo");
            String authUrl = byName.authUrl().orElseThrow();
            assertThat(projects(cloud.asUser(TokenlessAuth.at(authUrl).withScope(Scope.Domain.id("default")))))
                    .containsExactly("demo");
            assertThatExceptionOfType(EndpointMissing.class)
                    .isThrownBy(() -> cloud.compute().flavors().list().toList())
                    .withMessageContaining("No endpoint of compute");
            assertThatExceptionOfType(Unauthenticated.class)
                    .isThrownBy(() -> projects(cloud.in(Scope.project("nowhere"))));
            assertThatExceptionOfType(ConfigInvalid.class)
                    .isThrownBy(() -> projects(cloud.asUser(TokenlessAuth.at(authUrl))))
                    .withMessageContaining("needs a project or a domain");

            fake.trustCertificate("nobody");
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> projects(cloud))
                    .withMessageContaining("Could not find user: nobody.");
        }
        assertThat(fake).received(HttpMethod.POST, "/auth/tokens").times(0);
        assertThat(fake.journal().calls(HttpMethod.GET, "/auth/projects").get(0).headers())
                .containsEntry("x-project-name", List.of("demo"))
                .containsEntry("x-project-domain-id", List.of("default"))
                .doesNotContainKey("x-auth-token");
    }

    private static List<Object> projects(Cloud cloud) {
        return cloud.session()
                .adapter("identity")
                .get("/auth/projects")
                .pages(Map.class, "projects")
                .<Object>map(project -> project.get("name"))
                .toList();
    }

    @Test
    void fromOneCloudToAnother() {
        try (FakeCloud there = FakeCloud.start();
                HttpFront front = there.serve()) {
            String auth = front.authUrl() + "/OS-FEDERATION/identity_providers/home/protocols/saml2/auth";
            fake.sendUsersTo("there", auth, "https://sp.invalid/Shibboleth.sso/SAML2/ECP");
            there.trustIdentityProvider(
                    "home", "saml2", shown -> shown.equals("session=demo") ? Optional.of("demo") : Optional.empty());
            Between between = new Between(fake.transport(), there.transport());
            PasswordAuth home = PasswordAuth.user("demo", Secret.of("secret")).withScope(DEMO);

            try (Cloud cloud = OpenStack.connect(fake.config("demo")
                    .transport(between)
                    .revokeOnClose(true)
                    .authMethod(KeystoneToKeystoneAuth.of(home, "there").withScope(DEMO))
                    .build())) {
                assertThat(cloud.session().userName()).isEqualTo("demo");
                assertThat(cloud.session().url("compute"))
                        .startsWith(front.uri().toString());
                assertThat(cloud.compute().flavors().get("1").name()).isEqualTo("m1.nano");

                CloudConfig exported = cloud.session().export();
                assertThat(exported.authUrl()).contains(front.authUrl());
                try (Cloud other = OpenStack.connect(exported)) {
                    assertThat(other.session().projectName()).isEqualTo("demo");
                }
            }
            // The other cloud's token is ended there, and never shown at home.
            assertThat(there).received(HttpMethod.DELETE, "/auth/tokens").times(1);
            assertThat(fake).received(HttpMethod.DELETE, "/auth/tokens").times(0);
            try (Cloud cloud = OpenStack.connect(fake.config("demo")
                    .transport(between)
                    .authMethod(KeystoneToKeystoneAuth.of(home, "nowhere"))
                    .build())) {
                assertThatExceptionOfType(EndpointMissing.class)
                        .isThrownBy(cloud::authenticate)
                        .withMessageContaining("Identity knows there");
            }
        }
    }

    /** Two clouds, and between them a web server that takes assertions and keeps sessions. */
    private record Between(Transport home, Transport there) implements Transport {
        @Override
        public HttpAnswer exchange(HttpCall call) throws TransportException {
            if (call.url().startsWith("https://sp.invalid/")) {
                assertThat(call.headers().first("Content-Type")).contains("application/vnd.paos+xml");
                return HttpAnswer.buffered(
                        303, HttpHeaders.of("Set-Cookie", "session=demo; Path=/; HttpOnly"), new byte[0]);
            }
            return (call.url().startsWith("http://fake-cloud.invalid/") ? home : there).exchange(call);
        }

        @Override
        public void close() {
            home.close();
            there.close();
        }
    }
}
