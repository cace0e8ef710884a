package io.github.openstackjvm.network;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * A rule that new security groups begin with. The constructor is not API.
 *
 * @param id a UUID
 * @param direction to the port or from it
 * @param etherType which version of IP
 * @param protocol null: any
 * @param portRangeMin first port, or the type of ICMP; null: any
 * @param portRangeMax last port, or the code of ICMP; null: any
 * @param remoteIpPrefix the other side as a CIDR; null: not limited by address
 * @param remoteGroupId the other side is a port of this group, {@code PARENT} for the group itself; null: not limited by group
 * @param remoteAddressGroupId the other side is in this address group; null: not limited so
 * @param usedInDefaultGroup whether the default groups of projects begin with it
 * @param usedInOtherGroups whether the other groups begin with it
 * @param description empty when there is none
 * @param revisionNumber grows with every change; null where the cloud does not count
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param extras fields without a component of their own
 */
public record DefaultSecurityGroupRule(
        String id,
        Direction direction,
        @JsonProperty("ethertype") @Nullable EtherType etherType,
        @Nullable IpProtocol protocol,
        @Nullable Integer portRangeMin,
        @Nullable Integer portRangeMax,
        @Nullable String remoteIpPrefix,
        @Nullable String remoteGroupId,
        @Nullable String remoteAddressGroupId,
        @JsonProperty("used_in_default_sg") boolean usedInDefaultGroup,
        @JsonProperty("used_in_non_default_sg") boolean usedInOtherGroups,
        @Nullable String description,
        @Nullable Integer revisionNumber,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<DefaultSecurityGroupRule> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
