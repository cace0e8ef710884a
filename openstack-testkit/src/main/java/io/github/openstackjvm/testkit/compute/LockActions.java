package io.github.openstackjvm.testkit.compute;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;
import org.jspecify.annotations.Nullable;

import static io.github.openstackjvm.testkit.compute.ServerActions.accepted;

/** Locking servers. What the owner has locked, owner and administrator unlock; what the administrator has, only they. */
final class LockActions {
    private static final Schema REASON =
            Forms.orNull("object", Schema.object().optional("locked_reason", Schema.text(1, 255)));

    private final Instances instances;
    private final ActionLog log;

    LockActions(FakeServers servers) {
        instances = servers.instances();
        log = servers.log();
    }

    void add(ServerActions actions) {
        actions.add("lock", this::lock).takes(call -> call.since("2.73") ? REASON : Forms.ANY);
        actions.add("unlock", this::unlock);
    }

    private static boolean owns(Call call, Row server) {
        return server.is("project_id", call.caller().projectId());
    }

    private FakeResponse lock(Call call, Row server, @Nullable Object argument) {
        if (server.get("locked_by") != null && owns(call, server)) {
            return accepted();
        }
        log.note(call, server, "lock", "api_lock");
        server.set("locked_by", owns(call, server) ? "owner" : "admin");
        Object reason = call.since("2.73") ? Json.object(argument).get("locked_reason") : null;
        if (reason != null) {
            server.set("locked_reason", reason);
        }
        instances.touch(server);
        return accepted();
    }

    private FakeResponse unlock(Call call, Row server, @Nullable Object argument) {
        String mine = owns(call, server) ? "owner" : "admin";
        if (server.get("locked_by") != null && !server.is("locked_by", mine)) {
            FakeCompute.adminOnly(call, "os-lock-server:unlock:unlock_override");
        }
        log.note(call, server, "unlock", "api_unlock");
        instances.touch(server.set("locked_by", null).set("locked_reason", null));
        return accepted();
    }
}
