package io.github.openstackjvm.testkit.compute;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeBody;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;

/** Images that are made of servers. */
final class ServerImages {
    private static final List<String> NOT_INHERITED = List.of(
            "cache_in_nova",
            "bittorrent",
            "cinder_encryption_key_id",
            "cinder_encryption_key_deletion_policy",
            "img_signature",
            "img_signature_hash_method",
            "img_signature_key_type",
            "img_signature_certificate_uuid");

    private final Glance glance;

    ServerImages(Glance glance) {
        this.glance = glance;
    }

    /** The id of an image for what is on the root disk of a server; it has no data yet. */
    String create(Call call, Row server, String name, String type, Map<String, Object> more) {
        Map<String, Object> of =
                Json.map("instance_uuid", server.id(), "user_id", call.caller().userId(), "image_type", type);
        of.putAll(more);
        return glance.create(call.caller(), described(call, server, name, of));
    }

    /** What an image of a server says of itself: what the server's own image said, and whose it is. */
    Map<String, Object> described(Call call, Row server, String name, Map<String, Object> more) {
        Map<String, Object> image = server.object("image");
        Map<String, Object> wanted = new LinkedHashMap<>();
        Json.object(image.get("properties")).forEach((property, value) -> {
            if (!NOT_INHERITED.contains(property) && !property.startsWith("os_glance")) {
                wanted.put(property, value);
            }
        });
        wanted.put("base_image_ref", server.text("image_ref"));
        wanted.putAll(server.pick("owner_user_name", "owner_project_name", "boot_roles"));
        wanted.putAll(more);
        wanted.put("name", name);
        for (String field : List.of("container_format", "disk_format", "min_disk", "min_ram")) {
            if (image.get(field) != null) {
                wanted.put(field, image.get(field));
            }
        }
        boolean own = server.is("project_id", call.caller().projectId());
        wanted.put("visibility", own ? "private" : "shared");
        if (!own) {
            wanted.put("instance_owner", server.text("project_id"));
        }
        return wanted;
    }

    /** The data have come, and what a hypervisor says of them. */
    void upload(Row server, String image) {
        glance.upload(image, FakeBody.of("snapshot of " + server.id() + "\n"));
        glance.describe(
                image,
                Json.map(
                        "image_location",
                        "snapshot",
                        "image_state",
                        "available",
                        "owner_id",
                        server.text("project_id")));
    }
}
