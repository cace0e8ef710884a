package io.github.openstackjvm.testkit.compute;

import java.util.List;
import java.util.Locale;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;
import org.jspecify.annotations.Nullable;

import static io.github.openstackjvm.testkit.compute.ServerActions.accepted;

/** Turning servers on and off, and what else is done to those that run. */
final class PowerActions {
    private static final int RUNNING = 1;
    private static final int PAUSED = 3;
    private static final int SHUTDOWN = 4;

    /** What a hard reboot may interrupt. */
    private static final List<String> INTERRUPTED = List.of(
            "rebooting",
            "reboot_pending",
            "reboot_started",
            "resuming",
            "rebooting_hard",
            "unpausing",
            "pausing",
            "suspending");

    private final Instances instances;
    private final ServerWork work;
    private final ActionLog log;

    PowerActions(FakeServers servers) {
        instances = servers.instances();
        work = servers.work();
        log = servers.log();
        work.mild("start", server -> become(server, "active", RUNNING));
        work.mild("stop", server -> become(server, "stopped", SHUTDOWN));
        work.on("reboot", server -> become(server, "active", RUNNING));
        work.mild("pause", server -> become(server, "paused", PAUSED));
        work.mild("unpause", server -> become(server, "active", RUNNING));
        work.mild("suspend", server -> become(server, "suspended", SHUTDOWN));
        work.on("resume", server -> become(server, "active", RUNNING));
        work.mild("changePassword", server -> instances.task(server, null));
    }

    void add(ServerActions actions) {
        actions.add("os-start", this::start).byCell();
        actions.add("os-stop", this::stop).byCell();
        actions.add("reboot", this::reboot)
                .takes(Schema.object().required("type", Forms.word("HARD", "Hard", "hard", "SOFT", "Soft", "soft")));
        actions.add("pause", simple("pause", "pausing", "active"));
        actions.add("unpause", simple("unpause", "unpausing", "paused"));
        actions.add("suspend", simple("suspend", "suspending", "active"));
        actions.add("resume", simple("resume", "resuming", "suspended"));
        actions.add("trigger_crash_dump", this::crash)
                .takes(Forms.NOTHING)
                .since("2.17")
                .byCell();
        actions.add("changePassword", this::password).takes(Schema.object().required("adminPass", Forms.TEXT));
    }

    private void become(Row server, String vmState, int power) {
        server.set("power_state", power);
        instances.become(server, vmState, null);
    }

    private ServerActions.Act simple(String action, String task, String vmState) {
        return (call, server, argument) -> {
            Guard.unlocked(call, server);
            Guard.idle(server, action, vmState);
            work.begin(call, server, action, task, "compute_" + action + "_instance");
            return accepted();
        };
    }

    private FakeResponse start(Call call, Row server, @Nullable Object argument) {
        Guard.unlocked(call, server);
        Guard.onHost(server);
        Guard.idle(server, "start", "stopped");
        work.begin(call, server, "start", "powering-on", "compute_start_instance");
        return accepted();
    }

    private FakeResponse stop(Call call, Row server, @Nullable Object argument) {
        Guard.unlocked(call, server);
        Guard.onHost(server);
        Guard.idle(server, "stop", "active", "error");
        server.set("progress", 0);
        work.begin(call, server, "stop", "powering-off", "compute_stop_instance");
        return accepted();
    }

    private FakeResponse reboot(Call call, Row server, @Nullable Object argument) {
        boolean soft =
                "SOFT".equals(Forms.str(Json.object(argument).get("type")).toUpperCase(Locale.ROOT));
        Guard.unlocked(call, server);
        if (soft) {
            Guard.idle(server, "reboot", "active");
        } else {
            Guard.in(server, "reboot", "active", "stopped", "paused", "suspended", "error");
            Guard.busyWith(server, "reboot", INTERRUPTED);
            Guard.launched(server, "reboot");
        }
        work.begin(call, server, "reboot", soft ? "rebooting" : "rebooting_hard", "compute_reboot_instance");
        return accepted();
    }

    private FakeResponse crash(Call call, Row server, @Nullable Object argument) {
        Guard.unlocked(call, server);
        Guard.onHost(server);
        Guard.idle(server, "trigger_crash_dump", "active", "paused", "rescued", "resized", "error");
        log.note(call, server, "trigger_crash_dump", "compute_trigger_crash_dump");
        return accepted();
    }

    private FakeResponse password(Call call, Row server, @Nullable Object argument) {
        // A slip in Nova's source hides the lock behind the words for states.
        if (Guard.isLocked(call, server)) {
            throw Guard.invalid(server, "changePassword");
        }
        Guard.idle(server, "changePassword", "active");
        work.begin(call, server, "changePassword", "updating_password", "compute_set_admin_password");
        return accepted();
    }
}
