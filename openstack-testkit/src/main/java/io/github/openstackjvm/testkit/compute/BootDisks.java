package io.github.openstackjvm.testkit.compute;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private static final String INVALID = "Block Device Mapping is Invalid: ";
    private static final int MAX_LOCAL = 3;
    private static final Set<String> BUSES = Set.of("fdc", "ide", "sata", "scsi", "usb", "virtio", "xen", "lxc", "uml");
    private static final List<String> DEFAULTS = List.of(
            "source_type",
            "destination_type",
            "device_name",
            "boot_index",
            "volume_id",
            "snapshot_id",
            "image_id",
            "volume_size",
            "guest_format",
            "disk_bus",
            "device_type",
            "tag",
            "volume_type");

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
        modern.forEach(device -> devices.add(fromApi(device, image)));
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
        ordered.sort(Comparator.comparingInt(
                device -> isRoot(device) ? 0 : isEphemeral(device) ? 1 : isSwap(device) ? 2 : 3));
        return ordered;
    }

    private static Refusal invalid(String why) {
        return Refusal.badRequest(INVALID + why);
    }

    private static Map<String, Object> fromApi(Map<String, Object> wanted, boolean image) {
        Map<String, Object> device = complete(wanted);
        if (!Boolean.TRUE.equals(device.get("no_device"))) {
            String source = Forms.str(device.get("source_type"));
            Object id = device.get("uuid");
            if (source.equals("blank") && id != null) {
                throw invalid("Invalid device UUID.");
            } else if (!source.equals("blank") && id == null) {
                throw invalid("Missing device UUID.");
            } else if (!source.equals("blank")) {
                device.put(source + "_id", id);
            }
            checkLocal(device, source, image);
            if (source.equals("volume") && device.get("volume_type") != null) {
                throw invalid("Specifying volume type to existing volume is not supported.");
            }
        }
        device.remove("uuid");
        if (device.get("source_type") == null) {
            throw invalid("Some required fields are missing");
        }
        return device;
    }

    private static void checkLocal(Map<String, Object> device, String source, boolean image) {
        boolean local = "local".equals(device.get("destination_type"));
        Object index = device.get("boot_index");
        boolean first = index != null && Long.parseLong(index.toString()) == 0;
        if (local && source.equals("image") && !(image && first)) {
            throw invalid("Mapping image to local is not supported.");
        }
        if (local && device.get("volume_type") != null) {
            throw invalid("Specifying a volume_type with destination_type=local is not supported.");
        }
    }

    /** All fields there can be, with texts that are numbers as numbers. */
    private static Map<String, Object> complete(Map<String, Object> wanted) {
        Map<String, Object> device = new LinkedHashMap<>();
        DEFAULTS.forEach(name -> Json.put(device, name, wanted.get(name)));
        device.putAll(wanted);
        Json.put(device, "device_name", BlockDevices.path(wanted.get("device_name")));
        for (String name : List.of("boot_index", "volume_size")) {
            Object value = wanted.get(name);
            Json.put(device, name, value == null ? null : (Object) Long.valueOf(value.toString()));
        }
        device.put("delete_on_termination", Forms.flag(wanted.get("delete_on_termination"), false));
        return device;
    }

    /** What is known of the image in the volume a server is to boot from; empty when there is none. */
    Map<String, Object> imageOfRoot() {
        for (Map<String, Object> device : devices) {
            Object index = device.get("boot_index");
            boolean root = legacy ? letter(device.get("device_name")).equals("a") : index != null && index.equals(0L);
            if (root && device.get("image_id") != null) {
                String id = Forms.str(device.get("image_id"));
                return glance.image(call.caller(), id).orElseThrow(() -> invalid("failed to get image " + id + "."));
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
        Row volume = cinder.volume(call.caller(), id).orElseThrow(() -> invalid("failed to get volume " + id + "."));
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
        boolean rooted = ofImage.stream().anyMatch(BootDisks::isRoot);
        if (legacy) {
            devices = fromLegacy(imageId, root, rooted);
        } else if (rooted) {
            devices.removeIf(device -> isRoot(device) && "image".equals(device.get("source_type")));
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

    private static boolean isRoot(Map<String, Object> device) {
        return device.get("boot_index") instanceof Number index && index.longValue() == 0;
    }

    @Nullable
    Map<String, Object> root() {
        return devices.stream().filter(BootDisks::isRoot).findFirst().orElse(null);
    }

    private static List<Map<String, Object>> ofImage(Map<String, Object> image) {
        Object mapping = Json.object(image.get("properties")).get("block_device_mapping");
        if (mapping == null) {
            return List.of();
        }
        try {
            Object read = mapping instanceof String text ? Json.read(text.getBytes(StandardCharsets.UTF_8)) : mapping;
            return list(read).stream().map(BootDisks::complete).toList();
        } catch (JsonProcessingException e) {
            throw Refusal.badRequest("Invalid image metadata. Error: " + e.getOriginalMessage());
        }
    }

    private List<Map<String, Object>> fromLegacy(String image, String root, boolean noRoot) {
        List<Map<String, Object>> modern = new ArrayList<>();
        devices.forEach(device -> modern.add(fromLegacy(device)));
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
                    complete(Json.map(
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

    private static Map<String, Object> fromLegacy(Map<String, Object> old) {
        Map<String, Object> device = complete(old);
        String virtual = Forms.str(old.get("virtual_name"));
        if (virtual.equals("swap") || virtual.matches("ephemeral(\\d|[1-9]\\d+)")) {
            device.put("source_type", "blank");
            device.put("destination_type", "local");
            device.put("delete_on_termination", true);
            Json.put(device, "guest_format", virtual.equals("swap") ? "swap" : null);
        } else if (old.get("snapshot_id") != null) {
            device.put("source_type", "snapshot");
            device.put("destination_type", "volume");
        } else if (old.get("volume_id") != null) {
            device.put("source_type", "volume");
            device.put("destination_type", "volume");
        } else if (old.get("no_device") == null) {
            throw invalid("Unrecognized legacy format.");
        }
        return device;
    }

    private void addOfFlavor(Row flavor) {
        long ephemeral = flavor.number("OS-FLV-EXT-DATA:ephemeral");
        if (ephemeral > 0 && devices.stream().noneMatch(BootDisks::isEphemeral)) {
            devices.add(blank(ephemeral, null));
        }
        if (flavor.number("swap") > 0 && devices.stream().noneMatch(BootDisks::isSwap)) {
            devices.add(blank(flavor.number("swap"), "swap"));
        }
    }

    private static Map<String, Object> blank(long size, @Nullable String format) {
        return complete(Json.map(
                "source_type",
                "blank",
                "destination_type",
                "local",
                "delete_on_termination",
                true,
                "boot_index",
                -1,
                "device_type",
                "disk",
                "volume_size",
                size,
                "guest_format",
                format));
    }

    private static boolean isLocalBlank(Map<String, Object> device) {
        return "blank".equals(device.get("source_type")) && "local".equals(device.get("destination_type"));
    }

    private static boolean isSwap(Map<String, Object> device) {
        return isLocalBlank(device) && "swap".equals(device.get("guest_format"));
    }

    private static boolean isEphemeral(Map<String, Object> device) {
        return isLocalBlank(device) && !"swap".equals(device.get("guest_format"));
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
        checkOrder();
        try {
            checkEach(server, volumes);
            checkLocals(flavor);
        } catch (Refusal refused) {
            devices.stream()
                    .map(device -> device.get("attachment_id"))
                    .filter(Objects::nonNull)
                    .forEach(attachment -> cinder.detach(attachment.toString()));
            throw refused;
        }
    }

    private void checkEach(Row server, Map<String, Row> volumes) {
        for (Map<String, Object> device : devices) {
            checkType(device);
            if (device.get("image_id") != null) {
                checkImage(server, device);
            } else if (device.get("volume_id") != null) {
                Row volume = volumes.get(Forms.str(device.get("volume_id")));
                if (volume != null) {
                    keep(server, device, volume);
                }
            } else if (device.get("snapshot_id") != null) {
                checkSnapshot(device);
            } else if (isBlankVolume(device) && Forms.number(device.get("volume_size")) == 0) {
                throw Refusal.badRequest("Blank volumes (source: 'blank', dest: 'volume') need to have non-zero size");
            }
            Object bus = device.get("disk_bus");
            if (bus != null && !bus.equals("") && !BUSES.contains(bus.toString())) {
                // What Nova means to say of the bus is lost by a slip in its source.
                throw Refusal.badRequest("Block Device Mapping is Invalid.");
            }
        }
    }

    private void checkOrder() {
        List<Long> order = devices.stream()
                .map(device -> device.get("boot_index"))
                .filter(index -> index instanceof Long number && number >= 0)
                .map(index -> (Long) index)
                .sorted()
                .toList();
        for (int i = 0; i < Math.max(1, order.size()); i++) {
            if (order.isEmpty() || order.get(i) != i) {
                throw invalid(
                        "Boot sequence for the instance and image/block device mapping combination is not valid.");
            }
        }
    }

    private void checkType(Map<String, Object> device) {
        String type = Forms.str(device.get("volume_type"));
        if (!type.isEmpty()) {
            Row found = cinder.type(type)
                    .orElseThrow(() -> Refusal.badRequest("Volume type " + type + " could not be found."));
            device.put("volume_type", found.text("name"));
        }
    }

    private void checkImage(Row server, Map<String, Object> device) {
        String id = Forms.str(device.get("image_id"));
        if (!server.is("image_ref", id) && glance.image(call.caller(), id).isEmpty()) {
            throw invalid("failed to get image " + id + ".");
        }
        if ("image".equals(device.get("source_type"))
                && "volume".equals(device.get("destination_type"))
                && Forms.number(device.get("volume_size")) == 0) {
            throw Refusal.badRequest("Images with destination_type 'volume' need to have a non-zero size specified");
        }
    }

    private void keep(Row server, Map<String, Object> device, Row volume) {
        if (volume.is("multiattach") && !call.since("2.60")) {
            throw Refusal.badRequest("Multiattach volumes are only supported starting with compute API version 2.60.");
        }
        try {
            device.put("attachment_id", cinder.reserve(volume.id(), server.id()));
        } catch (Refusal refused) {
            throw Refusal.badRequest("Invalid volume: " + Text.passedOn(call, refused));
        }
        device.put("volume_size", volume.number("size"));
    }

    private void checkSnapshot(Map<String, Object> device) {
        String id = Forms.str(device.get("snapshot_id"));
        Row snapshot =
                cinder.snapshot(call.caller(), id).orElseThrow(() -> invalid("failed to get snapshot " + id + "."));
        if (Forms.number(device.get("volume_size")) == 0) {
            device.put("volume_size", snapshot.number("volume_size"));
        }
    }

    private static boolean isBlankVolume(Map<String, Object> device) {
        return "blank".equals(device.get("source_type")) && "volume".equals(device.get("destination_type"));
    }

    private void checkLocals(Row flavor) {
        long most = flavor.number("OS-FLV-EXT-DATA:ephemeral");
        long ephemeral = 0;
        List<Map<String, Object>> swaps = new ArrayList<>();
        for (Map<String, Object> device : devices) {
            long size = Forms.number(device.get("volume_size"));
            ephemeral += isEphemeral(device) ? size == 0 ? most : size : 0;
            if (isSwap(device)) {
                swaps.add(device);
            }
        }
        if (ephemeral > most) {
            throw Refusal.badRequest(
                    "Ephemeral disks requested are larger than the instance type allows. If no size is given in one block "
                            + "device mapping, flavor ephemeral size will be used.");
        }
        if (swaps.size() > 1) {
            throw invalid("More than one swap drive requested.");
        }
        if (!swaps.isEmpty() && Forms.number(swaps.get(0).get("volume_size")) > flavor.number("swap")) {
            throw Refusal.badRequest("Swap drive requested is larger than instance type allows.");
        }
        if (devices.stream()
                        .filter(device -> "local".equals(device.get("destination_type")))
                        .count()
                > MAX_LOCAL) {
            throw invalid("You specified more local devices than the limit allows");
        }
    }
}
