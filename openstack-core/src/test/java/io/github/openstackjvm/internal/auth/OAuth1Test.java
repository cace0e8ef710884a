package io.github.openstackjvm.internal.auth;

import java.time.Instant;
import java.util.Map;

import io.github.openstackjvm.resource.Secret;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OAuth1Test {
    private static final Instant NOW = Instant.ofEpochSecond(137131202);

    private static String header(String url) {
        OAuth1 signer = new OAuth1(
                "dpf43f3p2l4k3l03",
                Secret.of("kd94hf93k423kf44"),
                Map.of("oauth_token", "nnch734d00sl2jdk"),
                Secret.of("pfkkdhi9sl3r4s00"));
        return signer.header("POST", url, NOW, "chapoH");
    }

    @Test
    void signsAsOpensslDoes() {
        // printf %s "$base" | openssl dgst -sha1 -hmac 'kd94hf93k423kf44&pfkkdhi9sl3r4s00' -binary | base64
        assertThat(header("https://photos.example.net/v3/auth/tokens"))
                .startsWith("OAuth oauth_consumer_key=\"dpf43f3p2l4k3l03\", oauth_nonce=\"chapoH\", ")
                .contains("oauth_signature=\"YvDgtbjQh9iNy%2Bf2ZVwpGB4Ut%2BY%3D\"")
                .contains("oauth_timestamp=\"137131202\"")
                .contains("oauth_token=\"nnch734d00sl2jdk\"");
    }

    @Test
    void takesTheAddressAsTheServerSeesIt() {
        assertThat(header("https://photos.example.net:443/v3")).isEqualTo(header("https://PHOTOS.example.net/v3"));
        assertThat(header("https://photos.example.net:5000/v3")).isNotEqualTo(header("https://photos.example.net/v3"));
    }

    @Test
    void hidesItsSecrets() {
        assertThat(header("http://h/p")).doesNotContain("kd94hf93k423kf44").doesNotContain("pfkkdhi9sl3r4s00");
    }
}
