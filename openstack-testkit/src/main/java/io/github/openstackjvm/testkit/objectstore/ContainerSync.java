package io.github.openstackjvm.testkit.objectstore;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Where a container shall be copied to: only its form is looked at, nothing is ever copied away from a fake. */
final class ContainerSync {
    static final String REALM = "REALM1";
    static final String CLUSTER = "NAME1";
    private static final Set<String> HOSTS = Set.of("127.0.0.1");

    private ContainerSync() {}

    /** Refuses a target that is none. */
    static void check(String target) {
        String complaint = complaint(target.replaceAll("/+$", ""), target);
        if (!complaint.isEmpty()) {
            throw new Refused(400, complaint);
        }
    }

    private static String complaint(String target, String original) {
        if (target.isEmpty()) {
            return "";
        } else if (target.startsWith("//")) {
            return inRealm(target.substring(2).split("/", -1), original);
        }
        try {
            URI uri = new URI(target);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme();
            if (!scheme.equals("http") && !scheme.equals("https")) {
                return "Invalid scheme '" + scheme
                        + "' in X-Container-Sync-To, must be \"//\", \"http\", or \"https\".";
            } else if (uri.getPath() == null || uri.getPath().isEmpty()) {
                return "Path required in X-Container-Sync-To";
            } else if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
                return "Params, queries, and fragments not allowed in X-Container-Sync-To";
            }
            String host = uri.getHost() == null ? "None" : uri.getHost();
            return HOSTS.contains(host) ? "" : "Invalid host '" + host + "' in X-Container-Sync-To";
        } catch (URISyntaxException e) {
            return "Invalid X-Container-Sync-To format '" + original + "'";
        }
    }

    private static String inRealm(String[] parts, String original) {
        if (parts.length != 4) {
            return "Invalid X-Container-Sync-To format '" + original + "'";
        } else if (!parts[0].toUpperCase(Locale.ROOT).equals(REALM)) {
            return "No realm key for '" + parts[0] + "'";
        }
        return parts[1].toUpperCase(Locale.ROOT).equals(CLUSTER)
                ? ""
                : "No cluster endpoint for '" + parts[0] + "' '" + parts[1] + "'";
    }
}
