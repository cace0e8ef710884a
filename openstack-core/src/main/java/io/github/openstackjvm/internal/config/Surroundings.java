package io.github.openstackjvm.internal.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All that configuration may see of the world outside.
 *
 * @param environment its variables
 * @param workingDirectory where relative paths begin
 * @param home the user's directory
 * @param searched the directories that are searched for files, first things first
 * @param exposed whether other users of the machine may read a file
 * @param fetch reads an address of the web; fails with what is wrong
 */
public record Surroundings(
        Map<String, String> environment,
        Path workingDirectory,
        Path home,
        List<Path> searched,
        Predicate<Path> exposed,
        Fetch fetch) {

    /** Reads what is at an address. */
    @FunctionalInterface
    public interface Fetch {
        /** All of it; bounded in size and time. */
        byte[] read(URI address) throws IOException;
    }

    /** Copies the variables and directories. */
    public Surroundings {
        environment = Map.copyOf(environment);
        searched = List.copyOf(searched);
    }

    /** With the directories that openstacksdk searches, the machine's own one last. */
    public static Surroundings of(
            Map<String, String> environment, Path workingDirectory, Path home, Path site, Predicate<Path> exposed) {
        Optional<Path> xdg = Optional.ofNullable(environment.get("XDG_CONFIG_HOME"))
                .filter(value -> !value.isEmpty())
                .map(value -> Path.of(value, "openstack"));
        List<Path> searched = Stream.of(
                        Optional.of(workingDirectory),
                        xdg,
                        Optional.of(home.resolve(".config/openstack")),
                        Optional.of(site))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return new Surroundings(environment, workingDirectory, home, searched, exposed, RemoteProfile::fetched);
    }

    /** Those of this process. */
    public static Surroundings ofProcess() {
        Map<String, String> environment = System.getenv();
        // Within a snap, HOME is the snap's own directory.
        String home = environment.getOrDefault("SNAP_REAL_HOME", System.getProperty("user.home", "."));
        return of(
                environment,
                Path.of("").toAbsolutePath(),
                Path.of(home),
                Path.of("/etc/openstack"),
                Surroundings::readableByOthers);
    }

    /** A variable that is set to something. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** The same with this clouds.yaml and what lies beside it, whatever the variables say. */
    public Surroundings onlyBeside(Path cloudsFile) {
        Path file = workingDirectory.resolve(cloudsFile);
        Path directory = Objects.requireNonNullElse(file.getParent(), workingDirectory);
        return new Surroundings(
                Map.of("OS_CLIENT_CONFIG_FILE", file.toString()),
                workingDirectory,
                home,
                List.of(directory),
                exposed,
                fetch);
    }

    /** The same with another way to the web. */
    public Surroundings fetching(Fetch other) {
        return new Surroundings(environment, workingDirectory, home, searched, exposed, other);
    }

    /** The path that is meant, with {@code ~} and relative paths as a shell reads them. */
    public Path resolve(String path) {
        if (path.equals("~") || path.startsWith("~/")) {
            return home.resolve(path.substring(Math.min(2, path.length()))).normalize();
        }
        return workingDirectory.resolve(path).normalize();
    }

    /** Where, but no variable: some are secret. */
    @Override
    public String toString() {
        return "Surroundings[" + workingDirectory + ", " + home + "]";
    }

    private static boolean readableByOthers(Path path) {
        try {
            return Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            return false; // gone meanwhile, or a file system without such permissions
        }
    }
}
