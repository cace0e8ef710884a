package io.github.openstackjvm.blockstorage;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * How fast volumes are; Cinder calls it QoS specs. The constructor is not API.
 *
 * @param id a UUID
 * @param name unique in the cloud
 * @param consumer who sees to it
 * @param specs the limits, by names that the consumer knows, such as {@code total_iops_sec}
 * @param extras fields without a component of their own
 */
public record QosPolicy(
        String id,
        String name,
        @Nullable QosConsumer consumer,
        Map<String, String> specs,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<QosPolicy> {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
