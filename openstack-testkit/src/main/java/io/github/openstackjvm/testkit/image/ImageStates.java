package io.github.openstackjvm.testkit.image;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;

/** The states of images, and what leads from one to another. */
final class ImageStates {
    /** Which states an image may go to. */
    private static final Map<String, List<String>> WAYS = Map.of(
            "queued", List.of("saving", "uploading", "importing", "active", "deleted"),
            "saving", List.of("active", "killed", "deleted", "queued"),
            "uploading", List.of("importing", "queued", "deleted"),
            "importing", List.of("active", "deleted", "queued"),
            "active", List.of("pending_delete", "deleted", "deactivated"),
            "deactivated", List.of("active", "deleted"));

    private ImageStates() {}

    /** Brings an image into another state, or says that it cannot be. */
    static void move(Row image, String to) {
        if (!WAYS.getOrDefault(image.text("status"), List.of()).contains(to)) {
            throw Refusal.conflict(
                    "Image status transition from " + image.text("status") + " to " + to + " is not allowed");
        }
        if (List.of("saving", "active", "importing").contains(to)) {
            List<String> missing = List.of("disk_format", "container_format").stream()
                    .filter(field -> image.get(field) == null)
                    .toList();
            if (!missing.isEmpty()) {
                throw Refusal.badRequest((missing.size() == 1 ? "Property " : "Properties ")
                        + String.join(", ", missing) + " must be set prior to saving data.");
            }
        }
        if (to.equals("queued")) {
            image.set("size", null).set("virtual_size", null);
        }
        image.set("status", to);
    }
}
