package io.github.openstackjvm.internal.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.EndpointInterface;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes a cloud's values as the entry of a clouds.yaml. */
public final class YamlText {
    /** What the name of the entry says, and what its other values came from. */
    private static final List<String> DONE = List.of("name", "profile", "cloud");

    private YamlText() {}

    /**
     * The file's text.
     *
     * @param secrets whether they are written, too; without them, only what is known here and no secret is
     */
    public static String of(String name, Settings settings, boolean secrets) {
        Map<String, Object> auth = new LinkedHashMap<>();
        Map<String, Object> proxies = new LinkedHashMap<>();
        Map<String, Object> entry = new LinkedHashMap<>(Map.of("auth", auth));
        settings.table().forEach((key, setting) -> {
            if (DONE.contains(key) || !(secrets || Keys.open(key))) {
                return;
            }
            Object plain = plain(setting.value());
            Object value = secrets || !(plain instanceof String text) ? plain : Shown.withoutUser(text);
            if (key.startsWith("auth.")) {
                auth.put(key.substring(5), value);
            } else if (key.startsWith("proxies.")) {
                proxies.put(key.substring(8), value);
            } else {
                entry.put(key, value);
            }
        });
        if (!proxies.isEmpty()) {
            entry.put("proxies", proxies);
        }
        DumperOptions block = new DumperOptions();
        block.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        block.setWidth(1000);
        return new Yaml(block).dump(Map.of("clouds", Map.of(name, entry)));
    }

    private static Object plain(Object value) {
        if (value instanceof Secret secret) {
            return secret.reveal();
        } else if (value instanceof Duration time) {
            return time.toMillis() % 1000 == 0 ? (Object) time.toSeconds() : (Object) (time.toMillis() / 1000.0);
        } else if (value instanceof EndpointInterface face) {
            return face.wire();
        } else if (value instanceof List<?> list) {
            return list.stream().map(item -> item == null ? "" : plain(item)).toList();
        }
        return value instanceof Boolean || value instanceof Number || value instanceof Map
                ? value
                : String.valueOf(value);
    }
}
