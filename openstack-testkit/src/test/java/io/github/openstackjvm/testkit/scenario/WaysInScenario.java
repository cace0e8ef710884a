package io.github.openstackjvm.testkit.scenario;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.auth.AdminTokenAuth;
import io.github.openstackjvm.auth.AuthMethod;
import io.github.openstackjvm.auth.HttpBasicAuth;
import io.github.openstackjvm.auth.MultifactorAuth;
import io.github.openstackjvm.auth.NoAuth;
import io.github.openstackjvm.auth.OAuth1Auth;
import io.github.openstackjvm.auth.OAuth2ClientCredentialAuth;
import io.github.openstackjvm.auth.Passcode;
import io.github.openstackjvm.auth.PasswordAuth;
import io.github.openstackjvm.auth.Scope;
import io.github.openstackjvm.auth.TotpAuth;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.Unauthenticated;
import io.github.openstackjvm.internal.auth.OAuth1;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Adapter;
import io.github.openstackjvm.session.RawRequest;
import io.github.openstackjvm.testkit.As;
import io.github.openstackjvm.transport.HttpBody;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Every way in that a Keystone of today has. */
@Scenario
class WaysInScenario {
    private static final String SEED = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    private static Adapter identity(Cloud cloud) {
        return cloud.session().adapter("identity");
    }

    private static String root(CloudConfig config) {
        return config.authUrl().orElseThrow().replaceFirst("/v3$", "");
    }

    private static Cloud by(AuthMethod method, CloudConfig config, Scratch scratch) {
        return connect(config.toBuilder().authMethod(method).build(), scratch);
    }

    /** Closed without a look at what it left: it may do little, or nothing at all. */
    private static Cloud connect(CloudConfig config, Scratch scratch) {
        Cloud cloud = OpenStack.connect(config);
        scratch.undo(cloud::close);
        return cloud;
    }

    @Test
    void theVersionIsFoundOutWhereTheAddressNamesNone(Cloud cloud, CloudConfig config, Scratch scratch) {
        CloudConfig unversioned = config.toBuilder().authUrl(root(config)).build();
        Cloud byPassword = connect(unversioned.toBuilder().authType("password").build(), scratch);
        assertThat(byPassword.whoami().project().name()).isEqualTo("demo");

        Cloud byToken = connect(
                unversioned.toBuilder()
                        .token(cloud.session().token().value())
                        .authType("token")
                        .build(),
                scratch);
        assertThat(byToken.whoami().user().name()).isEqualTo("demo");
    }

    @Test
    void aUserIsNamedByIdOrByNameAndDomain(Cloud cloud, CloudConfig config, Scratch scratch) {
        Secret password = config.authSecret("password").orElseThrow();
        String id = cloud.session().userId();
        Scope project = Scope.project("demo", Scope.Domain.name("Default"));

        assertThat(by(PasswordAuth.userId(id, password).withScope(project), config, scratch)
                        .whoami()
                        .project()
                        .name())
                .isEqualTo("demo");
        assertThat(by(
                                PasswordAuth.user("demo", Scope.Domain.name("Default"), password)
                                        .withScope(project),
                                config,
                                scratch)
                        .session()
                        .userId())
                .isEqualTo(id);
    }

    @Test
    void anApplicationCredentialMayDoNoMoreThanItsRulesSay(Cloud cloud, CloudConfig config, Scratch scratch) {
        Map<?, ?> made = applicationCredential(
                cloud,
                scratch,
                Map.of(
                        "access_rules",
                        List.of(Map.of("service", "compute", "method", "GET", "path", "/v2.1/flavors/**"))));
        Cloud restricted = connect(
                config.toBuilder()
                        .applicationCredential(text(made, "id"), Secret.of(text(made, "secret")))
                        .build(),
                scratch);

        assertThat(restricted.compute().flavors().get("1").name()).isEqualTo("m1.nano");
        assertThatExceptionOfType(Unauthenticated.class)
                .isThrownBy(() -> restricted.compute().keypairs().list().toList());
        assertThatExceptionOfType(Unauthenticated.class)
                .isThrownBy(() -> restricted.network().networks().list().toList());
    }

