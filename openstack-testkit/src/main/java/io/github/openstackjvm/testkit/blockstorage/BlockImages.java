package io.github.openstackjvm.testkit.blockstorage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.image.FakeImage;
import io.github.openstackjvm.testkit.image.StoredImage;
import org.jspecify.annotations.Nullable;

/** Glance, as Cinder sees it: what volumes are made of, and what they are uploaded to. */
final class BlockImages {
    /** What is known of a volume's image beside that image's properties. */
    private static final Set<String> OF_IMAGE = Set.of(
            "image_id", "image_name", "checksum", "container_format", "disk_format", "min_disk", "min_ram", "size");

    private final FakeBlockStorage cinder;

    BlockImages(FakeBlockStorage cinder) {
        this.cinder = cinder;
    }

    private FakeImage glance() {
        return cinder.world().service(cinder.region(), "image", FakeImage.class);
    }

    /** The image of this id. */
    Optional<StoredImage> find(String id) {
        return glance().find(id);
    }

    /** The image of this id, when the caller may see it. */
    Optional<StoredImage> visible(Caller caller, String id) {
        return glance().find(caller, id);
    }

    /** The image of this id or else of this name, when the caller may see it. */
    Optional<StoredImage> named(Caller caller, String nameOrId) {
        return visible(caller, nameOrId)
                .or(() -> glance().findAll(image -> nameOrId.equals(image.name())).stream()
                        .filter(image -> visible(caller, image.id()).isPresent())
                        .findFirst());
    }

    /** An image for the content of a volume, which is on its way; it gets the properties of the volume's own image. */
    StoredImage create(Caller caller, Map<String, Object> wanted, Row volume) {
        Map<String, Object> fields = new LinkedHashMap<>(volume.object("image_metadata"));
        fields.keySet().removeAll(OF_IMAGE);
        fields.putAll(wanted);
        return glance().create(caller, fields);
    }

    /** What is kept of an image with a volume made of it: texts. */
    Map<String, Object> metadata(StoredImage image) {
        Map<String, Object> kept = Json.map("signature_verified", "False");
        kept.putAll(image.properties());
        kept.put("image_id", image.id());
        put(kept, "image_name", image.name());
        put(kept, "checksum", image.checksum());
        put(kept, "container_format", image.containerFormat());
        put(kept, "disk_format", image.diskFormat());
        put(kept, "min_disk", image.minDiskGiB());
        put(kept, "min_ram", image.minRamMiB());
        put(kept, "size", image.size());
        return kept;
    }

    private static void put(Map<String, Object> kept, String name, @Nullable Object value) {
        kept.put(name, value == null ? "None" : value.toString());
    }

    /** A volume's content has arrived in an image. Its size is the volume's; its bytes nobody has ever written. */
    void uploaded(String id, Row volume) {
        if (find(id).isPresent()) {
            glance().update(id, Json.map("status", "active", "size", volume.number("size") << 30));
        }
    }

    /** A volume's content did not arrive: Cinder removes the image. */
    void failed(String id) {
        if (find(id).isPresent()) {
            glance().delete(id);
        }
    }
}
