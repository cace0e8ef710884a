package io.github.openstackjvm.network;

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

/** What traffic is counted. For administrators. */
public final class MeteringLabelRules extends ResourceCollection<MeteringLabelRule>
        implements Lists<MeteringLabelRule, MeteringLabelRules.Query>,
                Gets<MeteringLabelRule>,
                Creates<MeteringLabelRuleSpec, MeteringLabelRule>,
                Deletes<MeteringLabelRule, Deleted> {

    @Wire(path = "/metering/metering-label-rules", one = "metering_label_rule")
    interface Api extends CrudApi<MeteringLabelRule> {}

    MeteringLabelRules(Binding<Api> binding) {
        super(binding);
    }

    /** Lists the rules. {@code GET /metering/metering-label-rules}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Reads one. {@code GET /metering/metering-label-rules/{id}}. */
    @Override
    public MeteringLabelRule get(Ref<MeteringLabelRule> ref) {
        return read(ref);
    }

    @Override
    public MeteringLabelRuleSpec spec() {
        return new MeteringLabelRuleSpec();
    }

    /**
     * Counts this traffic, too. {@code POST /metering/metering-label-rules}.
     *
     * @throws io.github.openstackjvm.error.Conflict when it overlaps with a rule of the label
     */
    @Override
    public MeteringLabelRule create(MeteringLabelRuleSpec spec) {
        return make(spec);
    }

    /** Counts this traffic no more. {@code DELETE /metering/metering-label-rules/{id}}. */
    @Override
    public Deleted delete(Ref<MeteringLabelRule> ref) {
        return remove(ref);
    }

    /** A listing of them. */
    public static final class Query extends Listing<MeteringLabelRule, Query> {
        Query(Question<MeteringLabelRule> question) {
            super(question, Query::new);
        }

        /** Of the label with this name or id. */
        public Query meteringLabel(String nameOrId) {
            return ref("metering_label_id", MeteringLabel.class, nameOrId);
        }

        /** Of this label. */
        public Query meteringLabel(Ref<MeteringLabel> label) {
            return ref("metering_label_id", MeteringLabel.class, label);
        }

        /** Which way, as seen from inside. */
        public Query direction(Direction direction) {
            return with("direction", direction);
        }

        /** With exactly this other side. */
        public Query remoteIpPrefix(String cidr) {
            return with("remote_ip_prefix", cidr);
        }

        /** Those that exclude, or the others. */
        public Query excluded(boolean excluded) {
            return with("excluded", excluded);
        }
    }
}
