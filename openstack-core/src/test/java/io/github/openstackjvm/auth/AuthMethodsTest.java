package io.github.openstackjvm.auth;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.config.CloudConfigBuilder;
import io.github.openstackjvm.error.ConfigInvalid;
import io.github.openstackjvm.internal.session.StubContext;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.session.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AuthMethodsTest {
    private static final Secret SECRET = Secret.of("hunter2");

    private static CloudConfigBuilder config() {
        return CloudConfig.builder().authUrl("http://identity.example/v3");
    }

    /** The type is set last, since credentials given in code choose one by themselves. */
    private static AuthMethod of(String type, CloudConfigBuilder builder) {
        return AuthMethods.of(builder.authType(type).build());
    }

    /** The {@code auth} object that this configuration makes a method send. */
    private static Object sent(String type, CloudConfigBuilder builder) {
        StubContext context = StubContext.answering("token-project.json");
        of(type, builder).authenticate(context);
        return Objects.requireNonNull(context.sent().get("auth"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "v3password", "V3Password"})
    void logsInWithAPassword(String type) {
        CloudConfigBuilder builder = config().username("demo")
                .userDomainName("acme")
                .password(SECRET)
                .projectName("web")
                .projectDomainId("d1");

        assertThat(of(type, builder).type()).isEqualTo("v3password");
        assertThat(sent(type, builder))
                .isEqualTo(Map.of(
                        "identity",
                        Map.of(
                                "methods",
                                List.of("password"),
                                "password",
                                Map.of(
                                        "user",
                                        Map.of(
                                                "name",
                                                "demo",
                                                "domain",
                                                Map.of("name", "acme"),
                                                "password",
                                                "hunter2"))),
                        "scope",
                        Map.of("project", Map.of("name", "web", "domain", Map.of("id", "d1")))));
    }

    @Test
    void prefersTheIdOfAUser() {
        AuthMethod method = of(
                "password",
                config().set("auth.username", "demo").set("auth.user_id", "u1").password(SECRET));

        assertThat(method).hasToString("v3password[user u1, Unspecified[]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "v3token"})
    void usesAToken(String type) {
        assertThat(of(type, config().token(SECRET)).scope()).isEqualTo(new Scope.Unspecified());
        assertThat(of(type, config().token(SECRET).projectId("p1")).scope()).isEqualTo(Scope.project("p1"));
    }

    @Test
    void usesAnApplicationCredentialWhateverTheProject() {
        AuthMethod method = of(
                "v3applicationcredential",
                config().applicationCredential("ac1", SECRET).projectName("web"));

        assertThat(method).hasToString("v3applicationcredential[ac1]");
    }

    @Test
    void usesAnApplicationCredentialByName() {
        CloudConfigBuilder named = config().applicationCredentialNamed("ci", SECRET);

        assertThat(of("v3applicationcredential", named.userId("u1")))
                .hasToString("v3applicationcredential[ci of user u1]");
        assertThatThrownBy(() -> of("v3applicationcredential", config().applicationCredentialNamed("ci", SECRET)))
                .isInstanceOf(ConfigInvalid.class)
                .hasMessageContaining("username or user_id is missing");
    }

    @Test
    void usesNoCredentialsOrBasicOnes() {
        CloudConfigBuilder builder = CloudConfig.builder().set("auth.endpoint", "http://ironic.example:6385");

        assertThat(of("none", builder).endpoint(ServiceType.IDENTITY)).contains("http://ironic.example:6385");
        assertThat(of("noauth", CloudConfig.builder()).endpoint(ServiceType.IDENTITY))
                .isEmpty();
        assertThat(of("http_basic", builder.username("demo").password(SECRET)))
                .hasToString("http_basic[user demo, http://ironic.example:6385]");
    }

    @Test
    void prefersTheMethodGivenInCode() {
        AuthMethod method = NoAuth.withoutEndpoint();

        assertThat(AuthMethods.of(CloudConfig.builder().authMethod(method).build()))
                .isSameAs(method);
    }

    @Test
    void listsTheTypesThereAre() {
        assertThatThrownBy(() -> of("v3kerberos", config()))
                .isInstanceOf(ConfigInvalid.class)
                .hasMessageContaining("auth_type v3kerberos")
                .hasMessageContaining("is not known. There are admin_token, http_basic, noauth, none, password, "
                        + "rackspace_apikey, token, v2password, v2token, v3applicationcredential, v3k2k, "
                        + "v3multifactor, v3oauth1, v3oauth2clientcredential, v3oidcaccesstoken, v3oidcauthcode, "
                        + "v3oidcclientcredentials, v3oidcdeviceauthz, v3oidcpassword, v3password, v3token, "
                        + "v3tokenlessauth, v3totp");
    }

    @Test
    void asksFactoriesOfOthersForTheirTypes() {
        AuthMethodFactory factory = new AuthMethodFactory() {
            @Override
            public List<String> types() {
                return List.of("acme_badge", "none");
            }

            @Override
            public AuthMethod make(AuthSettings settings) {
                settings.require("badge", "pin or thumb");
                return AdminTokenAuth.withoutEndpoint(settings.secret("badge"));
            }
        };
        List<AuthMethodFactory> ours = List.of(factory);

        assertThat(AuthMethods.made(
                        config().authType("acme_badge")
                                .set("auth.badge", "7")
                                .set("auth.pin", "1")
                                .build(),
                        ours))
                .isInstanceOf(AdminTokenAuth.class);
        assertThat(AuthMethods.made(config().authType("none").build(), ours)).isInstanceOf(NoAuth.class);
        assertThatThrownBy(
                        () -> AuthMethods.made(config().authType("acme_badge").build(), ours))
                .isInstanceOfSatisfying(
                        ConfigInvalid.class,
                        e -> assertThat(e.problems())
                                .hasSize(2)
                                .anyMatch(problem -> problem.startsWith("badge is missing"))
                                .anyMatch(problem -> problem.startsWith("pin or thumb is missing")));
        assertThatThrownBy(() -> AuthMethods.made(config().authType("x").build(), ours))
                .hasMessageContaining("acme_badge, admin_token");
    }

    @Test
    void namesAllThatIsMissing() {
        assertThatThrownBy(() -> of("password", config()))
                .isInstanceOfSatisfying(
                        ConfigInvalid.class,
                        e -> assertThat(e.problems())
                                .hasSize(2)
                                .anyMatch(problem -> problem.startsWith("username or user_id is missing"))
                                .anyMatch(problem -> problem.startsWith("password is missing")));
    }

    /** Of each type, the values without which it is none; alternatives are told, too. */
    private static final String NEEDS = """
            password: username or user_id, password
            v3password: username or user_id, password
            v2password: username or user_id, password
            token: token
            v3token: token
            v2token: token
            v3applicationcredential: application_credential_id or application_credential_name, \
            application_credential_secret
            v3totp: username or user_id, passcode or totp_seed
            v3multifactor: username or user_id, password, passcode or totp_seed
            v3oauth1: consumer_key, consumer_secret, access_key, access_secret
            v3oauth2clientcredential: oauth2_client_id, oauth2_client_secret
            v3oidcpassword: identity_provider, protocol, client_id, access_token_endpoint or discovery_endpoint, \
            username, password
            v3oidcclientcredentials: identity_provider, protocol, client_id, \
            access_token_endpoint or discovery_endpoint, client_secret
            v3oidcauthcode: identity_provider, protocol, client_id, access_token_endpoint or discovery_endpoint, \
            authorization_endpoint or discovery_endpoint
            v3oidcdeviceauthz: identity_provider, protocol, client_id, access_token_endpoint or discovery_endpoint, \
            device_authorization_endpoint or discovery_endpoint
            v3oidcaccesstoken: identity_provider, protocol, access_token
            v3tokenlessauth: project_id or project_name or domain_id or domain_name
            v3k2k: service_provider, username or user_id, password
            rackspace_apikey: username, api_key
            http_basic: username, password
            admin_token: token
            """;

    private static Stream<Arguments> types() {
        return NEEDS.lines()
                .map(line -> line.split(": ", 2))
                .map(parts -> Arguments.of(parts[0], List.of(parts[1].split(", ", -1))));
    }

    @ParameterizedTest
    @MethodSource("types")
    void makesEachTypeOfItsValuesAndNamesAllThatLack(String type, List<String> needs) {
        assertThatThrownBy(() -> of(type, with(List.of())))
                .isInstanceOfSatisfying(
                        ConfigInvalid.class,
                        e -> assertThat(e.problems())
                                .zipSatisfy(
                                        needs,
                                        (problem, need) -> assertThat(problem).startsWith(need + " is missing")));
        for (String one : needs) {
            List<String> others =
                    needs.stream().filter(need -> !need.equals(one)).toList();
            assertThatThrownBy(() -> of(type, with(others)))
                    .isInstanceOfSatisfying(
                            ConfigInvalid.class,
                            e -> assertThat(e.problems())
                                    .singleElement()
                                    .asString()
                                    .startsWith(one + " is missing"));
        }
        AuthMethod made = of(type, with(needs));

        assertThat(made.type()).isEqualTo(type.matches("password|token") ? "v3" + type : type);
        assertThat(made).asString().startsWith(made.type()).doesNotContain("hunter2");
    }

    private static CloudConfigBuilder with(List<String> needs) {
        CloudConfigBuilder config = config().set("auth.auth_methods", "v3password,v3totp");
        for (String need : needs) {
            String name = need.split(" or ", 2)[0];
            config.set("auth." + name, value(name));
        }
        return config;
    }

    private static String value(String name) {
        if (name.endsWith("_endpoint")) {
            return "http://idp.example/x";
        }
        return name.matches("(.*_)?(password|secret|token|passcode|api_key)") ? SECRET.reveal() : "x";
    }

    @Test
    void onlyWhatCanBeOneOfSeveralIsOne() {
        assertThatThrownBy(() -> of("v3multifactor", config().set("auth.auth_methods", "v3password,v3magic")))
                .isInstanceOf(ConfigInvalid.class)
                .hasMessageContaining("auth_methods has v3magic, but can have v3password, v3totp, v3token");
        assertThatThrownBy(() -> of(
                        "v3multifactor",
                        config().set("auth.auth_methods", "v3token").token(SECRET)))
                .isInstanceOf(ConfigInvalid.class)
                .hasMessageContaining("Several methods are needed, not 1");
        assertThatThrownBy(() -> of("v3multifactor", config()))
                .isInstanceOf(ConfigInvalid.class)
                .hasMessageContaining("auth_methods is missing");
    }

    @Test
    void aCertificateCarriesItsScope() {
        assertThat(of("v3tokenlessauth", config().projectId("p1"))
                        .headers(Token.unissued(Secret.of("")))
                        .first("X-Project-Id"))
                .contains("p1");
    }

    @ParameterizedTest
    @CsvSource({
        "v3oidcdeviceauthz, device_authorization_endpoint, access_token_endpoint",
        "v3oidcauthcode, access_token_endpoint, authorization_endpoint",
    })
    void namesEachAddressOfAProviderThatIsMissing(String type, String given, String missing) {
        CloudConfigBuilder config = config().set("auth.identity_provider", "acme")
                .set("auth.protocol", "openid")
                .set("auth.client_id", "cli")
                .set("auth." + given, "http://idp.example/x");

        assertThatThrownBy(() -> of(type, config))
                .isInstanceOf(ConfigInvalid.class)
                .hasMessageContaining(missing + " or discovery_endpoint is missing");
        assertThat(of(type, config.set("auth." + missing, "http://idp.example/y"))
                        .type())
                .isEqualTo(type);
    }

    @Test
    void aProvidersAddressesAreAskedForInCodeToo() {
        OidcClient client = OidcClient.of("acme", "openid", "cli");

        assertThatThrownBy(() -> OidcAuth.browser(client, URI.create("http://localhost/"), (address, code) -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The client needs access_token_endpoint and authorization_endpoint, or discovery_endpoint");
    }

    @Test
    void explainsValuesThatCannotBeUsed() {
        assertThatThrownBy(() -> of("http_basic", config().username("a:b").password(SECRET)))
                .isInstanceOf(ConfigInvalid.class)
                .hasMessageContaining("colon")
                .hasMessageNotContaining("hunter2");
    }
}
