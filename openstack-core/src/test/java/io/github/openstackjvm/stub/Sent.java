package io.github.openstackjvm.stub;

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A request as it arrived.
 *
 * @param line method and path below the service's address, raw, with the query
 * @param headers names in lower case
 * @param body empty when there was none
 */
public record Sent(String line, Map<String, String> headers, String body) {

    /** The value of a header; null when it is not there. */
    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** The microversion asked for; null when there is none. */
    public @Nullable String microversion() {
        return header("OpenStack-API-Version");
    }
}
