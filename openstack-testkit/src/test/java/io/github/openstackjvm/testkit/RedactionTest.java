package io.github.openstackjvm.testkit;

import io.github.openstackjvm.transport.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.openstackjvm.testkit.HttpMethod.GET;
import static io.github.openstackjvm.testkit.HttpMethod.POST;
import static org.assertj.core.api.Assertions.assertThat;

class RedactionTest {
    private static final String PLANTED = "planted";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "adminPass",
                "admin_pass",
                "original_password",
                "passcode",
                "secret",
                "client_secret",
                "api_key",
                "apiKey",
                "apikey",
                "auth_key",
                "private_key",
                "blob",
                "payload",
                "psk",
                "user_data",
                "oauth_verifier",
                "access_token",
                "temp_url_sig",
                "signature"
            })
    void hidesTheseFields(String name) {
        try (FakeCloud fake = FakeCloud.start()) {
            String body = "{\"a\": [{\"%s\": \"%s\", \"name\": \"shown\"}]}".formatted(name, PLANTED);
            send(fake, POST, "/identity/v3/credentials?" + name + "=" + PLANTED, HttpHeaders.EMPTY, body);
            assertThat(fake.dump()).doesNotContain(PLANTED);
            assertThat(call(fake).body()).doesNotContain(PLANTED).contains("***", "shown");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Auth-Token",
                "X-Subject-Token",
                "X-Service-Token",
                "X-Storage-Token",
                "Authorization",
                "Cookie",
                "X-Auth-Key",
                "OpenStack-Auth-Receipt",
                "X-Account-Meta-Temp-URL-Key",
                "X-Account-Meta-Temp-Url-Key-2",
                "X-Container-Meta-Temp-URL-Key",
                "X-Container-Meta-Temp-URL-Key-2",
                "X-Container-Sync-Key"
            })
    void hidesTheseHeaders(String name) {
        try (FakeCloud fake = FakeCloud.start()) {
            send(fake, GET, "/identity/v3", HttpHeaders.EMPTY.plus(name, PLANTED), "");
            assertThat(call(fake).headers(name)).containsExactly("***");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/identity/v2.0/tokens/planted/endpoints", "/compute/v2.1/os-console-auth-tokens/planted"})
    void hidesTokensOfPaths(String path) {
        try (FakeCloud fake = FakeCloud.start()) {
            send(fake, GET, path, HttpHeaders.EMPTY, "");
            assertThat(call(fake).toString()).doesNotContain(PLANTED).contains("***");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key_name",
                "public_key",
                "secret_ref",
                "password_expires_at",
                "sort_key",
                "token_type",
                "credential_id",
                "X-Object-Meta-Color",
                "idempotency-key",
                "encryption_key_id",
                "key"
            })
    void showsOtherNames(String name) {
        assertThat(Redaction.secret(name)).isFalse();
    }

    @Test
    void showsWhatLiesBelowSuchAName() {
        try (FakeCloud fake = FakeCloud.start()) {
            String body = "{\"password\": {\"user\": {\"name\": \"demo\", \"lock_password\": true}}}";
            send(fake, POST, "/identity/v3/users", HttpHeaders.EMPTY, body);
            assertThat(call(fake).json("/password/user/name")).contains("demo");
            assertThat(call(fake).json("/password/user/lock_password")).contains(true);
        }
    }

    @Test
    void hidesWhatTheCloudItselfKnows() {
        try (FakeCloud fake = FakeCloud.start()) {
            fake.apiKey("demo", PLANTED);
            assertThat(fake.dump()).contains("api_key=***").doesNotContain(PLANTED);
        }
    }

    private static void send(FakeCloud fake, HttpMethod method, String path, HttpHeaders headers, String body) {
        fake.handle(FakeRequest.of(
                method, FakeCloud.ORIGIN + path, headers.plus("Content-Type", "application/json"), FakeBody.of(body)));
    }

    private static JournalEntry call(FakeCloud fake) {
        return fake.journal().calls().get(0);
    }
}
