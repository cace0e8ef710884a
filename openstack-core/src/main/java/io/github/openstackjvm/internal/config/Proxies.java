package io.github.openstackjvm.internal.config;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.github.openstackjvm.internal.config.Tree.Text;
import org.jspecify.annotations.Nullable;

/** The proxies of which the environment or the JVM has been told, as entries of {@code proxies}. */
public final class Proxies {
    private static final List<String> SCHEMES = List.of("https", "http");
    /** What the JVM reaches without a proxy when it is told nothing. */
    private static final String LOCAL = "localhost|127.*|[::1]";

    private Proxies() {}

    /** {@code https_proxy}, {@code http_proxy} and {@code no_proxy}, or the same in capitals. */
    public static Map<String, Text> ofEnvironment(Surroundings around) {
        Map<String, Text> found = new LinkedHashMap<>();
        for (String name : List.of("https", "http", "no")) {
            String small = name + "_proxy";
            for (String variable : List.of(small, small.toUpperCase(Locale.ROOT))) {
                // In a CGI program, HTTP_PROXY is what a client sent as the header "Proxy".
                boolean sent = variable.equals("HTTP_PROXY")
                        && around.variable("REQUEST_METHOD").isPresent();
                around.variable(variable)
                        .filter(value -> !sent)
                        .ifPresent(value -> found.putIfAbsent(
                                "proxies." + (name.equals("no") ? small : name),
                                new Text(name.equals("no") ? value : address(value), Source.variable(variable))));
            }
        }
        return found;
    }

    /** {@code https.proxyHost}, {@code https.proxyPort}, the same with {@code http}, {@code http.nonProxyHosts}. */
    public static Map<String, Text> ofJvm(UnaryOperator<@Nullable String> property) {
        Map<String, Text> found = new LinkedHashMap<>();
        for (String scheme : SCHEMES) {
            String host = property.apply(scheme + ".proxyHost");
            String port = property.apply(scheme + ".proxyPort");
            if (host != null && !host.isEmpty()) {
                String usual = scheme.equals("https") ? "443" : "80";
                String written = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
                found.put(
                        "proxies." + scheme,
                        new Text(
                                "http://" + written + ":" + (port == null ? usual : port),
                                new Source(null, 0, "-D" + scheme + ".proxyHost")));
            }
        }
        if (!found.isEmpty()) {
            String without = property.apply("http.nonProxyHosts");
            found.put(
                    "proxies.no_proxy",
                    new Text(
                            Arrays.stream((without == null ? LOCAL : without).split("\\|"))
                                    .map(Proxies::entry)
                                    .collect(Collectors.joining(",")),
                            new Source(null, 0, "-Dhttp.nonProxyHosts")));
        }
        return found;
    }

    private static String address(String written) {
        return written.contains("://") ? written : "http://" + written;
    }

    /** {@code 127.*} is the range {@code 127.0.0.0/8}. */
    private static String entry(String pattern) {
        if (!pattern.matches("(\\d{1,3}\\.){1,3}\\*")) {
            return pattern;
        }
        List<String> parts = List.of(pattern.substring(0, pattern.length() - 2).split("\\."));
        return String.join(".", parts) + ".0".repeat(4 - parts.size()) + "/" + 8 * parts.size();
    }
}
