package io.github.openstackjvm.testkit.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.HttpMethod;
import org.jspecify.annotations.Nullable;

/**
 * One operation the fake knows.
 *
 * @param method the verb
 * @param path below the root of the service's API, with {@code {name}} for one segment and {@code {name...}} for the rest
 * @param pattern the segments of the path
 * @param since the first microversion that has it; null for all
 * @param until the last microversion that has it; null for all
 * @param open whether it may be called without a token
 * @param handler what answers
 */
public record Route(
        HttpMethod method,
        String path,
        List<String> pattern,
        @Nullable String since,
        @Nullable String until,
        boolean open,
        Handler handler) {

    /** The values of the path's variables, or null when the path does not match. */
    @Nullable
    Map<String, String> match(List<String> segments) {
        boolean tail = path.endsWith("...}");
        if (tail ? segments.size() < pattern.size() : segments.size() != pattern.size()) {
            return null;
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String part = pattern.get(i);
            if (part.endsWith("...}")) {
                values.put(
                        part.substring(1, part.length() - 4), String.join("/", segments.subList(i, segments.size())));
            } else if (part.startsWith("{")) {
                values.put(part.substring(1, part.length() - 1), segments.get(i));
            } else if (!part.equals(segments.get(i))) {
                return null;
            }
        }
        return values;
    }

    /** Fixed segments win over variables. */
    int variables() {
        return (int) pattern.stream().filter(part -> part.startsWith("{")).count();
    }

    /** Method and path. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
