package io.github.openstackjvm.testkit;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** The requests that a seed comes to, in the name of what they are for. */
final class SeedRequests {
    private final FakeCloud fake;
    private String project = "";
    private String what = "";

    SeedRequests(FakeCloud fake) {
        this.fake = fake;
    }

    /** From now on it is about this one, in this project. */
    void about(String thing, String projectId) {
        what = thing;
        project = projectId;
    }

    /** What it is about, for whoever got it wrong. */
    String what() {
        return what;
    }

    String project() {
        return project;
    }

    /** A text, or a map of text, file, or a size of that many zeros. */
    FakeBody content(Seed value) {
        if (!value.isMap()) {
            return FakeBody.of(value.text());
        }
        Map<String, Seed> fields = value.entries("content");
        Seed text = fields.get("text");
        Seed file = fields.get("file");
        Seed size = fields.get("size");
        if (text != null) {
            return FakeBody.of(text.text());
        }
        if (size != null) {
            return FakeBody.of(new byte[size.number()]);
        }
        if (file == null) {
            throw value.wrong(what + " needs text, file or size");
        }
        Path folder = value.folder();
        Path path = folder == null ? Path.of(file.text()) : folder.resolve(file.text());
        try {
            return FakeBody.of(Files.readAllBytes(path));
        } catch (IOException e) {
            throw file.wrong(what + ": the file " + path + " cannot be read");
        }
    }

    /** The id of what is named; of several of one name, that of the project itself. */
    String reference(Seed value, String rows) {
        String name = value.text();
        FakeCollection all = fake.world().collection(fake.region(), rows);
        List<Row> named = all.where(row -> (row.is("name", name) || row.id().equals(name)) && !row.is("deleted"));
        if (named.isEmpty()) {
            String kind = rows.substring(rows.indexOf('/') + 1).replace('_', ' ');
            throw value.wrong(what + ": there is no " + name + " among the " + kind + "; there are "
                    + all.all().stream().map(row -> row.text("name")).toList());
        }
        return named.stream()
                .filter(row -> row.is("project_id", project))
                .findFirst()
                .orElse(named.get(0))
                .id();
    }

    Optional<Row> find(String rows, String id) {
        FakeCollection all = fake.world().collection(fake.region(), rows);
        return all.find(id).or(() -> all.first("name", id));
    }

    Map<String, Object> post(Seed place, String path, String key, @Nullable Object body) {
        return send(place, HttpMethod.POST, path, key.isEmpty() ? Json.object(body) : Json.map(key, body));
    }

    Map<String, Object> send(Seed place, HttpMethod method, String path, Map<String, Object> body) {
        HttpHeaders headers =
                HttpHeaders.of("Content-Type", "application/json").with("OpenStack-API-Version", version(path));
        FakeResponse answer = request(place, method, path, headers, FakeBody.of(Json.bytes(body)));
        return Json.object(json(answer));
    }

    private static String version(String path) {
        // Later ones make no keys.
        return path.endsWith("/os-keypairs")
                ? "compute 2.91"
                : path.startsWith("compute") ? "compute latest" : "volume latest";
    }

    private static @Nullable Object json(FakeResponse answer) {
        try {
            return answer.body().length() == 0 ? null : Json.read(answer.body().bytes());
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    FakeResponse request(Seed place, HttpMethod method, String path, HttpHeaders headers, FakeBody body) {
        FakeRequest request = FakeRequest.of(
                method, FakeCloud.ORIGIN + "/" + inProject(path), headers.with("X-Auth-Token", "seed"), body);
        FakeResponse answer = new Exchange(fake, request).handle();
        if (answer.status() >= 300) {
            throw place.wrong(what + " is refused with " + answer.status() + ": " + words(json(answer)));
        }
        return answer;
    }

    // Cinder has the project in its paths.
    private String inProject(String path) {
        return path.startsWith("block-storage/v3/") ? path.replaceFirst("v3/", "v3/" + project + "/") : path;
    }

    private static String words(@Nullable Object answer) {
        Object inside = answer;
        while (inside instanceof Map<?, ?> map) {
            Object message = map.get("message");
            if (message instanceof String text) {
                return text;
            }
            inside = map.isEmpty() ? null : map.values().iterator().next();
        }
        return String.valueOf(answer);
    }

    static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
