package io.github.openstackjvm.blockstorage;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * What kind of storage a volume is on. The constructor is not API.
 *
 * @param id a UUID
 * @param name unique in the cloud
 * @param description for people
 * @param isPublic whether every project may use it
 * @param extraSpecs what scheduler and backend are told; users see a few of them only
 * @param qosPolicyId the QoS policy of its volumes; for administrators
 * @param extras fields without a component of their own
 */
public record VolumeType(
        String id,
        String name,
        @Nullable String description,
        @JsonProperty("is_public") boolean isPublic,
        Map<String, String> extraSpecs,
        @JsonProperty("qos_specs_id") @Nullable String qosPolicyId,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<VolumeType> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
