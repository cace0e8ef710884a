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
 * Traffic that a security group allows. A rule cannot be changed, only deleted and made anew. The constructor is not API.
 *
 * @param id a UUID
 * @param securityGroupId the group it belongs to
 * @param direction to the port or from it
 * @param etherType which version of IP
 * @param protocol null: any
 * @param portRangeMin first port, or the type of ICMP; null: any
 * @param portRangeMax last port, or the code of ICMP; null: any
 * @param remoteIpPrefix the other side as a CIDR; null: not limited by address
 * @param normalizedCidr the same as Neutron understood it
 * @param remoteGroupId the other side is a port of this group; null: not limited by group
 * @param remoteAddressGroupId the other side is in this address group; null: not limited so
 * @param description empty when there is none
 * @param projectId whose it is
 * @param belongsToDefaultGroup whether its group is a project's default; null where the cloud does not tell
 * @param tags its tags
 * @param revisionNumber grows with every change; null where the cloud does not count
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param extras fields without a component of their own
 */
public record SecurityGroupRule(
        String id,
        String securityGroupId,
        Direction direction,
        @JsonProperty("ethertype") @Nullable EtherType etherType,
        @Nullable IpProtocol protocol,
        @Nullable Integer portRangeMin,
        @Nullable Integer portRangeMax,
        @Nullable String remoteIpPrefix,
        @Nullable String normalizedCidr,
        @Nullable String remoteGroupId,
        @Nullable String remoteAddressGroupId,
        @Nullable String description,
        @JsonProperty("project_id") @Nullable String projectId,
        @JsonProperty("belongs_to_default_sg") @Nullable Boolean belongsToDefaultGroup,
        List<String> tags,
        @Nullable Integer revisionNumber,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<SecurityGroupRule> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
