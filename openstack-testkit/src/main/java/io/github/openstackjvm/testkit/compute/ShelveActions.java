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

/** Taking servers off their hosts, and bringing them back. A shelved server leaves its host at once. */
final class ShelveActions {
    private static final String OFFLOADED = "shelved_offloaded";
    private static final Schema SINCE_277 =
            Forms.orNull("object", Schema.object().required("availability_zone", Forms.NAME));
    private static final Schema SINCE_291 = Forms.either(
            Schema.object()
                    .optional("availability_zone", Forms.either(Forms.NOTHING, Forms.TEXT))
                    .optional("host", Forms.TEXT),
            Forms.NOTHING);

    private final FakeServers servers;
    private final Instances instances;
    private final ServerWork work;

    ShelveActions(FakeServers servers) {
        this.servers = servers;
        instances = servers.instances();
        work = servers.work();
        work.on("shelve", this::shelved);
        work.on("unshelve", this::unshelved);
    }

    void add(ServerActions actions) {
        actions.add("shelve", this::shelve);
        actions.add("shelveOffload", this::offload).admin("os-shelve:shelve_offload");
        actions.add("unshelve", this::unshelve)
                .takes(call -> call.since("2.91") ? SINCE_291 : call.since("2.77") ? SINCE_277 : Forms.ANY);
    }

    private FakeResponse shelve(Call call, Row server, @Nullable Object argument) {
        Guard.unlocked(call, server);
        Guard.idle(server, "shelve", "active", "stopped", "paused", "suspended");
        boolean volumeBacked = servers.devices().volumeBacked(server);
        server.set(
                "shelved_image",
                volumeBacked
                        ? null
                        : servers.images()
                                .create(call, server, server.text("name") + "-shelved", "snapshot", Map.of()));
        String event = volumeBacked ? "compute_shelve_offload_instance" : "compute_shelve_instance";
        work.begin(call, server, "shelve", "shelving", event);
        return accepted();
    }

    private void shelved(Row server) {
        if (server.get("shelved_image") != null) {
            servers.images().upload(server, server.text("shelved_image"));
        }
        server.set("host", null).set("node", null).set("power_state", 4);
        instances.become(server, OFFLOADED, null);
    }

    private FakeResponse offload(Call call, Row server, @Nullable Object argument) {
        Guard.unlocked(call, server);
        Guard.idle(server, "shelveOffload", "shelved");
        return accepted();
    }

    private FakeResponse unshelve(Call call, Row server, @Nullable Object argument) {
        Map<String, Object> wanted = Json.object(argument);
        boolean zoned = call.since("2.77") && wanted.containsKey("availability_zone");
        Object zone = zoned ? wanted.get("availability_zone") : null;
        String host = call.since("2.91") ? Forms.str(wanted.get("host")) : "";
        Guard.unlocked(call, server);
        Guard.idle(server, "unshelve", "shelved", OFFLOADED);
        if (zone != null && !servers.hosts().zones().contains(zone.toString())) {
            throw Refusal.badRequest("The requested availability zone is not available");
        }
        Object after = zoned ? zone : server.get("availability_zone");
        if (!host.isEmpty()) {
            checkHost(call, host, after);
        }
        server.set("availability_zone", after);
        Optional<String> to = servers.scheduler().place(server, each -> host.isEmpty() || host.equals(each));
        if (to.isEmpty()) {
            Row action = servers.log().begin(call, server, "unshelve", "get_image_info", "schedule_instances");
            servers.log().end(action, Scheduler.NO_HOST);
            Faults.set(server, instances.now(), Scheduler.NO_HOST);
            return accepted();
        }
        server.set("next_host", to.get());
        work.begin(
                call,
                server,
                "unshelve",
                "unshelving",
                "get_image_info",
                "schedule_instances",
                "compute_unshelve_instance");
        return accepted();
    }

    private void checkHost(Call call, String host, @Nullable Object zone) {
        FakeCompute.adminOnly(call, "os-shelve:unshelve_to_host");
        if (!servers.hosts().exists(host)) {
            throw Refusal.badRequest("Compute host " + host + " could not be found.");
        }
        if (zone != null && !servers.hosts().zone(host).equals(zone)) {
            throw Refusal.conflict("Host \"" + host + "\" is not in the availability zone \"" + zone + "\".");
        }
    }

    private void unshelved(Row server) {
        String host = server.text("next_host");
        server.set("host", host).set("node", host).set("power_state", 1).set("launched_at", instances.now());
        servers.plugging().move(server);
        servers.glance().delete(server.text("shelved_image"));
        server.set("shelved_image", null);
        instances.become(server, "active", null);
    }
}
