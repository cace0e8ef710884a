package io.github.openstackjvm.network.qos;

import io.github.openstackjvm.internal.wire.ApiBinder;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Gets;
import io.github.openstackjvm.resource.Listing;
import io.github.openstackjvm.resource.Lists;
import io.github.openstackjvm.resource.Question;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.ResourceCollection;

/** The kinds of rules that the cloud has. */
public final class QosRuleTypes extends ResourceCollection<QosRuleType>
        implements Lists<QosRuleType, QosRuleTypes.Query>, Gets<QosRuleType> {

    @Wire(path = "/qos/rule-types", one = "rule_type", id = Wire.IdShape.ANY)
    interface Api extends CrudApi<QosRuleType> {}

    /** For {@link io.github.openstackjvm.network.NetworkService}. */
    @SuppressWarnings("exports") // only a service has the argument
    public QosRuleTypes(ApiBinder binder) {
        super(binder.bind(Api.class));
    }

    /** Lists those that all drivers know. {@code GET /qos/rule-types}. */
    @Override
    public Query list() {
        return new Query(everything());
    }

    /** Reads one. {@code GET /qos/rule-types/{id}}. */
    @Override
    public QosRuleType get(Ref<QosRuleType> ref) {
        return read(ref);
    }

    /** A listing of them. */
    public static final class Query extends Listing<QosRuleType, Query> {
        Query(Question<QosRuleType> question) {
            super(question, Query::new);
        }

        /** All kinds that Neutron knows. */
        public Query allRules(boolean all) {
            return with("all_rules", all);
        }

        /** Those that at least one driver knows. */
        public Query allSupported(boolean all) {
            return with("all_supported", all);
        }
    }
}
