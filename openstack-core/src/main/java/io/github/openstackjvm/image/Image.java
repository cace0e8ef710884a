package io.github.openstackjvm.image;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackjvm.resource.Extras;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Show;
import io.github.openstackjvm.resource.Since;
import org.jspecify.annotations.Nullable;

import static com.fasterxml.jackson.annotation.JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY;

/**
 * An image: a disk that servers and volumes are made from. The constructor is not API.
 *
 * @param id a UUID
 * @param name need not be unique; null when it has none
 * @param status what becomes of it
 * @param visibility who may use it
 * @param isProtected whether it cannot be deleted
 * @param hidden whether it is listed only for who asks for hidden ones
 * @param projectId whose it is; null when it is nobody's
 * @param diskFormat how the disk is laid out; null while nobody has said
 * @param containerFormat what is around the disk; null while nobody has said
 * @param sizeBytes of its data; null until there are any
 * @param virtualSizeBytes of the disk; null where that is not known
 * @param minDiskGiB what a server's disk must have at least; 0: anything
 * @param minRamMiB what a server's memory must have at least; 0: anything
 * @param checksum MD5 of its data; null until there are any, and on clouds that do not make one
 * @param hashAlgorithm of {@code hashValue}, such as {@code sha512}; null until there are data
 * @param hashValue hash of its data; null until there are any
 * @param tags in no order
 * @param stores ids of the stores that have its data; empty on clouds with one store
 * @param importingToStores ids of the stores that an import goes on bringing its data into
 * @param failedImportStores ids of the stores that the latest import failed for
 * @param importTaskId the task of the import that is under way; null when none is
 * @param locations where its data are, on clouds that show it
 * @param directUrl where its data are, on clouds that show it; null on the others
 * @param createdAt when it was registered
 * @param updatedAt when it last changed
 * @param extras fields without a component of their own, its {@link #properties()} among them
 */
public record Image(
        String id,
        @Nullable String name,
        ImageStatus status,
        ImageVisibility visibility,
        @JsonProperty("protected") boolean isProtected,
        @Since("2.7") @JsonProperty("os_hidden") boolean hidden,

        @JsonProperty("owner") @Nullable String projectId,

        @Nullable DiskFormat diskFormat,
        @Nullable ContainerFormat containerFormat,
        @JsonProperty("size") @Nullable Long sizeBytes,
        @JsonProperty("virtual_size") @Nullable Long virtualSizeBytes,
        @JsonProperty("min_disk") int minDiskGiB,
        @JsonProperty("min_ram") int minRamMiB,
        @Nullable String checksum,

        @Since("2.7") @JsonProperty("os_hash_algo") @Nullable
        String hashAlgorithm,

        @Since("2.7") @JsonProperty("os_hash_value") @Nullable
        String hashValue,

        List<String> tags,

        @Since("2.8") @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> stores,

        @JsonProperty("os_glance_importing_to_stores") @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> importingToStores,

        @JsonProperty("os_glance_failed_import") @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> failedImportStores,

        @JsonProperty("os_glance_import_task") @Nullable String importTaskId,
        List<ImageLocation> locations,
        @Nullable String directUrl,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @JsonAnySetter Map<String, @Nullable Object> extras)
        implements Resource<Image> {

    private static final Set<String> LINKS = Set.of("self", "file", "schema");

    /** Takes the lists apart that are one text on the wire. */
    public Image {
        stores = apart(stores);
        importingToStores = apart(importingToStores);
        failedImportStores = apart(failedImportStores);
        tags = Extras.list(tags);
        locations = Extras.list(locations);
        extras = Extras.of(extras);
    }

    private static List<String> apart(@Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .flatMap(text -> List.of(text.split(",", -1)).stream())
                        .filter(text -> !text.isBlank())
                        .toList();
    }

    /** What its owner, or the cloud, wrote about it, such as {@code os_distro} or {@code hw_disk_bus}. */
    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        extras.forEach((name, value) -> {
            if (value != null && !LINKS.contains(name) && !name.startsWith("os_glance_")) {
                properties.put(name, value.toString());
            }
        });
        return Extras.of(properties);
    }

    /** One of its properties. */
    public Optional<String> property(String name) {
        return Optional.ofNullable(properties().get(name));
    }

    @Override
    public String toString() {
        return Show.of(this);
    }
}
