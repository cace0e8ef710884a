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
 * Ranges of addresses that subnets are cut from. The constructor is not API.
 *
 * @param id a UUID
 * @param name need not be unique
 * @param description empty when there is none
 * @param projectId whose it is
 * @param prefixes the ranges
 * @param ipVersion 4 or 6
 * @param minPrefixLength size of the largest subnet, as the length of its prefix
 * @param maxPrefixLength size of the smallest subnet
 * @param defaultPrefixLength size of a subnet when nothing is said
 * @param defaultQuota how much a project may have of it: addresses of IPv4, or prefixes of 64 bits; null: any amount
 * @param isDefault whether it is taken when nobody says which
 * @param shared whether other projects may use it
 * @param addressScopeId the scope in which its addresses occur only once; null: none
 * @param tags its tags
 * @param revisionNumber grows with every change; null where the cloud does not count
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param extras fields without a component of their own
 */
public record SubnetPool(
        String id,
        String name,
        @Nullable String description,
        @Nullable String projectId,
        List<String> prefixes,
        int ipVersion,
        @JsonProperty("min_prefixlen") int minPrefixLength,
        @JsonProperty("max_prefixlen") int maxPrefixLength,
        @JsonProperty("default_prefixlen") int defaultPrefixLength,
        @Nullable Integer defaultQuota,
        boolean isDefault,
        boolean shared,
        @Nullable String addressScopeId,
        List<String> tags,
        @Nullable Integer revisionNumber,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<SubnetPool> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
