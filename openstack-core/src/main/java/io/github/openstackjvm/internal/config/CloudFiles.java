package io.github.openstackjvm.internal.config;

import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.openstackjvm.internal.config.Tree.Fields;
import io.github.openstackjvm.internal.config.Tree.Text;
import org.jspecify.annotations.Nullable;

/** clouds.yaml with secure.yaml over it, and clouds-public.yaml for the gaps. Of each kind, the first file found counts. */
final class CloudFiles {
    private static final int DEEPEST_PROFILE = 5;
    private static final List<String> SUFFIXES = List.of(".yaml", ".yml", ".json");

    private final Surroundings around;
    private final Problems problems;
    private final List<Path> unreadable = new ArrayList<>();
    private final List<Path> found = new ArrayList<>();
    private final Fields clouds;

    /** Reads what there is; what cannot be understood becomes a problem. */
    CloudFiles(Surroundings around, Problems problems) {
        this.around = around;
        this.problems = problems;
        Fields open = section(load("clouds", "OS_CLIENT_CONFIG_FILE"), "clouds");
        Fields secure = section(load("secure", "OS_CLIENT_SECURE_FILE"), "clouds");
        this.clouds = open.overlaidBy(secure);
    }

    /** The names of all entries, in their order. */
    List<String> names() {
        return List.copyOf(clouds.fields().keySet());
    }

    /** The files that were read, in words. */
    String read() {
        return found.stream().map(Path::toString).collect(Collectors.joining(" and "));
    }

    /** Where files were looked for, in words. */
    String searched() {
        String places = around.searched().stream().map(Path::toString).collect(Collectors.joining(", "));
        return unreadable.isEmpty() ? places : places + "; not allowed to read " + unreadable;
    }

    /**
     * The entry of this name with its profile's values in the gaps.
     *
     * @throws io.github.openstackjvm.error.ConfigInvalid when there is none
     */
    Loaded entry(String name) {
        Tree entry = clouds.fields().get(name);
        if (entry == null) {
            problems.add(
                    found.isEmpty()
                            ? "There is no clouds.yaml with a cloud '%s': looked in %s".formatted(name, searched())
                            : "Unknown cloud '%s' in %s: it lists %s"
                                    .formatted(name, read(), names().isEmpty() ? "none" : String.join(", ", names())));
            problems.raise();
            return Loaded.NOTHING;
        }
        Source source = entry.source();
        if (!(entry instanceof Fields) && clouds.get(name) != null) {
            problems.add("Cloud '%s' of %s must be a mapping".formatted(name, source));
        }
        Fields own = entry instanceof Fields fields ? fields : Fields.empty(source);
        Fields whole = withProfile(own, 0);
        return new Loaded(name, "cloud '%s' (%s)".formatted(name, source), whole, problems.found());
    }

    /** A profile may name another one, as that of a vendor names the address where the vendor keeps it. */
    private Fields withProfile(Fields entry, int depth) {
        Tree wanted = Optional.ofNullable(entry.get("profile")).orElse(entry.get("cloud"));
        if (!(wanted instanceof Text text) || text.text() == null || text.text().isEmpty()) {
            return entry; // anything but a text is a problem that is found with the other types
        }
        if (depth == DEEPEST_PROFILE) {
            problems.add("The profiles of %s name each other".formatted(text.source()));
            return entry;
        }
        Fields profiles = section(load("clouds-public", "OS_CLIENT_VENDOR_FILE"), "public-clouds");
        Optional<Fields> found = profiles.get(text.text()) instanceof Fields own
                ? Optional.of(own)
                : text.text().contains("://")
                        ? new RemoteProfile(around.fetch(), problems).read(text.text(), text.source())
                        : Vendors.profile(text.text());
        if (found.isPresent()) {
            return withProfile(found.get(), depth + 1).overlaidBy(entry);
        }
        if (!text.text().contains("://")) {
            problems.add("Unknown profile '%s' (%s): clouds-public.yaml lists %s, and built in are %s"
                    .formatted(
                            Shown.text(text.text()),
                            text.source(),
                            profiles.fields().isEmpty()
                                    ? "none, looked in " + searched()
                                    : String.join(", ", profiles.fields().keySet()),
                            String.join(", ", Vendors.names())));
        }
        return entry;
    }

    private Fields section(Optional<Fields> file, String name) {
        Tree section = file.map(fields -> fields.get(name)).orElse(null);
        if (section instanceof Fields fields) {
            return fields;
        }
        if (section != null) {
            problems.add("%s of %s must be a mapping of names".formatted(name, section.source()));
        }
        return Fields.empty(Source.CODE);
    }

    private Optional<Fields> load(String kind, @Nullable String variable) {
        Optional<Path> named =
                Optional.ofNullable(variable).flatMap(around::variable).map(around::resolve);
        if (named.isPresent() && !isFile(named.get())) {
            problems.add(
                    "There is no file %s; it was named to be read, in code or by %s".formatted(named.get(), variable));
            return Optional.empty();
        }
        Stream<Path> searched = around.searched().stream()
                .flatMap(directory -> SUFFIXES.stream().map(suffix -> directory.resolve(kind + suffix)));
        List<Path> existing = Stream.concat(named.stream(), searched)
                .filter(CloudFiles::isFile)
                .toList();
        for (Path file : existing) {
            try {
                Fields read = YamlFile.read(file, problems);
                found.add(file);
                return Optional.of(read);
            } catch (AccessDeniedException e) {
                unreadable.add(file); // as openstacksdk: an administrator's file must not lock out one's own
            }
        }
        return Optional.empty();
    }

    /** Pipes, too. */
    private static boolean isFile(Path path) {
        return Files.exists(path) && !Files.isDirectory(path);
    }
}
