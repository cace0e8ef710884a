package io.github.openstackjvm.compute;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * A way to the console of a server. The constructor is not API.
 *
 * @param protocol such as {@code vnc}
 * @param type how it is shown
 * @param url where it is: whoever knows it can use the console for a while
 * @param extras fields without a component of their own
 */
public record RemoteConsole(
        String protocol,
        ConsoleType type,
        Secret url,
        @JsonAnySetter Map<String, @Nullable Object> extras) {
    /** In the query, where noVNC has it within another parameter. */
    private static final Pattern TOKEN = Pattern.compile("token(?:=|%3D)([\\w-]+)");

    @Override
    public String toString() {
        return Show.of(this);
    }

    /** The token in the address, by which its proxy knows the console; empty when it has none. */
    public Optional<Secret> token() {
        Matcher token = TOKEN.matcher(url.reveal());
        return token.find() ? Optional.of(Secret.of(token.group(1))) : Optional.empty();
    }
}
