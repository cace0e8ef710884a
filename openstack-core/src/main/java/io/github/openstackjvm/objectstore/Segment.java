package io.github.openstackjvm.objectstore;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * One line of the manifest of a static large object. The constructor is not API; {@link #of} makes those that are to be put.
 *
 * @param path the object that the bytes are in, as /container/object; null of bytes in the manifest itself
 * @param bytes how many it has
 * @param etag their MD5; of a segment that is a large object itself, its ETag; null if that is not to be compared
 * @param range which of them are meant, as first-last; null: all
 * @param data the bytes themselves in base64; null unless they are in the manifest
 * @param large whether the object is a large one itself
 * @param contentType its media type; null in what is put
 * @param lastModified when it was put; null in what is put
 * @param extras fields without a component of their own
 */
public record Segment(
        @JsonProperty("name") @Nullable String path,
        @Nullable Long bytes,
        @JsonProperty("hash") @Nullable String etag,
        @Nullable String range,
        @Nullable String data,
        @JsonProperty("sub_slo") boolean large,
        @Nullable String contentType,
        @Nullable Instant lastModified,
        @JsonAnySetter Map<String, @Nullable Object> extras) {

    /** The whole of this object, which is compared with what is known of it. */
    public static Segment of(String container, StoredObject object) {
        return of(container, object.name(), object.bytes(), object.etag());
    }

    /** The whole of the object with this name, size and ETag, which are compared when the manifest is put. */
    public static Segment of(String container, String name, long bytes, @Nullable String etag) {
        return new Segment("/" + container + "/" + name, bytes, etag, null, null, false, null, null, Map.of());
    }

    /** The whole of the object with this name, whatever it holds when the manifest is put. */
    public static Segment of(String container, String name) {
        return new Segment("/" + container + "/" + name, null, null, null, null, false, null, null, Map.of());
    }

    /** So many bytes of it only, from this one on. */
    public Segment range(long first, long count) {
        return new Segment(
                path, bytes, etag, first + "-" + (first + count - 1), data, large, contentType, lastModified, extras);
    }

    @Override
    public String toString() {
        return Show.of(this);
    }
}
