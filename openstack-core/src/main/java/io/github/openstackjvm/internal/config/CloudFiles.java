package io.github.openstackjvm.internal.config;

import java.util.List;

import io.github.openstackjvm.internal.config.Tree.Fields;

/** clouds.yaml with secure.yaml over it, and profiles for the gaps. */
final class CloudFiles {
    private final Surroundings around;
    private final Problems problems;
    private final FileSearch files;
    private final Fields clouds;

    /** Reads what there is; what cannot be understood becomes a problem. */
    CloudFiles(Surroundings around, Problems problems) {
        this.around = around;
        this.problems = problems;
        this.files = new FileSearch(around, problems);
        Fields open = files.section("clouds", "OS_CLIENT_CONFIG_FILE", "clouds");
        Fields secure = files.section("secure", "OS_CLIENT_SECURE_FILE", "clouds");
        this.clouds = open.overlaidBy(secure);
    }

    /** The names of all entries, in their order. */
    List<String> names() {
        return List.copyOf(clouds.fields().keySet());
    }

    /** The files that were read, in words. */
    String read() {
        return files.read();
    }

    /** Where files were looked for, in words. */
    String searched() {
        return files.searched();
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
                    files.isEmpty()
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
        Fields whole = Profiles.filled(own, around, files, problems);
        return new Loaded(name, "cloud '%s' (%s)".formatted(name, source), whole, problems.found());
    }
}
