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

/** The rules of a policy: at most this bandwidth. For administrators to change. */
public final class BandwidthLimitRules extends ResourceCollection<BandwidthLimitRule>
        implements Lists<BandwidthLimitRule, BandwidthLimitRules.Query>,
                Gets<BandwidthLimitRule>,
                Creates<BandwidthLimitRuleSpec, BandwidthLimitRule>,
                Updates<BandwidthLimitRule, BandwidthLimitRuleSpec.Update, BandwidthLimitRule>,
                Deletes<BandwidthLimitRule, Deleted> {

    @Wire(path = "/qos/policies/{parent}/bandwidth_limit_rules", one = "bandwidth_limit_rule")
    interface Api extends CrudApi<BandwidthLimitRule> {}

    BandwidthLimitRules(Binding<Api> binding) {
        super(binding);
    }

    /** Lists them. {@code GET /qos/policies/{parent}/bandwidth_limit_rules}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Reads one. {@code GET /qos/policies/{parent}/bandwidth_limit_rules/{id}}. */
    @Override
    public BandwidthLimitRule get(Ref<BandwidthLimitRule> ref) {
        return read(ref);
    }

    @Override
    public BandwidthLimitRuleSpec spec() {
        return new BandwidthLimitRuleSpec();
    }

    /**
     * Adds one to the policy. {@code POST /qos/policies/{parent}/bandwidth_limit_rules}.
     *
     * @throws io.github.openstackjvm.error.Conflict when the policy has such a rule
     */
    @Override
    public BandwidthLimitRule create(BandwidthLimitRuleSpec spec) {
        return make(spec);
    }

    @Override
    public BandwidthLimitRuleSpec.Update changes() {
        return new BandwidthLimitRuleSpec.Update();
    }

    /** Changes one. {@code PUT /qos/policies/{parent}/bandwidth_limit_rules/{id}}. */
    @Override
    public BandwidthLimitRule update(Ref<BandwidthLimitRule> ref, BandwidthLimitRuleSpec.Update changes) {
        return change(ref, changes);
    }

    /** Removes one from the policy. {@code DELETE /qos/policies/{parent}/bandwidth_limit_rules/{id}}. */
    @Override
    public Deleted delete(Ref<BandwidthLimitRule> ref) {
        return remove(ref);
    }

    /** A listing of them. */
    public static final class Query extends Listing<BandwidthLimitRule, Query> {
        Query(Question<BandwidthLimitRule> question) {
            super(question, Query::new);
        }
    }
}
