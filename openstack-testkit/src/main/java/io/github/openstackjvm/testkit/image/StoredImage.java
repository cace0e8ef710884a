package io.github.openstackjvm.testkit.image;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/**
 * An image as the other services of the fake see it.
 *
 * @param id a UUID
 * @param name null when it has none
 * @param status in Glance's words, such as {@code active}
 * @param owner the project it belongs to
 * @param visibility public, community, shared or private
 * @param diskFormat such as {@code qcow2}; null until it is said
 * @param containerFormat such as {@code bare}; null until it is said
 * @param size of its data in bytes; 0 until there is any
 * @param checksum of its data, by MD5; null until there is any
 * @param minDiskGiB what a server's disk must have at least
 * @param minRamMiB what a server's memory must have at least
 * @param properties whatever else it was given
 * @param tags its tags
 */
public record StoredImage(
        String id,
        @Nullable String name,
        String status,
        String owner,
        String visibility,
        @Nullable String diskFormat,
        @Nullable String containerFormat,
        long size,
        @Nullable String checksum,
        int minDiskGiB,
        int minRamMiB,
        Map<String, String> properties,
        List<String> tags) {

    /** Copies what can be changed. */
    public StoredImage {
        properties = Map.copyOf(properties);
        tags = List.copyOf(tags);
    }

    /** Whether servers and volumes can be made from it. */
    public boolean active() {
        return status.equals("active");
    }

    static StoredImage of(Row row) {
        Map<String, String> properties = new LinkedHashMap<>();
        row.object("properties").forEach((key, value) -> properties.put(key, String.valueOf(value)));
        return new StoredImage(
                row.id(),
                (String) row.get("name"),
                row.text("status"),
                row.text("owner"),
                row.text("visibility"),
                (String) row.get("disk_format"),
                (String) row.get("container_format"),
                row.number("size"),
                (String) row.get("checksum"),
                (int) row.number("min_disk"),
                (int) row.number("min_ram"),
                properties,
                row.texts("tags"));
    }
}
