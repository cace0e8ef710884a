package io.github.openstackjvm.network.qos;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * This mark on packets. The constructor is not API.
 *
 * @param id a UUID
 * @param dscpMark even, from 0 to 56
 * @param extras fields without a component of their own
 */
public record DscpMarkingRule(
        String id, int dscpMark, @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<DscpMarkingRule> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
