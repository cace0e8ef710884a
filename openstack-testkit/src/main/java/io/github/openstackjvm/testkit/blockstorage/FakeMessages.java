package io.github.openstackjvm.testkit.blockstorage;

import java.time.Duration;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** What users are told of orders that failed in the background. */
public final class FakeMessages implements FakeResource {
    private static final Duration KEPT = Duration.ofDays(30);

    private final FakeBlockStorage cinder;

    FakeMessages(FakeBlockStorage cinder) {
        this.cinder = cinder;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/messages", this::list).since("3.3");
        routes.get("/messages/{id}", call -> Json.reply(200, Json.map("message", view(call, find(call)))))
                .since("3.3");
        routes.delete("/messages/{id}", call -> {
                    messages().remove(find(call).id());
                    return FakeResponse.of(204);
                })
                .since("3.3");
    }

    private FakeCollection messages() {
        return cinder.collection("messages");
    }

    /** Tells the project of a resource what happened to it. */
    void add(Row resource, String type, String event, String words) {
        messages()
                .add(Row.of(
                        "id",
                        cinder.world().ids().uuid(),
                        "project_id",
                        resource.text("project_id"),
                        "event_id",
                        event,
                        "user_message",
                        words,
                        "message_level",
                        "ERROR",
                        "created_at",
                        cinder.now(),
                        "guaranteed_until",
                        BlockText.time(cinder.world().now().plus(KEPT)),
                        "request_id",
                        "req-" + cinder.world().ids().uuid(),
                        "resource_type",
                        type,
                        "resource_uuid",
                        resource.id()));
    }

    private FakeResponse list(Call call) {
        BlockList list = BlockList.of(call)
                .columns(
                        "id",
                        "event_id",
                        "message_level",
                        "created_at",
                        "guaranteed_until",
                        "request_id",
                        "resource_type",
                        "resource_uuid")
                .missing(FakeMessages::missing)
                .allow("resource_uuid", "resource_type", "event_id", "request_id", "message_level");
        return list.reply(
                "messages",
                "/messages",
                messages().where("project_id", call.caller().projectId()),
                message -> view(call, message));
    }

    private Row find(Call call) {
        String id = call.param("id");
        return messages()
                .find(id)
                .filter(message -> FakeBlockStorage.sees(call, message))
                .orElseThrow(() -> missing(id));
    }

    private static Refusal missing(String id) {
        return Refusal.notFound("Message " + id + " could not be found.");
    }

    private static Map<String, Object> view(Call call, Row message) {
        Map<String, Object> view = message.pick(
                "id", "event_id", "user_message", "message_level", "created_at", "guaranteed_until", "request_id");
        view.put("links", FakeBlockStorage.links(call, "/messages/" + message.id()));
        view.putAll(message.pick("resource_type", "resource_uuid"));
        return view;
    }
}
