package io.github.openstackjvm.network;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * The network that Neutron has made for a project.  The constructor is not API.
 *
 * @param id id of the network
 * @param projectId whose it is
 * @param extras fields without a component of their own
 */
public record AutoAllocatedTopology(
        String id,
        @Nullable String projectId,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
