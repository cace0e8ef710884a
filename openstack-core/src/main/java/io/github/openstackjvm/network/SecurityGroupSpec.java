package io.github.openstackjvm.network;

import io.github.openstackjvm.resource.Spec;

/** A security group to create. Everything may be left out. */
public final class SecurityGroupSpec extends Spec<SecurityGroupSpec> {

    /** A security group of this name. */
    public static SecurityGroupSpec named(String name) {
        return new SecurityGroupSpec().name(name);
    }

    /** Need not be unique; {@code default} is taken in every project. */
    public SecurityGroupSpec name(String name) {
        return set("name", name);
    }

    /** For people. */
    public SecurityGroupSpec description(String description) {
        return set("description", description);
    }

    /** Whether answers to allowed traffic pass without a rule; true unless said otherwise. */
    public SecurityGroupSpec stateful(boolean stateful) {
        return set("stateful", stateful);
    }

    /** For the project with this id instead of the caller's; for administrators. */
    public SecurityGroupSpec projectId(String projectId) {
        return set("project_id", projectId);
    }

    /** What can be changed of a security group. */
    public static final class Update extends Spec<Update> {

        /** Another name. */
        public Update name(String name) {
            return set("name", name);
        }

        /** For people. */
        public Update description(String description) {
            return set("description", description);
        }

        /** Whether answers to allowed traffic pass without a rule. Refused while a port uses the group. */
        public Update stateful(boolean stateful) {
            return set("stateful", stateful);
        }

        /** Only if nobody has changed it since it had this revision number; otherwise the update is refused. */
        public Update ifRevision(int revisionNumber) {
            return header("If-Match", "revision_number=" + revisionNumber);
        }
    }
}
