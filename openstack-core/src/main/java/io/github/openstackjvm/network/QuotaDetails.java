package io.github.openstackjvm.network;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * How much a project may have, and has. What the cloud does not know of is null. The constructor is not API.
 *
 * @param networks number of networks
 * @param subnets number of subnets
 * @param subnetPools number of subnet pools
 * @param ports number of ports
 * @param routers number of routers
 * @param floatingIps number of floating IPs
 * @param securityGroups number of security groups
 * @param securityGroupRules number of rules in all security groups together
 * @param rbacPolicies number of policies of sharing
 * @param trunks number of trunks
 * @param extras fields without a component of their own
 */
public record QuotaDetails(
        @JsonProperty("network") @Nullable Detail networks,
        @JsonProperty("subnet") @Nullable Detail subnets,
        @JsonProperty("subnetpool") @Nullable Detail subnetPools,
        @JsonProperty("port") @Nullable Detail ports,
        @JsonProperty("router") @Nullable Detail routers,
        @JsonProperty("floatingip") @Nullable Detail floatingIps,
        @JsonProperty("security_group") @Nullable Detail securityGroups,
        @JsonProperty("security_group_rule") @Nullable Detail securityGroupRules,
        @JsonProperty("rbac_policy") @Nullable Detail rbacPolicies,
        @JsonProperty("trunk") @Nullable Detail trunks,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    /**
     * One quota.
     *
     * @param limit how much there may be; -1: any number
     * @param used how much there is
     * @param reserved how much is being made
     */
    public record Detail(int limit, int used, int reserved) {}

    @Override
    public String toString() {
        return Show.of(this);
    }
}
