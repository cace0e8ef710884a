package io.github.openstackjvm.blockstorage;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * How a host reaches a volume. May hold secrets: it prints the names of its data only. The constructor is not API.
 *
 * @param driverVolumeType the protocol, such as {@code iscsi} or {@code rbd}
 * @param data what the protocol needs
 * @param extras fields without a component of their own
 */
public record ConnectionInfo(
        @Nullable String driverVolumeType,
        Map<String, @Nullable Object> data,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    @Override
    public String toString() {
        return "ConnectionInfo[driverVolumeType=" + driverVolumeType + ", data=" + data.keySet() + "]";
    }
}
