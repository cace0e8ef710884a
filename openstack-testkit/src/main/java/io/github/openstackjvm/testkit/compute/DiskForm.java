package io.github.openstackjvm.testkit.compute;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** How one disk of a new server is described: as it is asked for, in the older form too, and as it is kept. */
final class DiskForm {
    private static final String INVALID = "Block Device Mapping is Invalid: ";
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

    private DiskForm() {}

    /** What Nova says of disks that cannot be. */
    static Refusal invalid(String why) {
        return Refusal.badRequest(INVALID + why);
    }

    /** A disk as it is asked for today. */
    static Map<String, Object> fromApi(Map<String, Object> wanted, boolean image) {
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
    static Map<String, Object> complete(Map<String, Object> wanted) {
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

    /** A disk as it was asked for when there were no other kinds. */
    static Map<String, Object> fromLegacy(Map<String, Object> old) {
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

    static boolean isRoot(Map<String, Object> device) {
        return device.get("boot_index") instanceof Number index && index.longValue() == 0;
    }

    /** An empty disk on the host, of this format. */
    static Map<String, Object> blank(long size, @Nullable String format) {
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

    static boolean isSwap(Map<String, Object> device) {
        return isLocalBlank(device) && "swap".equals(device.get("guest_format"));
    }

    static boolean isEphemeral(Map<String, Object> device) {
        return isLocalBlank(device) && !"swap".equals(device.get("guest_format"));
    }

    static boolean isBlankVolume(Map<String, Object> device) {
        return "blank".equals(device.get("source_type")) && "volume".equals(device.get("destination_type"));
    }
}
