package io.github.openstackjvm.testkit.scenario;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.objectstore.AccountUpdate;
import io.github.openstackjvm.objectstore.ContainerSpec;
import io.github.openstackjvm.objectstore.Containers;
import io.github.openstackjvm.objectstore.SignedBy;
import io.github.openstackjvm.objectstore.StorageAccount;
import io.github.openstackjvm.objectstore.StoredObject;
import io.github.openstackjvm.objectstore.StoredObjects;
import io.github.openstackjvm.objectstore.TempUrl;
import io.github.openstackjvm.objectstore.UploadForm;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.transfer.Content;
import io.github.openstackjvm.transport.HttpAnswer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What those can do who have no token, but something that an owner has signed. */
@Scenario
class SignedLinksScenario {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Secret KEY = Secret.of("k\u00e4y");

    private static StoredObjects signed(Cloud cloud, Scratch scratch) {
        return new Shelf(cloud, scratch)
                .container(ContainerSpec.named(scratch.name("signed ü")).tempUrlKey(KEY));
    }

    @Test
    void linksAllowWhatTheySay(Cloud cloud, CloudConfig config, Scratch scratch) {
        StoredObjects objects = signed(cloud, scratch);
        try (Visitor visitor = new Visitor(config)) {
            for (String name : new String[] {"plain.txt", "a/ü %2F?#&b", "a//b/../c"}) {
                objects.put(name, Content.of("of " + name));
                URI link = objects.tempUrl(name, TempUrl.get().validFor(HOUR));
                HttpAnswer answer = visitor.get(link);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(Visitor.text(answer)).isEqualTo("of " + name);
                assertThat(visitor.send("HEAD", link, Map.of(), null).status()).isEqualTo(200);
                assertThat(visitor.send("PUT", link, Map.of(), "x").status()).isEqualTo(401);
                URI other = URI.create(link.toString().replace("?temp_url_sig", "x?temp_url_sig"));
                assertThat(visitor.get(other).status()).isEqualTo(401);
            }
            URI put = objects.tempUrl("new", TempUrl.put().validFor(HOUR));
            assertThat(visitor.send("PUT", put, Map.of("Content-Type", "text/x"), "hello")
                            .status())
                    .isEqualTo(201);
            assertThat(objects.get("new").contentType()).isEqualTo("text/x");
            assertThat(visitor.send("HEAD", put, Map.of(), null).status()).isEqualTo(200);
            assertThat(visitor.get(put).status()).isEqualTo(401);
            // Else who may put an object could make it one out of the segments of another.
            HttpAnswer manifest = visitor.send("PUT", put, Map.of("X-Object-Manifest", "a/b"), "");
            assertThat(manifest.status()).isEqualTo(400);
            assertThat(Visitor.text(manifest))
                    .isEqualTo("The header 'X-Object-Manifest' is not allowed in this tempurl");

            URI post = objects.tempUrl("new", TempUrl.post().validFor(HOUR));
            assertThat(visitor.send("POST", post, Map.of("X-Object-Meta-A", "1"), "")
                            .status())
                    .isEqualTo(202);
            assertThat(objects.get("new").metadata()).containsEntry("a", "1");
            URI head = objects.tempUrl("new", TempUrl.head().validFor(HOUR));
            HttpAnswer about = visitor.send("HEAD", head, Map.of(), null);
            assertThat(about.status()).isEqualTo(200);
            assertThat(about.headers().first("X-Object-Meta-A")).isEmpty();
            assertThat(visitor.get(head).status()).isEqualTo(401);
            URI delete = objects.tempUrl("new", TempUrl.delete().validFor(HOUR));
            assertThat(visitor.send("DELETE", delete, Map.of(), null).status()).isEqualTo(204);
            assertThat(objects.find("new")).isEmpty();
        }
    }

