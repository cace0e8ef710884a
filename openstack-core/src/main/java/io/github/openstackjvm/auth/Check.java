package io.github.openstackjvm.auth;

import java.net.URI;

/** What the authentication methods refuse before anything is sent. */
final class Check {
    private Check() {}

    static String given(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " must not be empty");
        }
        return value;
    }

    /** An absolute http or https address, returned without the slash at its end. */
    static String address(String what, String url) {
        URI uri;
        try {
            uri = URI.create(given(what, url).trim());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(what + " is not a URL: '" + url + "'", e);
        }
        String scheme = String.valueOf(uri.getScheme());
        if (!(scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https")) || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    what + " must be an address with http or https and a host, not '" + url + "'");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(what + " must have neither user information nor a query nor a fragment");
        }
        return uri.toString().replaceAll("/+$", "");
    }
}
