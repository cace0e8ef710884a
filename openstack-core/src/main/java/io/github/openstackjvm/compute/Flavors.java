package io.github.openstackjvm.compute;

import java.util.List;
import java.util.Map;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.MetadataApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.KeyValues;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Updates;
import io.github.openstackjvm.resource.VersionRange;

import static io.github.openstackjvm.internal.wire.Wire.IdShape.ANY;

/** The sizes of servers. Reading is for everybody, the rest for administrators. */
public final class Flavors extends NamedCollection<Flavor>
        implements Lists<Flavor, Flavors.Query>,
                Creates<FlavorSpec, Flavor>,
                Updates<Flavor, FlavorSpec.Update, Flavor>,
                Deletes<Flavor, Deleted> {

    @Wire(path = "/flavors", list = "/detail", one = "flavor", id = ANY, max = "2.102")
    interface Api extends CrudApi<Flavor> {
        @Keyed("flavor_access")
        @RequestLine("GET /{id}/os-flavor-access")
        List<FlavorAccess> access(@Param("id") String id, Call call);

        @Keyed("flavor_access")
        @RequestLine("POST /{id}/action")
        List<FlavorAccess> act(@Param("id") String id, Body action, Call call);
    }

    @Wire(path = "/flavors/{parent}/os-extra_specs", one = "extra_specs")
    interface ExtraSpecsApi extends MetadataApi {}

    private final Binding<Api> binding;

    Flavors(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists the flavors that the project may use. {@code GET /flavors/detail}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public FlavorSpec spec() {
        return new FlavorSpec();
    }

    /**
     * Creates a flavor. {@code POST /flavors}.
     *
     * @throws io.github.openstackjvm.error.Conflict when its name or id is taken
     */
    @Override
    public Flavor create(FlavorSpec spec) {
        return make(spec);
    }

    @Override
    public FlavorSpec.Update changes() {
        return new FlavorSpec.Update();
    }

    /** Changes the description; nothing else of a flavor can change. {@code PUT /flavors/{id}}. */
    @Override
    @Since("2.55")
    public Flavor update(Ref<Flavor> ref, FlavorSpec.Update changes) {
        return change(ref, changes);
    }

    /** Deletes a flavor; servers of that size stay. {@code DELETE /flavors/{id}}. */
    @Override
    public Deleted delete(Ref<Flavor> ref) {
        return remove(ref);
    }

    /** What scheduler and hypervisor are told of a flavor. {@code /flavors/{id}/os-extra_specs}. */
    public KeyValues extraSpecs(Ref<Flavor> ref) {
        return keyValues(ref, ExtraSpecsApi.class);
    }

    /** What scheduler and hypervisor are told of the flavor with this id. */
    public KeyValues extraSpecs(String id) {
        return extraSpecs(Ref.id(id));
    }

    /**
     * Lists the projects that may use a flavor which is not public. {@code GET /flavors/{id}/os-flavor-access}.
     *
     * @throws io.github.openstackjvm.error.NotFound when the flavor is public
     */
    public List<FlavorAccess> access(Ref<Flavor> ref) {
        return binding.api().access(idOf(ref), binding.call());
    }

    /** Lets the project with this id use the flavor. {@code POST /flavors/{id}/action}, {@code addTenantAccess}. */
    public List<FlavorAccess> addAccess(Ref<Flavor> ref, String projectId) {
        return act(ref, "addTenantAccess", projectId);
    }

    /** Takes the flavor from the project with this id. {@code POST /flavors/{id}/action}, {@code removeTenantAccess}. */
    public List<FlavorAccess> removeAccess(Ref<Flavor> ref, String projectId) {
        return act(ref, "removeTenantAccess", projectId);
    }

    private List<FlavorAccess> act(Ref<Flavor> ref, String action, String projectId) {
        Body body = Body.action(action, Map.of("tenant", projectId));
        return binding.api().act(idOf(ref), body, binding.call());
    }

    /** A listing of flavors. */
    public static final class Query extends Listing<Flavor, Query> {
        Query(Question<Flavor> question) {
            super(question, Query::new);
        }

        /** Flavors with at least this memory, in MiB. */
        public Query minRamMiB(int mebibytes) {
            return with("minRam", mebibytes);
        }

        /** Flavors with at least this root disk, in GiB. */
        public Query minDiskGiB(int gibibytes) {
            return with("minDisk", gibibytes);
        }

        /** Public ones only, or only those that are not; for administrators. */
        public Query isPublic(boolean isPublic) {
            return with("is_public", isPublic);
        }

        /** Public ones and those that are not; for administrators. */
        public Query publicOrNot() {
            return with("is_public", "None");
        }

        /** Flavors whose name matches this regular expression. */
        @Since("2.102")
        public Query nameMatching(String expression) {
            return with(VersionRange.since(2, 102), "name", expression);
        }
    }
}
