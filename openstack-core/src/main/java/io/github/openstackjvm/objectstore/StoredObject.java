package io.github.openstackjvm.objectstore;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import org.jspecify.annotations.Nullable;

/**
 * An object, or in a listing by folders, a folder. A listing says of an object what the components down to
 * {@code linkTarget} hold; the others are known of one that was read. The constructor is not API.
 *
 * @param name unique in its container; any text
 * @param folder the name once more if this is a folder: no object, but the beginning that names have in common
 * @param bytes its size: of a large object, that of all segments together; 0 of a folder
 * @param etag the MD5 of its bytes in hexadecimal digits; of a large object, the MD5 of its segments' ETags; null of a folder
 * @param sloEtag the ETag once more if this is a static large object in a listing
 * @param contentType its media type; null of a folder, and of one that was just put without saying a type
 * @param lastModified when its bytes were put; if it was read, in whole seconds, and when anything of it was changed
 * @param versionId of this version; null where no versions are kept
 * @param latest whether this version is the current one; null but in a listing of versions
 * @param linkTarget what it stands for, as container/object; null unless it is a link, listed or read as such
 * @param staticLarge whether it consists of segments that a manifest lists
 * @param dynamicManifest what its segments' names begin with, as container/prefix; null unless it is a dynamic large object
 * @param metadata by names in lower case
 * @param deleteAt when it will be deleted; null: never
 * @param contentEncoding such as {@code gzip}; it is never unpacked on its way
 * @param contentDisposition how browsers are to show it
 * @param contentLanguage in which language it is
 * @param cacheControl how long it may be kept by those who read it
 * @param extras fields without a component of their own
 */
public record StoredObject(
        String name,
        @JsonProperty("subdir") @Nullable String folder,
        @JsonAlias("content-length") long bytes,
        @JsonProperty("hash") @JsonAlias("etag") @Nullable String etag,
        @Nullable String sloEtag,
        @JsonAlias("content-type") @Nullable String contentType,
        @JsonAlias("last-modified") @Nullable Instant lastModified,
        @JsonAlias("x-object-version-id") @Nullable String versionId,
        @JsonProperty("is_latest") @Nullable Boolean latest,

        @JsonProperty("symlink_path") @JsonAlias("x-symlink-target") @Nullable
        String linkTarget,

        @JsonProperty("x-static-large-object") boolean staticLarge,
        @JsonProperty("x-object-manifest") @Nullable String dynamicManifest,
        Map<String, String> metadata,
        @JsonProperty("x-delete-at") @Nullable Instant deleteAt,
        @JsonProperty("content-encoding") @Nullable String contentEncoding,
        @JsonProperty("content-disposition") @Nullable String contentDisposition,
        @JsonProperty("content-language") @Nullable String contentLanguage,
        @JsonProperty("cache-control") @Nullable String cacheControl,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<StoredObject> {

    private static final String DELETED = "application/x-deleted";

    /** Makes the same of what a listing says and of what headers say. */
    @SuppressWarnings({"NullAway", "ConstantValue"}) // a folder comes without a name
    public StoredObject {
        name = name == null ? folder : name;
        etag = Etag.plain(sloEtag == null ? etag : sloEtag);
        sloEtag = Etag.plain(sloEtag);
        staticLarge |= sloEtag != null;
        dynamicManifest = dynamicManifest == null ? null : Encoded.decode(dynamicManifest);
        // In a container that keeps versions all objects are links, which is its own affair.
        linkTarget = extras.get("version_symlink") == null ? target(linkTarget) : null;
    }

    /** The address of a listing has version and account before it. */
    private static @Nullable String target(@Nullable String path) {
        return path == null ? null : Encoded.decode(path.startsWith("/") ? path.split("/", 4)[3] : path);
    }

    @Override
    public String id() {
        return name;
    }

    /** Whether it is a folder, of which nothing but the name is known. */
    public boolean isFolder() {
        return folder != null;
    }

    /** Whether it consists of segments. Known of one that was read; of one that was listed, only if they are static. */
    public boolean isLarge() {
        return staticLarge || dynamicManifest != null;
    }

    /** Whether this version stands for a deletion. */
    public boolean isDeleteMarker() {
        return contentType != null && contentType.startsWith(DELETED);
    }

    @Override
    public String toString() {
        return Show.of(this);
    }
}
