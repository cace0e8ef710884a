package io.github.openstackjvm.network;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * Ranges of addresses under one name, for the rules of security groups. The constructor is not API.
 *
 * @param id a UUID
 * @param name need not be unique
 * @param description empty when there is none
 * @param projectId whose it is
 * @param addresses the ranges, such as {@code 10.0.0.0/24}
 * @param revisionNumber grows with every change; null where the cloud does not count
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param extras fields without a component of their own
 */
public record AddressGroup(
        String id,
        String name,
        @Nullable String description,
        @Nullable String projectId,
        List<String> addresses,
        @Nullable Integer revisionNumber,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<AddressGroup> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
