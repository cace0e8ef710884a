package io.github.openstackjvm.network;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * How much a project may have; -1 is: any number. What the cloud does not know of is null. The constructor is not API.
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
 * @param projectId whose quotas they are, where it is told: in lists
 * @param extras fields without a component of their own
 */
public record Quota(
        @JsonProperty("network") @Nullable Integer networks,
        @JsonProperty("subnet") @Nullable Integer subnets,
        @JsonProperty("subnetpool") @Nullable Integer subnetPools,
        @JsonProperty("port") @Nullable Integer ports,
        @JsonProperty("router") @Nullable Integer routers,
        @JsonProperty("floatingip") @Nullable Integer floatingIps,
        @JsonProperty("security_group") @Nullable Integer securityGroups,
        @JsonProperty("security_group_rule") @Nullable Integer securityGroupRules,
        @JsonProperty("rbac_policy") @Nullable Integer rbacPolicies,
        @JsonProperty("trunk") @Nullable Integer trunks,
        @Nullable String projectId,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
