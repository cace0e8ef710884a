package io.github.openstackjvm.testkit;

/** Assertions about a project. */
public final class ProjectAssert extends ResourceAssert<ProjectAssert> {
    ProjectAssert(Found found) {
        super(found, ProjectAssert.class);
    }

    /** It can be used. */
    public ProjectAssert isEnabled() {
        return has("enabled", true);
    }

    /** It cannot be used. */
    public ProjectAssert isDisabled() {
        return has("enabled", false);
    }

    /** It has this tag. */
    public ProjectAssert hasTag(String tag) {
        return hasAmong("tags", "tag", tag);
    }
}
