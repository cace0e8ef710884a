package io.github.openstackjvm.network.qos;

import java.util.List;

import io.github.openstackjvm.resource.Spec;

/** A policy for the quality of service to create, without a rule yet. For administrators, usually. */
public final class QosPolicySpec extends Spec<QosPolicySpec> {

    /** A policy of this name. */
    public static QosPolicySpec named(String name) {
        return new QosPolicySpec().name(name);
    }

    /** Need not be unique. */
    public QosPolicySpec name(String name) {
        return set("name", name);
    }

    /** For people. */
    public QosPolicySpec description(String description) {
        return set("description", description);
    }

    /** Whether every project may use it. */
    public QosPolicySpec shared(boolean shared) {
        return set("shared", shared);
    }

    /** Whether the project's new networks get it. */
    public QosPolicySpec isDefault(boolean isDefault) {
        return set("is_default", isDefault);
    }

    /** For the project with this id instead of the caller's. */
    public QosPolicySpec projectId(String projectId) {
        return set("project_id", projectId);
    }

    @Override
    protected List<String> required() {
        return List.of("name");
    }

    /** What can be changed of a policy; its rules have verbs of their own. */
    public static final class Update extends Spec<Update> {

        /** Another name. */
        public Update name(String name) {
            return set("name", name);
        }

        /** For people. */
        public Update description(String description) {
            return set("description", description);
        }

        /** Whether every project may use it. */
        public Update shared(boolean shared) {
            return set("shared", shared);
        }

        /** Whether the project's new networks get it. */
        public Update isDefault(boolean isDefault) {
            return set("is_default", isDefault);
        }

        /** Only if nobody has changed it since it had this revision number; otherwise the update is refused. */
        public Update ifRevision(int revisionNumber) {
            return header("If-Match", "revision_number=" + revisionNumber);
        }
    }
}
