package io.github.openstackjvm.error;

import java.util.List;

/** The configuration cannot be used. Names every problem at once, each with its source, and what to do. */
public final class ConfigInvalid extends OpenStackException {
    private static final long serialVersionUID = 1;

    private final String[] problems;

    /** With all problems, at least one. */
    public ConfigInvalid(List<String> problems) {
        super(
                problems.size() == 1
                        ? problems.get(0)
                        : problems.size() + " problems in the configuration:\n  - " + String.join("\n  - ", problems),
                ErrorContext.NONE,
                null);
        this.problems = problems.toArray(new String[0]);
    }

    /** One sentence each. */
    public List<String> problems() {
        return List.of(problems);
    }
}
