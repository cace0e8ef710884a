package io.github.openstackjvm.internal.config;

import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.internal.config.Tree.Fields;
import io.github.openstackjvm.internal.config.Tree.Text;

/** The files {@code username}, {@code password} and {@code apikey} of {@code ~/.openstack}: each one value. */
final class CredentialFiles {
    private final Path directory;
    private final Map<String, Tree> values = new LinkedHashMap<>();
    private final Map<String, Tree> address = new LinkedHashMap<>();

    CredentialFiles(Surroundings around, Problems problems) {
        this.directory = around.home().resolve(".openstack");
        read(directory.resolve("username"), "username", problems);
        read(directory.resolve("password"), "password", problems);
        read(directory.resolve("apikey"), "api_key", problems);
        around.variable("OS_AUTH_URL")
                .ifPresent(url -> address.put("auth_url", new Text(url, Source.variable("OS_AUTH_URL"))));
    }

    private void read(Path file, String key, Problems problems) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            // Only the newline that editors add: a password may well end in a blank, and may be empty.
            FileText.read(file, problems)
                    .ifPresent(text -> values.put(key, new Text(text.replaceFirst("\\R+$", ""), Source.line(file, 0))));
        } catch (AccessDeniedException e) {
            problems.add("Cannot read %s: permission denied".formatted(file));
        }
    }

    Path directory() {
        return directory;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** A password goes before an API key. */
    Loaded loaded() {
        Map<String, Tree> entry = new LinkedHashMap<>(address);
        entry.putAll(values);
        if (entry.containsKey("password")) {
            entry.remove("api_key");
        }
        return new Loaded("", "the files of " + directory, new Fields(entry, Source.line(directory, 0)), List.of());
    }
}
