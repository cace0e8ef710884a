package io.github.openstackjvm.objectstore;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * What an object store can do, and how much of it. The constructor is not API.
 *
 * @param swift limits that hold everywhere
 * @param slo limits of static large objects; null where there are none
 * @param tempurl links for a while; null where there are none
 * @param extras all further features by their names, such as {@code bulk_delete}, with their limits
 */
public record StoreInfo(
        Swift swift,
        @Nullable Slo slo,
        @Nullable TempUrls tempurl,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    /** Whether it has this feature, such as {@code bulk_delete}, {@code object_versioning} or {@code symlink}. */
    public boolean has(String feature) {
        return switch (feature) {
            case "swift" -> true;
            case "slo" -> slo != null;
            case "tempurl" -> tempurl != null;
            default -> extras.containsKey(feature);
        };
    }

    @Override
    public String toString() {
        return Show.of(this);
    }

    /**
     * Limits.
     *
     * @param version of Swift; null where that is not told
     * @param maxFileSize most bytes of an object that is not a large one
     * @param maxObjectNameLength in bytes of UTF-8
     * @param maxContainerNameLength in bytes of UTF-8
     * @param containerListingLimit most objects of one page of a listing
     * @param accountListingLimit most containers of one page of a listing
     * @param maxMetaCount most pairs of metadata
     * @param maxMetaNameLength longest name of metadata
     * @param maxMetaValueLength longest value of metadata
     * @param maxMetaOverallSize most bytes of metadata in all
     * @param policies how objects can be kept
     * @param extras fields without a component of their own
     */
    public record Swift(
            @Nullable String version,
            long maxFileSize,
            int maxObjectNameLength,
            int maxContainerNameLength,
            int containerListingLimit,
            int accountListingLimit,
            int maxMetaCount,
            int maxMetaNameLength,
            int maxMetaValueLength,
            int maxMetaOverallSize,
            List<StoragePolicy> policies,
            @JsonAnySetter Map<String, @Nullable Object> extras) {}

    /**
     * How objects can be kept.
     *
     * @param name what {@link ContainerSpec#storagePolicy} takes
     * @param aliases further names, by commas; null where there are none
     * @param isDefault whether it is what containers get
     * @param extras fields without a component of their own
     */
    public record StoragePolicy(
            String name,
            @Nullable String aliases,
            @JsonProperty("default") boolean isDefault,
            @JsonAnySetter Map<String, @Nullable Object> extras) {}

    /**
     * Limits of static large objects.
     *
     * @param maxManifestSegments most segments
     * @param maxManifestSize most bytes of the manifest
     * @param minSegmentSize fewest bytes of a segment but the last
     * @param extras fields without a component of their own
     */
    public record Slo(
            int maxManifestSegments,
            long maxManifestSize,
            long minSegmentSize,
            @JsonAnySetter Map<String, @Nullable Object> extras) {}

    /**
     * Links for a while.
     *
     * @param methods what they can allow
     * @param allowedDigests how they can be signed; empty where that is not told, which means sha1
     * @param extras fields without a component of their own
     */
    public record TempUrls(
            List<String> methods,
            List<String> allowedDigests,
            @JsonAnySetter Map<String, @Nullable Object> extras) {}
}
