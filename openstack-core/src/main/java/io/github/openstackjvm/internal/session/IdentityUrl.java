package io.github.openstackjvm.internal.session;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses of Identity's versions, however the configuration writes them. */
public final class IdentityUrl {
    private static final Pattern TAIL = Pattern.compile("(/v\\d+(\\.\\d+)?)?(/auth/tokens|/tokens)?/*$");
    private static final Pattern VERSION = Pattern.compile(".*/v(\\d+)(\\.\\d+)?(/auth/tokens|/tokens)?/*$");

    private IdentityUrl() {}

    /** {@code https://host/identity/v3} for itself, and for it without {@code /v3}, with {@code /v2.0}, with slashes. */
    public static String v3(String authUrl) {
        return TAIL.matcher(authUrl.trim()).replaceFirst("") + "/v3";
    }

    /** The same for version 2.0. */
    public static String v2(String authUrl) {
        return TAIL.matcher(authUrl.trim()).replaceFirst("") + "/v2.0";
    }

    /** The major version that the address names; 0 when it names none. */
    public static int version(String authUrl) {
        Matcher match = VERSION.matcher(authUrl.trim());
        return match.matches() ? Integer.parseInt(match.group(1)) : 0;
    }
}
