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

/** Looks for the files of clouds: of each kind, the first one that can be read counts. */
final class FileSearch {
    private static final List<String> SUFFIXES = List.of(".yaml", ".yml", ".json");

    private final Surroundings around;
    private final Problems problems;
    private final List<Path> unreadable = new ArrayList<>();
    private final List<Path> found = new ArrayList<>();

    /** What cannot be understood becomes a problem. */
    FileSearch(Surroundings around, Problems problems) {
        this.around = around;
        this.problems = problems;
    }

    /**
     * A mapping of names out of a file; empty when there is none.
     *
     * @param kind the file's name without its suffix
     * @param variable names a file that goes first
     * @param name the key of the mapping
     */
    Fields section(String kind, String variable, String name) {
        Tree section = load(kind, variable).map(fields -> fields.get(name)).orElse(null);
        if (section instanceof Fields fields) {
            return fields;
        }
        if (section != null) {
            problems.add("%s of %s must be a mapping of names".formatted(name, section.source()));
        }
        return Fields.empty(Source.CODE);
    }

    /** Whether no file was found. */
    boolean isEmpty() {
        return found.isEmpty();
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

    private Optional<Fields> load(String kind, String variable) {
        Optional<Path> named = around.variable(variable).map(around::resolve);
        if (named.isPresent() && !isFile(named.get())) {
            problems.add(
                    "There is no file %s; it was named to be read, in code or by %s".formatted(named.get(), variable));
            return Optional.empty();
        }
        Stream<Path> searched = around.searched().stream()
                .flatMap(directory -> SUFFIXES.stream().map(suffix -> directory.resolve(kind + suffix)));
        List<Path> existing = Stream.concat(named.stream(), searched)
                .filter(FileSearch::isFile)
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
