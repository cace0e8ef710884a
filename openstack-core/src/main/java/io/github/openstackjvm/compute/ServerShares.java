package io.github.openstackjvm.compute;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Gets;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.ResourceCollection;
import io.github.openstackjvm.resource.Transition.Sighting;

import static io.github.openstackjvm.internal.wire.Wire.Sorting.NONE;

/** The shares of one server. Each is found by the share's id. */
public final class ServerShares extends ResourceCollection<ServerShare>
        implements Lists<ServerShare, ServerShares.Query>,
                Gets<ServerShare>,
                Creates<ServerShareSpec, Pending<ServerShare>>,
                Deletes<ServerShare, Pending<Deleted>> {

    @Wire(
            path = "/servers/{parent}/shares",
            one = "share",
            paging = Wire.Paging.NONE,
            sorting = NONE,
            min = "2.97",
            max = "2.97")
    interface Api extends CrudApi<ServerShare> {}

    private final Binding<Api> binding;

    ServerShares(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists the shares. {@code GET /servers/{id}/shares}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Reads one. {@code GET /servers/{id}/shares/{share}}. */
    @Override
    public ServerShare get(Ref<ServerShare> ref) {
        return read(ref);
    }

    @Override
    public ServerShareSpec spec() {
        return new ServerShareSpec();
    }

    /**
     * Gives a stopped server a share, which it can mount once started. {@code POST /servers/{id}/shares}.
     *
     * @throws io.github.openstackjvm.error.Conflict when the server is not stopped, or has the share
     */
    @Override
    public Pending<ServerShare> create(ServerShareSpec spec) {
        Body body = bodyOf(spec);
        Call call = binding.call(body);
        ServerShare made = binding.api().create(body, call);
        return pending(accepted(made.shareId(), call), ServerShares::judge);
    }

    private static Sighting<ServerShare> judge(ServerShare share) {
        return switch (share.status()) {
            case "attaching" -> Sighting.going(share.status());
            case "error" -> Sighting.failed(share.status(), "Nova could not get access to the share");
            default -> Sighting.reached(share.status(), share);
        };
    }

    /**
     * Takes a share from a stopped server. {@code DELETE /servers/{id}/shares/{share}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when the server is not stopped
     */
    @Override
    public Pending<Deleted> delete(Ref<ServerShare> ref) {
        String shareId = idOf(ref);
        Call call = binding.call();
        binding.api().delete(shareId, call);
        return pendingDeletion(
                accepted(shareId, call),
                call.wasGone(),
                share -> share.status().equals("error")
                        ? Sighting.failed(share.status(), "Nova could not give up access to the share")
                        : Sighting.going(share.status()));
    }

    /** A listing of shares. */
    public static final class Query extends Listing<ServerShare, Query> {
        Query(Question<ServerShare> question) {
            super(question, Query::new);
        }
    }
}
