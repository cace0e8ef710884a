package io.github.openstackjvm.network.qos;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Creates;
import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.Deletes;
import io.github.openstackjvm.resource.Gets;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.ResourceCollection;
import io.github.openstackjvm.resource.Updates;

/** The rules of a policy: this mark on packets. For administrators to change. */
public final class DscpMarkingRules extends ResourceCollection<DscpMarkingRule>
        implements Lists<DscpMarkingRule, DscpMarkingRules.Query>,
                Gets<DscpMarkingRule>,
                Creates<DscpMarkingRuleSpec, DscpMarkingRule>,
                Updates<DscpMarkingRule, DscpMarkingRuleSpec.Update, DscpMarkingRule>,
                Deletes<DscpMarkingRule, Deleted> {

    @Wire(path = "/qos/policies/{parent}/dscp_marking_rules", one = "dscp_marking_rule")
    interface Api extends CrudApi<DscpMarkingRule> {}

    DscpMarkingRules(Binding<Api> binding) {
        super(binding);
    }

    /** Lists them. {@code GET /qos/policies/{parent}/dscp_marking_rules}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Reads one. {@code GET /qos/policies/{parent}/dscp_marking_rules/{id}}. */
    @Override
    public DscpMarkingRule get(Ref<DscpMarkingRule> ref) {
        return read(ref);
    }

    @Override
    public DscpMarkingRuleSpec spec() {
        return new DscpMarkingRuleSpec();
    }

    /**
     * Adds one to the policy. {@code POST /qos/policies/{parent}/dscp_marking_rules}.
     *
     * @throws io.github.openstackjvm.error.Conflict when the policy has such a rule
     */
    @Override
    public DscpMarkingRule create(DscpMarkingRuleSpec spec) {
        return make(spec);
    }

    @Override
    public DscpMarkingRuleSpec.Update changes() {
        return new DscpMarkingRuleSpec.Update();
    }

    /** Changes one. {@code PUT /qos/policies/{parent}/dscp_marking_rules/{id}}. */
    @Override
    public DscpMarkingRule update(Ref<DscpMarkingRule> ref, DscpMarkingRuleSpec.Update changes) {
        return change(ref, changes);
    }

    /** Removes one from the policy. {@code DELETE /qos/policies/{parent}/dscp_marking_rules/{id}}. */
    @Override
    public Deleted delete(Ref<DscpMarkingRule> ref) {
        return remove(ref);
    }

    /** A listing of them. */
    public static final class Query extends Listing<DscpMarkingRule, Query> {
        Query(Question<DscpMarkingRule> question) {
            super(question, Query::new);
        }
    }
}
