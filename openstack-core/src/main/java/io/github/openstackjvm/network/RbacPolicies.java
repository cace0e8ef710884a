package io.github.openstackjvm.network;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Gets;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.ResourceCollection;
import io.github.openstackjvm.resource.Updates;

/** Who may use what belongs to the project. */
public final class RbacPolicies extends ResourceCollection<RbacPolicy>
        implements Lists<RbacPolicy, RbacPolicies.Query>,
                Gets<RbacPolicy>,
                Creates<RbacPolicySpec, RbacPolicy>,
                Updates<RbacPolicy, RbacPolicySpec.Update, RbacPolicy>,
                Deletes<RbacPolicy, Deleted> {

    @Wire(path = "/rbac-policies", one = "rbac_policy", many = "rbac_policies", idFilter = "id")
    interface Api extends CrudApi<RbacPolicy> {}

    RbacPolicies(Binding<Api> binding) {
        super(binding);
    }

    /** Lists the policies of sharing. {@code GET /rbac-policies}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Reads one. {@code GET /rbac-policies/{id}}. */
    @Override
    public RbacPolicy get(Ref<RbacPolicy> ref) {
        return read(ref);
    }

    @Override
    public RbacPolicySpec spec() {
        return new RbacPolicySpec();
    }

    /**
     * Shares something. {@code POST /rbac-policies}.
     *
     * @throws io.github.openstackjvm.error.Conflict when it is shared so already
     */
    @Override
    public RbacPolicy create(RbacPolicySpec spec) {
        return make(spec);
    }

    @Override
    public RbacPolicySpec.Update changes() {
        return new RbacPolicySpec.Update();
    }

    /**
     * Lets another project use it instead. {@code PUT /rbac-policies/{id}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when the former project uses it
     */
    @Override
    public RbacPolicy update(Ref<RbacPolicy> ref, RbacPolicySpec.Update changes) {
        return change(ref, changes);
    }

    /**
     * Shares it no more. {@code DELETE /rbac-policies/{id}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when the project uses it
     */
    @Override
    public Deleted delete(Ref<RbacPolicy> ref) {
        return remove(ref);
    }

    /** A listing of them. */
    public static final class Query extends NetworkListing<RbacPolicy, Query> {
        Query(Question<RbacPolicy> question) {
            super(question, Query::new);
        }

        /** Sharing things of this kind, such as {@code network}. */
        public Query objectType(String type) {
            return with("object_type", type);
        }

        /** Sharing the thing with this id. */
        public Query objectId(String id) {
            return with("object_id", id);
        }

        /** Shared with the project with this id; {@code *}: with all. */
        public Query targetProjectId(String id) {
            return with("target_tenant", id);
        }

        /** Shared so: {@code access_as_shared} or {@code access_as_external}. */
        public Query action(String action) {
            return with("action", action);
        }
    }
}
