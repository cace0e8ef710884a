package io.github.openstackjvm.internal.config;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.internal.config.Tree.Fields;

/** Finds the one cloud that is meant. */
public final class Sources {
    private final Surroundings around;
    private final Problems problems = new Problems();

    private Sources(Surroundings around) {
        this.around = around;
    }

    /** The entry of this name. */
    public static Loaded named(String cloud, Surroundings around) {
        return new Sources(around).named(cloud);
    }

    /** The names of all entries. */
    public static List<String> names(Surroundings around) {
        Sources sources = new Sources(around);
        List<String> names = new CloudFiles(around, sources.problems).names();
        sources.problems.raise();
        return names;
    }

    /** The variables. */
    public static Loaded environment(Surroundings around) {
        return Environment.read(around);
    }

    /** The first source that exists, alone. */
    public static Loaded discover(Surroundings around) {
        return new Sources(around).discover();
    }

    private Loaded named(String cloud) {
        return new CloudFiles(around, problems).entry(cloud);
    }

    private Loaded discover() {
        String chosen = around.variable("OS_CLOUD").orElse("");
        if (!chosen.isEmpty()) {
            return named(chosen);
        }
        if (Environment.namesACloud(around)) {
            return Environment.read(around);
        }
        CloudFiles files = new CloudFiles(around, problems);
        problems.raise(); // a broken clouds.yaml is not an absent one
        List<String> names = files.names();
        if (names.size() > 1) {
            problems.add("%s lists several clouds: %s. Set OS_CLOUD to one of them, or name it in code"
                    .formatted(files.read(), String.join(", ", names)));
        }
        problems.raise();
        return names.isEmpty() ? provider(files) : files.entry(names.get(0));
    }

    private Loaded provider(CloudFiles files) {
        ProvidersFile providers = new ProvidersFile(around, problems);
        Map<String, Fields> sections = providers.sections();
        if (sections.size() == 1) {
            String name = sections.keySet().iterator().next();
            Fields section = sections.values().iterator().next();
            return new Loaded(name, "provider '%s' (%s)".formatted(name, section.source()), section, problems.found());
        }
        problems.add(
                sections.isEmpty()
                        ? "No cloud is configured: neither OS_CLOUD nor OS_AUTH_URL is set, there is no clouds.yaml in "
                                + files.searched() + ", and nothing in " + providers.file()
                        : "%s has several sections: %s"
                                .formatted(providers.file(), String.join(", ", sections.keySet())));
        problems.raise();
        return Loaded.NOTHING;
    }
}
