package io.github.openstackjvm.compute;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Needs;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Gets;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.ResourceCollection;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.VersionRange;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.NUMBER;
import static io.github.openstackjvm.internal.wire.Wire.Sorting.NONE;

/** The live migrations of one server that go on. For administrators. */
public final class ServerMigrations extends ResourceCollection<ServerMigration>
        implements Lists<ServerMigration, ServerMigrations.Query>, Gets<ServerMigration> {

    @Wire(
            path = "/servers/{parent}/migrations",
            one = "migration",
            id = NUMBER,
            paging = Wire.Paging.NONE,
            sorting = NONE,
            min = "2.22",
            max = "2.80")
    interface Api extends CrudApi<ServerMigration> {
        @RequestLine("POST /{id}/action")
        void act(@Param("id") String id, Body action, Call call);

        @RequestLine("DELETE /{id}")
        void abort(@Param("id") String id, Call call);
    }

    private final Binding<Api> binding;

    ServerMigrations(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists them. {@code GET /servers/{id}/migrations}. */
    @Override
    @Since("2.23")
    public Query list() {
        return new Query(everything());
    }

    /**
     * Reads one. {@code GET /servers/{id}/migrations/{migration}}.
     *
     * @throws io.github.openstackjvm.error.NotFound when it is over
     */
    @Override
    @Since("2.23")
    public ServerMigration get(Ref<ServerMigration> ref) {
        return read(ref);
    }

    /**
     * Ends the copying of memory, pausing the server for it. {@code POST /servers/{id}/migrations/{migration}/action},
     * {@code force_complete}.
     *
     * @throws io.github.openstackjvm.error.BadRequest when it is not {@code running}
     */
    @Since("2.22")
    public Pending<Migration> forceComplete(Ref<ServerMigration> ref) {
        String id = idOf(ref);
        Call call = binding.call();
        binding.api().act(id, Body.action("force_complete", null), call);
        return ended(id, call, "completed");
    }

    /** Ends the copying of memory of the one with this id, pausing the server for it. */
    @Since("2.22")
    public Pending<Migration> forceComplete(String id) {
        return forceComplete(Ref.id(id));
    }

    /**
     * Calls it off; the server stays where it is. {@code DELETE /servers/{id}/migrations/{migration}}.
     *
     * @throws io.github.openstackjvm.error.BadRequest when it is not {@code running}; since 2.65 also not {@code queued} or
     *     {@code preparing}
     */
    @Since("2.24")
    public Pending<Migration> abort(Ref<ServerMigration> ref) {
        String id = idOf(ref);
        Call call = binding.call(Needs.NONE.and("aborting a live migration", VersionRange.since(2, 24)));
        binding.api().abort(id, call);
        return ended(id, call, "cancelled");
    }

    /** Calls off the one with this id; the server stays where it is. */
    @Since("2.24")
    public Pending<Migration> abort(String id) {
        return abort(Ref.id(id));
    }

    /** Here one that is over is not found any more; the list of all migrations tells how it ended. */
    private Pending<Migration> ended(String id, Call call, String goal) {
        String serverId = call.parent();
        Migrations all = new Migrations(binding.below(serverId, Migrations.Api.class));
        return all.ended(accepted(id, call), serverId, goal);
    }

    /** A listing of live migrations. */
    public static final class Query extends Listing<ServerMigration, Query> {
        Query(Question<ServerMigration> question) {
            super(question, Query::new);
        }
    }
}
