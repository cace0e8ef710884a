package io.github.openstackjvm.objectstore;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * An account: all that a project keeps in the object store. The numbers are those of some time ago. The constructor is not
 * API.
 *
 * @param containerCount how many containers it has
 * @param objectCount how many objects they have
 * @param bytesUsed how many bytes these have
 * @param createdAt when something was first kept in it, or now
 * @param quotaBytes how many bytes it may hold; null: any number
 * @param tempUrlKey signs links to what is in it; only the owner is told
 * @param tempUrlKey2 does so, too, so that one can be replaced while links signed with the other go on working
 * @param metadata by names in lower case, without what has a component of its own
 * @param extras fields without a component of their own
 */
public record Account(
        @JsonProperty("x-account-container-count") long containerCount,
        @JsonProperty("x-account-object-count") long objectCount,
        @JsonProperty("x-account-bytes-used") long bytesUsed,
        @JsonProperty("x-timestamp") @Nullable Instant createdAt,

        @JsonProperty("x-account-meta-quota-bytes") @Nullable
        Long quotaBytes,

        @JsonProperty("x-account-meta-temp-url-key") @Nullable
        Secret tempUrlKey,

        @JsonProperty("x-account-meta-temp-url-key-2") @Nullable
        Secret tempUrlKey2,

        Map<String, String> metadata,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    @Override
    public String toString() {
        return Show.of(this);
    }
}
