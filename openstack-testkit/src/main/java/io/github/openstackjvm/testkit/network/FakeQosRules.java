package io.github.openstackjvm.testkit.network;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** Rules of one kind of policies for the quality of service. */
public final class FakeQosRules extends NetworkResource {
    private static final int MOST = Integer.MAX_VALUE;
    private static final List<Integer> MARKS =
            List.of(0, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40, 46, 48, 56);

    private final FakeQosPolicies policies;
    private final String kind;
    private final String[] shown;

    private FakeQosRules(FakeNetwork neutron, FakeQosPolicies policies, String kind, List<Attribute> attributes) {
        super(neutron, kind + "_rule", attributes);
        this.policies = policies;
        this.kind = kind;
        this.shown = attributes.stream().map(attribute -> attribute.name).toArray(String[]::new);
    }

    /** All kinds there are. */
    static List<FakeQosRules> all(FakeNetwork neutron, FakeQosPolicies policies) {
        return List.of(
                new FakeQosRules(
                        neutron,
                        policies,
                        "bandwidth_limit",
                        List.of(
                                id(),
                                number("max_kbps").required(),
                                number("max_burst_kbps").initially(0),
                                direction("ingress", "egress"))),
                new FakeQosRules(
                        neutron,
                        policies,
                        "dscp_marking",
                        List.of(
                                id(),
                                Attribute.given("dscp_mark")
                                        .through(FakeQosRules::mark)
                                        .required()
                                        .updatable()
                                        .sorts())),
                new FakeQosRules(
                        neutron,
                        policies,
                        "minimum_bandwidth",
                        List.of(id(), number("min_kbps").required(), direction("ingress", "egress"))),
                new FakeQosRules(
                        neutron,
                        policies,
                        "minimum_packet_rate",
                        List.of(id(), number("min_kpps").required(), direction("any", "ingress", "egress"))),
                new FakeQosRules(
                        neutron,
                        policies,
                        "packet_rate_limit",
                        List.of(
                                id(),
                                number("max_kpps").required(),
                                number("max_burst_kpps").initially(0),
                                direction("ingress", "egress"))));
    }

    /** What a driver can do with rules of a kind. */
    static List<Object> parameters(String kind) {
        return switch (kind) {
            case "bandwidth_limit" ->
                List.of(range("max_kbps"), range("max_burst_kbps"), choices("direction", "ingress", "egress"));
            case "dscp_marking" -> List.of(choices("dscp_mark", MARKS.toArray()));
            case "minimum_bandwidth" -> List.of(range("min_kbps"), choices("direction", "ingress", "egress"));
            case "minimum_packet_rate" -> List.of(range("min_kpps"), choices("direction", "any", "ingress", "egress"));
            default -> List.of(range("max_kpps"), range("max_burst_kpps"), choices("direction", "ingress", "egress"));
        };
    }

    private static Object range(String name) {
        return Json.map(
                "parameter_name",
                name,
                "parameter_values",
                Json.map("start", 0, "end", MOST),
                "parameter_type",
                "range");
    }

    private static Object choices(String name, Object... values) {
        return Json.map("parameter_name", name, "parameter_values", List.of(values), "parameter_type", "choices");
    }

    private static Attribute id() {
        return Attribute.readOnly("id").sorts();
    }

    private static Attribute number(String name) {
        return Attribute.given(name).through(Checks.range(0, MOST)).updatable().sorts();
    }

    private static Attribute direction(String... ways) {
        return Attribute.given("direction")
                .oneOf(ways)
                .initially("egress")
                .updatable()
                .sorts();
    }

    private static Object mark(@Nullable Object name, @Nullable Object value) {
        int mark = Checks.integer(value);
        if (!MARKS.contains(mark)) {
            throw Attribute.invalid(name, mark + " is not in valid_values");
        }
        return mark;
    }

    @Override
    String path() {
        return "/qos/policies/{policy}/" + kind + "_rules";
    }

    @Override
    String policyName() {
        return "policy_" + kind + "_rule";
    }

    @Override
    FakeCollection all() {
        return neutron().collection("qos_rules");
    }

