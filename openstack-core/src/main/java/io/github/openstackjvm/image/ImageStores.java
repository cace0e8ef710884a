package io.github.openstackjvm.image;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.ResourceCollection;
import io.github.openstackjvm.resource.Since;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.ANY;
import static io.github.openstackjvm.internal.wire.Wire.Paging.NONE;

/** The places where the cloud keeps the data of images, on clouds with several. */
@Since("2.8")
public final class ImageStores extends ResourceCollection<ImageStore> implements Lists<ImageStore, ImageStores.Query> {

    @Wire(path = "/info/stores", many = "stores", id = ANY, paging = NONE, sorting = Wire.Sorting.NONE)
    interface Api extends CrudApi<ImageStore> {}

    @Wire(path = "/info/stores/detail", many = "stores", id = ANY, paging = NONE, sorting = Wire.Sorting.NONE)
    interface DetailApi extends CrudApi<ImageStore> {}

    private final Binding<? extends CrudApi<ImageStore>> binding;

    ImageStores(Binding<? extends CrudApi<ImageStore>> binding) {
        super(binding);
        this.binding = binding;
    }

    /**
     * Lists the stores. {@code GET /info/stores}.
     *
     * @throws io.github.openstackjvm.error.NotFound when it is read and the cloud has no more than one
     */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Lists the stores with what they are made of. {@code GET /info/stores/detail}; for administrators. */
    @Since("2.15")
    public Query listDetails() {
        return new ImageStores(binding.below("", DetailApi.class)).list();
    }

    /** A listing of stores. */
    public static final class Query extends Listing<ImageStore, Query> {
        Query(Question<ImageStore> question) {
            super(question, Query::new);
        }
    }
}
