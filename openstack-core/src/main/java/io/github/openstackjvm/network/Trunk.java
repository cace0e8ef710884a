package io.github.openstackjvm.network;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * A port that carries other ports, told apart by a number. The guest sees one interface with several networks. The constructor is not API.
 *
 * @param id a UUID
 * @param name need not be unique
 * @param description empty when there is none
 * @param projectId whose it is
 * @param portId the port that carries the others
 * @param adminStateUp whether it is switched on
 * @param status whether it works
 * @param subPorts the ports it carries
 * @param tags its tags
 * @param revisionNumber grows with every change; null where the cloud does not count
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param extras fields without a component of their own
 */
public record Trunk(
        String id,
        String name,
        @Nullable String description,
        @Nullable String projectId,
        String portId,
        boolean adminStateUp,
        Status status,
        @JsonProperty("sub_ports") List<Port.SubPort> subPorts,
        List<String> tags,
        @Nullable Integer revisionNumber,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<Trunk> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
