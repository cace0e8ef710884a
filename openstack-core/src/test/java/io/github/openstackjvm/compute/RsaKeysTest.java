package io.github.openstackjvm.compute;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.resource.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RsaKeysTest {
    /** By {@code openssl pkeyutl -encrypt}, with the public key to those in {@code keys}. */
    private static final String PASSWORD =
            "brqEU9DfiNq/RJfAWr268dTX7uPsaSfWhWY7T9A9hntxbqm6hnl5twG+QzbHQw4cnoF22TvysvkQrSMjMnfwr7"
                    + "O2ExBtv084PlIcdqW7WzQ2SJ0vy5QKA94BAWBvUluUExJr7BdDgr4l5WKgGH+HfNPO+5JI2Q1ey5jrwtCWalo=";

    private static Secret key(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(RsaKeysTest.class.getResourceAsStream("/keys/" + name + ".pem"))) {
            return Secret.of(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        }
    }

    /** As OpenSSL writes them, old and new, and as OpenSSH does. */
    @ParameterizedTest
    @ValueSource(strings = {"pkcs1", "pkcs8", "openssh"})
    void decryptsWithAKeyInAnyForm(String form) throws IOException {
        assertThat(RsaKeys.decrypt(PASSWORD, RsaKeys.read(key(form))).reveal()).isEqualTo("pässword");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pkcs1-encrypted", "pkcs8-encrypted", "openssh-encrypted"})
    void saysThatAKeyHasToBeDecryptedFirst(String form) throws IOException {
        Secret key = key(form);
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> RsaKeys.read(key))
                .withMessageContaining("is encrypted itself");
    }

    @Test
    void saysThatAKeyIsOfTheWrongKind() throws IOException {
        Secret key = key("ed25519");
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> RsaKeys.read(key))
                .withMessageContaining("RSA only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n!!!!\n-----END PRIVATE KEY-----",
                "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----"
            })
    void aDamagedKeyIsNotQuoted(String text) {
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> RsaKeys.read(Secret.of(text)))
                .withMessageNotContaining("AAAA")
                .withNoCause();
    }

    @Test
    void aPasswordForAnotherKeyIsNotDecrypted() throws IOException {
        String other = "A" + PASSWORD.substring(1);
        Secret key = key("pkcs8");
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> RsaKeys.decrypt(other, RsaKeys.read(key)))
                .withMessageContaining("encrypted for another one");
    }
}
