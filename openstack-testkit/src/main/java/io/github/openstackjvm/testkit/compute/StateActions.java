package io.github.openstackjvm.testkit.compute;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;
import org.jspecify.annotations.Nullable;

import static io.github.openstackjvm.testkit.compute.ServerActions.accepted;

/** Deleting at once, and what administrators do to the state of servers. */
final class StateActions {
    private final Instances instances;
    private final ServerWork work;
    private final ServerRemoval removal;
    private final ActionLog log;

    StateActions(FakeServers servers) {
        instances = servers.instances();
        work = servers.work();
        removal = servers.removal();
        log = servers.log();
    }

    void add(ServerActions actions) {
        actions.add("forceDelete", this::forceDelete);
        actions.add("restore", this::restore);
        actions.add("os-resetState", this::reset)
                .takes(Schema.object().required("state", Forms.word("active", "error")))
                .admin("os-admin-actions:reset_state");
        actions.add("resetNetwork", (call, server, argument) -> {
            throw FakeRemovedParts.gone();
        });
        actions.add("injectNetworkInfo", (call, server, argument) -> accepted())
                .admin("os-admin-actions:inject_network_info");
    }

    private FakeResponse forceDelete(Call call, Row server, @Nullable Object argument) {
        Guard.unlocked(call, server);
        removal.begin(call, server);
        return accepted();
    }

    /** Servers are not kept when they are deleted, as in any Nova that is not told to; so none can be restored. */
    private FakeResponse restore(Call call, Row server, @Nullable Object argument) {
        if (Guard.isLocked(call, server)) {
            throw Guard.invalid(server, "restore");
        }
        throw Guard.state(server, "restore", "vm_state");
    }

    private FakeResponse reset(Call call, Row server, @Nullable Object argument) {
        log.note(call, server, "resetState");
        work.stop(server);
        instances.become(server, Forms.str(Json.object(argument).get("state")), null);
        return accepted();
    }
}
