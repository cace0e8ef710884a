package io.github.openstackjvm.blockstorage;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * How volumes of a type are encrypted. The constructor is not API.
 *
 * @param typeId the type; null in the answer to a change
 * @param encryptionId its own id; null in the answer to a change
 * @param provider what encrypts, such as {@code luks}
 * @param cipher such as {@code aes-xts-plain64}
 * @param keySizeBits length of the key, in bits
 * @param controlLocation {@code front-end}: the hypervisor does it; {@code back-end}: the storage
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 * @param extras fields without a component of their own
 */
public record VolumeTypeEncryption(
        @JsonProperty("volume_type_id") @Nullable String typeId,
        @Nullable String encryptionId,
        @Nullable String provider,
        @Nullable String cipher,
        @JsonProperty("key_size") @Nullable Integer keySizeBits,
        @Nullable String controlLocation,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
