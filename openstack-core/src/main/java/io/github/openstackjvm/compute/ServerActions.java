package io.github.openstackjvm.compute;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.image.Image;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Makes;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Accepted;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Transition.Sighting;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to servers: each verb is one {@code POST /servers/{id}/action}, and ends with
 * {@link io.github.openstackjvm.error.Conflict} when the server's state forbids it, or it is locked. What goes on
 * afterwards is {@link Pending}. They are {@link ServerPower}, {@link ServerMoves}, {@link ServerNetworking} and
 * {@link ServerUpkeep}.
 */
public abstract sealed class ServerActions extends ServerParts permits ServerPower {
    @Wire(
            path = "/servers",
            list = "/detail",
            one = "server",
            nameFilter = "name",
            nameIsPattern = true,
            max = "2.100",
            marks = Wire.Marks.METADATA)
    interface Api extends CrudApi<Server> {
        @RequestLine("POST /{id}/action")
        Map<String, Object> act(@Param("id") String id, Body action, Call call);

        @Keyed("output")
        @RequestLine("POST /{id}/action")
        String output(@Param("id") String id, Body action, Call call);

        @Makes(value = Image.class, id = "image_id")
        @RequestLine("POST /{id}/action")
        Map<String, Object> image(@Param("id") String id, Body action, Call call);

        @RequestLine("POST")
        Map<String, Object> createSeveral(Body server, Call call);
    }

    final Binding<Api> binding;

    ServerActions(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    final Pending<Server> act(Ref<Server> ref, Body action, ServerGoal goal) {
        String id = idOf(ref);
        Call call = binding.call(action);
        Map<String, Object> answer = binding.api().act(id, action, call);
        Accepted told = accepted(answer.get("server") instanceof Map<?, ?> server ? named(server) : answer, call);
        return pending(new Accepted(id, told.requestId(), told.adminPass(), told.extras()), goal);
    }

    final void act(Ref<Server> ref, Body action) {
        binding.api().act(idOf(ref), action, binding.call(action));
    }

    final Pending<Image> image(Ref<Server> ref, Body action) {
        String serverId = idOf(ref);
        Call call = binding.call(action);
        Map<String, Object> answer = binding.api().image(serverId, action, call);
        // Until 2.44 its id is in its address only.
        return pending(Image.class, accepted(call.madeId(answer, "image_id"), call), image -> {
            String status = String.valueOf(image.status());
            return switch (status) {
                case "active" -> released(serverId, image);
                case "killed", "deleted", "pending_delete" -> Sighting.failed(status, "no image was kept");
                default -> Sighting.going(status);
            };
        });
    }

    /** Glance has the whole image a moment before Nova lets go of the server, and refuses everything else until then. */
    private Sighting<Image> released(String serverId, Image image) {
        String task = taskOf(serverId);
        return task.startsWith("image_")
                ? Sighting.going("active, the server " + task)
                : Sighting.reached("active", image);
    }

    private String taskOf(String serverId) {
        try {
            return Objects.requireNonNullElse(
                    binding.api().get(serverId, binding.call()).taskState(), "");
        } catch (NotFound e) {
            return "";
        }
    }

    private static Map<String, @Nullable Object> named(Map<?, ?> answer) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        answer.forEach((name, value) -> fields.put(String.valueOf(name), value));
        return fields;
    }
}
