package io.github.openstackjvm.testkit;

/**
 * What a client of the fake cloud logs in with. Users and projects are of the default domain.
 *
 * @param user name of the user
 * @param password the user's
 * @param project name of a project in which the user has a role
 */
public record Account(String user, String password, String project) {

    /** User and project. */
    @Override
    public String toString() {
        return user + " in " + project;
    }
}
