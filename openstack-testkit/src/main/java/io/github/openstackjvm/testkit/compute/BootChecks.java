package io.github.openstackjvm.testkit.compute;

import java.util.Map;

import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** Which flavors and images fit together. */
final class BootChecks {
    private BootChecks() {}

    /** Refuses an image that cannot be booted from, or not with this flavor. */
    static void checkImage(
            Map<String, Object> image, Row flavor, @Nullable Map<String, Object> rootVolume, boolean admin) {
        if (image.isEmpty()) {
            return;
        }
        if (!"active".equals(image.get("status"))) {
            throw Refusal.badRequest("Image " + image.get("id") + " is not active.");
        }
        checkSize(image, flavor, rootVolume, admin);
    }

    /** The same for an image that is in use. */
    static void checkSize(
            Map<String, Object> image, Row flavor, @Nullable Map<String, Object> rootVolume, boolean admin) {
        if (flavor.number("ram") < Forms.number(image.get("min_ram"))) {
            throw Refusal.badRequest("Flavor's memory is too small for requested image.");
        }
        long minDisk = Forms.number(image.get("min_disk")) << 30;
        if (rootVolume != null) {
            long size = Forms.number(rootVolume.get("volume_size")) << 30;
            if (size > 0 && minDisk > size) {
                throw Refusal.badRequest(
                        "Volume is smaller than the minimum size specified in image metadata. Volume size is " + size
                                + " bytes, minimum size is " + minDisk + " bytes.");
            }
            return;
        }
        long disk = flavor.number("disk") << 30;
        long size = Forms.number(image.get("size"));
        if (disk == 0) {
            if (!admin) {
                throw Refusal.forbidden("Only volume-backed servers are allowed for flavors with zero disk.");
            }
        } else if (size > disk) {
            throw Refusal.badRequest("Flavor's disk is too small for requested image. Flavor disk is " + disk
                    + " bytes, image is " + size + " bytes.");
        } else if (minDisk > disk) {
            throw Refusal.badRequest(
                    "Flavor's disk is smaller than the minimum size specified in image metadata. Flavor disk is " + disk
                            + " bytes, minimum size is " + minDisk + " bytes.");
        }
    }
}
