package io.github.openstackjvm.internal.config;

import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.openstackjvm.internal.config.Tree.Fields;
import io.github.openstackjvm.internal.config.Tree.Text;
import org.jspecify.annotations.Nullable;

import static java.util.Map.entry;

/** {@code ~/.openstack/providers.ini}: a section per provider, seven keys, empty ones as good as absent. */
final class ProvidersFile {
    private static final Map<String, String> KEYS = Map.ofEntries(
            entry("username", "username"),
            entry("password", "password"),
            entry("auth-endpoint", "auth_url"),
            entry("tenant-id", "project_id"),
            entry("tenant-name", "project_name"),
            entry("region", "region_name"),
            entry("apikey", "api_key"));

    private final Path file;
    private final Map<String, Fields> sections = new LinkedHashMap<>();

    ProvidersFile(Surroundings around, Problems problems) {
        this.file = around.home().resolve(".openstack/providers.ini");
        if (Files.isRegularFile(file)) {
            try {
                FileText.read(file, problems).ifPresent(text -> parse(text, problems));
            } catch (AccessDeniedException e) {
                problems.add("Cannot read %s: permission denied".formatted(file));
            }
        }
    }

    Path file() {
        return file;
    }

    /** Those that say anything: the one that comes with a fresh file is empty. */
    Map<String, Fields> sections() {
        Map<String, Fields> filled = new LinkedHashMap<>(sections);
        filled.values().removeIf(section -> section.fields().isEmpty());
        return filled;
    }

    private void parse(String text, Problems problems) {
        String section = null;
        Map<String, Tree> values = new LinkedHashMap<>();
        Source begin = Source.line(file, 1);
        int number = 0;
        for (String raw : text.lines().toList()) {
            Source source = Source.line(file, ++number);
            String line = raw.strip();
            int equals = line.indexOf('=');
            if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
                continue;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                close(section, values, begin);
                section = line.substring(1, line.length() - 1).strip();
                values = new LinkedHashMap<>();
                begin = source;
            } else if (equals > 0 && section != null) {
                add(
                        values,
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip(),
                        source);
            } else {
                problems.add("Cannot read %s: neither a [section] nor key = value within one".formatted(source));
            }
        }
        close(section, values, begin);
    }

    private void close(@Nullable String section, Map<String, Tree> values, Source begin) {
        if (section != null) {
            Tree key = values.get("api_key");
            if (key != null && !values.containsKey("password")) {
                // Here a key is always Rackspace's, whatever address stands beside it.
                values.put("auth_type", new Text("rackspace_apikey", key.source()));
            }
            sections.merge(section, new Fields(values, begin), Fields::overlaidBy);
        }
    }

    private static void add(Map<String, Tree> values, String key, String value, Source source) {
        if (!value.isEmpty()) {
            values.put(KEYS.getOrDefault(key, key), new Text(value, source));
        }
    }
}
