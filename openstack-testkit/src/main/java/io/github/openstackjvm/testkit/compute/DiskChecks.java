package io.github.openstackjvm.testkit.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;

/** Refuses disks that a new server cannot have, and keeps for it the volumes that are there already. */
final class DiskChecks {
    private static final int MAX_LOCAL = 3;
    private static final Set<String> BUSES = Set.of("fdc", "ide", "sata", "scsi", "usb", "virtio", "xen", "lxc", "uml");

    private final Call call;
    private final Cinder cinder;
    private final Glance glance;
    private final List<Map<String, Object>> devices;

    DiskChecks(Call call, Cinder cinder, Glance glance, List<Map<String, Object>> devices) {
        this.call = call;
        this.cinder = cinder;
        this.glance = glance;
        this.devices = devices;
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
            } else if (DiskForm.isBlankVolume(device) && Forms.number(device.get("volume_size")) == 0) {
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
                throw DiskForm.invalid(
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
            throw DiskForm.invalid("failed to get image " + id + ".");
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
        Row snapshot = cinder.snapshot(call.caller(), id)
                .orElseThrow(() -> DiskForm.invalid("failed to get snapshot " + id + "."));
        if (Forms.number(device.get("volume_size")) == 0) {
            device.put("volume_size", snapshot.number("volume_size"));
        }
    }

    private void checkLocals(Row flavor) {
        long most = flavor.number("OS-FLV-EXT-DATA:ephemeral");
        long ephemeral = 0;
        List<Map<String, Object>> swaps = new ArrayList<>();
        for (Map<String, Object> device : devices) {
            long size = Forms.number(device.get("volume_size"));
            ephemeral += DiskForm.isEphemeral(device) ? size == 0 ? most : size : 0;
            if (DiskForm.isSwap(device)) {
                swaps.add(device);
            }
        }
        if (ephemeral > most) {
            throw Refusal.badRequest(
                    "Ephemeral disks requested are larger than the instance type allows. If no size is given in one block "
                            + "device mapping, flavor ephemeral size will be used.");
        }
        if (swaps.size() > 1) {
            throw DiskForm.invalid("More than one swap drive requested.");
        }
        if (!swaps.isEmpty() && Forms.number(swaps.get(0).get("volume_size")) > flavor.number("swap")) {
            throw Refusal.badRequest("Swap drive requested is larger than instance type allows.");
        }
        if (devices.stream()
                        .filter(device -> "local".equals(device.get("destination_type")))
                        .count()
                > MAX_LOCAL) {
            throw DiskForm.invalid("You specified more local devices than the limit allows");
        }
    }
}
