package io.github.openstackjvm.testkit.compute;

import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;
import org.jspecify.annotations.Nullable;

import static io.github.openstackjvm.testkit.compute.ServerActions.accepted;

/** Moving servers while they run, and from hosts that are down. */
final class MoveActions {
    private static final Schema BLOCK =
            (path, value) -> "auto".equals(value) ? null : orAuto(Schema.flag().check(path, value));

    private final FakeServers servers;
    private final Instances instances;
    private final ServerWork work;
    private final MigrationBook book;

    private static Schema.@Nullable Violation orAuto(Schema.@Nullable Violation violation) {
        return violation == null
                ? null
                : new Schema.Violation(
                        violation.path(), violation.value(), violation.message().replace("'no']", "'no', 'auto']"));
    }

    MoveActions(FakeServers servers) {
        this.servers = servers;
        instances = servers.instances();
        work = servers.work();
        book = servers.book();
        work.on(MigrationBook.LIVE, this::moved, server -> {
            book.status(server, "failed");
            instances.task(server, null);
        });
        work.on("evacuate", this::evacuated, server -> {
            book.status(server, "failed");
            instances.become(server, "error", null);
        });
    }

    void add(ServerActions actions) {
        actions.add("os-migrateLive", this::live).takes(MoveActions::liveForm).admin("os-migrate-server:migrate_live");
        actions.add("evacuate", this::evacuate).takes(MoveActions::evacuateForm).admin("os-evacuate");
    }

    private static Schema liveForm(Call call) {
        Schema.ObjectSchema form =
                Schema.object().required("block_migration", call.since("2.25") ? BLOCK : Schema.flag());
        if (!call.since("2.25")) {
            form.required("disk_over_commit", Schema.flag());
        }
        form.required("host", Forms.orNull("string", Forms.HOST));
        if (call.since("2.30") && !call.since("2.68")) {
            form.optional("force", Schema.flag());
        }
        return form;
    }

    private static Schema evacuateForm(Call call) {
        Schema.ObjectSchema form = Schema.object().optional("host", Forms.HOST);
        if (!call.since("2.14")) {
            form.required("onSharedStorage", Schema.flag());
        }
        form.optional("adminPass", Forms.TEXT);
        if (call.since("2.29") && !call.since("2.68")) {
            form.optional("force", Schema.flag());
        }
        return form;
    }

    private static boolean forced(Map<String, Object> wanted, String host) {
        boolean force = Forms.flag(wanted.get("force"), false);
        if (force && host.isEmpty()) {
            throw Refusal.badRequest("Can't force to a non-provided destination");
        }
        return force;
    }

    private FakeResponse live(Call call, Row server, @Nullable Object argument) {
        Map<String, Object> wanted = Json.object(argument);
        String host = Forms.str(wanted.get("host"));
        boolean force = forced(wanted, host);
        Guard.unlocked(call, server);
        Guard.idle(server, "os-migrateLive", "active", "paused");
        if (!host.isEmpty() && !servers.hosts().exists(host)) {
            throw Refusal.badRequest("Compute host " + host + " could not be found.");
        }
        boolean direct = force || (!call.since("2.30") && !host.isEmpty());
        if (direct && server.is("host", host)) {
            return refuse(
                    call, server, "Unable to migrate instance (" + server.id() + ") to current host (" + host + ").");
        }
        Optional<String> to = direct
                ? Optional.of(host)
                : servers.scheduler()
                        .place(server, each -> !server.is("host", each) && (host.isEmpty() || host.equals(each)));
        if (to.isEmpty()) {
            return refuse(call, server, Scheduler.NO_HOST);
        }
        book.add(call, server, MigrationBook.LIVE, "running", to.get(), Instances.flavor(server));
        work.begin(
                call,
                server,
                MigrationBook.LIVE,
                "migrating",
                "conductor_live_migrate_instance",
                "compute_check_can_live_migrate_destination",
                "compute_check_can_live_migrate_source",
                "compute_live_migration",
                "compute_pre_live_migration",
                "compute_post_live_migration_at_destination");
        return accepted();
    }

    /** What is wrong with a live migration was told at once until 2.33; since then it is found in the instance actions. */
    private FakeResponse refuse(Call call, Row server, String words) {
        Row action = servers.log().begin(call, server, MigrationBook.LIVE, "conductor_live_migrate_instance");
        servers.log().end(action, words);
        Faults.set(server, instances.now(), words);
        if (!call.since("2.34")) {
            throw Refusal.badRequest(words);
        }
        return accepted();
    }

    private void go(Row server) {
        String host = book.target(server);
        server.set("host", host).set("node", host);
        servers.plugging().move(server);
    }

    private void moved(Row server) {
        go(server);
        book.status(server, "completed");
        instances.task(server, null);
    }

    private FakeResponse evacuate(Call call, Row server, @Nullable Object argument) {
        Map<String, Object> wanted = Json.object(argument);
        String host = Forms.str(wanted.get("host"));
        forced(wanted, host);
        boolean shared = Forms.flag(wanted.get("onSharedStorage"), false);
        if (shared && wanted.containsKey("adminPass")) {
            throw Refusal.badRequest("admin password can't be changed on existing disk");
        }
        if (!host.isEmpty() && !servers.hosts().exists(host)) {
            throw Refusal.notFound("Compute host " + host + " not found.");
        }
        if (!host.isEmpty() && server.is("host", host)) {
            throw Refusal.badRequest("The target host can't be the same one.");
        }
        Guard.in(server, "evacuate", "active", "stopped", "error");
        Guard.launched(server, "evacuate");
        if (servers.hosts().up(server.text("host"))) {
            throw Refusal.badRequest("Compute service of " + server.text("host") + " is still in use.");
        }
        String password = Forms.str(wanted.getOrDefault("adminPass", servers.newPassword()));
        Optional<String> to = servers.scheduler()
                .place(server, each -> !server.is("host", each) && (host.isEmpty() || host.equals(each)));
        if (to.isPresent()) {
            server.set("old_vm_state", server.text("vm_state"));
            book.add(call, server, "evacuation", "accepted", to.get(), Instances.flavor(server));
            work.begin(call, server, "evacuate", "rebuilding", "rebuild_server", "compute_rebuild_instance");
        } else {
            String asked = host.isEmpty() ? null : host;
            book.add(call, server, "evacuation", "error", asked, Instances.flavor(server));
            Row action = servers.log().begin(call, server, "evacuate", "rebuild_server");
            servers.log().end(action, Scheduler.NO_HOST);
            Faults.set(server, instances.now(), Scheduler.NO_HOST);
            instances.become(server, "error", null);
        }
        if (call.since("2.14")) {
            return FakeResponse.of(200).with("Content-Type", "application/json");
        }
        Object told = shared ? null : password;
        return Json.reply(200, Json.map("adminPass", told));
    }

    private void evacuated(Row server) {
        go(server);
        book.status(server, "done");
        server.set("launched_at", instances.now());
        instances.become(server, server.is("old_vm_state", "stopped") ? "stopped" : "active", null);
    }
}
