package io.github.openstackjvm.internal.config;

import java.util.List;

/** Finds the one cloud that is meant. */
public final class Sources {
    private Sources() {}

    /** The entry of this name. */
    public static Loaded named(String cloud, Surroundings around) {
        Problems problems = new Problems();
        Loaded found = new CloudFiles(around, problems).entry(cloud);
        problems.raise();
        return found;
    }

    /** The names of all entries. */
    public static List<String> names(Surroundings around) {
        Problems problems = new Problems();
        List<String> names = new CloudFiles(around, problems).names();
        problems.raise();
        return names;
    }

    /** The variables. */
    public static Loaded environment(Surroundings around) {
        return Environment.read(around);
    }

    /** The first source that exists, alone. */
    public static Loaded discover(Surroundings around) {
        return Environment.read(around);
    }
}
