package io.github.openstackjvm.blockstorage;

import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
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

import static io.github.openstackjvm.internal.wire.Wire.Sorting.COMBINED;

/** The types that groups of volumes can have. Reading is for everybody, the rest for administrators. */
@Since("3.11")
public final class GroupTypes extends NamedCollection<GroupType>
        implements Lists<GroupType, GroupTypes.Query>,
                Creates<GroupTypeSpec, GroupType>,
                Updates<GroupType, GroupTypeSpec.Update, GroupType>,
                Deletes<GroupType, Deleted> {

    @Wire(path = "/group_types", one = "group_type", sorting = COMBINED, min = "3.11", max = "3.71")
    interface Api extends CrudApi<GroupType> {
        @Keyed(Keyed.ONE)
        @RequestLine("GET /default")
        GroupType byDefault(Call call);
    }

    @Wire(path = "/group_types/{parent}/group_specs", one = "group_specs", min = "3.11", max = "3.71")
    interface GroupSpecsApi extends MetadataApi {}

    private final Binding<Api> binding;

    GroupTypes(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** Lists the types that the project may use, for administrators all of them. {@code GET /group_types?is_public=None}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    protected Question<GroupType> everything() {
        return new Query(super.everything()).publicOrNot().question();
    }

    @Override
    public GroupTypeSpec spec() {
        return new GroupTypeSpec();
    }

    /**
     * Creates a type. {@code POST /group_types}.
     *
     * @throws io.github.openstackjvm.error.Conflict when the name is taken
     */
    @Override
    public GroupType create(GroupTypeSpec spec) {
        return make(spec);
    }

    @Override
    public GroupTypeSpec.Update changes() {
        return new GroupTypeSpec.Update();
    }

    /** Changes name, description, or whether every project may use it. {@code PUT /group_types/{id}}. */
    @Override
    public GroupType update(Ref<GroupType> ref, GroupTypeSpec.Update changes) {
        return change(ref, changes);
    }

    /**
     * Deletes a type. {@code DELETE /group_types/{id}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when there are groups of it
     */
    @Override
    public Deleted delete(Ref<GroupType> ref) {
        return remove(ref);
    }

    /**
     * The type that the operator has made the default. {@code GET /group_types/default}.
     *
     * @throws io.github.openstackjvm.error.NotFound when there is none
     */
    public GroupType byDefault() {
        return binding.api().byDefault(binding.call());
    }

    /** What scheduler and backend are told of groups of a type. For administrators. {@code /group_types/{id}/group_specs}. */
    public KeyValues specs(Ref<GroupType> ref) {
        return keyValues(ref, GroupSpecsApi.class);
    }

    /** The same for the one with this id. */
    public KeyValues specs(String id) {
        return specs(Ref.id(id));
    }

    /** A listing of group types. */
    public static final class Query extends Listing<GroupType, Query> {
        Query(Question<GroupType> question) {
            super(question, Query::new);
        }

        /** Public ones only, or only those that are not; for administrators. */
        public Query isPublic(boolean isPublic) {
            return with("is_public", isPublic);
        }

        private Query publicOrNot() {
            return with("is_public", "None");
        }
    }
}
