package io.github.openstackjvm.image;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Extras;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * What the cache of images holds. The constructor is not API.
 *
 * @param cached what is in it
 * @param queued ids of the images that shall be
 * @param extras fields without a component of their own
 */
public record ImageCacheState(
        @JsonProperty("cached_images") List<Cached> cached,
        @JsonProperty("queued_images") List<String> queued,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    /** Keeps copies. */
    public ImageCacheState {
        cached = Extras.list(cached);
        queued = Extras.list(queued);
        extras = Extras.of(extras);
    }

    /**
     * An image in the cache.
     *
     * @param imageId the image
     * @param hits how often it was fetched from there
     * @param sizeBytes of its data
     * @param lastAccessed seconds since 1970; 0 when it never was
     * @param lastModified seconds since 1970
     * @param extras fields without a component of their own
     */
    public record Cached(
            String imageId,
            int hits,
            @JsonProperty("size") long sizeBytes,
            double lastAccessed,
            double lastModified,
            @JsonAnySetter Map<String, @Nullable Object> extras) {

        @Override
        public String toString() {
            return Show.of(this);
        }
    }

    @Override
    public String toString() {
        return Show.of(this);
    }
}
