package io.github.openstackjvm.testkit.engine;

import java.util.regex.Pattern;

/** How microversions compare: {@code 2.9} comes before {@code 2.10}. */
public final class Microversions {
    private static final Pattern FORM = Pattern.compile("[1-9]\\d*\\.(0|[1-9]\\d*)");

    private Microversions() {}

    /** Whether the text is a major and a minor number. */
    public static boolean valid(String text) {
        return FORM.matcher(text).matches();
    }

    /** Negative, zero or positive as the first is older than, the same as, or newer than the second. */
    public static int compare(String one, String other) {
        int major = Integer.compare(part(one, 0), part(other, 0));
        return major != 0 ? major : Integer.compare(part(one, 1), part(other, 1));
    }

    /** Whether the version is none that a route excludes. */
    public static boolean fits(Route route, String version) {
        String since = route.since();
        String until = route.until();
        return (since == null || compare(version, since) >= 0) && (until == null || compare(version, until) <= 0);
    }

    private static int part(String version, int index) {
        return Integer.parseInt(version.substring(
                index == 0 ? 0 : version.indexOf('.') + 1, index == 0 ? version.indexOf('.') : version.length()));
    }
}
