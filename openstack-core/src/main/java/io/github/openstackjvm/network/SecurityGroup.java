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
 * A set of rules for the traffic of ports: what no rule allows is dropped. The constructor is not API.
 *
 * @param id a UUID
 * @param name need not be unique
 * @param description empty when there is none
 * @param projectId whose it is
 * @param stateful whether answers to allowed traffic pass without a rule; null where the cloud does not know of it
 * @param shared whether other projects may use it; null where the cloud does not know of it
 * @param rules its rules
 * @param tags its tags
 * @param revisionNumber grows with every change; null where the cloud does not count
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param extras fields without a component of their own
 */
public record SecurityGroup(
        String id,
        String name,
        @Nullable String description,
        @JsonProperty("project_id") @Nullable String projectId,
        @Nullable Boolean stateful,
        @Nullable Boolean shared,
        @JsonProperty("security_group_rules") List<SecurityGroupRule> rules,
        List<String> tags,
        @Nullable Integer revisionNumber,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<SecurityGroup> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
