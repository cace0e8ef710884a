package io.github.openstackjvm.testkit.compute;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;

/** Who may do something to a server, and in which of its states. */
final class Guard {
    private Guard() {}

    /** Refuses everybody but administrators while a server is locked. */
    static void unlocked(Call call, Row server) {
        if (isLocked(call, server)) {
            throw Refusal.conflict("Instance " + server.id() + " is locked");
        }
    }

    static boolean isLocked(Call call, Row server) {
        return server.get("locked_by") != null && !call.caller().admin();
    }

    /** Refuses a server that no host has. */
    static void onHost(Row server) {
        if (server.text("host").isEmpty()) {
            throw Refusal.conflict("Instance " + server.id() + " is not ready");
        }
    }

    /** Refuses a server that is in none of these states, busy, or has never run. */
    static void idle(Row server, String action, String... vmStates) {
        in(server, action, vmStates);
        free(server, action);
        launched(server, action);
    }

    static void in(Row server, String action, String... vmStates) {
        if (!Set.copyOf(Arrays.asList(vmStates)).contains(server.text("vm_state"))) {
            throw state(server, action, "vm_state");
        }
    }

    static void free(Row server, String action) {
        if (server.get("task_state") != null) {
            throw state(server, action, "task_state");
        }
    }

    /** Refuses a server that is busy with anything but these. */
    static void busyWith(Row server, String action, List<String> tasks) {
        if (server.get("task_state") != null && !tasks.contains(server.text("task_state"))) {
            throw state(server, action, "task_state");
        }
    }

    static void launched(Row server, String action) {
        if (server.get("launched_at") == null) {
            throw invalid(server, action);
        }
    }

    static Refusal state(Row server, String action, String attribute) {
        return server.get(attribute) == null
                ? invalid(server, action)
                : Refusal.conflict("Cannot '" + action + "' instance " + server.id() + " while it is in " + attribute
                        + " " + server.text(attribute));
    }

    static Refusal invalid(Row server, String action) {
        return Refusal.conflict("Instance " + server.id() + " is in an invalid state for '" + action + "'");
    }
}
