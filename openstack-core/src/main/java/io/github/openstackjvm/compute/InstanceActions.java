package io.github.openstackjvm.compute;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Needs;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Gets;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.ResourceCollection;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Transition;
import io.github.openstackjvm.resource.Transition.Sighting;
import io.github.openstackjvm.resource.VersionRange;
import org.jspecify.annotations.Nullable;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.ANY;
import static io.github.openstackjvm.internal.wire.Wire.Sorting.NONE;

/** What was done to one server. From 2.21 on, also to one that was deleted. */
public final class InstanceActions extends ResourceCollection<InstanceAction>
        implements Lists<InstanceAction, InstanceActions.Query>, Gets<InstanceAction> {

    @Wire(
            path = "/servers/{parent}/os-instance-actions",
            one = "instanceAction",
            id = ANY,
            sorting = NONE,
            max = "2.84")
    interface Api extends CrudApi<InstanceAction> {}

    /** Without them nobody but an administrator could tell how far an action is. */
    private static final Needs EVENTS =
            Needs.NONE.and("waiting for what is done to a server", VersionRange.since(2, 51));

    InstanceActions(Binding<Api> binding) {
        super(binding);
    }

    /** Lists the actions without their events, the latest first. {@code GET /servers/{id}/os-instance-actions}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Reads one with its events. {@code GET /servers/{id}/os-instance-actions/{request id}}. */
    @Override
    public InstanceAction get(Ref<InstanceAction> ref) {
        return read(ref);
    }

    /**
     * Where the outcome of an order shows that changes nothing by which it could be followed, neither on the server nor on
     * what it is about: by the action that Nova keeps of the request.
     *
     * @param order of something below the same server
     */
    static Transition.View<InstanceAction> outcomes(Binding<?> below, Call order) {
        return new Outcomes(below.below(order.parent(), Api.class));
    }

    /** By what the action of an order is found. */
    static String idOf(Call order) {
        return Objects.requireNonNullElse(order.requestId(), "");
    }

    /** Tells by its action how far an order is, and once it is done, what it has led to. */
    static <R> Function<@Nullable InstanceAction, Sighting<R>> judge(Call order, Supplier<R> result) {
        return action -> {
            if (action == null) {
                return order.wasGone()
                        ? Sighting.reached("gone", result.get())
                        : Sighting.failed("gone", "Nova knows nothing of it any more");
            }
            for (InstanceAction.Event event : action.events()) {
                if ("Error".equals(event.result())) {
                    String why = event.details() == null ? "" : ": " + event.details();
                    return Sighting.failed("Error", action.name() + " failed in " + event.name() + why);
                }
            }
            // Steps of others, such as the scheduler, come before.
            boolean done = action.events().stream()
                    .anyMatch(event ->
                            (event.name().startsWith("compute_") || event.name().startsWith("api_"))
                                    && "Success".equals(event.result()));
            return done ? Sighting.reached(action.name() + " done", result.get()) : Sighting.going(action.name());
        };
    }

    /** One look at an action at a time: there is no list that shows events. */
    private record Outcomes(Binding<Api> binding) implements Transition.View<InstanceAction> {
        @Override
        public @Nullable InstanceAction one(String requestId, Duration limit) {
            try {
                return binding.api().get(requestId, binding.call(EVENTS).within(limit));
            } catch (NotFound e) {
                return null;
            }
        }

        @Override
        public Map<String, InstanceAction> many(Set<String> ids, Instant since, Duration limit) {
            return Map.of();
        }
    }

    /** A listing of actions. */
    public static final class Query extends Listing<InstanceAction, Query> {
        Query(Question<InstanceAction> question) {
            super(question, Query::new);
        }

        /** Those that changed at this time or later. */
        @Since("2.58")
        public Query changesSince(Instant time) {
            return with(VersionRange.since(2, 58), "changes-since", time);
        }

        /** Those that last changed at this time or before. */
        @Since("2.66")
        public Query changesBefore(Instant time) {
            return with(VersionRange.since(2, 66), "changes-before", time);
        }
    }
}
