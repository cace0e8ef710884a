package io.github.openstackjvm.internal.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.github.openstackjvm.internal.config.Tree.Fields;

/** The public clouds that are known without any file: where they are, and which regions they have. */
final class Vendors {
    private static final String FILE = "vendors.yaml";

    private Vendors() {}

    /** The profile of this name. */
    static Optional<Fields> profile(String name) {
        return read().get(name) instanceof Fields profile ? Optional.of(profile) : Optional.empty();
    }

    /** All names, in the order of the alphabet. */
    static List<String> names() {
        return read().fields().keySet().stream().sorted().toList();
    }

    private static Fields read() {
        try (InputStream in = Objects.requireNonNull(Vendors.class.getResourceAsStream(FILE), FILE)) {
            Problems problems = new Problems();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Fields all = YamlFile.parse(new Source(null, 0, "built-in " + FILE), text, problems);
            problems.raise();
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
