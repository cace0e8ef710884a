package io.github.openstackjvm.internal.session;

import java.util.regex.Pattern;

/** The address of Identity's version 3, however the configuration writes it. */
public final class IdentityUrl {
    private static final Pattern TAIL = Pattern.compile("(/v\\d+(\\.\\d+)?)?(/auth/tokens)?/*$");

    private IdentityUrl() {}

    /** {@code https://host/identity/v3} for itself, and for it without {@code /v3}, with {@code /v2.0}, with slashes. */
    public static String v3(String authUrl) {
        return TAIL.matcher(authUrl.trim()).replaceFirst("") + "/v3";
    }
}
