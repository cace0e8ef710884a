package io.github.openstackjvm.compute;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * A security group of a server, in the form that Nova gives. The constructor is not API.
 *
 * @param id of the group in Neutron
 * @param name need not be unique
 * @param description empty when there is none
 * @param projectId whose it is
 * @param rules what it lets in
 * @param extras fields without a component of their own
 */
public record ServerSecurityGroup(
        String id,
        String name,
        @Nullable String description,
        @JsonProperty("tenant_id") String projectId,
        List<Rule> rules,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    @Override
    public String toString() {
        return Show.of(this);
    }

    /**
     * Traffic that a group lets in.
     *
     * @param id of the rule in Neutron
     * @param groupId the group it belongs to
     * @param protocol such as {@code tcp}; null: any
     * @param fromPort first port, or the type of ICMP; null: any
     * @param toPort last port, or the code of ICMP; null: any
     * @param range addresses of the other side
     * @param group group of the other side's ports
     * @param extras fields without a component of their own
     */
    public record Rule(
            String id,
            @JsonProperty("parent_group_id") String groupId,
            @JsonProperty("ip_protocol") @Nullable String protocol,
            @Nullable Integer fromPort,
            @Nullable Integer toPort,
            @JsonProperty("ip_range") @Nullable Range range,
            @Nullable Group group,
            @JsonAnySetter Map<String, @Nullable Object> extras) {

        @Override
        public String toString() {
            return Show.of(this);
        }
    }

    /**
     * Addresses.
     *
     * @param cidr null: any
     */
    public record Range(@Nullable String cidr) {}

    /**
     * A group that a rule names.
     *
     * @param name null: none
     * @param projectId whose it is
     */
    public record Group(
            @Nullable String name,
            @JsonProperty("tenant_id") @Nullable String projectId) {}
}
