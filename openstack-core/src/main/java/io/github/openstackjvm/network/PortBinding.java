package io.github.openstackjvm.network;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * How a server's port is plugged in on a host. While a server moves, its ports have two of them, of which one is active. The
 * constructor is not API.
 *
 * @param host where
 * @param status {@link Status#ACTIVE}, or {@code INACTIVE}
 * @param vnicType how its device is joined to it
 * @param vifType how it is plugged in there, such as {@code ovs}, {@code unbound} or {@code binding_failed}
 * @param vifDetails more about that
 * @param profile what Nova tells Neutron's drivers of the host
 * @param extras fields without a component of their own
 */
public record PortBinding(
        String host,
        Status status,
        @Nullable VnicType vnicType,
        @Nullable String vifType,
        Map<String, @Nullable Object> vifDetails,
        Map<String, @Nullable Object> profile,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<PortBinding> {

    @Override
    public String id() {
        return host;
    }

    @Override
    public String toString() {
        return Show.of(this);
    }
}
