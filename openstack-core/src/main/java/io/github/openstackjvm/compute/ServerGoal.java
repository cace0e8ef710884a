package io.github.openstackjvm.compute;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Transition.Sighting;
import org.jspecify.annotations.Nullable;

/**
 * Where an action leads a server. Nova marks a server with a task before it answers the action, and takes the mark off at
 * the end: without a task, a server that has settled elsewhere is not on its way any more.
 */
final class ServerGoal implements Function<Server, Sighting<Server>> {
    private static final Set<ServerStatus> UNSETTLED =
            Set.of(ServerStatus.BUILD, ServerStatus.REBUILD, ServerStatus.RESIZE, ServerStatus.UNKNOWN);

    private final List<ServerStatus> goals;
    private final @Nullable ServerStatus start;

    private ServerGoal(List<ServerStatus> goals, @Nullable ServerStatus start) {
        this.goals = goals;
        this.start = start;
    }

    static ServerGoal to(ServerStatus... goals) {
        return new ServerGoal(List.of(goals), null);
    }

    /** Wherever a server has settled that was made some time ago; an error is none. */
    static ServerGoal settled() {
        return to(
                ServerStatus.ACTIVE,
                ServerStatus.SHUTOFF,
                ServerStatus.PAUSED,
                ServerStatus.SUSPENDED,
                ServerStatus.RESCUE,
                ServerStatus.VERIFY_RESIZE,
                ServerStatus.SHELVED,
                ServerStatus.SHELVED_OFFLOADED);
    }

    /** The server may be seen in this state without a task before it begins to change. */
    ServerGoal from(ServerStatus status) {
        return new ServerGoal(goals, status);
    }

    @Override
    public Sighting<Server> apply(Server server) {
        ServerStatus status = server.status();
        String state = state(server);
        if (server.taskState() != null || UNSETTLED.contains(status) || status.equals(start)) {
            return Sighting.going(state);
        } else if (goals.contains(status)) {
            return Sighting.reached(state, server);
        }
        return Sighting.failed(
                state,
                status.equals(ServerStatus.ERROR)
                        ? fault(server)
                        : "it is not on its way to " + goals.get(0) + " any more; its instance actions may say why");
    }

    /**
     * What is seen of a server that is being deleted. As DELETED it is still there, for a moment: then there is none. One
     * that was put aside before shows that while it is deleted for good, too.
     */
    static Function<Server, Sighting<Deleted>> gone() {
        return server -> {
            String state = state(server);
            if (server.taskState() != null) {
                return Sighting.going(state);
            } else if (server.status().equals(ServerStatus.SOFT_DELETED)) {
                return Sighting.reached(state, new Deleted(server.id(), false));
            } else if (server.status().equals(ServerStatus.ERROR)) {
                return Sighting.failed(state, fault(server));
            }
            return Sighting.going(state);
        };
    }

    private static String state(Server server) {
        return Stream.of(server.status().value(), server.taskState())
                .filter(word -> word != null)
                .collect(Collectors.joining(", "));
    }

    private static String fault(Server server) {
        Server.Fault fault = server.fault();
        return fault == null ? "the cloud says no more" : fault.message();
    }
}
