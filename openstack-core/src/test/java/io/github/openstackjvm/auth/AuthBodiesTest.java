package io.github.openstackjvm.auth;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.openstackjvm.error.Unauthenticated;
import io.github.openstackjvm.internal.session.StubContext;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.transport.HttpCall;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AuthBodiesTest {
    private static final Secret PASSWORD = Secret.of("hunter2");
    private static final Scope.Domain ACME = Scope.Domain.name("acme");

    private static Map<String, Object> identity(String method, Map<String, Object> credentials) {
        return Map.of("methods", List.of(method), method, credentials);
    }

    static Stream<Arguments> methods() {
        Map<String, Object> acme = Map.of("name", "acme");
        return Stream.of(
                Arguments.of(
                        PasswordAuth.user("demo", PASSWORD),
                        identity(
                                "password",
                                Map.of(
                                        "user",
                                        Map.of(
                                                "name",
                                                "demo",
                                                "domain",
                                                Map.of("id", "default"),
                                                "password",
                                                "hunter2")))),
                Arguments.of(
                        PasswordAuth.user("demo", ACME, PASSWORD),
                        identity(
                                "password",
                                Map.of("user", Map.of("name", "demo", "domain", acme, "password", "hunter2")))),
                Arguments.of(
                        PasswordAuth.userId("u1", PASSWORD),
                        identity("password", Map.of("user", Map.of("id", "u1", "password", "hunter2")))),
                Arguments.of(
                        ApplicationCredentialAuth.id("ac1", PASSWORD),
                        identity("application_credential", Map.of("id", "ac1", "secret", "hunter2"))),
                Arguments.of(
                        ApplicationCredentialAuth.ofUserId("u1", "ci", PASSWORD),
                        identity(
                                "application_credential",
                                Map.of("name", "ci", "user", Map.of("id", "u1"), "secret", "hunter2"))),
                Arguments.of(
                        ApplicationCredentialAuth.ofUser("demo", ACME, "ci", PASSWORD),
                        identity(
                                "application_credential",
                                Map.of(
                                        "name",
                                        "ci",
                                        "user",
                                        Map.of("name", "demo", "domain", acme),
                                        "secret",
                                        "hunter2"))));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void presentsCredentialsWithoutAScope(AuthMethod method, Map<String, Object> identity) {
        StubContext context = StubContext.answering("token-project.json");

        Token token = method.authenticate(context);

        assertThat(token.value().reveal()).isEqualTo("gAAAA");
        assertThat(context.calls).singleElement().satisfies(call -> {
            assertThat(call.method()).isEqualTo("POST");
            assertThat(call.url()).isEqualTo("http://identity.example/v3/auth/tokens");
            assertThat(call.headers().first("Content-Type")).contains("application/json");
            assertThat(call.headers().first("X-Auth-Token")).isEmpty();
        });
        assertThat(context.sent()).isEqualTo(Map.of("auth", Map.of("identity", identity)));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void showsNoSecret(AuthMethod method, Map<String, Object> ignored) {
        assertThat(method.toString()).contains(method.type()).doesNotContain("hunter2");
    }

    static Stream<Arguments> scopes() {
        return Stream.of(
                Arguments.of(Scope.project("p1"), Map.of("project", Map.of("id", "p1"))),
                Arguments.of(
                        Scope.project("web", ACME),
                        Map.of("project", Map.of("name", "web", "domain", Map.of("name", "acme")))),
                Arguments.of(new Scope.Project("p1", "web", ACME), Map.of("project", Map.of("id", "p1"))),
                Arguments.of(ACME, Map.of("domain", Map.of("name", "acme"))),
                Arguments.of(Scope.Domain.id("d1"), Map.of("domain", Map.of("id", "d1"))),
                Arguments.of(Scope.system(), Map.of("system", Map.of("all", true))),
                Arguments.of(new Scope.Trust("t1"), Map.of("OS-TRUST:trust", Map.of("id", "t1"))),
                Arguments.of(Scope.unscoped(), "unscoped"));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void asksForAScope(Scope scope, Object wire) {
        for (AuthMethod method : List.of(PasswordAuth.userId("u1", PASSWORD), TokenAuth.of(PASSWORD))) {
            StubContext context = StubContext.answering("token-project.json");
            AuthMethod scoped = method.withScope(scope);

            scoped.authenticate(context);

            assertThat(scoped.scope()).isEqualTo(scope);
            assertThat(context.sent())
                    .extractingByKey("auth")
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("scope", wire);
        }
    }

    @Test
    void exchangesATokenForAnotherScope() {
        StubContext context = StubContext.answering("token-project.json");
        AuthMethod method = TokenAuth.of(Secret.of(" old\n")).withScope(Scope.unscoped());

        method.authenticate(context);

        assertThat(context.sent())
                .isEqualTo(Map.of(
                        "auth", Map.of("identity", identity("token", Map.of("id", "old")), "scope", "unscoped")));
        assertThat(method.renewable()).isTrue();
    }

    @Test
    void looksATokenUpWhenNoScopeIsAsked() {
        StubContext context = StubContext.answering("token-project.json");
        TokenAuth method = TokenAuth.of(Secret.of("old"));

        Token token = method.authenticate(context);

        assertThat(token.project()).isNotNull();
        assertThat(context.calls).singleElement().satisfies(call -> {
            assertThat(call.method()).isEqualTo("GET");
            assertThat(call.headers().first("X-Auth-Token")).contains("old");
            assertThat(call.headers().first("X-Subject-Token")).contains("old");
        });
        assertThat(method.renewable()).isFalse();
        assertThat(method.toString()).doesNotContain("old");
    }

    @Test
    void passesARefusalOn() {
        StubContext context = new StubContext(call -> StubContext.answer(401, "{}"));

        assertThatThrownBy(() -> PasswordAuth.userId("u1", PASSWORD).authenticate(context))
                .isInstanceOf(Unauthenticated.class);
    }

    @Test
    void takesAnOrdinaryAnswerForARefusalUnlessItIsAToken() {
        // A wrong address may well answer 300, or 200 with a page.
        StubContext choices = new StubContext(call -> StubContext.answer(300, "{}"));

        assertThatThrownBy(() -> PasswordAuth.userId("u1", PASSWORD).authenticate(choices))
                .hasMessageContaining("answered 300");
    }

    @Test
    void bindsAnApplicationCredentialToItsProject() {
        AuthMethod method = ApplicationCredentialAuth.id("ac1", PASSWORD);

        assertThat(method.withScope(new Scope.Unspecified())).isSameAs(method);
        assertThatThrownBy(() -> method.withScope(Scope.project("p2")))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("p2")
                .hasMessageContaining("create one there");
    }

    @Test
    void sendsNothingWithoutAuthentication() {
        StubContext context = StubContext.answering("token-project.json");
        NoAuth method = NoAuth.at("http://ironic.example:6385/");

        Token token = method.authenticate(context);

        assertThat(context.calls).isEmpty();
        assertThat(method.headers(token).toMap()).isEmpty();
        assertThat(method.endpoint(ServiceType.IDENTITY)).contains("http://ironic.example:6385");
        assertThat(NoAuth.withoutEndpoint().endpoint(ServiceType.IDENTITY)).isEmpty();
        assertThat(method.renewable()).isFalse();
        assertThatThrownBy(() -> method.withScope(Scope.project("p")))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void sendsNameAndPasswordInUtf8() {
        StubContext context = StubContext.answering("token-project.json");
        HttpBasicAuth method = HttpBasicAuth.at("https://ironic.example", "test", Secret.of("123£"));

        Token token = method.authenticate(context);

        assertThat(context.calls).isEmpty();
        // The example of RFC 7617, section 2.1
        assertThat(method.headers(token).toMap()).isEqualTo(Map.of("authorization", List.of("Basic dGVzdDoxMjPCow==")));
        assertThat(method.endpoint(ServiceType.IDENTITY)).contains("https://ironic.example");
        assertThat(method.toString()).doesNotContain("123");
    }

    @Test
    void refusesSenselessValuesAtOnce() {
        assertThatThrownBy(() -> PasswordAuth.user(" ", PASSWORD)).hasMessage("The user's name must not be empty");
        assertThatThrownBy(() -> TokenAuth.of(Secret.of(""))).hasMessage("The token must not be empty");
        assertThatThrownBy(() -> ApplicationCredentialAuth.id("", PASSWORD)).hasMessageContaining("id");
        assertThatThrownBy(() -> ApplicationCredentialAuth.id("x", Secret.of("")))
                .hasMessageContaining("secret");
        assertThatThrownBy(() -> NoAuth.at("ironic.example")).hasMessageContaining("http or https");
        assertThatThrownBy(() -> NoAuth.at("http://u:p@h")).hasMessageContaining("user information");
        assertThatThrownBy(() -> HttpBasicAuth.withoutEndpoint("a:b", PASSWORD)).hasMessageContaining("colon");
    }

    @Test
    void allowsAnEmptyPassword() {
        StubContext context = StubContext.answering("token-project.json");

        PasswordAuth.userId("u1", Secret.of("")).authenticate(context);

        assertThat(context.calls).singleElement().extracting(HttpCall::method).isEqualTo("POST");
    }
}
