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

/** The rules of a policy: at least this bandwidth. For administrators to change. */
public final class MinimumBandwidthRules extends ResourceCollection<MinimumBandwidthRule>
        implements Lists<MinimumBandwidthRule, MinimumBandwidthRules.Query>,
                Gets<MinimumBandwidthRule>,
                Creates<MinimumBandwidthRuleSpec, MinimumBandwidthRule>,
                Updates<MinimumBandwidthRule, MinimumBandwidthRuleSpec.Update, MinimumBandwidthRule>,
                Deletes<MinimumBandwidthRule, Deleted> {

    @Wire(path = "/qos/policies/{parent}/minimum_bandwidth_rules", one = "minimum_bandwidth_rule")
    interface Api extends CrudApi<MinimumBandwidthRule> {}

    MinimumBandwidthRules(Binding<Api> binding) {
        super(binding);
    }

    /** Lists them. {@code GET /qos/policies/{parent}/minimum_bandwidth_rules}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Reads one. {@code GET /qos/policies/{parent}/minimum_bandwidth_rules/{id}}. */
    @Override
    public MinimumBandwidthRule get(Ref<MinimumBandwidthRule> ref) {
        return read(ref);
    }

    @Override
    public MinimumBandwidthRuleSpec spec() {
        return new MinimumBandwidthRuleSpec();
    }

    /**
     * Adds one to the policy. {@code POST /qos/policies/{parent}/minimum_bandwidth_rules}.
     *
     * @throws io.github.openstackjvm.error.Conflict when the policy has such a rule
     */
    @Override
    public MinimumBandwidthRule create(MinimumBandwidthRuleSpec spec) {
        return make(spec);
    }

    @Override
    public MinimumBandwidthRuleSpec.Update changes() {
        return new MinimumBandwidthRuleSpec.Update();
    }

    /** Changes one. {@code PUT /qos/policies/{parent}/minimum_bandwidth_rules/{id}}. */
    @Override
    public MinimumBandwidthRule update(Ref<MinimumBandwidthRule> ref, MinimumBandwidthRuleSpec.Update changes) {
        return change(ref, changes);
    }

    /** Removes one from the policy. {@code DELETE /qos/policies/{parent}/minimum_bandwidth_rules/{id}}. */
    @Override
    public Deleted delete(Ref<MinimumBandwidthRule> ref) {
        return remove(ref);
    }

    /** A listing of them. */
    public static final class Query extends Listing<MinimumBandwidthRule, Query> {
        Query(Question<MinimumBandwidthRule> question) {
            super(question, Query::new);
        }
    }
}
