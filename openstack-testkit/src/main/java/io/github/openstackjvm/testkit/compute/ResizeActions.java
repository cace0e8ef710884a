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

/** Resizing, cold migration, and what is decided afterwards: confirming or reverting. */
final class ResizeActions {
    private static final String[] RESIZE_STEPS = {
        "conductor_migrate_server",
        "cold_migrate",
        "compute_prep_resize",
        "compute_resize_instance",
        "compute_finish_resize"
    };

    private final FakeServers servers;
    private final Instances instances;
    private final ServerWork work;
    private final MigrationBook book;

    ResizeActions(FakeServers servers) {
        this.servers = servers;
        instances = servers.instances();
        work = servers.work();
        book = servers.book();
        work.on("resize", this::resized, this::broken);
        work.on("migrate", this::resized, this::broken);
        work.on("confirmResize", this::confirmed, this::broken);
        work.on("revertResize", this::reverted, this::broken);
    }

    void add(ServerActions actions) {
        actions.add("resize", this::resize).takes(ServerSchemas::resize);
        actions.add("migrate", this::migrate)
                .takes(call -> call.since("2.56")
                        ? Forms.orNull("object", Schema.object().optional("host", Forms.orNull("string", Forms.HOST)))
                        : Forms.ANY)
                .admin("os-migrate-server:migrate");
        actions.add("confirmResize", this::confirm);
        actions.add("revertResize", this::revert);
    }

    private static void check(Call call, Row server, String action) {
        Guard.unlocked(call, server);
        Guard.idle(server, action, "active", "stopped");
        Guard.onHost(server);
    }

    private FakeResponse resize(Call call, Row server, @Nullable Object argument) {
        check(call, server, "resize");
        Map<String, Object> wanted = Json.object(argument);
        String id = Forms.str(wanted.get("flavorRef"));
        Row before = Instances.flavor(server);
        Row after = servers.flavors()
                .find(id)
                .map(flavor -> new Row(FakeServers.embedded(flavor)))
                .orElseThrow(() -> Refusal.badRequest("Flavor " + id + " could not be found."));
        boolean volumeBacked = servers.devices().volumeBacked(server);
        if (after.number("disk") == 0 && before.number("disk") != 0 && !volumeBacked) {
            throw Refusal.badRequest(
                    "Server disk was unable to be resized because: Resize to zero disk flavor is not allowed.");
        }
        if (before.number("number") == after.number("number")) {
            throw Refusal.badRequest("When resizing, instances must change flavor!");
        }
        servers.checks().checkGrowth(server, before, after);
        if (!volumeBacked) {
            BootChecks.checkSize(
                    Json.object(server.get("image")), after, null, call.caller().admin());
        }
        server.set("auto_disk_config", "AUTO".equals(wanted.get("OS-DCF:diskConfig")));
        Optional<String> other = servers.scheduler().place(server, host -> !server.is("host", host));
        begin(
                call,
                server,
                "resize",
                after,
                other.isPresent() ? other : servers.scheduler().place(server, host -> true));
        return accepted();
    }

    private FakeResponse migrate(Call call, Row server, @Nullable Object argument) {
        check(call, server, "migrate");
        String host = call.since("2.56") ? Forms.str(Json.object(argument).get("host")) : "";
        if (!host.isEmpty() && server.is("host", host)) {
            throw Refusal.badRequest("Cannot migrate to the host where the server exists.");
        }
        if (!host.isEmpty() && !servers.hosts().exists(host)) {
            throw Refusal.badRequest("Compute host " + host + " could not be found.");
        }
        Optional<String> to = servers.scheduler()
                .place(server, each -> !server.is("host", each) && (host.isEmpty() || host.equals(each)));
        begin(call, server, "migrate", Instances.flavor(server), to);
        return accepted();
    }

    private void begin(Call call, Row server, String action, Row flavor, Optional<String> to) {
        server.set("progress", 0);
        if (to.isEmpty()) {
            Row step = servers.log().begin(call, server, action, "conductor_migrate_server", "cold_migrate");
            Faults.set(server, instances.now(), Scheduler.NO_HOST);
            servers.log().end(step, Scheduler.NO_HOST);
            return;
        }
        server.set("old_flavor", server.get("flavor"))
                .set("new_flavor", flavor.fields())
                .set("old_vm_state", server.text("vm_state"));
        book.add(call, server, action.equals("resize") ? "resize" : "migration", "migrating", to.get(), flavor);
        work.begin(call, server, action, "resize_prep", RESIZE_STEPS);
    }

    private void go(Row server, String host) {
        server.set("host", host).set("node", host).set("launched_at", instances.now());
        servers.plugging().move(server);
    }

    private void resized(Row server) {
        server.set("flavor", server.get("new_flavor")).set("new_flavor", null);
        go(server, book.target(server));
        book.latest(server).ifPresent(row -> row.set("dest_host", Hosts.ADDRESS));
        book.status(server, "finished");
        instances.become(server, "resized", null);
    }

    private void broken(Row server) {
        book.status(server, "error");
        instances.become(server, "error", null);
    }

    private FakeResponse confirm(Call call, Row server, @Nullable Object argument) {
        Guard.unlocked(call, server);
        Guard.idle(server, "confirmResize", "resized");
        book.status(server, "confirming");
        // The one action that sets no task: whoever waits for it goes by the state.
        work.begin(call, server, "confirmResize", null, "compute_confirm_resize");
        return FakeResponse.of(204).with("Content-Type", "application/json");
    }

    private void confirmed(Row server) {
        book.status(server, "confirmed");
        settle(server);
    }

    private FakeResponse revert(Call call, Row server, @Nullable Object argument) {
        Guard.unlocked(call, server);
        Guard.idle(server, "revertResize", "resized");
        book.status(server, "reverting");
        work.begin(
                call,
                server,
                "revertResize",
                "resize_reverting",
                "compute_revert_resize",
                "compute_finish_revert_resize");
        return accepted();
    }

    private void reverted(Row server) {
        server.set("flavor", server.get("old_flavor"));
        go(server, book.source(server));
        book.status(server, "reverted");
        settle(server);
    }

    private void settle(Row server) {
        server.set("old_flavor", null);
        instances.become(server, server.text("old_vm_state").equals("stopped") ? "stopped" : "active", null);
    }
}
