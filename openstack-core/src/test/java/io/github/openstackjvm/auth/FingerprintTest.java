package io.github.openstackjvm.auth;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.spi.Prompt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tokens on disk are told apart by everything that makes a login, and by nothing else. */
class FingerprintTest {
    private static final Scope WEB = Scope.project("web");
    private static final Prompt NOBODY = (address, code) -> {};

    private static Secret secret(String text) {
        return Secret.of(text);
    }

    private static OidcClient client(String secret) {
        return OidcClient.of("acme", "openid", "cli")
                .secret(Secret.of(secret))
                .tokenEndpoint("http://idp.example/token")
                .authorizationEndpoint("http://idp.example/login")
                .deviceEndpoint("http://idp.example/device");
    }

    /** Methods of a kind, of which no two may share a token. */
    static Stream<List<AuthMethod>> kinds() {
        Scope.Domain domain = Scope.Domain.id("d");
        PasswordAuth password = PasswordAuth.userId("u", secret("p"));
        return Stream.of(
                List.of(
                        password,
                        password.withScope(WEB),
                        password.withScope(Scope.system()),
                        PasswordAuth.userId("u", secret("q")),
                        PasswordAuth.userId("v", secret("p")),
                        PasswordAuth.user("u", secret("p")),
                        PasswordAuth.user("u", domain, secret("p"))),
                List.of(
                        TokenAuth.of(secret("t")).withScope(WEB),
                        TokenAuth.of(secret("u")).withScope(WEB)),
                List.of(
                        ApplicationCredentialAuth.id("a", secret("s")),
                        ApplicationCredentialAuth.id("a", secret("t")),
                        ApplicationCredentialAuth.id("b", secret("s")),
                        ApplicationCredentialAuth.ofUserId("u", "a", secret("s")),
                        ApplicationCredentialAuth.ofUser("u", domain, "a", secret("s"))),
                List.of(
                        OAuth1Auth.of("c", secret("s"), "a", secret("t")),
                        OAuth1Auth.of("c", secret("x"), "a", secret("t")),
                        OAuth1Auth.of("c", secret("s"), "a", secret("x"))),
                List.of(
                        OAuth2ClientCredentialAuth.of("c", secret("s")),
                        OAuth2ClientCredentialAuth.of("c", secret("t")),
                        OAuth2ClientCredentialAuth.at("http://elsewhere.example", "c", secret("s"))),
                List.of(
                        OidcAuth.password(client("s"), "u", secret("p")),
                        OidcAuth.password(client("t"), "u", secret("p")),
                        OidcAuth.password(client("s"), "u", secret("q")),
                        OidcAuth.password(client("s"), "v", secret("p")),
                        OidcAuth.clientCredentials(client("s")),
                        OidcAuth.clientCredentials(client("t")),
                        OidcAuth.browser(client("s"), URI.create("http://localhost:0/"), NOBODY),
                        OidcAuth.device(client("s"), NOBODY)),
                List.of(
                        OidcAuth.accessToken("acme", "openid", secret("a")),
                        OidcAuth.accessToken("acme", "openid", secret("b")),
                        OidcAuth.accessToken("other", "openid", secret("a"))),
                List.of(
                        V2PasswordAuth.user("u", secret("p")),
                        V2PasswordAuth.user("v", secret("p")),
                        V2PasswordAuth.user("u", secret("q")),
                        V2PasswordAuth.userId("u", secret("p")),
                        V2PasswordAuth.user("u", secret("p")).withScope(WEB)),
                List.of(V2TokenAuth.of(secret("t")), V2TokenAuth.of(secret("u"))),
                List.of(
                        ApiKeyAuth.of("u", secret("k")),
                        ApiKeyAuth.of("u", secret("l")),
                        ApiKeyAuth.of("v", secret("k"))),
                List.of(
                        KeystoneToKeystoneAuth.of(password, "there"),
                        KeystoneToKeystoneAuth.of(PasswordAuth.userId("u", secret("q")), "there"),
                        KeystoneToKeystoneAuth.of(password, "elsewhere")),
                List.of(
                        MultifactorAuth.of(password, TokenAuth.of(secret("t"))),
                        MultifactorAuth.of(password, TokenAuth.of(secret("u"))),
                        MultifactorAuth.of(PasswordAuth.userId("u", secret("q")), TokenAuth.of(secret("t")))));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void tellsCredentialsAndScopesApart(List<AuthMethod> kind) {
        assertThat(kind)
                .extracting(AuthMethod::fingerprint)
                .doesNotContain(Optional.empty())
                .doesNotHaveDuplicates();
        assertThat(kinds().flatMap(List::stream).map(AuthMethod::fingerprint))
                .containsAll(kind.stream().map(AuthMethod::fingerprint).toList());
    }

    @Test
    void whereSecretsComeAnewEachTimeThereIsNone() {
        TotpAuth totp = TotpAuth.userId("u", Passcode.fromSeed(secret("JBSWY3DPEHPK3PXP")));

        assertThat(totp.fingerprint()).isEmpty();
        assertThat(MultifactorAuth.of(PasswordAuth.userId("u", secret("p")), totp)
                        .fingerprint())
                .isEmpty();
        assertThat(NoAuth.withoutEndpoint().fingerprint()).isEmpty();
    }
}