    @Override
    void prepare(Call call) {
        String id = call.param("policy");
        if (policies.find(call, id).isEmpty()) {
            throw policies.missing(id);
        }
    }

    @Override
    boolean visible(Call call, Row row) {
        return row.is("type", kind) && row.is("qos_policy_id", call.param("policy"));
    }

    @Override
    Map<String, Object> view(Call call, Row row) {
        return row.pick(shown);
    }

    @Override
    Refusal missing(String id) {
        return new Refusal(404, "QosRuleNotFound", "QoS rule " + id + " for policy could not be found.");
    }

    @Override
    Refusal missing(Call call, String id) {
        return new Refusal(
                404,
                "QosRuleNotFound",
                "QoS rule " + id + " for policy " + call.param("policy") + " could not be found.");
    }

    @Override
    void checkCreate(Call call, List<Row> rows) {
        for (Row row : rows) {
            row.set("type", kind).set("qos_policy_id", call.param("policy"));
            checkFits(row, row.fields());
            checkNoServer(row);
        }
    }

    @Override
    void checkUpdate(Call call, Row row, Map<String, Object> changes) {
        Row after = new Row(row.fields());
        changes.forEach(after::set);
        checkFits(after, changes);
        checkNoServer(row);
    }

    @Override
    void change(Call call, Row row, Map<String, Object> changes) {
        super.change(call, row, changes);
        touchPolicy(row);
    }

    @Override
    void checkDelete(Call call, Row row) {
        checkNoServer(row);
    }

    /** Refuses a rule that contradicts another one of its policy, or says what that says already. */
    private void checkFits(Row rule, Map<String, Object> given) {
        List<Row> others = all().where(other ->
                other.is("qos_policy_id", rule.get("qos_policy_id")) && !other.is("id", rule.get("id")));
        for (Row other : others) {
            if (other.is("type", "minimum_bandwidth") && number(given, "max_kbps", MOST) < other.number("min_kbps")) {
                throw contradicts(given.get("max_kbps"), other, other.get("min_kbps"));
            }
            if (other.is("type", "bandwidth_limit") && number(given, "min_kbps", 0) > other.number("max_kbps")) {
                throw contradicts(given.get("min_kbps"), other, other.get("max_kbps"));
            }
        }
        others.removeIf(other -> !other.is("type", kind));
        for (Row other : others) {
            if (other.is("direction", "any") != rule.is("direction", "any")) {
                throw contradicts(rule.get("direction"), other, other.get("direction"));
            }
        }
        for (Row other : others) {
            if (other.is("direction", rule.get("direction"))) {
                throw new Refusal(
                        409,
                        "QoSRulesConflict",
                        "Rule " + kind + " conflicts with rule " + other.id() + " which already exists in QoS Policy "
                                + rule.text("qos_policy_id") + ".");
            }
        }
    }

    private static int number(Map<String, Object> given, String name, int otherwise) {
        return given.get(name) instanceof Integer number ? number : otherwise;
    }

    private static Refusal contradicts(@Nullable Object value, Row other, @Nullable Object existing) {
        return new Refusal(
                409,
                "QoSRuleParameterConflict",
                "Unable to add the rule with value " + value + " to the policy " + other.text("qos_policy_id")
                        + " as the existing rule of type " + other.text("type") + " has value " + existing + ".");
    }

    /** Refuses to change what servers were promised when they were placed. */
    private void checkNoServer(Row rule) {
        if (!kind.startsWith("minimum")) {
            return;
        }
        String policy = rule.text("qos_policy_id");
        if (neutron()
                .ports()
                .all()
                .any(port -> port.text("device_owner").startsWith("compute:")
                        && policy.equals(neutron().ports().view().policyOf(port)))) {
            throw new Refusal(
                    501,
                    "NotImplementedError",
                    "Cannot update QoS policies/rules backed by resources tracked in Placement");
        }
    }

    private void touchPolicy(Row rule) {
        policies.all().find(rule.text("qos_policy_id")).ifPresent(policies::touch);
    }

    @Override
    void created(List<Row> rows) {
        rows.forEach(this::touchPolicy);
    }

    @Override
    void deleted(Row row) {
        touchPolicy(row);
    }
}
