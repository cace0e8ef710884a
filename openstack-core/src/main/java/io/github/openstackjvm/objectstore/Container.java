package io.github.openstackjvm.objectstore;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * A container, or in a listing by folders, the beginning that names have in common. A listing says of a container what the
 * components down to {@code lastModified} hold; the others are known of one that was read. Keys and lists are shown to the
 * owner only. The constructor is not API.
 *
 * @param name unique in its account, without slashes
 * @param folder the name once more if this is no container, but the common beginning of names
 * @param objectCount how many objects it has; in a listing of containers, some time ago
 * @param bytesUsed how many bytes they have; in a listing of containers, some time ago
 * @param lastModified when it was last changed, itself and not what is in it
 * @param createdAt when it was made
 * @param storagePolicy how its objects are kept
 * @param metadata by names in lower case, without what has a component of its own
 * @param readAcl who may read beside the owner, as {@link AccessRule} has it; null: nobody
 * @param writeAcl who may write beside the owner; null: nobody
 * @param versionsEnabled whether all versions of its objects are kept; null: that was never asked for
 * @param versionsLocation the container to which older versions go, from where a deletion brings them back
 * @param historyLocation the container to which older versions go, and marks for deletions
 * @param quotaBytes how many bytes it may hold
 * @param quotaCount how many objects it may hold
 * @param syncTo the container elsewhere to which it is copied
 * @param syncKey the secret that it shares with that one
 * @param tempUrlKey signs links to what is in it
 * @param tempUrlKey2 does so, too
 * @param allowOrigin from which pages scripts may use it, by blanks
 * @param corsMaxAge how long browsers may rely on that, in seconds
 * @param exposeHeaders which further headers those scripts see, by blanks
 * @param extras fields without a component of their own
 */
public record Container(
        String name,
        @JsonProperty("subdir") @Nullable String folder,

        @JsonProperty("count") @JsonAlias("x-container-object-count")
        long objectCount,

        @JsonProperty("bytes") @JsonAlias("x-container-bytes-used")
        long bytesUsed,

        @JsonAlias("last-modified") @Nullable Instant lastModified,
        @JsonProperty("x-timestamp") @Nullable Instant createdAt,
        @JsonProperty("x-storage-policy") @Nullable String storagePolicy,
        Map<String, String> metadata,
        @JsonProperty("x-container-read") @Nullable String readAcl,
        @JsonProperty("x-container-write") @Nullable String writeAcl,
        @JsonProperty("x-versions-enabled") @Nullable Boolean versionsEnabled,
        @JsonProperty("x-versions-location") @Nullable String versionsLocation,
        @JsonProperty("x-history-location") @Nullable String historyLocation,

        @JsonProperty("x-container-meta-quota-bytes") @Nullable
        Long quotaBytes,

        @JsonProperty("x-container-meta-quota-count") @Nullable
        Long quotaCount,

        @JsonProperty("x-container-sync-to") @Nullable String syncTo,
        @JsonProperty("x-container-sync-key") @Nullable Secret syncKey,

        @JsonProperty("x-container-meta-temp-url-key") @Nullable
        Secret tempUrlKey,

        @JsonProperty("x-container-meta-temp-url-key-2") @Nullable
        Secret tempUrlKey2,

        @JsonProperty("x-container-meta-access-control-allow-origin") @Nullable
        String allowOrigin,

        @JsonProperty("x-container-meta-access-control-max-age") @Nullable
        Long corsMaxAge,

        @JsonProperty("x-container-meta-access-control-expose-headers") @Nullable
        String exposeHeaders,

        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<Container> {

    /** A beginning of names takes the place of one. */
    @SuppressWarnings({"NullAway", "ConstantValue"}) // it comes without a name
    public Container {
        name = name == null ? folder : name;
    }

    @Override
    public String id() {
        return name;
    }

    /** Whether everybody may read its objects. */
    public boolean isPublic() {
        return readAcl != null && (readAcl + ",").contains(AccessRule.EVERYBODY + ",");
    }

    @Override
    public String toString() {
        return Show.of(this);
    }
}
