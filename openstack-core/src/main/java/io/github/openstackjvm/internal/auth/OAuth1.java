package io.github.openstackjvm.internal.auth;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.github.openstackjvm.resource.Secret;

/** Signs requests by OAuth 1.0 (RFC 5849) with HMAC-SHA1. The body takes no part: it is JSON, or empty. */
public final class OAuth1 {
    private final String consumer;
    private final Secret consumerSecret;
    private final Map<String, String> more;
    private final Secret tokenSecret;

    /**
     * For a consumer and what it acts by.
     *
     * @param more further parameters, such as {@code oauth_token}
     * @param tokenSecret empty while there is no token
     */
    public OAuth1(String consumer, Secret consumerSecret, Map<String, String> more, Secret tokenSecret) {
        this.consumer = consumer;
        this.consumerSecret = consumerSecret;
        this.more = Map.copyOf(more);
        this.tokenSecret = tokenSecret;
    }

    /**
     * The value of the header {@code Authorization}.
     *
     * @param url without a query
     * @param nonce never the same within one second
     */
    public String header(String method, String url, Instant now, String nonce) {
        Map<String, String> parameters = new TreeMap<>(more);
        parameters.put("oauth_consumer_key", consumer);
        parameters.put("oauth_nonce", nonce);
        parameters.put("oauth_signature_method", "HMAC-SHA1");
        parameters.put("oauth_timestamp", Long.toString(now.getEpochSecond()));
        parameters.put("oauth_version", "1.0");
        String sorted = parameters.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        parameters.put("oauth_signature", signature(method + "&" + encoded(base(url)) + "&" + encoded(sorted)));
        return parameters.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=\"" + encoded(one.getValue()) + "\"")
                .collect(Collectors.joining(", ", "OAuth ", ""));
    }

    private String signature(String text) {
        String key = encoded(consumerSecret.reveal()) + "&" + encoded(tokenSecret.reveal());
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no HMAC-SHA1", e);
        }
    }

    /** RFC 5849, 3.4.1.2: scheme and host in lower case, the port only where it is not the usual one. */
    private static String base(String url) {
        URI uri = URI.create(url);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + uri.getRawPath();
    }

    /** RFC 5849, 3.6: a form's encoding, but for three characters. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
