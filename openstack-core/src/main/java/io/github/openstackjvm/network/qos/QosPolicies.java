package io.github.openstackjvm.network.qos;

import io.github.openstackjvm.internal.wire.ApiBinder;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.TagsApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.network.NetworkListing;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Tags;
import io.github.openstackjvm.resource.Updates;

/** The policies for the quality of service of the project, and those shared with it. Reading is for everybody, the rest for administrators. */
public final class QosPolicies extends NamedCollection<QosPolicy>
        implements Lists<QosPolicy, QosPolicies.Query>,
                Creates<QosPolicySpec, QosPolicy>,
                Updates<QosPolicy, QosPolicySpec.Update, QosPolicy>,
                Deletes<QosPolicy, Deleted> {

    @Wire(path = "/qos/policies", one = "policy", many = "policies", nameFilter = "name", idFilter = "id")
    interface Api extends CrudApi<QosPolicy> {}

    @Wire(path = "/policies/{parent}/tags", many = "tags")
    interface QosPolicyTagsApi extends TagsApi {}

    /** For {@link io.github.openstackjvm.network.NetworkService}. */
    @SuppressWarnings("exports") // only a service has the argument
    public QosPolicies(ApiBinder binder) {
        super(binder.bind(Api.class));
    }

    /** Lists the policies with their rules. {@code GET /qos/policies}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    @Override
    public QosPolicySpec spec() {
        return new QosPolicySpec();
    }

    /** Creates a policy, without a rule yet. {@code POST /qos/policies}. */
    @Override
    public QosPolicy create(QosPolicySpec spec) {
        return make(spec);
    }

    @Override
    public QosPolicySpec.Update changes() {
        return new QosPolicySpec.Update();
    }

    /** Changes a policy; its rules have verbs of their own. {@code PUT /qos/policies/{id}}. */
    @Override
    public QosPolicy update(Ref<QosPolicy> ref, QosPolicySpec.Update changes) {
        return change(ref, changes);
    }

    /**
     * Deletes a policy with its rules. {@code DELETE /qos/policies/{id}}.
     *
     * @throws io.github.openstackjvm.error.Conflict when something uses it
     */
    @Override
    public Deleted delete(Ref<QosPolicy> ref) {
        return remove(ref);
    }

    /** The tags of one. {@code /policies/{id}/tags}. */
    public Tags tags(Ref<QosPolicy> ref) {
        return tags(ref, QosPolicyTagsApi.class);
    }

    /** The tags of the one with this id. */
    public Tags tags(String id) {
        return tags(Ref.id(id));
    }

    /** A listing of them. */
    public static final class Query extends NetworkListing<QosPolicy, Query> {
        Query(Question<QosPolicy> question) {
            super(question, Query::new);
        }

        /** Those that other projects may use, too, or only the others. */
        public Query shared(boolean shared) {
            return with("shared", shared);
        }

        /** The one that new networks get, or the others. */
        public Query isDefault(boolean isDefault) {
            return with("is_default", isDefault);
        }
    }
}
