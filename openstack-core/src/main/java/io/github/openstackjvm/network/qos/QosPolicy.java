package io.github.openstackjvm.network.qos;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * Rules for the quality of service. The constructor is not API.
 *
 * @param id a UUID
 * @param name need not be unique
 * @param description empty when there is none
 * @param projectId whose it is
 * @param shared whether other projects may use it
 * @param isDefault whether the project's new networks get it
 * @param rules its rules, of all kinds
 * @param tags its tags
 * @param revisionNumber grows with every change; null where the cloud does not count
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param extras fields without a component of their own
 */
public record QosPolicy(
        String id,
        String name,
        @Nullable String description,
        @Nullable String projectId,
        boolean shared,
        @Nullable Boolean isDefault,
        List<QosRule> rules,
        List<String> tags,
        @Nullable Integer revisionNumber,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<QosPolicy> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