    @Test
    void linksHaveTermsAndAnEnd(Cloud cloud, CloudConfig config, Scratch scratch) {
        StoredObjects objects = signed(cloud, scratch);
        objects.put("dir/o.txt", Content.of("hello"));
        objects.put("dir/p.txt", Content.of("world"));
        objects.put("q", Content.of("no"));
        try (Visitor visitor = new Visitor(config)) {
            URI link = objects.tempUrl("dir/o.txt", TempUrl.get().validFor(HOUR));
            assertThat(visitor.get(link).headers().first("Content-Disposition"))
                    .hasValue("attachment; filename=\"o.txt\"; filename*=UTF-8''o.txt");
            assertThat(visitor.get(link).headers().first("Expires")).isPresent();
            link = objects.tempUrl("dir/o.txt", TempUrl.get().validFor(HOUR).filename("n ü.txt"));
            assertThat(visitor.get(link).headers().first("Content-Disposition"))
                    .hasValue("attachment; filename=\"n %C3%BC.txt\"; filename*=UTF-8''n%20%C3%BC.txt");
            link = objects.tempUrl("dir/o.txt", TempUrl.get().validFor(HOUR).inline());
            assertThat(visitor.get(link).headers().first("Content-Disposition")).hasValue("inline");
            link = objects.tempUrl(
                    "dir/o.txt", TempUrl.get().validFor(HOUR).iso8601().signedBy(SignedBy.SHA512));
            assertThat(link.toString()).contains("Z");
            assertThat(visitor.get(link).status()).isEqualTo(200);
            link = objects.tempUrl("dir/o.txt", TempUrl.get().validFor(HOUR).signedBy(SignedBy.SHA1));
            assertThat(visitor.get(link).status()).isEqualTo(200);

            link = objects.tempUrl("dir/o.txt", TempUrl.get().validFor(HOUR).prefix("dir/"));
            assertThat(visitor.get(link).status()).isEqualTo(200);
            assertThat(Visitor.text(visitor.get(URI.create(link.toString().replace("o.txt?", "p.txt?")))))
                    .isEqualTo("world");
            assertThat(visitor.get(URI.create(link.toString().replace("dir/o.txt?", "q?")))
                            .status())
                    .isEqualTo(401);
            link = objects.tempUrl("dir/o.txt", TempUrl.get().validFor(HOUR).ipRange("127.0.0.0/8"));
            assertThat(visitor.get(link).status()).isEqualTo(200);
            link = objects.tempUrl("dir/o.txt", TempUrl.get().validFor(HOUR).ipRange("192.0.2.1"));
            assertThat(visitor.get(link).status()).isEqualTo(401);

            link = objects.tempUrl("dir/o.txt", TempUrl.get().until(Instant.parse("2001-01-01T00:00:00Z")));
            HttpAnswer late = visitor.get(link);
            assertThat(late.status()).isEqualTo(401);
            assertThat(Visitor.text(late)).isEqualTo("401 Unauthorized: Temp URL invalid\n");
            link = objects.tempUrl("dir/o.txt", TempUrl.get().validFor(HOUR).key(Secret.of("another")));
            assertThat(visitor.get(link).status()).isEqualTo(401);
        }
        assertThatExceptionOfType(InvalidSpec.class).isThrownBy(() -> objects.tempUrl("q", TempUrl.get()));
        assertThatExceptionOfType(InvalidSpec.class)
                .isThrownBy(
                        () -> objects.tempUrl("q", TempUrl.get().validFor(HOUR).prefix("dir/")));
    }

