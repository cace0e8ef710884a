package io.github.openstackjvm.internal.config;

import java.util.List;
import java.util.Map;
import java.util.Objects;

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

    /** The section of this name in providers.ini. */
    public static Loaded provider(String name, Surroundings around) {
        return new Sources(around).provider(name);
    }

    /** The files of the older library: a name with a password, or with an API key. */
    public static Loaded files(Surroundings around) {
        Sources sources = new Sources(around);
        CredentialFiles files = new CredentialFiles(around, sources.problems);
        if (files.isEmpty()) {
            sources.problems.add(
                    "There is neither a username with a password nor one with an apikey in " + files.directory());
        }
        sources.problems.raise();
        return files.loaded();
    }

    /** The environment, with the older library's files for what it lacks; or else the first source that exists. */
    public static Loaded whatever(Surroundings around) {
        Sources sources = new Sources(around);
        boolean cloud = around.variable("OS_CLOUD").isPresent();
        return !cloud && Environment.lacksOnlyCredentials(around) ? sources.completed() : sources.discover();
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

    /** The variables win. */
    private Loaded completed() {
        CredentialFiles files = new CredentialFiles(around, problems);
        problems.raise();
        Loaded variables = Environment.read(around);
        return new Loaded(
                variables.name(),
                "the environment (OS_*) with " + files.directory(),
                files.loaded().entry().overlaidBy(variables.entry()),
                variables.problems());
    }

    private Loaded provider(String name) {
        ProvidersFile providers = new ProvidersFile(around, problems);
        Fields section = providers.sections().get(name);
        if (section == null) {
            problems.add("There is no provider '%s' in %s: it has %s"
                    .formatted(
                            name,
                            providers.file(),
                            providers.sections().isEmpty()
                                    ? "none"
                                    : String.join(", ", providers.sections().keySet())));
        }
        problems.raise();
        return loaded(name, Objects.requireNonNull(section));
    }

    private static Loaded loaded(String name, Fields section) {
        return new Loaded(name, "provider '%s' (%s)".formatted(name, section.source()), section, List.of());
    }

    private Loaded provider(CloudFiles files) {
        ProvidersFile providers = new ProvidersFile(around, problems);
        Map<String, Fields> sections = providers.sections();
        if (sections.size() == 1) {
            String name = sections.keySet().iterator().next();
            Fields section = sections.values().iterator().next();
            problems.raise();
            return loaded(name, section);
        }
        CredentialFiles older = new CredentialFiles(around, problems);
        if (sections.isEmpty() && !older.isEmpty()) {
            problems.raise();
            return older.loaded();
        }
        problems.add(
                sections.isEmpty()
                        ? "No cloud is configured: neither OS_CLOUD nor OS_AUTH_URL is set, there is no clouds.yaml in "
                                + files.searched() + ", and nothing in "
                                + providers.file() + " and the files beside it"
                        : "%s has several sections: %s"
                                .formatted(providers.file(), String.join(", ", sections.keySet())));
        problems.raise();
        return Loaded.NOTHING;
    }
}
