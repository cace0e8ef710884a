package io.github.openstackjvm.internal.session;

import java.time.Instant;

import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.session.Endpoint;
import io.github.openstackjvm.session.EndpointInterface;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.openstackjvm.internal.session.StubContext.resource;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TokenReaderTest {
    private static final HttpCall CALL = HttpCall.get("http://identity.example/v3/auth/tokens");
    private static final String ISSUER = "http://identity.example/v3";

    private static Token read(byte[] body) {
        return TokenReader.read(CALL, StubContext.token(201, body), ISSUER);
    }

    private static Token read(String body) {
        return read(body.getBytes(UTF_8));
    }

    @Test
    void readsATokenOfAProject() {
        Token token = read(resource(TokenReaderTest.class, "token-project.json"));

        assertThat(token.value().reveal()).isEqualTo("gAAAA");
        assertThat(token.user()).returns("demo", Token.Owner::name);
        assertThat(token.project())
                .isEqualTo(new Token.Owner(
                        "54db9a78a7a1477fad40a9553e3b8cec", "demo", new Token.Named("default", "Default")));
        assertThat(token.domain()).isNull();
        assertThat(token.system()).isFalse();
        assertThat(token.roles()).contains("member", "reader");
        assertThat(token.methods()).containsExactly("password");
        assertThat(token.issuedAt()).isBefore(token.expiresAt());
        assertThat(token.catalog().types()).contains("compute", "volumev3", "identity");
        assertThat(token.catalog().regions()).containsExactly("RegionOne");
        assertThat(token.catalog().endpoints())
                .contains(new Endpoint(
                        "compute", "nova", EndpointInterface.PUBLIC, "RegionOne", "http://127.0.0.1:8774/v2.1"));
    }

    @Test
    void readsATokenOfTheSystem() {
        Token token = read(resource(TokenReaderTest.class, "token-system.json"));

        assertThat(token.system()).isTrue();
        assertThat(token.project()).isNull();
        assertThat(token.domain()).isNull();
    }

    @Test
    void readsATokenOfADomain() {
        Token token = read(resource(TokenReaderTest.class, "token-domain.json"));

        assertThat(token.domain()).isEqualTo(new Token.Named("default", "Default"));
        assertThat(token.project()).isNull();
        assertThat(token.system()).isFalse();
    }

    @Test
    void readsATokenWithoutScopeOrCatalog() {
        Token token = read(resource(TokenReaderTest.class, "token-unscoped.json"));

        assertThat(token.project()).isNull();
        assertThat(token.roles()).isEmpty();
        assertThat(token.catalog().endpoints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00.000000Z, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00+00:00, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00, 2026-01-01T00:00:00Z",
        "soon,",
    })
    void readsTimesLeniently(String text, Instant expected) {
        assertThat(read("{\"token\":{\"expires_at\":\"" + text + "\"}}").expiresAt())
                .isEqualTo(expected);
    }

    @Test
    void livesWithMembersOfTheWrongType() {
        Token token = read(
                "{\"token\":{\"user\":7,\"project\":[],\"roles\":{},\"methods\":\"password\",\"expires_at\":12,"
                        + "\"system\":true,\"catalog\":[null,{\"type\":\"compute\",\"endpoints\":[{\"url\":null},7,"
                        + "{\"interface\":\"public\",\"url\":\"http://nova\"},{\"interface\":\"secret\",\"url\":\"http://x\"},"
                        + "{\"interface\":\"admin\",\"region\":\"R\",\"url\":\"http://nova/admin\"}]},{\"endpoints\":[]}]}}");

        assertThat(token.user()).isNull();
        assertThat(token.methods()).isEmpty();
        assertThat(token.expiresAt()).isNull();
        assertThat(token.catalog().endpoints())
                .containsExactly(
                        new Endpoint("compute", null, EndpointInterface.PUBLIC, null, "http://nova"),
                        new Endpoint("compute", null, EndpointInterface.ADMIN, "R", "http://nova/admin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>hunter2</html>", "[]", "{}", "{\"token\":null}", "{\"token\":\"hunter2\"}"})
    void saysWhatIsWrongWithAnAnswerThatHoldsNoToken(String body) {
        assertThatThrownBy(() -> read(body))
                .isExactlyInstanceOf(OpenStackException.class)
                .hasMessageContaining("GET http://identity.example/v3/auth/tokens answered 201")
                .hasMessageContaining("body")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void missesTheHeader() {
        assertThatThrownBy(() -> TokenReader.read(
                        CALL,
                        HttpAnswer.buffered(200, HttpHeaders.EMPTY, "{\"token\":{\"methods\":[]}}".getBytes(UTF_8)),
                        ISSUER))
                .hasMessageContaining("X-Subject-Token")
                .hasMessageContaining("Is this the address of Identity's version 3?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://h:5000/identity",
                "https://h:5000/identity/",
                "https://h:5000/identity/v3",
                "https://h:5000/identity/v3/",
                "https://h:5000/identity/v2.0",
                " https://h:5000/identity/v3/auth/tokens"
            })
    void knowsIdentityByAnyOfItsAddresses(String authUrl) {
        assertThat(IdentityUrl.v3(authUrl)).isEqualTo("https://h:5000/identity/v3");
    }
}
