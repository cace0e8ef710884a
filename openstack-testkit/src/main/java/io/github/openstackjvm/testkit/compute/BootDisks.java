package io.github.openstackjvm.testkit.compute;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** The disks a new server asks for: read from the request, completed from image and flavor, and checked. */
final class BootDisks {
    private final Call call;
    private final Cinder cinder;
    private final Glance glance;
    private final boolean legacy;
    private List<Map<String, Object>> devices = new ArrayList<>();

    BootDisks(Call call, Cinder cinder, Glance glance, Map<String, Object> wanted) {
        this.call = call;
        this.cinder = cinder;
        this.glance = glance;
        List<Map<String, Object>> old = list(wanted.get("block_device_mapping"));
        List<Map<String, Object>> modern = list(wanted.get("block_device_mapping_v2"));
        if (!old.isEmpty() && !modern.isEmpty()) {
            throw Refusal.badRequest(
                    "Using different block_device_mapping syntaxes is not allowed in the same request.");
        }
        legacy = modern.isEmpty();
        boolean image = wanted.get("imageRef") != null;
        modern.forEach(device -> devices.add(DiskForm.fromApi(device, image)));
        devices.addAll(old);
    }

    private static List<Map<String, Object>> list(@Nullable Object value) {
        List<Map<String, Object>> list = new ArrayList<>();
        if (value instanceof List<?> items) {
            items.forEach(item -> list.add(new LinkedHashMap<>(Json.object(item))));
        }
        return list;
    }

    boolean isEmpty() {
        return devices.isEmpty();
    }

    /** In the order in which they get their names: the root disk, other disks of the host, swap, volumes. */
    List<Map<String, Object>> named() {
        List<Map<String, Object>> ordered = new ArrayList<>(devices);
        ordered.sort(Comparator.comparingInt(device ->
                DiskForm.isRoot(device) ? 0 : DiskForm.isEphemeral(device) ? 1 : DiskForm.isSwap(device) ? 2 : 3));
        return ordered;
    }

    /** What is known of the image in the volume a server is to boot from; empty when there is none. */
    Map<String, Object> imageOfRoot() {
        for (Map<String, Object> device : devices) {
            Object index = device.get("boot_index");
            boolean root = legacy ? letter(device.get("device_name")).equals("a") : index != null && index.equals(0L);
            if (root && device.get("image_id") != null) {
                String id = Forms.str(device.get("image_id"));
                return glance.image(call.caller(), id)
                        .orElseThrow(() -> DiskForm.invalid("failed to get image " + id + "."));
            } else if (root && (device.get("snapshot_id") != null || device.get("volume_id") != null)) {
                return imageOf(volumeOf(device));
            }
        }
        return Map.of();
    }

    private String volumeOf(Map<String, Object> device) {
        if (device.get("snapshot_id") == null) {
            return Forms.str(device.get("volume_id"));
        }
        String id = Forms.str(device.get("snapshot_id"));
        return cinder.snapshot(call.caller(), id)
                .map(snapshot -> snapshot.text("volume_id"))
                .orElseThrow(() -> Refusal.badRequest("Snapshot " + id + " could not be found."));
    }

    private Map<String, Object> imageOf(String id) {
        Row volume = cinder.volume(call.caller(), id)
                .orElseThrow(() -> DiskForm.invalid("failed to get volume " + id + "."));
        if (!volume.is("bootable")) {
            throw Refusal.badRequest("Block Device " + id + " is not bootable.");
        }
        Map<String, Object> properties = new LinkedHashMap<>(volume.object("image_metadata"));
        Map<String, Object> image = Json.map(
                "status",
                "active",
                "size",
                volume.number("size") << 30,
                "min_ram",
                Forms.number(properties.remove("min_ram")),
                "min_disk",
                Forms.number(properties.remove("min_disk")));
        List.of("image_id", "image_name", "size", "checksum", "container_format", "disk_format")
                .forEach(properties::remove);
        image.put("properties", properties);
        return image;
    }

    private static String letter(@Nullable Object device) {
        return Forms.str(device)
                .replaceFirst("^/dev/", "")
                .replaceFirst("^(x?v|s|h)d", "")
                .replaceAll("\\d", "");
    }

