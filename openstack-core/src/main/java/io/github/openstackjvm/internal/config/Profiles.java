package io.github.openstackjvm.internal.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.internal.config.Tree.Fields;
import io.github.openstackjvm.internal.config.Tree.Text;

/**
 * What is known of public clouds: in clouds-public.yaml, built in, or at an address of the vendor. An entry names one of them
 * as its profile, whose values fill the gaps.
 */
public final class Profiles {
    private static final int DEEPEST = 5;

    private final Surroundings around;
    private final FileSearch files;
    private final Problems problems;

    private Profiles(Surroundings around, FileSearch files, Problems problems) {
        this.around = around;
        this.files = files;
        this.problems = problems;
    }

    /** This cloud with the values of the profile that code names. */
    public static Loaded named(String profile, Loaded loaded, Surroundings around) {
        Fields wanted = new Fields(Map.of("profile", new Text(profile, Source.CODE)), Source.CODE);
        return filled(
                new Loaded(loaded.name(), loaded.where(), loaded.entry().overlaidBy(wanted), loaded.problems()),
                around);
    }

    /** This cloud with the values of the profile that it names itself, if any. */
    static Loaded filled(Loaded loaded, Surroundings around) {
        Problems problems = new Problems();
        problems.addAll(loaded.problems());
        Fields whole = filled(loaded.entry(), around, new FileSearch(around, problems), problems);
        return new Loaded(loaded.name(), loaded.where(), whole, problems.found());
    }

    /** The same for an entry of these files. */
    static Fields filled(Fields entry, Surroundings around, FileSearch files, Problems problems) {
        return new Profiles(around, files, problems).fill(entry, 0);
    }

    /** A profile may name another one, as that of a vendor names the address where the vendor keeps it. */
    private Fields fill(Fields entry, int depth) {
        Tree wanted = Optional.ofNullable(entry.get("profile")).orElse(entry.get("cloud"));
        if (!(wanted instanceof Text text) || text.text() == null || text.text().isEmpty()) {
            return entry; // anything but a text is a problem that is found with the other types
        }
        if (depth == DEEPEST) {
            problems.add("The profiles of %s name each other".formatted(text.source()));
            return entry;
        }
        return find(text.text(), text.source())
                .map(profile -> fill(profile, depth + 1).overlaidBy(entry))
                .orElse(entry);
    }

    private Optional<Fields> find(String name, Source source) {
        Fields listed = files.section("clouds-public", "OS_CLIENT_VENDOR_FILE", "public-clouds");
        if (listed.get(name) instanceof Fields own) {
            return Optional.of(own);
        } else if (name.contains("://")) {
            return new RemoteProfile(around.fetch(), problems).read(name, source);
        }
        Optional<Fields> builtIn = Vendors.profile(name);
        if (builtIn.isEmpty()) {
            List<String> others = List.copyOf(listed.fields().keySet());
            problems.add("Unknown profile '%s' (%s): clouds-public.yaml lists %s, and built in are %s"
                    .formatted(
                            Shown.text(name),
                            source,
                            others.isEmpty() ? "none, looked in " + files.searched() : String.join(", ", others),
                            String.join(", ", Vendors.names())));
        }
        return builtIn;
    }
}
