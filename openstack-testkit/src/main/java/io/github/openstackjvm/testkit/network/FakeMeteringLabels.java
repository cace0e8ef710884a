package io.github.openstackjvm.testkit.network;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;

/** Labels under which traffic is metered. Only administrators have them; deleting one takes its rules along. */
public final class FakeMeteringLabels extends NetworkResource {
    private static final List<Attribute> ATTRIBUTES = List.of(
            Attribute.readOnly("id").sorts(),
            Attribute.given("name").text(255).initially("").sorts(),
            Attribute.given("description").text(1024).initially("").sorts(),
            Attribute.given("shared").flag().initially(false).sorts());

    FakeMeteringLabels(FakeNetwork neutron) {
        super(neutron, "metering_label", ATTRIBUTES);
    }

    @Override
    String path() {
        return "/metering/metering-labels";
    }

    @Override
    Map<String, Object> view(Call call, Row row) {
        Map<String, Object> view = row.pick("id", "name", "description", "shared", "project_id");
        view.put("tenant_id", row.text("project_id"));
        return view;
    }

    @Override
    Refusal missing(String id) {
        return new Refusal(404, "MeteringLabelNotFound", "Metering label '" + id + "' does not exist.");
    }

    @Override
    void deleted(Row row) {
        FakeCollection rules = neutron().collection(FakeMeteringLabelRules.MANY);
        rules.where("metering_label_id", row.id()).forEach(rule -> rules.remove(rule.id()));
    }
}
