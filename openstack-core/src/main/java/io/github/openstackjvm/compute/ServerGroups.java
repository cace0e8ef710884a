package io.github.openstackjvm.compute;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;

import static io.github.openstackjvm.internal.wire.Wire.Paging.OFFSET;
import static io.github.openstackjvm.internal.wire.Wire.Sorting.NONE;

/** The server groups of the project. */
public final class ServerGroups extends NamedCollection<ServerGroup>
        implements Lists<ServerGroup, ServerGroups.Query>,
                Creates<ServerGroupSpec, ServerGroup>,
                Deletes<ServerGroup, Deleted> {

    @Wire(path = "/os-server-groups", one = "server_group", paging = OFFSET, sorting = NONE, max = "2.64")
    interface Api extends CrudApi<ServerGroup> {}

    ServerGroups(Binding<Api> binding) {
        super(binding);
    }

    /** Lists the server groups. {@code GET /os-server-groups}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public ServerGroupSpec spec() {
        return new ServerGroupSpec();
    }

    /**
     * Creates a server group. {@code POST /os-server-groups}.
     *
     * @throws io.github.openstackjvm.error.QuotaExceeded when the project may have no more
     */
    @Override
    public ServerGroup create(ServerGroupSpec spec) {
        return make(spec);
    }

    /** Deletes a server group; its servers stay. {@code DELETE /os-server-groups/{id}}. */
    @Override
    public Deleted delete(Ref<ServerGroup> ref) {
        return remove(ref);
    }

    /** A listing of server groups. */
    public static final class Query extends Listing<ServerGroup, Query> {
        Query(Question<ServerGroup> question) {
            super(question, Query::new);
        }

        /** Those of all projects; for administrators. */
        public Query allProjects() {
            return with("all_projects", true);
        }
    }
}
