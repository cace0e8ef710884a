package io.github.openstackjvm.internal.transport;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.github.openstackjvm.transport.TransportOptions;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/** Which calls go through the proxy, and how it is told who asks. */
final class ProxyRule {
    private final @Nullable HttpHost proxy;
    private final @Nullable String authorization;
    private final List<String> without;

    ProxyRule(TransportOptions options) {
        URI address = options.proxy();
        this.proxy = address == null
                ? null
                : new HttpHost("http", bare(address.getHost()), address.getPort() < 0 ? 3128 : address.getPort());
        this.authorization = basic(options.proxyUser(), options.proxyPassword());
        this.without = options.noProxy().stream()
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /** The proxy to use for this target, null for none. */
    @Nullable
    HttpHost of(Target target) {
        if (proxy == null) {
            return null;
        }
        String host = target.host().toLowerCase(Locale.ROOT);
        return without.stream().anyMatch(entry -> matches(entry, host, target.port())) ? null : proxy;
    }

    /** The value of the header Proxy-Authorization: sent at once, or each call would pay a 407 first. */
    Optional<String> authorization() {
        return Optional.ofNullable(authorization);
    }

    String label() {
        return proxy == null ? "" : proxy.toHostString();
    }

    private static boolean matches(String entry, String host, int port) {
        if (entry.equals("*")) {
            return true;
        }
        if (entry.indexOf('/') > 0) {
            return inRange(entry, host);
        }
        String name = entry;
        int colon = entry.lastIndexOf(':');
        if (colon > 0 && (entry.indexOf(':') == colon || entry.charAt(colon - 1) == ']')) {
            if (!entry.substring(colon + 1).equals(Integer.toString(port))) {
                return false;
            }
            name = entry.substring(0, colon);
        }
        name = bare(name.startsWith("*.") ? name.substring(1) : name);
        String domain = name.startsWith(".") ? name : "." + name;
        return host.equals(domain.substring(1)) || host.endsWith(domain);
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** Only addresses written as such are compared: a rule must not cost a look-up. */
    private static boolean inRange(String range, String host) {
        if (!isAddress(host)) {
            return false;
        }
        int slash = range.indexOf('/');
        try {
            byte[] low = InetAddress.getByName(bare(range.substring(0, slash))).getAddress();
            byte[] own = InetAddress.getByName(host).getAddress();
            int ignored = low.length * 8 - Integer.parseInt(range.substring(slash + 1));
            return low.length == own.length
                    && new BigInteger(low).shiftRight(ignored).equals(new BigInteger(own).shiftRight(ignored));
        } catch (UnknownHostException | NumberFormatException e) {
            return false;
        }
    }

    private static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }

    private static @Nullable String basic(@Nullable String user, char @Nullable [] password) {
        if (user == null) {
            return null;
        }
        CharBuffer pair = CharBuffer.allocate(user.length() + 1 + (password == null ? 0 : password.length));
        pair.put(user).put(':');
        if (password != null) {
            pair.put(password);
            Arrays.fill(password, '\0');
        }
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(pair.flip());
        byte[] exact = new byte[bytes.remaining()];
        bytes.get(exact);
        return "Basic " + Base64.getEncoder().encodeToString(exact);
    }
}
