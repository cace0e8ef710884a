package io.github.openstackjvm.blockstorage;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * What a storage backend can do. The constructor is not API.
 *
 * @param namespace for the names of the properties
 * @param vendorName who made it
 * @param volumeBackendName as types name it
 * @param poolName the pool, when there is one
 * @param driverVersion of the driver
 * @param storageProtocol such as {@code iSCSI}
 * @param displayName for people
 * @param description for people
 * @param visibility for whom
 * @param replicationTargets where it can replicate to
 * @param properties what types may ask of it: title, description and type of each
 * @param extras fields without a component of their own
 */
public record BackendCapabilities(
        @Nullable String namespace,
        @Nullable String vendorName,
        @Nullable String volumeBackendName,
        @Nullable String poolName,
        @Nullable String driverVersion,
        @Nullable String storageProtocol,
        @Nullable String displayName,
        @Nullable String description,
        @Nullable String visibility,
        List<@Nullable Object> replicationTargets,
        Map<String, Map<String, @Nullable Object>> properties,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
