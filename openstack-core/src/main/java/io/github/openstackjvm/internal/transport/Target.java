package io.github.openstackjvm.internal.transport;

/**
 * A URL cut into what goes on the wire. Cut by hand: {@link java.net.URI} would decode, normalise and refuse what object
 * names may hold ({@code a%2Fb}, {@code //}, {@code ..}).
 *
 * @param secure https
 * @param host without the brackets of an IPv6 address
 * @param authority as in the URL: the value of the Host header
 * @param path path and query, verbatim
 */
record Target(boolean secure, String host, int port, String authority, String path) {

    static Target of(String url) {
        boolean secure = url.startsWith("https://");
        int start = secure ? 8 : 7;
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String authority = url.substring(start, end);
        if (authority.indexOf('@') >= 0) {
            throw new IllegalArgumentException("A URL must not hold a user or password");
        }
        int bracket = authority.lastIndexOf(']');
        int colon = authority.indexOf(':', Math.max(bracket, 0));
        String host = colon < 0 ? authority : authority.substring(0, colon);
        if (bracket > 0 && host.startsWith("[")) {
            host = host.substring(1, host.length() - 1);
        }
        if (host.isEmpty()) {
            throw new IllegalArgumentException("The URL names no host");
        }
        return new Target(secure, host, port(authority, colon, secure), authority, path(url, end));
    }

    /** How messages name it. */
    String label() {
        return host.indexOf(':') < 0 ? host + ":" + port : "[" + host + "]:" + port;
    }

    private static int port(String authority, int colon, boolean secure) {
        if (colon < 0 || colon == authority.length() - 1) {
            return secure ? 443 : 80;
        }
        try {
            int port = Integer.parseInt(authority, colon + 1, authority.length(), 10);
            if (port > 0 && port <= 0xffff) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Not a port: " + authority, e);
        }
        throw new IllegalArgumentException("Not a port: " + authority);
    }

    private static String path(String url, int from) {
        int fragment = url.indexOf('#', from);
        String path = url.substring(from, fragment < 0 ? url.length() : fragment);
        return path.startsWith("/") ? path : "/" + path;
    }
}
