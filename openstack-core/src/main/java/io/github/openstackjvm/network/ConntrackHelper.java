package io.github.openstackjvm.network;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * Helps a router to follow the connections of a protocol that opens more than one. The constructor is not API.
 *
 * @param id a UUID
 * @param protocol such as {@code udp}
 * @param port on which the first connection comes
 * @param helper which one, such as {@code tftp}
 * @param extras fields without a component of their own
 */
public record ConntrackHelper(
        String id,
        IpProtocol protocol,
        int port,
        String helper,
        @JsonAnySetter Map<String, @Nullable Object> extras) implements Resource<ConntrackHelper> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
