package io.github.openstackjvm.testkit.compute;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.FakeBody;
import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.image.FakeImage;
import io.github.openstackjvm.testkit.image.StoredImage;

/** What Nova asks of Glance: the images of the same region. */
final class Glance {
    private final FakeCompute nova;

    Glance(FakeCompute nova) {
        this.nova = nova;
    }

    private FakeImage images() {
        return nova.world().service(nova.region(), "image", FakeImage.class);
    }

    /** What Nova keeps of an image for the servers made from it; empty when the caller may not see the image. */
    Optional<Map<String, Object>> image(Caller caller, String id) {
        return images().find(caller, id).map(Glance::described);
    }

    private static Map<String, Object> described(StoredImage image) {
        Map<String, Object> described = Json.map(
                "id",
                image.id(),
                "status",
                image.status(),
                "size",
                image.size(),
                "min_ram",
                image.minRamMiB(),
                "min_disk",
                image.minDiskGiB());
        Json.put(described, "container_format", image.containerFormat());
        Json.put(described, "disk_format", image.diskFormat());
        described.put("properties", new LinkedHashMap<>(image.properties()));
        return described;
    }

    /** The id of a new image that waits for data, of fields as on the wire. */
    String create(Caller caller, Map<String, Object> wanted) {
        return images().create(caller, wanted).id();
    }

    /** Gives an image its data, unless somebody has deleted it meanwhile. */
    void upload(String id, FakeBody data) {
        if (images().find(id).isPresent()) {
            images().write(id, data);
        }
    }

    /** Adds to what an image says of itself, unless somebody has deleted it meanwhile. */
    void describe(String id, Map<String, Object> fields) {
        if (images().find(id).isPresent()) {
            images().update(id, fields);
        }
    }

    /** The backups of this type of a server, the oldest first. */
    List<String> backups(String server, String type) {
        return images()
                .findAll(image -> {
                    Map<String, String> properties = image.properties();
                    return server.equals(properties.get("instance_uuid"))
                            && "backup".equals(properties.get("image_type"))
                            && type.equals(properties.get("backup_type"));
                })
                .stream()
                .map(StoredImage::id)
                .toList();
    }

    /** Removes an image; that there is none is fine. */
    void delete(String id) {
        if (images().find(id).isPresent()) {
            images().delete(id);
        }
    }
}
