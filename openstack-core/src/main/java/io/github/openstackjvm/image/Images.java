package io.github.openstackjvm.image;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Question;

import static io.github.openstackjvm.internal.wire.Wire.Paging.NEXT;

/** The images that the project may use. */
public final class Images extends NamedCollection<Image> implements Lists<Image, Images.Query> {

    @Wire(path = "/images", many = "images", paging = NEXT, nameFilter = "name")
    interface Api extends CrudApi<Image> {}

    Images(Binding<Api> binding) {
        super(binding);
    }

    /** Lists them. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** A listing. */
    public static final class Query extends Listing<Image, Query> {
        Query(Question<Image> question) {
            super(question, Query::new);
        }
    }
}
