package io.github.openstackjvm.testkit.network;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;

/** Rules of metering labels: which traffic counts. */
public final class FakeMeteringLabelRules extends NetworkResource {
    static final String MANY = "metering_label_rules";

    private static final String REMOTE = "remote_ip_prefix";
    private static final String SOURCE = "source_ip_prefix";
    private static final String DESTINATION = "destination_ip_prefix";
    private static final List<Attribute> ATTRIBUTES = List.of(
            Attribute.readOnly("id").sorts(),
            Attribute.given("metering_label_id").uuid().required().sorts().policed(),
            Attribute.given("direction").oneOf("ingress", "egress").required().sorts(),
            Attribute.given("excluded").flag().initially(false).sorts(),
            prefix(REMOTE),
            prefix(SOURCE),
            prefix(DESTINATION));

    FakeMeteringLabelRules(FakeNetwork neutron) {
        super(neutron, "metering_label_rule", ATTRIBUTES);
    }

    private static Attribute prefix(String name) {
        return Attribute.given(name)
                .through(Checks.thatOrNull(Checks::subnet))
                .initially(null)
                .sorts();
    }

    @Override
    String path() {
        return "/metering/metering-label-rules";
    }

    @Override
    Map<String, Object> view(Call call, Row row) {
        return row.pick("id", "metering_label_id", "direction", REMOTE, SOURCE, DESTINATION, "excluded");
    }

    @Override
    Refusal missing(String id) {
        return new Refusal(404, "MeteringLabelRuleNotFound", "Metering label rule '" + id + "' does not exist.");
    }

    @Override
    void checkCreate(Call call, List<Row> rows) {
        for (Row row : rows) {
            String label = row.text("metering_label_id");
            if (neutron().collection("metering_labels").find(label).isEmpty()) {
                throw new Refusal(404, "MeteringLabelNotFound", "Metering label '" + label + "' does not exist.");
            }
            checkPrefixes(row);
        }
    }

    private void checkPrefixes(Row row) {
        boolean remote = row.get(REMOTE) != null;
        boolean ends = row.get(SOURCE) != null || row.get(DESTINATION) != null;
        if (!remote && !ends) {
            throw new Refusal(
                    500,
                    "Invalid",
                    "You must define at least one of the following parameters 'remote_ip_prefix', or "
                            + "'source_ip_prefix' or 'destination_ip_prefix'.");
        }
        if (remote && ends) {
            throw new Refusal(
                    500,
                    "Invalid",
                    "Cannot use 'remote-ip-prefix' in conjunction with 'source-ip-prefix' or 'destination-ip-prefix'.");
        }
        if (remote && all().any(other -> isOverlapping(row, other))) {
            throw new Refusal(
                    409,
                    "MeteringLabelRuleOverlaps",
                    "Metering label rule with remote_ip_prefix '" + row.text(REMOTE) + "' overlaps another.");
        }
    }

    private static boolean isOverlapping(Row row, Row other) {
        return other.get(REMOTE) != null
                && other.is("metering_label_id", row.get("metering_label_id"))
                && other.is("direction", row.get("direction"))
                && other.is("excluded", row.get("excluded"))
                && Cidr.of(row.text(REMOTE)).overlaps(Cidr.of(other.text(REMOTE)));
    }
}