    @Test
    void keysAreOfTheContainerOrOfTheAccount(Cloud cloud, CloudConfig config, Scratch scratch) {
        StoredObjects objects = new Shelf(cloud, scratch).container("keys");
        objects.put("o", Content.of("hello"));
        TempUrl read = TempUrl.get().validFor(HOUR);
        StorageAccount account = cloud.objectstore().account();
        scratch.undo(() -> account.update(new AccountUpdate().removeMetadata("Temp-URL-Key", "Temp-URL-Key-2")));
        account.update(new AccountUpdate().removeMetadata("Temp-URL-Key", "Temp-URL-Key-2"));
        assertThat(account.get().tempUrlKey()).isNull();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> objects.tempUrl("o", read))
                .withMessageContaining("has a key to sign links with");
        account.update(new AccountUpdate().tempUrlKey(Secret.of("first")).tempUrlKey2(Secret.of("second")));
        assertThat(account.get().tempUrlKey()).isEqualTo(Secret.of("first"));
        assertThat(account.get().metadata()).doesNotContainKey("temp-url-key");
        Containers containers = cloud.objectstore().containers();
        try (Visitor visitor = new Visitor(config)) {
            assertThat(visitor.get(objects.tempUrl("o", read)).status()).isEqualTo(200);
            URI second = objects.tempUrl("o", TempUrl.get().validFor(HOUR).key(Secret.of("second")));
            assertThat(visitor.get(second).status()).isEqualTo(200);
            containers.update(objects.container(), containers.changes().tempUrlKey2(Secret.of("own")));
            assertThat(containers.get(objects.container()).tempUrlKey2()).isEqualTo(Secret.of("own"));
            URI own = objects.tempUrl("o", TempUrl.get().validFor(HOUR).key(Secret.of("own")));
            assertThat(visitor.get(own).status()).isEqualTo(200);
            containers.update(objects.container(), containers.changes().removeMetadata("Temp-URL-Key-2"));
            assertThat(visitor.get(own).status()).isEqualTo(401);
        }
    }

    private static HttpAnswer post(Visitor visitor, UploadForm form, Map<String, String> files) {
        StringBuilder body = new StringBuilder();
        form.fields()
                .forEach((name, value) -> body.append("--border\r\nContent-Disposition: form-data; name=\"")
                        .append(name)
                        .append("\"\r\n\r\n")
                        .append(value)
                        .append("\r\n"));
        files.forEach(
                (name, text) -> body.append("--border\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                        .append(name)
                        .append("\"\r\nContent-Type: text/x\r\n\r\n")
                        .append(text)
                        .append("\r\n"));
        body.append("--border--\r\n");
        Map<String, String> headers = Map.of("Content-Type", "multipart/form-data; boundary=border");
        return visitor.send("POST", form.action(), headers, body.toString());
    }

    @Test
    void formsPutObjects(Cloud cloud, CloudConfig config, Scratch scratch) {
        StoredObjects objects = signed(cloud, scratch);
        Map<String, String> two = new LinkedHashMap<>(Map.of("a.txt", "first"));
        two.put("ü b.txt", "second");
        try (Visitor visitor = new Visitor(config)) {
            UploadForm form = objects.uploadForm(
                    "in/ö-", new UploadForm.Terms(KEY, HOUR).maxFiles(2).maxFileBytes(6));
            HttpAnswer answer = post(visitor, form, two);
            assertThat(answer.status()).isEqualTo(201);
            assertThat(objects.list().stream().map(StoredObject::name)).containsExactly("in/ö-a.txt", "in/ö-ü b.txt");
            assertThat(objects.get("in/ö-a.txt").contentType()).isEqualTo("text/x");
            String text =
                    objects.download("in/ö-ü b.txt").read(in -> new String(in.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(text).isEqualTo("second");

            HttpAnswer large = post(visitor, form, Map.of("large", "seven77"));
            assertThat(large.status()).isEqualTo(400);
            assertThat(Visitor.text(large)).contains("FormPost: max_file_size exceeded");
            HttpAnswer forged = post(
                    visitor,
                    objects.uploadForm("", new UploadForm.Terms(Secret.of("other"), HOUR)),
                    Map.of("forged", "x"));
            assertThat(forged.status()).isEqualTo(401);
            assertThat(Visitor.text(forged)).contains("FormPost: Invalid Signature");
            HttpAnswer many = post(visitor, objects.uploadForm("many/", new UploadForm.Terms(KEY, HOUR)), two);
            assertThat(many.status()).isEqualTo(400);
            assertThat(Visitor.text(many)).contains("FormPost: Max File Count Exceeded");

            UploadForm back = objects.uploadForm(
                    "back/",
                    new UploadForm.Terms(KEY, HOUR)
                            .redirect("https://example.org/done?x=1")
                            .signedBy(SignedBy.SHA512)
                            .deleteAfter(HOUR));
            HttpAnswer redirected = post(visitor, back, Map.of("o", "x"));
            assertThat(redirected.status()).isEqualTo(303);
            assertThat(redirected.headers().first("Location"))
                    .hasValue("https://example.org/done?x=1&status=201&message=");
            assertThat(objects.get("back/o").deleteAt()).isNotNull();
            assertThat(objects.list().prefix("forged").toList()).isEmpty();
        }
    }
}
