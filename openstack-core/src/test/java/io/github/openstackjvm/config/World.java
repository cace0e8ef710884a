package io.github.openstackjvm.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.openstackjvm.error.ConfigInvalid;
import io.github.openstackjvm.internal.config.Surroundings;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A world of one's own: directories below a temporary one, and variables, for a configuration to be found in. */
final class World {
    final Path work;
    final Path home;
    final Path site;
    final Map<String, String> variables = new HashMap<>();
    final Set<Path> exposed = new HashSet<>();

    World(Path root) {
        work = root.resolve("work");
        home = root.resolve("home");
        site = root.resolve("etc");
    }

    World with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /** Writes {@code work/clouds.yaml}. */
    World clouds(String yaml) {
        write(work.resolve("clouds.yaml"), yaml);
        return this;
    }

    /** Writes {@code work/secure.yaml}. */
    World secure(String yaml) {
        write(work.resolve("secure.yaml"), yaml);
        return this;
    }

    /** Writes {@code work/clouds-public.yaml}. */
    World profiles(String yaml) {
        write(work.resolve("clouds-public.yaml"), yaml);
        return this;
    }

    Path write(Path file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    Path write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Surroundings around() {
        return Surroundings.of(variables, work, home, site, exposed::contains);
    }

    CloudConfig named(String cloud) {
        return CloudConfig.named(cloud, around());
    }

    CloudConfig discover() {
        return CloudConfig.discover(around());
    }

    CloudConfig environment() {
        return CloudConfig.fromEnvironment(around());
    }

    /** What is wrong with this cloud. */
    List<String> problems(String cloud) {
        return catchThrowableOfType(ConfigInvalid.class, () -> named(cloud)).problems();
    }

    /** What keeps this world from having a cloud at all. */
    List<String> problems() {
        return catchThrowableOfType(ConfigInvalid.class, this::discover).problems();
    }

    /** Path and line within {@code work}. */
    String at(String file, int line) {
        return work.resolve(file) + ":" + line;
    }
}
