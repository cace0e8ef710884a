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

/** The rules of a policy: at most this rate of packets. For administrators to change. */
public final class PacketRateLimitRules extends ResourceCollection<PacketRateLimitRule>
        implements Lists<PacketRateLimitRule, PacketRateLimitRules.Query>,
                Gets<PacketRateLimitRule>,
                Creates<PacketRateLimitRuleSpec, PacketRateLimitRule>,
                Updates<PacketRateLimitRule, PacketRateLimitRuleSpec.Update, PacketRateLimitRule>,
                Deletes<PacketRateLimitRule, Deleted> {

    @Wire(path = "/qos/policies/{parent}/packet_rate_limit_rules", one = "packet_rate_limit_rule")
    interface Api extends CrudApi<PacketRateLimitRule> {}

    PacketRateLimitRules(Binding<Api> binding) {
        super(binding);
    }

    /** Lists them. {@code GET /qos/policies/{parent}/packet_rate_limit_rules}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Reads one. {@code GET /qos/policies/{parent}/packet_rate_limit_rules/{id}}. */
    @Override
    public PacketRateLimitRule get(Ref<PacketRateLimitRule> ref) {
        return read(ref);
    }

    @Override
    public PacketRateLimitRuleSpec spec() {
        return new PacketRateLimitRuleSpec();
    }

    /**
     * Adds one to the policy. {@code POST /qos/policies/{parent}/packet_rate_limit_rules}.
     *
     * @throws io.github.openstackjvm.error.Conflict when the policy has such a rule
     */
    @Override
    public PacketRateLimitRule create(PacketRateLimitRuleSpec spec) {
        return make(spec);
    }

    @Override
    public PacketRateLimitRuleSpec.Update changes() {
        return new PacketRateLimitRuleSpec.Update();
    }

    /** Changes one. {@code PUT /qos/policies/{parent}/packet_rate_limit_rules/{id}}. */
    @Override
    public PacketRateLimitRule update(Ref<PacketRateLimitRule> ref, PacketRateLimitRuleSpec.Update changes) {
        return change(ref, changes);
    }

    /** Removes one from the policy. {@code DELETE /qos/policies/{parent}/packet_rate_limit_rules/{id}}. */
    @Override
    public Deleted delete(Ref<PacketRateLimitRule> ref) {
        return remove(ref);
    }

    /** A listing of them. */
    public static final class Query extends Listing<PacketRateLimitRule, Query> {
        Query(Question<PacketRateLimitRule> question) {
            super(question, Query::new);
        }
    }
}
