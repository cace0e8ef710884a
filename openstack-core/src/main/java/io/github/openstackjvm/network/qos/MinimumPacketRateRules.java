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

/** The rules of a policy: at least this rate of packets. For administrators to change. */
public final class MinimumPacketRateRules extends ResourceCollection<MinimumPacketRateRule>
        implements Lists<MinimumPacketRateRule, MinimumPacketRateRules.Query>,
                Gets<MinimumPacketRateRule>,
                Creates<MinimumPacketRateRuleSpec, MinimumPacketRateRule>,
                Updates<MinimumPacketRateRule, MinimumPacketRateRuleSpec.Update, MinimumPacketRateRule>,
                Deletes<MinimumPacketRateRule, Deleted> {

    @Wire(path = "/qos/policies/{parent}/minimum_packet_rate_rules", one = "minimum_packet_rate_rule")
    interface Api extends CrudApi<MinimumPacketRateRule> {}

    MinimumPacketRateRules(Binding<Api> binding) {
        super(binding);
    }

    /** Lists them. {@code GET /qos/policies/{parent}/minimum_packet_rate_rules}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Reads one. {@code GET /qos/policies/{parent}/minimum_packet_rate_rules/{id}}. */
    @Override
    public MinimumPacketRateRule get(Ref<MinimumPacketRateRule> ref) {
        return read(ref);
    }

    @Override
    public MinimumPacketRateRuleSpec spec() {
        return new MinimumPacketRateRuleSpec();
    }

    /**
     * Adds one to the policy. {@code POST /qos/policies/{parent}/minimum_packet_rate_rules}.
     *
     * @throws io.github.openstackjvm.error.Conflict when the policy has such a rule
     */
    @Override
    public MinimumPacketRateRule create(MinimumPacketRateRuleSpec spec) {
        return make(spec);
    }

    @Override
    public MinimumPacketRateRuleSpec.Update changes() {
        return new MinimumPacketRateRuleSpec.Update();
    }

    /** Changes one. {@code PUT /qos/policies/{parent}/minimum_packet_rate_rules/{id}}. */
    @Override
    public MinimumPacketRateRule update(Ref<MinimumPacketRateRule> ref, MinimumPacketRateRuleSpec.Update changes) {
        return change(ref, changes);
    }

    /** Removes one from the policy. {@code DELETE /qos/policies/{parent}/minimum_packet_rate_rules/{id}}. */
    @Override
    public Deleted delete(Ref<MinimumPacketRateRule> ref) {
        return remove(ref);
    }

    /** A listing of them. */
    public static final class Query extends Listing<MinimumPacketRateRule, Query> {
        Query(Question<MinimumPacketRateRule> question) {
            super(question, Query::new);
        }
    }
}
