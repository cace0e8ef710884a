package io.github.openstackjvm.internal.json;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Where the services put the address of a list's next page. */
final class Links {
    private Links() {}

    /** The keys beside the list under this key. */
    static List<String> names(String key) {
        // Cinder calls the links beside "volume_types" and "groups" those of one.
        return List.of(key + "_links", key.replaceFirst("s$", "") + "_links", "links", "next");
    }

    static boolean mayHold(String name, String key) {
        return names(key).contains(name);
    }

    /** Out of {@code [{"rel": "next", "href": …}]}, {@code {"next": …}} or a plain text. */
    static @Nullable String next(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue();
        } else if (node.isObject()) {
            return node.path("next").textValue();
        }
        for (JsonNode link : node) {
            if ("next".equals(link.path("rel").textValue())) {
                return link.path("href").textValue();
            }
        }
        return null;
    }
}
