package io.github.openstackjvm.testkit.blockstorage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;

/** The steps between available and in use, and what they require. */
final class VolumeStates {
    private VolumeStates() {}

    static void reserve(Row volume) {
        List<String> states = volume.is("multiattach") ? List.of("available", "in-use") : List.of("available");
        if (!states.contains(volume.text("status"))) {
            throw invalid("Volume status must be " + String.join(" or ", states) + " to reserve, but the status is "
                    + volume.text("status") + ".");
        }
        volume.set("status", "attaching");
    }

    static void unreserve(Row volume, boolean hasAttachments) {
        if (volume.is("status", "attaching")) {
            volume.set("status", hasAttachments ? "in-use" : "available");
        }
    }

    static void beginDetaching(Row volume) {
        boolean migrating = !VolumeDeletion.settled(volume);
        if (volume.is("status", "in-use") && volume.is("attach_status", "attached") && !migrating) {
            volume.set("status", "detaching");
        } else if (!migrating) {
            throw invalid("Unable to detach volume. Volume status must be 'in-use' and attach_status must be "
                    + "'attached' to detach.");
        }
    }

    static void rollDetaching(Row volume) {
        if (volume.is("status", "detaching")) {
            volume.set("status", "in-use");
        }
    }

    static Refusal invalid(String words) {
        return Refusal.badRequest("Invalid volume: " + words);
    }

    /** What was asked for makes no sense. */
    static Refusal input(String words) {
        return Refusal.badRequest("Invalid input received: " + words);
    }

    /** Keeps something of a volume that only administrators see. */
    static void mark(Row volume, String key, String value) {
        Map<String, Object> metadata = new LinkedHashMap<>(volume.object("admin_metadata"));
        metadata.put(key, value);
        volume.set("admin_metadata", metadata);
    }
}
