package io.github.openstackjvm.objectstore;

/**
 * One entry of the lists of who may read or write a container beside its owner: {@code spec.readableBy(AccessRule.project(id))}.
 * What Swift calls a list is these entries with commas between them.
 */
public final class AccessRule {
    static final String EVERYBODY = ".r:*";

    private AccessRule() {}

    /** Everybody, without a token, too. For reading only; and objects only, unless {@link #listings} is in the list, too. */
    public static String everybody() {
        return EVERYBODY;
    }

    /** Those whom other entries let read the objects without a token may list them, too. */
    public static String listings() {
        return ".rlistings";
    }

    /** Those who come from a page of this host, such as {@code example.org}, or of a host below {@code .example.org}. */
    public static String referrer(String host) {
        return ".r:" + host;
    }

    /** But not those who come from a page of this host. Later entries go before earlier ones. */
    public static String notReferrer(String host) {
        return ".r:-" + host;
    }

    /** All users of the project with this id. */
    public static String project(String projectId) {
        return projectId + ":*";
    }

    /** The user with this id, as a member of the project with that one. */
    public static String user(String projectId, String userId) {
        return projectId + ":" + userId;
    }

    /** All who have a token, of any project. */
    public static String authenticated() {
        return "*:*";
    }
}
