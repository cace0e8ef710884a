package io.github.openstackjvm.internal.config;

import java.util.ArrayList;
import java.util.List;

import io.github.openstackjvm.error.ConfigInvalid;

/** Collects what is wrong, so that one error can name all of it. */
public final class Problems {
    private final List<String> found = new ArrayList<>();

    /** Notes a problem once. It must show no secret. */
    public void add(String problem) {
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    /** The same for several. */
    public void addAll(List<String> problems) {
        problems.forEach(this::add);
    }

    /** What was noted. */
    public List<String> found() {
        return List.copyOf(found);
    }

    /** Ends here when there is anything wrong. */
    public void raise() {
        if (!found.isEmpty()) {
            throw new ConfigInvalid(found);
        }
    }
}
