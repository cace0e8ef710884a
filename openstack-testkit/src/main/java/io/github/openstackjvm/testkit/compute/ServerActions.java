package io.github.openstackjvm.testkit.compute;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.Schema;
import org.jspecify.annotations.Nullable;

/** What is done to servers by {@code POST /servers/{id}/action}: finds the action the body names. */
final class ServerActions implements FakeResource {
    private final FakeServers servers;
    private final Map<String, Entry> actions = new LinkedHashMap<>();

    ServerActions(FakeServers servers) {
        this.servers = servers;
        new PowerActions(servers).add(this);
        new LockActions(servers).add(this);
        new ResizeActions(servers).add(this);
        new MoveActions(servers).add(this);
        new RebuildActions(servers).add(this);
        new RescueActions(servers).add(this);
        new ShelveActions(servers).add(this);
        new ImageActions(servers).add(this);
        servers.consoles().add(this);
        new NetworkActions(servers).add(this);
        new StateActions(servers).add(this);
    }

    /** Does one thing to a server. */
    @FunctionalInterface
    interface Act {
        /** What stands under the action's name is the argument. */
        FakeResponse on(Call call, Row server, @Nullable Object argument);
    }

    /** The form of the argument in a microversion. */
    @FunctionalInterface
    interface Form {
        Schema in(Call call);
    }

    /** An action, to be told more about. */
    static final class Entry {
        private final Act act;
        private @Nullable Form form;
        private @Nullable String rule;
        private boolean byCell;
        private String since = "2.1";
        private @Nullable String until;

        private Entry(Act act) {
            this.act = act;
        }

        /** What the argument must look like; without, it is not looked at. */
        Entry takes(Schema schema) {
            return takes(call -> schema);
        }

        Entry takes(Form newForm) {
            form = newForm;
            return this;
        }

        /** Only administrators may, by this rule. */
        Entry admin(String newRule) {
            rule = newRule;
            return this;
        }

        /** Nova looks for the server's cell before it looks for the server. */
        Entry byCell() {
            byCell = true;
            return this;
        }

        Entry since(String microversion) {
            since = microversion;
            return this;
        }

        Entry until(String microversion) {
            until = microversion;
            return this;
        }
    }

    Entry add(String name, Act act) {
        Entry entry = new Entry(act);
        actions.put(name, entry);
        return entry;
    }

    @Override
    public void routes(Routes routes) {
        routes.post("/servers/{server}/action", this::act);
    }

    private FakeResponse act(Call call) {
        Map<String, Object> body = body(call);
        String name = body.keySet().iterator().next();
        Entry entry = actions.get(name);
        if (entry == null) {
            throw Refusal.badRequest("There is no such action: " + name);
        }
        if (!call.since(entry.since) || (entry.until != null && call.since(next(entry.until)))) {
            throw Refusal.notFound("The resource could not be found.");
        }
        if (entry.form != null) {
            FakeCompute.check(body, Schema.object().required(name, entry.form.in(call)));
        }
        Row server = entry.byCell
                ? servers.instances().getByCell(call)
                : servers.instances().get(call);
        if (entry.rule != null) {
            FakeCompute.adminOnly(call, entry.rule);
        }
        return entry.act.on(call, server, body.get(name));
    }

    private static String next(String microversion) {
        int dot = microversion.indexOf('.');
        return microversion.substring(0, dot + 1) + (Integer.parseInt(microversion.substring(dot + 1)) + 1);
    }

    private static Map<String, Object> body(Call call) {
        try {
            Map<String, Object> body = Json.object(call.json());
            if (body.size() == 1) {
                return body;
            }
        } catch (JsonProcessingException e) {
            throw Refusal.badRequest("Malformed request body");
        }
        throw Refusal.badRequest("Malformed request body");
    }

    /** Nova goes on with it. */
    static FakeResponse accepted() {
        return FakeResponse.of(202).with("Content-Type", "application/json");
    }
}
