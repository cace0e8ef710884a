package io.github.openstackjvm.testkit.blockstorage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;

/** Glance, as Cinder sees it: what volumes are made of, and what they are uploaded to. */
final class BlockImages {
    /** What of an image is kept with a volume beside the image's own properties. */
    private static final List<String> KEPT =
            List.of("checksum", "min_ram", "disk_format", "min_disk", "container_format", "size");

    private static final Set<String> CORE = Set.of(
            "id",
            "name",
            "status",
            "visibility",
            "protected",
            "owner",
            "created_at",
            "updated_at",
            "size",
            "virtual_size",
            "min_disk",
            "min_ram",
            "disk_format",
            "container_format",
            "checksum",
            "os_hash_algo",
            "os_hash_value",
            "os_hidden",
            "tags",
            "members",
            "locations",
            "data");

    private final FakeBlockStorage cinder;

    BlockImages(FakeBlockStorage cinder) {
        this.cinder = cinder;
    }

    private FakeCollection images() {
        return cinder.world().collection(cinder.region(), "image/images");
    }

    /** The image of this id. */
    Optional<Row> find(String id) {
        return images().find(id);
    }

    /** The image of this id or else of this name, when the caller may see it. */
    Optional<Row> named(Caller caller, String nameOrId) {
        Optional<Row> byId = images().find(nameOrId).filter(image -> sees(caller, image));
        return byId.or(() -> images().first("name", nameOrId).filter(image -> sees(caller, image)));
    }

    /** The image of this id, when the caller may see it. */
    Optional<Row> visible(Caller caller, String id) {
        return images().find(id).filter(image -> sees(caller, image));
    }

    /** An image for the content of a volume, which is on its way. */
    Row create(Caller caller, Map<String, Object> wanted, Row volume) {
        Map<String, Object> fields = new LinkedHashMap<>(volume.object("image_metadata"));
        fields.keySet().removeAll(KEPT);
        fields.putAll(wanted);
        fields.put("id", cinder.world().ids().uuid());
        fields.put("owner", caller.projectId());
        fields.put("status", "queued");
        fields.put("min_disk", 0);
        return images().add(new Row(fields));
    }

    private static boolean sees(Caller caller, Row image) {
        return caller.admin() || image.is("owner", caller.projectId()) || image.is("visibility", "public");
    }

    /** What is kept of an image with a volume made of it: texts. */
    Map<String, Object> metadata(Row image) {
        Map<String, Object> kept = Json.map("image_id", image.id(), "image_name", image.text("name"));
        KEPT.forEach(field -> kept.put(field, image.text(field)));
        Map<String, Object> own = new LinkedHashMap<>(image.fields());
        own.keySet().removeAll(CORE);
        own.forEach((name, value) -> kept.put(name, String.valueOf(value)));
        return kept;
    }

    /** A volume's content has arrived in an image. */
    void uploaded(String id, Row volume) {
        images().find(id).ifPresent(image -> image.set("status", "active").set("size", volume.number("size") << 30));
    }

    /** A volume's content did not arrive: Cinder removes the image. */
    void failed(String id) {
        images().remove(id);
    }
}
