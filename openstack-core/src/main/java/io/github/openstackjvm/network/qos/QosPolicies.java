package io.github.openstackjvm.network.qos;

import io.github.openstackjvm.internal.wire.ApiBinder;
import io.github.openstackjvm.internal.wire.Binding;
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

    @Wire(
            path = "/qos/policies",
            one = "policy",
            many = "policies",
            nameFilter = "name",
            idFilter = "id",
            marks = Wire.Marks.DESCRIPTION)
    interface Api extends CrudApi<QosPolicy> {}

    @Wire(path = "/policies/{parent}/tags", many = "tags")
    interface QosPolicyTagsApi extends TagsApi {}

    private final Binding<Api> binding;

    /** For {@link io.github.openstackjvm.network.NetworkService}. */
    @SuppressWarnings("exports") // only a service has the argument
    public QosPolicies(ApiBinder binder) {
        this(binder.bind(Api.class));
    }

    private QosPolicies(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
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

    /** The rules of a policy for at most some bandwidth. */
    public BandwidthLimitRules bandwidthLimits(Ref<QosPolicy> ref) {
        return new BandwidthLimitRules(binding.below(idOf(ref), BandwidthLimitRules.Api.class));
    }

    /** The rules of the policy with this id for at most some bandwidth. */
    public BandwidthLimitRules bandwidthLimits(String id) {
        return bandwidthLimits(Ref.id(id));
    }

    /** The rules of a policy for a mark on packets. */
    public DscpMarkingRules dscpMarkings(Ref<QosPolicy> ref) {
        return new DscpMarkingRules(binding.below(idOf(ref), DscpMarkingRules.Api.class));
    }

    /** The rules of the policy with this id for a mark on packets. */
    public DscpMarkingRules dscpMarkings(String id) {
        return dscpMarkings(Ref.id(id));
    }

    /** The rules of a policy for at least some bandwidth. */
    public MinimumBandwidthRules minimumBandwidths(Ref<QosPolicy> ref) {
        return new MinimumBandwidthRules(binding.below(idOf(ref), MinimumBandwidthRules.Api.class));
    }

    /** The rules of the policy with this id for at least some bandwidth. */
    public MinimumBandwidthRules minimumBandwidths(String id) {
        return minimumBandwidths(Ref.id(id));
    }

    /** The rules of a policy for at least some rate of packets. */
    public MinimumPacketRateRules minimumPacketRates(Ref<QosPolicy> ref) {
        return new MinimumPacketRateRules(binding.below(idOf(ref), MinimumPacketRateRules.Api.class));
    }

    /** The rules of the policy with this id for at least some rate of packets. */
    public MinimumPacketRateRules minimumPacketRates(String id) {
        return minimumPacketRates(Ref.id(id));
    }

    /** The rules of a policy for at most some rate of packets. */
    public PacketRateLimitRules packetRateLimits(Ref<QosPolicy> ref) {
        return new PacketRateLimitRules(binding.below(idOf(ref), PacketRateLimitRules.Api.class));
    }

    /** The rules of the policy with this id for at most some rate of packets. */
    public PacketRateLimitRules packetRateLimits(String id) {
        return packetRateLimits(Ref.id(id));
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
