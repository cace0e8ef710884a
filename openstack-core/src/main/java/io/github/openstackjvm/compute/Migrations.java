package io.github.openstackjvm.compute;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Accepted;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.ResourceCollection;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Transition;
import io.github.openstackjvm.resource.Transition.Sighting;
import io.github.openstackjvm.resource.VersionRange;
import org.jspecify.annotations.Nullable;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.NUMBER;
import static io.github.openstackjvm.internal.wire.Wire.Sorting.NONE;

/** All moves of servers to other hosts and sizes. For administrators. */
public final class Migrations extends ResourceCollection<Migration> implements Lists<Migration, Migrations.Query> {

    @Wire(path = "/os-migrations", one = "migration", id = NUMBER, sorting = NONE, max = "2.80")
    interface Api extends CrudApi<Migration> {}

    Migrations(Binding<Api> binding) {
        super(binding);
    }

    /** Lists them, since 2.59 the latest first. {@code GET /os-migrations}; pages since 2.59. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** The end of one, which should have this status then. */
    Pending<Migration> ended(Accepted accepted, String serverId, String goal) {
        return pending(accepted, accepted.id(), new OfServer(serverId), seen -> judge(seen, goal));
    }

    private static Sighting<Migration> judge(@Nullable Migration migration, String goal) {
        if (migration == null) {
            return Sighting.failed("gone", "Nova does not list it any more");
        }
        return switch (migration.status()) {
            case "completed", "cancelled", "failed", "error" ->
                migration.status().equals(goal)
                        ? Sighting.reached(goal, migration)
                        : Sighting.failed(migration.status(), "it ended as " + migration.status() + " instead");
            default -> Sighting.going(migration.status());
        };
    }

    /** One migration cannot be read by itself. */
    private final class OfServer implements Transition.View<Migration> {
        private final String serverId;

        OfServer(String serverId) {
            this.serverId = serverId;
        }

        @Override
        public @Nullable Migration one(String id, Duration limit) {
            return new Query(everything(limit))
                    .serverId(serverId).stream()
                            .filter(migration -> migration.id().equals(id))
                            .findFirst()
                            .orElse(null);
        }

        @Override
        public Map<String, Migration> many(Set<String> ids, Instant since, Duration limit) {
            return Map.of();
        }
    }

    /** A listing of migrations. */
    public static final class Query extends Listing<Migration, Query> {
        Query(Question<Migration> question) {
            super(question, Query::new);
        }

        /** Of the server with this id. */
        public Query serverId(String serverId) {
            return with("instance_uuid", serverId);
        }

        /** With exactly this status. */
        public Query status(String status) {
            return with("status", status);
        }

        /** Of this kind. */
        public Query type(MigrationType type) {
            return with("migration_type", type);
        }

        /** To this host or from it. */
        public Query host(String host) {
            return with("host", host);
        }

        /** From this host. */
        public Query sourceCompute(String host) {
            return with("source_compute", host);
        }

        /** Those that are hidden, or those that are not. Nova keeps hidden ones out of every answer: there is none to be seen. */
        public Query hidden(boolean hidden) {
            // Nova compares the text itself, and its database takes "true" for zero.
            return with("hidden", hidden ? 1 : 0);
        }

        /** Those that changed at this time or later. */
        @Since("2.59")
        public Query changesSince(Instant time) {
            return with(VersionRange.since(2, 59), "changes-since", time);
        }

        /** Those that last changed at this time or before. */
        @Since("2.66")
        public Query changesBefore(Instant time) {
            return with(VersionRange.since(2, 66), "changes-before", time);
        }

        /** Ordered by the user with this id. */
        @Since("2.80")
        public Query userId(String userId) {
            return with(VersionRange.since(2, 80), "user_id", userId);
        }

        /** Ordered in the project with this id. */
        @Since("2.80")
        public Query projectId(String projectId) {
            return with(VersionRange.since(2, 80), "project_id", projectId);
        }
    }
}
