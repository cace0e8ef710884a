package io.github.openstackjvm.testkit.blockstorage;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Handler;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import org.jspecify.annotations.Nullable;

/** What can be done with volumes, by one address: the name of the action is the key in the body. */
public final class FakeVolumeActions implements FakeResource {
    private final Map<String, Action> actions = new LinkedHashMap<>();

    /** What an action does, once its name is known. */
    @FunctionalInterface
    interface Work {
        FakeResponse run(Call call, Map<String, Object> body);
    }

    private record Action(@Nullable String since, Work work) {}

    FakeVolumeActions(FakeBlockStorage cinder) {
        new VolumeTasks(cinder).actions(this);
        new VolumeMarks(cinder).actions(this);
        new VolumeHandover(cinder).actions(this);
    }

    void on(String name, Work work) {
        actions.put(name, new Action(null, work));
    }

    void since(String microversion, String name, Work work) {
        actions.put(name, new Action(microversion, work));
    }

    /** An action whose argument does not matter. */
    void bare(String name, Handler work) {
        on(name, (call, unused) -> work.handle(call));
    }

    @Override
    public void routes(Routes routes) {
        routes.post("/volumes/{volume}/action", this::act);
    }

    private FakeResponse act(Call call) {
        Map<String, Object> body = BlockBody.action(call);
        Action action = actions.get(body.keySet().iterator().next());
        if (action == null) {
            throw BlockBody.noAction(body);
        }
        if (action.since != null && !call.since(action.since)) {
            throw Refusal.notFound("The resource could not be found.");
        }
        return action.work.run(call, body);
    }
}
