package io.github.openstackjvm.testkit.objectstore;

import java.util.Set;

/**
 * Who calls, as Identity says.
 *
 * @param roles in lower case
 */
record Identity(String userId, String userName, String projectId, String projectName, Set<String> roles) {

    /** Whether the caller may do everything, in all accounts. */
    boolean reseller() {
        return roles.contains("reselleradmin");
    }
}
