package io.github.openstackjvm.network;

import io.github.openstackjvm.resource.Spec;

/** A metering label to create. */
public final class MeteringLabelSpec extends Spec<MeteringLabelSpec> {

    /** A label of this name. */
    public static MeteringLabelSpec named(String name) {
        return new MeteringLabelSpec().name(name);
    }

    /** Need not be unique. */
    public MeteringLabelSpec name(String name) {
        return set("name", name);
    }

    /** For people. */
    public MeteringLabelSpec description(String description) {
        return set("description", description);
    }

    /** Whether it counts for all projects. */
    public MeteringLabelSpec shared(boolean shared) {
        return set("shared", shared);
    }

    /** For the project with this id instead of the caller's. */
    public MeteringLabelSpec projectId(String projectId) {
        return set("project_id", projectId);
    }
}
