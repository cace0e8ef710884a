package io.github.openstackjvm.objectstore;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.stub.ObjectStoreSocket;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Links and forms, held against what python's hmac makes of the same text. */
class SignaturesTest {
    private static final Secret KEY = Secret.of("mykey");
    private static final Instant END = Instant.ofEpochSecond(1_900_000_000);

    private static <R> R objects(Function<StoredObjects, R> work) {
        try (ObjectStoreSocket store = new ObjectStoreSocket((head, peer) -> {
            throw new AssertionError("Nothing is asked: " + head);
        })) {
            return work.apply(store.cloud().objectstore().objects("c d"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String query(URI link) {
        return link.getRawQuery();
    }

    @Test
    void namesAreSignedAsTheyAreAndSentEncoded() {
        URI link =
                objects(of -> of.tempUrl("a/\u00fc %?", TempUrl.get().until(END).key(KEY)));
        assertThat(link.getRawPath()).isEqualTo("/v1/AUTH_x/c%20d/a/%C3%BC%20%25%3F");
        // hmac.new(b'mykey', 'GET\n1900000000\n/v1/AUTH_x/c d/a/ü %?'.encode(), 'sha256')
        assertThat(query(link))
                .isEqualTo(
                        "temp_url_sig=e7ce6e6bbffe80cf2bf23b9e728c6fba8e9affa89d93c3892516eca2a78967b3&temp_url_expires=1900000000");
    }

    @Test
    void termsAreSignedOrSaid() {
        URI link = objects(of -> of.tempUrl(
                "a/b",
                TempUrl.put()
                        .until(END)
                        .key(KEY)
                        .signedBy(SignedBy.SHA1)
                        .prefix("a/")
                        .ipRange("10.0.0.0/8")
                        .filename("x y")
                        .inline()
                        .iso8601()));
        // hmac.new(b'mykey', b'ip=10.0.0.0/8\nPUT\n1900000000\nprefix:/v1/AUTH_x/c d/a/', 'sha1')
        assertThat(query(link))
                .isEqualTo(
                        "temp_url_sig=fa8df6d416061ec6583a5902b4d35aeda2538432&temp_url_expires=2030-03-17T17%3A46%3A40Z"
                                + "&temp_url_prefix=a%2F&temp_url_ip_range=10.0.0.0%2F8&filename=x%20y&inline");
    }

    @Test
    void aLinkHasOneEnd() {
        objects(of -> {
            assertThatExceptionOfType(InvalidSpec.class)
                    .isThrownBy(() -> of.tempUrl("a", TempUrl.get().key(KEY)));
            assertThatExceptionOfType(InvalidSpec.class)
                    .isThrownBy(() ->
                            of.tempUrl("a", TempUrl.get().key(KEY).until(END).validFor(Duration.ofHours(1))));
            return assertThatExceptionOfType(InvalidSpec.class)
                    .isThrownBy(() ->
                            of.tempUrl("b", TempUrl.get().key(KEY).until(END).prefix("a")));
        });
        assertThat(TempUrl.get().key(KEY)).hasToString("TempUrl[GET]");
    }

    @Test
    void formsAreSigned() {
        UploadForm form = objects(of -> of.uploadForm(
                "in/",
                new UploadForm.Terms(KEY, Duration.ofHours(1))
                        .redirect("https://example.org/")
                        .maxFiles(2)
                        .maxFileBytes(100)
                        .deleteAfter(Duration.ofMinutes(1))));
        Map<String, String> fields = form.fields();
        assertThat(form.action().getRawPath()).isEqualTo("/v1/AUTH_x/c%20d/in/");
        assertThat(fields)
                .containsEntry("redirect", "https://example.org/")
                .containsEntry("max_file_size", "100")
                .containsEntry("max_file_count", "2")
                .containsEntry("x_delete_after", "60");
        String text = "/v1/AUTH_x/c d/in/\nhttps://example.org/\n100\n2\n" + fields.get("expires");
        assertThat(fields).containsEntry("signature", SignedBy.SHA256.sign(text, KEY));
        assertThat(fields.keySet())
                .containsExactly(
                        "redirect", "max_file_size", "max_file_count", "expires", "signature", "x_delete_after");
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(() -> new UploadForm.Terms(KEY, Duration.ofHours(1)).maxFiles(0));
    }
}
