package io.github.openstackjvm.internal.config;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Where a value came from.
 *
 * @param file null when it is no file
 * @param line counted from 1; 0 when the whole file is meant
 * @param label what is shown instead of a file
 */
public record Source(@Nullable Path file, int line, String label) {
    /** Given by the program. */
    public static final Source CODE = new Source(null, 0, "code");

    /** A line of a file. */
    public static Source line(Path file, int line) {
        return new Source(file, line, "");
    }

    /** A variable of the environment. */
    public static Source variable(String name) {
        return new Source(null, 0, "$" + name);
    }

    /** As in {@code /etc/openstack/clouds.yaml:4}, {@code $OS_USERNAME} or {@code code}. */
    @Override
    public String toString() {
        return file == null ? label : line == 0 ? file.toString() : file + ":" + line;
    }
}
