package io.github.openstackjvm.network.qos;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * A kind of rules that the cloud has. The constructor is not API.
 *
 * @param kind the kind
 * @param drivers which drivers know it, and with which parameters; for administrators, of a single one
 * @param extras fields without a component of their own
 */
public record QosRuleType(
        @JsonProperty("type") QosRuleKind kind,
        List<Map<String, @Nullable Object>> drivers,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<QosRuleType> {

    @Override
    public String id() {
        return kind.value();
    }

    @Override
    public String toString() {
        return Show.of(this);
    }
}
