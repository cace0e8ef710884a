package io.github.openstackjvm.internal.discovery;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.github.openstackjvm.internal.json.JsonObject;
import io.github.openstackjvm.session.ApiVersion;
import io.github.openstackjvm.session.Microversion;
import io.github.openstackjvm.session.VersionInfo;
import io.github.openstackjvm.transport.HttpAnswer;
import org.jspecify.annotations.Nullable;

/** Reads the versions out of what a service answered, in whichever of the forms in use. */
final class VersionDocument {
    private VersionDocument() {}

    /**
     * The versions announced, empty when this is no version document.
     *
     * @param links makes an address out of a link of the document
     */
    static List<VersionInfo> read(HttpAnswer answer, Function<String, String> links) {
        // Most services answer a list of several versions with 300, some with 200.
        if (answer.status() != 200 && answer.status() != 300) {
            return List.of();
        }
        JsonObject body;
        try {
            body = JsonObject.read(answer.bytes());
        } catch (IOException e) {
            return List.of();
        }
        return entries(body).stream()
                .flatMap(entry -> version(entry, answer, links).stream())
                .toList();
    }

    private static List<JsonObject> entries(JsonObject body) {
        if (body.has("versions")) {
            // Keystone and Barbican: {"versions": {"values": []}}; all others: {"versions": []}.
            List<JsonObject> values = body.object("versions").objects("values");
            return values.isEmpty() ? body.objects("versions") : values;
        }
        JsonObject single = body.object("version");
        // Magnum and older Ironic: the version itself is the document.
        return List.of(single.has("id") ? single : body);
    }

    private static Optional<VersionInfo> version(JsonObject entry, HttpAnswer answer, Function<String, String> links) {
        return entry.text("id").flatMap(id -> parsed(id, ApiVersion::of)).map(version -> {
            @Nullable Microversion min = microversion(entry, answer, "min_version", "minimum");
            @Nullable Microversion max = microversion(entry, answer, "max_version", "maximum");
            if (max == null) {
                max = microversion(entry, answer, "version", "maximum");
            }
            return new VersionInfo(
                    version, entry.text("status").orElse(""), max == null ? null : min, max, links.apply(self(entry)));
        });
    }

    private static @Nullable Microversion microversion(
            JsonObject entry, HttpAnswer answer, String name, String header) {
        return entry.text(name)
                .or(() -> header(answer, "-api-" + header + "-version"))
                .flatMap(text -> parsed(text, Microversion::of))
                .orElse(null);
    }

    /** Ironic before Queens told its range in X-OpenStack-Ironic-API-Minimum-Version and …-Maximum-Version only. */
    private static Optional<String> header(HttpAnswer answer, String ending) {
        return answer.headers().toMap().entrySet().stream()
                .filter(line -> line.getKey().startsWith("x-openstack-")
                        && line.getKey().toLowerCase(Locale.ROOT).endsWith(ending))
                .map(Map.Entry::getValue)
                .map(values -> values.get(0))
                .findFirst();
    }

    private static String self(JsonObject entry) {
        return entry.objects("links").stream()
                .filter(link -> link.text("rel").filter("self"::equals).isPresent())
                .flatMap(link -> link.text("href").stream())
                .findFirst()
                .orElse("");
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // "latest", "experimental": no number
        }
    }
}
