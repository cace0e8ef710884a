package io.github.openstackjvm.testkit.compute;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Row;

/** The images of the same region. */
final class GlanceOfRegion implements Glance {
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
            "stores");

    private final FakeCompute nova;

    GlanceOfRegion(FakeCompute nova) {
        this.nova = nova;
    }

    private FakeCollection images() {
        return nova.world().collection(nova.region(), "image/images");
    }

    @Override
    public Optional<Row> image(Caller caller, String id) {
        return images().find(id)
                .filter(image -> caller.admin()
                        || image.is("owner", caller.projectId())
                        || Set.of("public", "community").contains(image.text("visibility")));
    }

    @Override
    public Map<String, Object> properties(Row image) {
        Map<String, Object> properties = new LinkedHashMap<>(image.fields());
        properties.keySet().removeAll(CORE);
        return properties;
    }

    @Override
    public Row create(Caller caller, Map<String, Object> wanted) {
        Row image = new Row(wanted);
        return images().add(image.set("id", nova.world().ids().uuid())
                .set("owner", caller.projectId())
                .set("status", "queued"));
    }

    @Override
    public void upload(String id, byte[] data) {
        images().find(id).ifPresent(image -> image.set("status", "active").set("size", data.length));
    }

    @Override
    public List<Row> ofServer(String server, String backupType) {
        return images().where(image -> image.is("instance_uuid", server)
                && image.is("image_type", "backup")
                && image.is("backup_type", backupType));
    }

    @Override
    public void delete(String id) {
        images().remove(id);
    }
}
