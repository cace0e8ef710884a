package io.github.openstackjvm.testkit.compute;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.openstackjvm.testkit.engine.Row;

/** The one word users see, made of what a server is and what happens with it. */
final class ServerStatus {
    private static final String OTHERWISE = "default";
    private static final Map<String, String> REBUILDING = Map.of(
            "rebuilding", "REBUILD",
            "rebuild_block_device_mapping", "REBUILD",
            "rebuild_spawning", "REBUILD");
    private static final Map<String, String> RESIZING = Map.of(
            "resize_prep", "RESIZE",
            "resize_migrating", "RESIZE",
            "resize_migrated", "RESIZE",
            "resize_finish", "RESIZE");
    private static final Map<String, String> REBOOTING = Map.of(
            "rebooting", "REBOOT",
            "reboot_pending", "REBOOT",
            "reboot_started", "REBOOT",
            "rebooting_hard", "HARD_REBOOT",
            "reboot_pending_hard", "HARD_REBOOT",
            "reboot_started_hard", "HARD_REBOOT");

    private static final Map<String, Map<String, String>> WORDS = words();

    private ServerStatus() {}

    /** What lists may look for: states, and what may happen in them. */
    record Search(Set<String> vmStates, Set<String> taskStates) {
        boolean hopeless() {
            return vmStates.isEmpty();
        }

        /** Whether what happens with a server matters. */
        boolean byTask() {
            return !taskStates.contains(OTHERWISE);
        }
    }

    private static Map<String, Map<String, String>> words() {
        Map<String, Map<String, String>> words = new LinkedHashMap<>();
        words.put(
                "active",
                with(
                        "ACTIVE",
                        REBOOTING,
                        REBUILDING,
                        RESIZING,
                        Map.of("updating_password", "PASSWORD", "migrating", "MIGRATING")));
        words.put("building", with("BUILD"));
        words.put("stopped", with("SHUTOFF", RESIZING, REBUILDING));
        words.put("resized", with("VERIFY_RESIZE", Map.of("resize_reverting", "REVERT_RESIZE")));
        words.put("paused", with("PAUSED", Map.of("migrating", "MIGRATING")));
        words.put("suspended", with("SUSPENDED"));
        words.put("rescued", with("RESCUE"));
        words.put("error", with("ERROR", REBUILDING));
        words.put("deleted", with("DELETED"));
        words.put("soft-delete", with("SOFT_DELETED"));
        words.put("shelved", with("SHELVED"));
        words.put("shelved_offloaded", with("SHELVED_OFFLOADED"));
        return words;
    }

    @SafeVarargs
    private static Map<String, String> with(String otherwise, Map<String, String>... byTask) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(OTHERWISE, otherwise);
        for (Map<String, String> some : byTask) {
            words.putAll(some);
        }
        return words;
    }

    static String of(Row server) {
        Map<String, String> words =
                WORDS.getOrDefault(server.is("deleted") ? "deleted" : server.text("vm_state"), with("UNKNOWN"));
        return words.getOrDefault(server.text("task_state"), words.getOrDefault(OTHERWISE, "UNKNOWN"));
    }

    /** What servers of any of these words may be. */
    static Search search(List<String> statuses) {
        List<String> wanted =
                statuses.stream().map(word -> word.toUpperCase(Locale.ROOT)).toList();
        Search search = new Search(new TreeSet<>(), new TreeSet<>());
        WORDS.forEach((vmState, words) -> words.forEach((task, word) -> {
            if (wanted.contains(word)) {
                search.vmStates().add(vmState);
                search.taskStates().add(task);
            }
        }));
        return search;
    }
}
