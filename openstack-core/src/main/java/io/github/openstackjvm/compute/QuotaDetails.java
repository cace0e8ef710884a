package io.github.openstackjvm.compute;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Show;
import io.github.openstackjvm.resource.Until;
import org.jspecify.annotations.Nullable;

/**
 * How much a project or one of its users may have, and has. The constructor is not API.
 *
 * @param id of the project
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
public record QuotaDetails(
        String id,
        @JsonProperty("instances") @Nullable Usage servers,
        @Nullable Usage cores,
        @JsonProperty("ram") @Nullable Usage ramMiB,
        @Nullable Usage metadataItems,
        @JsonProperty("key_pairs") @Nullable Usage keypairs,
        @Nullable Usage serverGroups,
        @Nullable Usage serverGroupMembers,
        @Until("2.56") @Nullable Usage injectedFiles,
        @Until("2.56") @Nullable Usage injectedFileContentBytes,
        @Until("2.56") @Nullable Usage injectedFilePathBytes,
        @Until("2.35") @Nullable Usage floatingIps,
        @Until("2.35") @Nullable Usage fixedIps,
        @Until("2.35") @Nullable Usage securityGroups,
        @Until("2.35") @Nullable Usage securityGroupRules,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    @Override
    public String toString() {
        return Show.of(this);
    }

    /**
     * A limit and what counts against it.
     *
     * @param limit -1: any number
     * @param inUse what there is
     * @param reserved what is being made; 0 since Nova counts without reservations
     */
    public record Usage(int limit, int inUse, int reserved) {}
}
