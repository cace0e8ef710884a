package io.github.openstackjvm.network;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * How many addresses of a network are in use. The constructor is not API.
 *
 * @param networkId the network
 * @param networkName its name
 * @param projectId whose it is
 * @param totalIps how many addresses there are to give
 * @param usedIps how many are in use
 * @param subnets the same of each subnet
 * @param extras fields without a component of their own
 */
public record NetworkIpAvailability(
        String networkId,
        String networkName,
        @Nullable String projectId,
        @JsonProperty("total_ips") BigInteger totalIps,
        @JsonProperty("used_ips") BigInteger usedIps,
        @JsonProperty("subnet_ip_availability") List<SubnetIpAvailability> subnets,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<NetworkIpAvailability> {

    /**
     * How many addresses of a subnet are in use.
     *
     * @param subnetId the subnet
     * @param subnetName its name
     * @param cidr its range
     * @param ipVersion 4 or 6
     * @param totalIps how many addresses there are to give
     * @param usedIps how many are in use
     */
    public record SubnetIpAvailability(
            String subnetId,
            String subnetName,
            String cidr,
            int ipVersion,
            @JsonProperty("total_ips") BigInteger totalIps,
            @JsonProperty("used_ips") BigInteger usedIps) {}

    @Override
    public String id() {
        return networkId;
    }

    @Override
    public String name() {
        return networkName;
    }

    @Override
    public String toString() {
        return Show.of(this);
    }
}
