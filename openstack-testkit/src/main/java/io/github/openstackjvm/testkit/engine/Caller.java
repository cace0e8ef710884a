package io.github.openstackjvm.testkit.engine;

import java.util.Set;

/**
 * Who calls, as their token says.
 *
 * @param userId the user
 * @param userName the user's name
 * @param projectId the project the token is valid for; empty when it is none
 * @param projectName that project's name
 * @param domainId the domain the token is valid for; empty when it is none
 * @param system whether the token is valid for the whole system
 * @param roles names of the roles the token carries
 * @param token what Keystone knows of the token
 */
public record Caller(
        String userId,
        String userName,
        String projectId,
        String projectName,
        String domainId,
        boolean system,
        Set<String> roles,
        Row token) {

    /** Whether the caller may do what only administrators may. */
    public boolean admin() {
        return roles.contains("admin");
    }
}
