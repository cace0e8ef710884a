package io.github.openstackjvm.internal.http;

import java.io.IOException;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RedactionTest {
    private static final String TOKEN = "gAAAAABrAmoazaUYkW58B3F3eExskS2FJeOJyAo14Tht6M7kGtKTezouZw";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://h/v2.1/servers?limit=5&marker=x | http://h/v2.1/servers?limit=5&marker=x",
                "https://user:pl@nted@h:5000/v3 | https://***@h:5000/v3",
                "https://h/v1/A/c/o?temp_url_sig=planted&temp_url_expires=9 | https://h/v1/A/c/o?temp_url_sig=***&temp_url_expires=9",
                "http://h/?Signature=planted&X-Amz-Security-Token=planted | http://h/?Signature=***&X-Amz-Security-Token=***",
                "http://h/vnc?path=%3Ftoken%3Dplanted&token=planted#f | http://h/vnc?path=%3Ftoken%3D***&token=***#f",
                "http://h/?next=a%3fpath%3D1%26sig%3dplanted | http://h/?next=a%3fpath%3D1%26sig%3d***",
                "http://h/?auth%5Ftoken=planted | http://h/?auth%5Ftoken=***",
                "http://h/v2.1/os-console-auth-tokens/planted | http://h/v2.1/os-console-auth-tokens/***",
                "http://h/v3/users/x/password | http://h/v3/users/x/password",
                "http://h/v1/secrets/x?name=a@b | http://h/v1/secrets/x?name=a@b"
            })
    void hidesSecretsOfUrls(String url, String shown) {
        assertThat(Redaction.url(url)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Auth-Token",
                "x-subject-token",
                "X-Service-Token",
                "Authorization",
                "Proxy-Authorization",
                "Set-Cookie",
                "Cookie",
                "X-Auth-Key",
                "X-Storage-Token",
                "X-Account-Meta-Temp-Url-Key",
                "X-Account-Meta-Temp-URL-Key-2",
                "X-Container-Meta-Temp-Url-Key",
                "X-Container-Sync-Key",
                "Openstack-Auth-Receipt",
                "X-Admin-Secret",
                "X-My-Password"
            })
    void hidesTheseHeaders(String name) {
        assertThat(Redaction.header(name, "planted")).isEqualTo("***");
    }

    @ParameterizedTest
    @CsvSource({
        "X-Openstack-Request-Id, req-1",
        "Content-Type, application/json",
        "Etag, abc",
        "X-Container-Meta-Color, red"
    })
    void showsOtherHeaders(String name, String value) {
        assertThat(Redaction.header(name, value)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"password\": \"planted\", \"n\": 1}",
                "{\"adminPass\":\"planted\"}",
                "{\"admin_pass\" : \"pla\\\"planted\\\\\"}",
                "{\"a\": {\"user_data\": \"planted\", \"private_key\": \"planted\"}}",
                "{\"original_password\": 123planted}",
                "{\"auth\": {\"identity\": {\"methods\": [\"token\"], \"token\": {\"id\": \"planted\"}}}}",
                "{\"access\": {\"token\": {\"id\": \"planted\", \"x\": \"}\"}}, \"k\": 1}",
                "{\"credential\": {\"access\": \"planted\", \"secret\": \"planted\", \"blob\": \"{\\\"a\\\": \\\"planted\\\"}\"}}",
                "{\"payload\": \"planted\", \"passcode\": \"planted\", \"psk\": \"planted\"}",
                "{\"secret\": [\"planted\", {\"a\": \"]planted\"}], \"b\": \"c\"}",
                "{\"error_message\": \"{\\\"password\\\": \\\"pla\\\\\\\"planted\\\", \\\"a\\\": 1}\"}",
                "{\"message\": \"Value: {'name': 'x', 'adminPass': 'planted', 'user_data': b'planted'}\"}",
                "{\"message\": \"Value: {'adminPass': \\\"it's planted\\\", 'a': 1}\"}",
                "{\"message\": \"Value: {'adminPass': 'it\\\\'s \\\"planted', 'a': 1}\"}",
                "{\"message\": \"Invalid input for field/attribute user_data. Value: planted. 'planted' is not a 'base64'\"}",
                "{\"message\": \"Invalid input for field 'password': ['planted'] is not of type 'string'\"}",
                "{\"message\": \"Invalid input for field 'user/password': ['planted'] is not of type 'string'\"}",
                "{\"description\": \"Provided object does not match schema 'Secret': ['planted']. Invalid property: 'payload'\"}",
                "{\"message\": \"Invalid input for psk. Reason: 'planted' is too short.\"}",
                "{\"message\": \"see http://h/?token=planted\", \"url\": \"http://u:planted@h/\"}",
                "<pre>{&quot;password&quot;: &quot;planted&quot;, &#x27;secret&#x27;: &#x27;planted&#x27;}</pre>",
                "X-Auth-Token: planted\nAuthorization: Bearer planted\n",
                "password=planted&a=b",
                "{\"api_key\": \"planted\", \"apiKey\": \"planted\", \"apikey\": \"planted\", \"oauth_verifier\": \"planted\"}",
                "device_code=planted&code_verifier=planted&client_assertion=planted&SAMLResponse=planted"
            })
    void hidesSecretsOfAnyTextHoweverItIsCutOff(String text) {
        String shown = Redaction.text(text);
        assertThat(shown).doesNotContain("planted").containsAnyOf("***", "not shown");
        assertThat(Redaction.text(shown)).as("masked twice").isEqualTo(shown);
        for (int end = 0; end < text.length(); end++) {
            assertThat(Redaction.text(text.substring(0, end))).doesNotContain("planted");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"password\": \"p\", \"token\": {\"id\": [1, \"}\"]}, \"secret\": 5, \"pwd\": null, \"a\": \"b\\\"\"}",
                "{\"message\": \"Invalid input for field 'password': ['p'] is not of type\", \"code\": 400}",
                "{\"message\": \"{'adminPass': 'p'}\", \"e\": \"{\\\"password\\\": {\\\"a\\\": 1}, \\\"b\\\": [\\\"\\\"]}\"}"
            })
    void leavesJsonReadable(String json) throws IOException {
        assertThat(new ObjectMapper().readTree(Redaction.text(json))).hasSameSizeAs(new ObjectMapper().readTree(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"key_name\": \"k\", \"public_key\": \"ssh-rsa AAAA\", \"secret_ref\": \"http://h/v1/secrets/1\"}",
                "{\"methods\": [\"password\", \"token\"], \"password_expires_at\": \"2030\", \"has_password\": true}",
                "{\"message\": \"Invalid input for field 'name': 5 is not of type 'string'\"}",
                "{\"pwd\": null, \"accessible\": \"yes\", \"tokenizer\": 1}",
                "Invalid password: it must have eight characters"
            })
    void showsWhatIsNoSecret(String text) {
        assertThat(Redaction.text(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This is not a recognized Fernet token %s",
                "{\"x\": \"%s\"}",
                "http://h/v2.0/tokens/%s/endpoints"
            })
    void knowsATokenByItsLook(String text) {
        assertThat(Redaction.text(text.formatted(TOKEN))).isEqualTo(text.formatted("***"));
    }
}
