package io.github.openstackjvm.compute;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * A service on a host, as Nova listed them until 2.42. The constructor is not API.
 *
 * @param name of the host; several services may be on one
 * @param service such as {@code compute}
 * @param zone its availability zone
 * @param extras fields without a component of their own
 */
public record ComputeHost(
        @JsonProperty("host_name") String name,
        String service,
        @Nullable String zone,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<ComputeHost> {

    @Override
    public String toString() {
        return Show.of(this);
    }

    @Override
    public String id() {
        return name;
    }
}