    @Test
    void whatAUserLentIsUsedByAnother(
            Cloud cloud, @As("alt_demo") Cloud other, @As("alt_demo") CloudConfig theirs, Scratch scratch) {
        Map<?, ?> trust = identity(cloud)
                .post("/OS-TRUST/trusts")
                .json(Map.of(
                        "trust",
                        Map.of(
                                "trustor_user_id", cloud.session().userId(),
                                "trustee_user_id", other.session().userId(),
                                "project_id", cloud.session().projectId(),
                                "impersonation", true,
                                "roles", List.of(Map.of("name", "member")))))
                .fetch(Map.class, "trust");
        String id = text(trust, "id");
        scratch.undo(() -> identity(cloud).delete("/OS-TRUST/trusts/" + id).send());

        Cloud lent = connect(theirs.toBuilder().trustId(id).build(), scratch);
        assertThat(lent.whoami().project().name()).isEqualTo("demo");
        assertThat(lent.whoami().user().name()).isEqualTo("demo");
        assertThat(lent.whoami().roles()).contains("member");
        assertThat(lent.network().networks().named("private").name()).isEqualTo("private");

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> cloud.in(new Scope.Trust(id)).authenticate());
        assertThatExceptionOfType(Unauthenticated.class)
                .isThrownBy(() -> cloud.in(new Scope.Trust("none")).authenticate());
    }

    @Test
    void aConsumerActsWithWhatAUserGranted(Cloud cloud, @As("admin") Cloud admin, CloudConfig config, Scratch scratch) {
        // Keystone lets administrators only grant anything.
        OAuth1Auth granted = grant(admin.inProject(cloud.session().projectId()), admin, config, scratch);

        Cloud consumer = by(granted, config, scratch);
        assertThat(consumer.whoami().user().name()).isEqualTo("admin");
        assertThat(consumer.whoami().project().name()).isEqualTo("demo");
        assertThat(consumer.session().token().methods()).contains("oauth1");
        assertThat(consumer.compute().flavors().get("1").name()).isEqualTo("m1.nano");
    }

    @Test
    void anApplicationCredentialIsAClientOfOAuth2(Cloud cloud, CloudConfig config, Scratch scratch) {
        Map<?, ?> made = applicationCredential(cloud, scratch, Map.of());
        Secret secret = Secret.of(text(made, "secret"));

        Cloud client = by(OAuth2ClientCredentialAuth.of(text(made, "id"), secret), config, scratch);
        assertThat(client.whoami().project().name()).isEqualTo("demo");
        assertThat(client.compute().flavors().get("1").name()).isEqualTo("m1.nano");

        Cloud wrong = by(OAuth2ClientCredentialAuth.of(text(made, "id"), Secret.of("wrong")), config, scratch);
        assertThatExceptionOfType(Unauthenticated.class)
                .isThrownBy(wrong::authenticate)
                .withMessageContaining("invalid_client");
    }

    @Test
    void whatNeedsNoIdentityGoesAsItIs(Cloud cloud, CloudConfig config, Scratch scratch) {
        Map<?, ?> made = applicationCredential(cloud, scratch, Map.of());
        HttpBasicAuth basic = HttpBasicAuth.at(root(config), text(made, "id"), Secret.of(text(made, "secret")));
        Map<?, ?> token = identity(by(basic, config, scratch))
                .post("/OS-OAUTH2/token")
                .body(
                        "application/x-www-form-urlencoded",
                        HttpBody.of("grant_type=client_credentials".getBytes(StandardCharsets.US_ASCII)))
                .fetch(Map.class);

        AdminTokenAuth admin = AdminTokenAuth.at(root(config), Secret.of(text(token, "access_token")));
        assertThat(identity(by(admin, config, scratch))
                        .get("/auth/projects")
                        .send()
                        .json())
                .containsKey("projects");

        Cloud nobody = by(NoAuth.at(root(config)), config, scratch);
        assertThat(identity(nobody).majorVersion()).hasToString("Optional[v3.14]");
        assertThatExceptionOfType(Unauthenticated.class)
                .isThrownBy(() -> identity(nobody).get("/auth/projects").send());
    }

    @Test
    void aPasscodeLogsInAlone(@As("admin") Cloud admin, CloudConfig config, Scratch scratch) {
        String user = user(admin, scratch, "totp", Map.of());
        seed(admin, scratch, user);

        Cloud cloud =
                by(TotpAuth.userId(user, Passcode.fromSeed(Secret.of(SEED))).withScope(demo()), config, scratch);
        authenticate(cloud);

        assertThat(cloud.whoami().user().id()).isEqualTo(user);
        assertThat(cloud.session().token().methods()).containsExactly("totp");
    }

    @Test
    void twoFactorsGoInOneRequestOrOneAfterTheOther(@As("admin") Cloud admin, CloudConfig config, Scratch scratch) {
        Map<String, Object> both = Map.of(
                "multi_factor_auth_enabled", true, "multi_factor_auth_rules", List.of(List.of("password", "totp")));
        String user = user(admin, scratch, "mfa", Map.of("options", both));
        seed(admin, scratch, user);
        PasswordAuth password = PasswordAuth.userId(user, Secret.of("first factor"));
        MultifactorAuth two = MultifactorAuth.of(password, TotpAuth.userId(user, Passcode.fromSeed(Secret.of(SEED))));

        Cloud atOnce = by(two.withScope(demo()), config, scratch);
        authenticate(atOnce);
        assertThat(atOnce.session().token().methods()).containsExactlyInAnyOrder("password", "totp");
        assertThat(by(two.inSteps().withScope(demo()), config, scratch)
                        .session()
                        .token()
                        .methods())
                .containsExactlyInAnyOrder("password", "totp");
        assertThatExceptionOfType(Unauthenticated.class)
                .isThrownBy(
                        () -> by(password.withScope(demo()), config, scratch).authenticate())
                .withMessageContaining("password and totp");
    }

    @Test
    void aReceiptLeadsFromOneStepToTheNext(Cloud cloud, @As("admin") Cloud admin, CloudConfig config, Scratch scratch) {
        String user = user(admin, scratch, "steps", Map.of());
        grantRole(admin, user, "admin");
        PasswordAuth password = PasswordAuth.userId(user, Secret.of("first factor"));
        OAuth1Auth granted = grant(by(password.withScope(demo()), config, scratch), admin, config, scratch);
        Map<String, Object> both = Map.of(
                "multi_factor_auth_enabled", true, "multi_factor_auth_rules", List.of(List.of("password", "oauth1")));
        identity(admin)
                .patch("/users/" + user)
                .json(Map.of("user", Map.of("options", both)))
                .send();

        assertThatExceptionOfType(Unauthenticated.class)
                .isThrownBy(
                        () -> by(password.withScope(demo()), config, scratch).authenticate())
                .withMessageContaining("oauth1 and password");
        MultifactorAuth two = MultifactorAuth.of(password, granted);
        assertThat(by(two.inSteps(), config, scratch).session().token().methods())
                .containsExactlyInAnyOrder("password", "oauth1");
        assertThat(by(two, config, scratch).session().token().methods())
                .containsExactlyInAnyOrder("password", "oauth1");
    }

    /** Not every Keystone has passcodes switched on. */
    private static void authenticate(Cloud cloud) {
        try {
            cloud.authenticate();
        } catch (OpenStackException e) {
            if (e.getMessage().contains("unsupported method")) {
                throw new TestAbortedException("this Keystone has no method totp: [auth] methods");
            }
            throw e;
        }
    }

    private static Scope demo() {
        return Scope.project("demo", Scope.Domain.id("default"));
    }

    private static String text(Map<?, ?> map, String key) {
        return String.valueOf(map.get(key));
    }

    private static Map<?, ?> applicationCredential(Cloud cloud, Scratch scratch, Map<String, Object> more) {
        String path = "/users/" + cloud.session().userId() + "/application_credentials";
        Map<String, Object> wanted = new HashMap<>(more);
        wanted.put("name", scratch.name(UUID.randomUUID().toString()));
        Map<?, ?> made = identity(cloud)
                .post(path)
                .json(Map.of("application_credential", wanted))
                .fetch(Map.class, "application_credential");
        scratch.undo(() -> identity(cloud).delete(path + "/" + made.get("id")).send());
        return made;
    }

    /** A new user with the password "first factor", member of project demo. */
    private static String user(Cloud admin, Scratch scratch, String name, Map<String, Object> more) {
        Map<String, Object> wanted = new HashMap<>(more);
        wanted.put("name", scratch.name(name));
        wanted.put("domain_id", "default");
        wanted.put("password", "first factor");
        String id =
                text(identity(admin).post("/users").json(Map.of("user", wanted)).fetch(Map.class, "user"), "id");
        scratch.undo(() -> identity(admin).delete("/users/" + id).send());
        grantRole(admin, id, "member");
        return id;
    }

    private static void grantRole(Cloud admin, String user, String name) {
        String project = first(identity(admin).get("/projects").query("name", "demo"), "projects");
        String role = first(identity(admin).get("/roles").query("name", name), "roles");
        identity(admin)
                .put("/projects/" + project + "/users/" + user + "/roles/" + role)
                .send();
    }

    private static String first(RawRequest list, String key) {
        return text(list.pages(Map.class, key).findFirst().orElseThrow(), "id");
    }

    private static void seed(Cloud admin, Scratch scratch, String user) {
        Map<?, ?> made = identity(admin)
                .post("/credentials")
                .json(Map.of("credential", Map.of("type", "totp", "blob", SEED, "user_id", user)))
                .fetch(Map.class, "credential");
        scratch.undo(
                () -> identity(admin).delete("/credentials/" + made.get("id")).send());
    }

    /** What OAuth 1 does before anybody logs in by it: a consumer is made, asks, and is granted. */
    private static OAuth1Auth grant(Cloud cloud, Cloud admin, CloudConfig config, Scratch scratch) {
        Map<?, ?> consumer = identity(admin)
                .post("/OS-OAUTH1/consumers")
                .json(Map.of("consumer", Map.of("description", scratch.name("consumer"))))
                .fetch(Map.class, "consumer");
        String key = text(consumer, "id");
        Secret secret = Secret.of(text(consumer, "secret"));
        scratch.undo(() -> identity(admin).delete("/OS-OAUTH1/consumers/" + key).send());
        Adapter open = identity(by(NoAuth.at(root(config)), config, scratch));

        Map<String, String> request = signed(
                open.post("/OS-OAUTH1/request_token")
                        .header("Requested-Project-Id", cloud.session().projectId()),
                open.endpoint("/OS-OAUTH1/request_token"),
                new OAuth1(key, secret, Map.of("oauth_callback", "oob"), Secret.of("")));
        String token = request.get("oauth_token");
        Map<?, ?> verifier = identity(cloud)
                .put("/OS-OAUTH1/authorize/" + token)
                .json(Map.of("roles", List.of(Map.of("name", "admin"))))
                .fetch(Map.class, "token");
        Map<String, String> access = signed(
                open.post("/OS-OAUTH1/access_token"),
                open.endpoint("/OS-OAUTH1/access_token"),
                new OAuth1(
                        key,
                        secret,
                        Map.of("oauth_token", token, "oauth_verifier", text(verifier, "oauth_verifier")),
                        Secret.of(request.get("oauth_token_secret"))));
        return OAuth1Auth.of(key, secret, access.get("oauth_token"), Secret.of(access.get("oauth_token_secret")));
    }

    private static Map<String, String> signed(RawRequest request, String url, OAuth1 signer) {
        String header = signer.header(
                "POST", url, Instant.now(), UUID.randomUUID().toString().replace("-", ""));
        Map<String, String> answer = new HashMap<>();
        for (String pair : new String(
                        request.header("Authorization", header).send().bytes(), StandardCharsets.UTF_8)
                .split("&", -1)) {
            String[] parts = pair.split("=", 2);
            answer.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return answer;
    }
}