    /** Completes the disks by those of the image and the flavor. */
    void complete(Map<String, Object> image, Row flavor, int count) {
        String imageId = Forms.str(image.get("id"));
        String root = "vda";
        for (Map<String, Object> device : devices) {
            if (!imageId.isEmpty()
                    && "volume".equals(device.get("destination_type"))
                    && ("/dev/" + root).equals(device.get("device_name"))) {
                throw Refusal.badRequest(
                        "The volume cannot be assigned the same device name as the root device " + root);
            }
        }
        List<Map<String, Object>> ofImage = ofImage(image);
        boolean rooted = ofImage.stream().anyMatch(DiskForm::isRoot);
        if (legacy) {
            devices = fromLegacy(imageId, root, rooted);
        } else if (rooted) {
            devices.removeIf(device -> DiskForm.isRoot(device) && "image".equals(device.get("source_type")));
        }
        Set<Object> named = new TreeSet<>();
        devices.forEach(device -> Optional.ofNullable(device.get("device_name")).ifPresent(named::add));
        ofImage.stream()
                .filter(device -> !named.contains(Forms.str(device.get("device_name"))))
                .forEach(devices::add);
        if (count > 1 && devices.stream().anyMatch(device -> "volume".equals(device.get("source_type")))) {
            throw Refusal.badRequest("Cannot attach one or more volumes to multiple instances");
        }
        addOfFlavor(flavor);
    }

    @Nullable
    Map<String, Object> root() {
        return devices.stream().filter(DiskForm::isRoot).findFirst().orElse(null);
    }

    private static List<Map<String, Object>> ofImage(Map<String, Object> image) {
        Object mapping = Json.object(image.get("properties")).get("block_device_mapping");
        if (mapping == null) {
            return List.of();
        }
        try {
            Object read = mapping instanceof String text ? Json.read(text.getBytes(StandardCharsets.UTF_8)) : mapping;
            return list(read).stream().map(DiskForm::complete).toList();
        } catch (JsonProcessingException e) {
            throw Refusal.badRequest("Invalid image metadata. Error: " + e.getOriginalMessage());
        }
    }

    private List<Map<String, Object>> fromLegacy(String image, String root, boolean noRoot) {
        List<Map<String, Object>> modern = new ArrayList<>();
        devices.forEach(device -> modern.add(DiskForm.fromLegacy(device)));
        boolean volumeBacked = false;
        for (Map<String, Object> device : modern) {
            boolean isRoot = !noRoot
                    && !"blank".equals(device.get("source_type"))
                    && ("/dev/" + root).equals(device.get("device_name"));
            device.put("boot_index", isRoot ? 0L : -1L);
            volumeBacked |= isRoot;
        }
        if (!noRoot && !volumeBacked && !image.isEmpty()) {
            modern.add(
                    0,
                    DiskForm.complete(Json.map(
                            "source_type",
                            "image",
                            "image_id",
                            image,
                            "delete_on_termination",
                            true,
                            "boot_index",
                            0,
                            "device_type",
                            "disk",
                            "destination_type",
                            "local")));
        }
        return modern;
    }

    private void addOfFlavor(Row flavor) {
        long ephemeral = flavor.number("OS-FLV-EXT-DATA:ephemeral");
        if (ephemeral > 0 && devices.stream().noneMatch(DiskForm::isEphemeral)) {
            devices.add(DiskForm.blank(ephemeral, null));
        }
        if (flavor.number("swap") > 0 && devices.stream().noneMatch(DiskForm::isSwap)) {
            devices.add(DiskForm.blank(flavor.number("swap"), "swap"));
        }
    }

    /** Volumes that are there already, by their id. */
    Map<String, Row> volumes() {
        Map<String, Row> volumes = new HashMap<>();
        for (Map<String, Object> device : devices) {
            String id = Forms.str(device.get("volume_id"));
            if (!id.isEmpty()) {
                volumes.put(
                        id,
                        cinder.volume(call.caller(), id)
                                .orElseThrow(() -> Refusal.badRequest("Volume " + id + " could not be found.")));
            }
        }
        return volumes;
    }

    /** Refuses disks that cannot be; keeps volumes that are there already for the server. */
    void reserve(Row server, Row flavor, Map<String, Row> volumes) {
        new DiskChecks(call, cinder, glance, devices).reserve(server, flavor, volumes);
    }
}
