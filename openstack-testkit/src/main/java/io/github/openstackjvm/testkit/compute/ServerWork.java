package io.github.openstackjvm.testkit.compute;

import java.util.HashMap;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Motion;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** What goes on with servers in the background, and how each of it ends. */
final class ServerWork implements Motion.Arrival {
    private final FakeCompute nova;
    private final Instances instances;
    private final ActionLog log;
    private final Map<String, End> ends = new HashMap<>();
    private final Map<String, End> failures = new HashMap<>();

    ServerWork(FakeCompute nova, Instances instances, ActionLog log) {
        this.nova = nova;
        this.instances = instances;
        this.log = log;
        nova.world().motion().tell(nova.region(), Instances.KIND, this);
    }

    /** What becomes of a server. */
    @FunctionalInterface
    interface End {
        void of(Row server);
    }

    /** Says how a kind of work ends; when it fails, the server is broken. */
    void on(String what, End done) {
        on(what, done, server -> instances.become(server, "error", null));
    }

    /** Says how a kind of work ends; when it fails, the server is as before. */
    void mild(String what, End done) {
        on(what, done, server -> instances.task(server, null));
    }

    /** Says how a kind of work ends, and how it fails. */
    void on(String what, End done, End failed) {
        ends.put(what, done);
        failures.put(what, failed);
    }

    /** Begins what was asked for. */
    void begin(Call call, Row server, String what, @Nullable String task, String... events) {
        server.set("action", log.begin(call, server, what, events).id());
        instances.task(server, task);
        start(server, what);
    }

    /** A step of what goes on begins. */
    void step(Row server, String event) {
        log.find(server.text("action")).ifPresent(action -> log.step(action, server, event));
    }

    /** Goes on with what was asked for before. */
    void start(Row server, String what) {
        nova.world().motion().begin(nova.region(), Instances.KIND, server.id(), what);
    }

    /** What is under way with a server stops where it is. */
    void stop(Row server) {
        nova.world().motion().forget(nova.region(), Instances.KIND, server.id());
    }

    @Override
    public void done(String id, String what) {
        instances.find(id).ifPresent(server -> {
            end(ends, what).of(server);
            close(server, null);
        });
    }

    @Override
    public void failed(String id, String what, String words) {
        instances.find(id).ifPresent(server -> fail(server, what, words));
    }

    /** It has gone wrong, in these words. */
    void fail(Row server, String what, String words) {
        Faults.set(server, instances.now(), words);
        end(failures, what).of(server);
        close(server, words);
    }

    private static End end(Map<String, End> from, String what) {
        End end = from.get(what);
        if (end == null) {
            throw new IllegalStateException("Nothing is known of the end of " + what);
        }
        return end;
    }

    private void close(Row server, @Nullable String fault) {
        // Something else may have begun where this ended.
        if (!nova.world().motion().moving(nova.region(), Instances.KIND, server.id())) {
            log.find(server.text("action")).ifPresent(action -> log.end(action, fault));
            server.set("action", null);
        }
    }
}
