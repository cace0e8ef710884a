package io.github.openstackjvm.internal.config;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Where a value came from.
 *
 * @param file null when it is no file
 * @param line counted from 1; 0 when the whole file is meant
 * @param label what is shown where there is no file, such as an address
 */
public record Source(@Nullable Path file, int line, String label) {
    /** Given by the program. */
    public static final Source CODE = new Source(null, 0, "code");

    /** A line of a file. */
    public static Source line(Path file, int line) {
        return new Source(file, line, "");
    }

    /** This line of it. */
    public Source at(int number) {
        return new Source(file, number, label);
    }

    /** A variable of the environment. */
    public static Source variable(String name) {
        return new Source(null, 0, "$" + name);
    }

    /** As in {@code /etc/openstack/clouds.yaml:4}, {@code $OS_USERNAME} or {@code code}. */
    @Override
    public String toString() {
        String place = file == null ? label : file.toString();
        return line == 0 ? place : place + ":" + line;
    }
}
