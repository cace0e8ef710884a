package io.github.openstackjvm.testkit.engine;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** How microversions compare, {@code 2.9} before {@code 2.10}, and how a call comes by its own. */
public final class Microversions {
    private static final Pattern FORM = Pattern.compile("[1-9]\\d*\\.(0|[1-9]\\d*)");

    private Microversions() {}

    /** Whether the text is a major and a minor number. */
    private static boolean valid(String text) {
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

    /** What {@code OpenStack-API-Version} asks for of the service of this name; empty when it says nothing of it. */
    public static Optional<String> asked(Call call, Predicate<String> service) {
        for (String header : call.request().headers().all("OpenStack-API-Version")) {
            for (String part : header.split(",", -1)) {
                String[] words = part.strip().split("\\s+", 3);
                if (words.length == 2 && service.test(words[0])) {
                    return Optional.of(words[1]);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Gives the call the version that was asked for, {@code latest} for the newest.
     *
     * @throws Refusal when that is none, or, in an answer that tells it, none of those there are
     */
    public static void settle(Call call, String asked, String min, String max) {
        String version = asked.equals("latest") ? max : asked;
        if (!valid(version)) {
            throw Refusal.badRequest(
                    "API Version String " + version + " is of invalid format. Must be of format MajorNum.MinorNum.");
        }
        call.microversion(version);
        if (compare(version, min) < 0 || compare(version, max) > 0) {
            throw new Refusal(
                    406,
                    "Version " + version + " is not supported by the API. Minimum is " + min + " and maximum is " + max
                            + ".");
        }
    }

    private static int part(String version, int index) {
        return Integer.parseInt(version.substring(
                index == 0 ? 0 : version.indexOf('.') + 1, index == 0 ? version.indexOf('.') : version.length()));
    }
}
