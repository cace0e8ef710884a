package io.github.openstackjvm.network;

import java.util.List;

/** A subnet pool to create. */
public final class SubnetPoolSpec extends SubnetPoolFields<SubnetPoolSpec> {

    /** A subnet pool of this name. */
    public static SubnetPoolSpec named(String name) {
        return new SubnetPoolSpec().name(name);
    }

    /** Whether every project may use it; for administrators. */
    public SubnetPoolSpec shared(boolean shared) {
        return set("shared", shared);
    }

    /** For the project with this id instead of the caller's; for administrators. */
    public SubnetPoolSpec projectId(String projectId) {
        return set("project_id", projectId);
    }

    @Override
    protected List<String> required() {
        return List.of("name", "prefixes");
    }

    /** What can be changed of a subnet pool. */
    public static final class Update extends SubnetPoolFields<Update> {

        /** No scope any more. */
        public Update noAddressScope() {
            return set("address_scope_id", null);
        }

        /** Only if nobody has changed it since it had this revision number; otherwise the update is refused. */
        public Update ifRevision(int revisionNumber) {
            return header("If-Match", "revision_number=" + revisionNumber);
        }
    }
}
