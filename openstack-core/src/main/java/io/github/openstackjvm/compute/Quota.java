package io.github.openstackjvm.compute;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Show;
import io.github.openstackjvm.resource.Until;
import org.jspecify.annotations.Nullable;

/**
 * How much a project, one of its users, or every project of a class may have. -1 is: any number. The constructor
 * is not API.
 *
 * @param id of the project, or name of the class; null in the answer to a change
 * @param servers number of servers
 * @param cores number of virtual CPUs
 * @param ramMiB memory of all servers together, in MiB
 * @param metadataItems number of metadata of a server
 * @param keypairs number of keypairs of a user
 * @param serverGroups number of server groups
 * @param serverGroupMembers number of servers in a group
 * @param injectedFiles number of files injected into a new server
 * @param injectedFileContentBytes size of such a file, in bytes
 * @param injectedFilePathBytes length of its path, in bytes
 * @param floatingIps number of floating IPs
 * @param fixedIps number of fixed IPs
 * @param securityGroups number of security groups
 * @param securityGroupRules number of rules in a security group
 * @param extras fields without a component of their own
 */
public record Quota(
        @Nullable String id,
        @JsonProperty("instances") @Nullable Integer servers,
        @Nullable Integer cores,
        @JsonProperty("ram") @Nullable Integer ramMiB,
        @Nullable Integer metadataItems,
        @JsonProperty("key_pairs") @Nullable Integer keypairs,
        @Nullable Integer serverGroups,
        @Nullable Integer serverGroupMembers,
        @Until("2.56") @Nullable Integer injectedFiles,
        @Until("2.56") @Nullable Integer injectedFileContentBytes,
        @Until("2.56") @Nullable Integer injectedFilePathBytes,
        @Until("2.35") @Nullable Integer floatingIps,
        @Until("2.35") @Nullable Integer fixedIps,
        @Until("2.35") @Nullable Integer securityGroups,
        @Until("2.35") @Nullable Integer securityGroupRules,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
