package io.github.openstackjvm.compute;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Show;
import io.github.openstackjvm.resource.Until;
import org.jspecify.annotations.Nullable;

/**
 * What a project may have, and has. -1 in a limit is: any number. The constructor is not API.
 *
 * @param absolute numbers of things
 * @param rates requests in a time; always empty since Nova counts none
 * @param extras fields without a component of their own
 */
public record ProjectLimits(
        @JsonProperty("absolute") Absolute absolute,
        @JsonProperty("rate") List<Rate> rates,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    @Override
    public String toString() {
        return Show.of(this);
    }

    /**
     * Limits on numbers of things, and how many there are. -1 in a limit is: any number.
     *
     * @param maxServers number of servers
     * @param maxCores number of virtual CPUs
     * @param maxRamMiB memory of all servers together, in MiB
     * @param maxKeypairs number of keypairs of a user
     * @param maxServerMetadata number of metadata of a server
     * @param maxServerGroups number of server groups
     * @param maxServerGroupMembers number of servers in a group
     * @param serversUsed servers there are
     * @param coresUsed virtual CPUs there are
     * @param ramUsedMiB memory in use, in MiB
     * @param serverGroupsUsed server groups there are
     * @param maxImageMetadata number of metadata of an image
     * @param maxPersonality number of files injected into a new server
     * @param maxPersonalityBytes size of such a file, in bytes
     * @param maxFloatingIps number of floating IPs
     * @param floatingIpsUsed floating IPs there are
     * @param maxSecurityGroups number of security groups
     * @param maxSecurityGroupRules number of rules in a security group
     * @param securityGroupsUsed security groups there are
     * @param extras fields without a component of their own
     */
    public record Absolute(
            @JsonProperty("maxTotalInstances") @Nullable Integer maxServers,
            @JsonProperty("maxTotalCores") @Nullable Integer maxCores,
            @JsonProperty("maxTotalRAMSize") @Nullable Integer maxRamMiB,
            @JsonProperty("maxTotalKeypairs") @Nullable Integer maxKeypairs,
            @JsonProperty("maxServerMeta") @Nullable Integer maxServerMetadata,
            @JsonProperty("maxServerGroups") @Nullable Integer maxServerGroups,
            @JsonProperty("maxServerGroupMembers") @Nullable Integer maxServerGroupMembers,
            @JsonProperty("totalInstancesUsed") @Nullable Integer serversUsed,
            @JsonProperty("totalCoresUsed") @Nullable Integer coresUsed,
            @JsonProperty("totalRAMUsed") @Nullable Integer ramUsedMiB,
            @JsonProperty("totalServerGroupsUsed") @Nullable Integer serverGroupsUsed,

            @Until("2.38") @JsonProperty("maxImageMeta") @Nullable
            Integer maxImageMetadata,

            @Until("2.56") @JsonProperty("maxPersonality") @Nullable
            Integer maxPersonality,

            @Until("2.56") @JsonProperty("maxPersonalitySize") @Nullable
            Integer maxPersonalityBytes,

            @Until("2.35") @JsonProperty("maxTotalFloatingIps") @Nullable
            Integer maxFloatingIps,

            @Until("2.35") @JsonProperty("totalFloatingIpsUsed") @Nullable
            Integer floatingIpsUsed,

            @Until("2.35") @JsonProperty("maxSecurityGroups") @Nullable
            Integer maxSecurityGroups,

            @Until("2.35") @JsonProperty("maxSecurityGroupRules") @Nullable
            Integer maxSecurityGroupRules,

            @Until("2.35") @JsonProperty("totalSecurityGroupsUsed") @Nullable
            Integer securityGroupsUsed,

            @JsonAnySetter Map<String, @Nullable Object> extras) {
        @Override
        public String toString() {
            return Show.of(this);
        }
    }

    /**
     * How often requests may be sent.
     *
     * @param uri the address, for people
     * @param regex the address, as an expression
     * @param limits one for each verb
     */
    public record Rate(
            @Nullable String uri,
            @Nullable String regex,
            @JsonProperty("limit") List<Verb> limits) {}

    /**
     * How often a verb may be sent.
     *
     * @param verb such as {@code POST}
     * @param value how often in a time
     * @param remaining how often still
     * @param unit the time, such as {@code MINUTE}
     * @param nextAvailable when there is one more
     */
    public record Verb(
            String verb,
            int value,
            int remaining,
            String unit,
            @JsonProperty("next-available") @Nullable Instant nextAvailable) {}
}
