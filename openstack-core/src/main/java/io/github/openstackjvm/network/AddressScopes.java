package io.github.openstackjvm.network;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Updates;

/** The address scopes of the project, and those shared with it. */
public final class AddressScopes extends NamedCollection<AddressScope>
        implements Lists<AddressScope, AddressScopes.Query>,
                Creates<AddressScopeSpec, AddressScope>,
                Updates<AddressScope, AddressScopeSpec.Update, AddressScope>,
                Deletes<AddressScope, Deleted> {

    @Wire(path = "/address-scopes", one = "address_scope", nameFilter = "name", idFilter = "id")
    interface Api extends CrudApi<AddressScope> {}

    AddressScopes(Binding<Api> binding) {
        super(binding);
    }

    /** Lists the address scopes. {@code GET /address-scopes}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public AddressScopeSpec spec() {
        return new AddressScopeSpec();
    }

    /** Creates an address scope. {@code POST /address-scopes}. */
    @Override
    public AddressScope create(AddressScopeSpec spec) {
        return make(spec);
    }

    @Override
    public AddressScopeSpec.Update changes() {
        return new AddressScopeSpec.Update();
    }

    /** Changes an address scope. {@code PUT /address-scopes/{id}}. */
    @Override
    public AddressScope update(Ref<AddressScope> ref, AddressScopeSpec.Update changes) {
        return change(ref, changes);
    }

    /**
     * Deletes an address scope. {@code DELETE /address-scopes/{id}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when a subnet pool is in it
     */
    @Override
    public Deleted delete(Ref<AddressScope> ref) {
        return remove(ref);
    }

    /** A listing of them. */
    public static final class Query extends NetworkListing<AddressScope, Query> {
        Query(Question<AddressScope> question) {
            super(question, Query::new);
        }

        /** For this version of IP: 4 or 6. */
        public Query ipVersion(int version) {
            return with("ip_version", version);
        }

        /** Those that other projects may use, too, or only the others. */
        public Query shared(boolean shared) {
            return with("shared", shared);
        }
    }
}
