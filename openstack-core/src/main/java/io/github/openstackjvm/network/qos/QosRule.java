package io.github.openstackjvm.network.qos;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.network.Direction;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * One rule as its policy tells it, of any kind: what its kind does not have is null. The constructor is not API.
 *
 * @param id a UUID
 * @param type its kind
 * @param policyId id of the policy
 * @param direction which way, as seen from the port
 * @param maxKbps limit of a bandwidth, in kilobits a second
 * @param maxBurstKbps limit of a burst, in kilobits
 * @param minKbps guaranteed bandwidth, in kilobits a second
 * @param dscpMark the mark that packets get
 * @param maxKpps limit of a rate, in thousand packets a second
 * @param maxBurstKpps limit of a burst, in thousand packets
 * @param minKpps guaranteed rate, in thousand packets a second
 * @param extras fields without a component of their own
 */
public record QosRule(
        String id,
        @Nullable QosRuleKind type,
        @JsonProperty("qos_policy_id") @Nullable String policyId,
        @Nullable Direction direction,
        @Nullable Integer maxKbps,
        @Nullable Integer maxBurstKbps,
        @Nullable Integer minKbps,
        @Nullable Integer dscpMark,
        @Nullable Integer maxKpps,
        @Nullable Integer maxBurstKpps,
        @Nullable Integer minKpps,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
