package io.github.openstackjvm.network;

import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Gets;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.ResourceCollection;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.ANY;
import static io.github.openstackjvm.internal.wire.Wire.Paging.NONE;

/** What this Neutron can do beside the core. */
public final class Extensions extends ResourceCollection<Extension>
        implements Lists<Extension, Extensions.Query>, Gets<Extension> {

    @Wire(path = "/extensions", one = "extension", id = ANY, paging = NONE, sorting = Wire.Sorting.NONE)
    interface Api extends CrudApi<Extension> {}

    Extensions(Binding<Api> binding) {
        super(binding);
    }

    /** Lists the extensions. {@code GET /extensions}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Reads one by its alias. {@code GET /extensions/{alias}}. */
    @Override
    public Extension get(Ref<Extension> ref) {
        return read(ref);
    }

    /** Whether this Neutron has the extension with this alias, such as {@code trunk}. {@code GET /extensions/{alias}}. */
    public boolean has(String alias) {
        try {
            return get(alias) != null;
        } catch (NotFound e) {
            return false;
        }
    }

    /** A listing of them. */
    public static final class Query extends Listing<Extension, Query> {
        Query(Question<Extension> question) {
            super(question, Query::new);
        }
    }
}
