package io.github.openstackjvm.compute;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Show;
import io.github.openstackjvm.resource.Since;
import org.jspecify.annotations.Nullable;

/**
 * Where the console behind a token really is. For the proxies of consoles. The constructor is not API.
 *
 * @param serverId the server
 * @param host the hypervisor's address
 * @param port where it listens; null when only with TLS
 * @param tlsPort where it listens with TLS; null when only without
 * @param internalAccessPath what to ask for there; null when nothing
 * @param extras fields without a component of their own
 */
public record ConsoleConnection(
        @JsonProperty("instance_uuid") String serverId,
        @Nullable String host,
        @Nullable Integer port,
        @Since("2.99") @Nullable Integer tlsPort,
        @Nullable String internalAccessPath,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
