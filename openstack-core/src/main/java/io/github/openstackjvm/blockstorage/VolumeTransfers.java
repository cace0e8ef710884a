package io.github.openstackjvm.blockstorage;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Secret;

import static io.github.openstackjvm.internal.wire.Wire.Sorting.COMBINED;

/** Volumes that the project offers to others. */
public final class VolumeTransfers extends NamedCollection<VolumeTransfer>
        implements Lists<VolumeTransfer, VolumeTransfers.Query>,
                Creates<VolumeTransferSpec, VolumeTransfer>,
                Deletes<VolumeTransfer, Deleted> {

    @Wire(
            path = "/volume-transfers",
            list = "/detail",
            one = "transfer",
            sorting = COMBINED,
            min = "3.55",
            max = "3.71")
    interface Api extends CrudApi<VolumeTransfer> {
        @Keyed(value = Keyed.ONE, request = "accept")
        @RequestLine("POST /{id}/accept")
        VolumeTransfer accept(@Param("id") String id, Body key, Call call);
    }

    @Wire(
            path = "/os-volume-transfer",
            list = "/detail",
            one = "transfer",
            paging = Wire.Paging.NONE,
            sorting = Wire.Sorting.NONE,
            max = "3.54")
    interface OlderApi extends CrudApi<VolumeTransfer> {
        @Keyed(value = Keyed.ONE, request = "accept")
        @RequestLine("POST /{id}/accept")
        VolumeTransfer accept(@Param("id") String id, Body key, Call call);
    }

    interface AcceptanceApi {
        VolumeTransfer accept(String id, Body key, Call call);
    }

    private final Binding<? extends CrudApi<VolumeTransfer>> binding;
    private final AcceptanceApi acceptance;

    VolumeTransfers(Binding<Api> binding) {
        this(binding, binding.api()::accept);
    }

    private VolumeTransfers(Binding<? extends CrudApi<VolumeTransfer>> binding, AcceptanceApi acceptance) {
        super(binding);
        this.binding = binding;
        this.acceptance = acceptance;
    }

    /** The same by the address that clouds before 3.55 have: {@code /os-volume-transfer} for {@code /volume-transfers}. */
    public VolumeTransfers inOlderForm() {
        Binding<OlderApi> older = binding.below("", OlderApi.class);
        return new VolumeTransfers(older, older.api()::accept);
    }

    /** Lists the transfers that nobody has accepted yet. {@code GET /volume-transfers/detail}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public VolumeTransferSpec spec() {
        return new VolumeTransferSpec();
    }

    /**
     * Offers a volume to whoever is told the key in the answer, which is nowhere else. {@code POST /volume-transfers}.
     *
     * @throws io.github.openstackjvm.error.Conflict when the volume is not available
     */
    @Override
    public VolumeTransfer create(VolumeTransferSpec spec) {
        return make(spec);
    }

    /**
     * Takes over the volume that another project offers. {@code POST /volume-transfers/{id}/accept}.
     *
     * @param authKey that the other project was told
     * @throws io.github.openstackjvm.error.BadRequest when the key is wrong
     * @throws io.github.openstackjvm.error.QuotaExceeded when the project may have no more volumes or gigabytes
     */
    public VolumeTransfer accept(Ref<VolumeTransfer> ref, Secret authKey) {
        Body body = Body.action("auth_key", authKey);
        return acceptance.accept(idOf(ref), body, binding.call());
    }

    /** The same for the one with this id. */
    public VolumeTransfer accept(String id, Secret authKey) {
        return accept(Ref.id(id), authKey);
    }

    /** Takes the offer back. {@code DELETE /volume-transfers/{id}}. */
    @Override
    public Deleted delete(Ref<VolumeTransfer> ref) {
        return remove(ref);
    }

    /** A listing of transfers. */
    public static final class Query extends BlockListing<VolumeTransfer, Query> {
        Query(Question<VolumeTransfer> question) {
            super(question, Query::new);
        }
    }
}
