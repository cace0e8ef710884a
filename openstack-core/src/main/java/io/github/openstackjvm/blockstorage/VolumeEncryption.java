package io.github.openstackjvm.blockstorage;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * How a volume is encrypted. All is null for one that is not. The constructor is not API.
 *
 * @param encryptionKeyId id of the key in the key manager
 * @param provider what encrypts, such as {@code luks}
 * @param cipher such as {@code aes-xts-plain64}
 * @param keySizeBits length of the key, in bits
 * @param controlLocation {@code front-end}: the hypervisor does it; {@code back-end}: the storage
 * @param extras fields without a component of their own
 */
public record VolumeEncryption(
        @Nullable String encryptionKeyId,
        @Nullable String provider,
        @Nullable String cipher,
        @JsonProperty("key_size") @Nullable Integer keySizeBits,
        @Nullable String controlLocation,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
