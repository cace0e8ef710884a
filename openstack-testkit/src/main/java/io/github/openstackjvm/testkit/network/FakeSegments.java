package io.github.openstackjvm.testkit.network;

import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;

/** Segments of networks, as administrators see and add them. */
public final class FakeSegments extends NetworkResource {
    private static final List<Attribute> ATTRIBUTES = List.of(
            Attribute.readOnly("id").sorts(),
            Attribute.given("network_id").uuid().required().sorts(),
            Attribute.given("physical_network").textOrNull(64).sorts(),
            Attribute.given("network_type").text(32).required().sorts(),
            Attribute.given("segmentation_id")
                    .through(Checks.orNull((name, value) -> Checks.integer(value)))
                    .sorts(),
            Attribute.given("name").textOrNull(255).updatable().sorts(),
            Attribute.given("description").text(255).initially("").updatable().filters(),
            Attribute.readOnly("created_at"),
            Attribute.readOnly("updated_at"),
            Attribute.readOnly("revision_number").sorts());

    FakeSegments(FakeNetwork neutron) {
        super(neutron, "segment", ATTRIBUTES);
    }

    @Override
    Map<String, Object> view(Call call, Row row) {
        return row.pick(
                "id",
                "network_id",
                "name",
                "description",
                "physical_network",
                "network_type",
                "segmentation_id",
                "created_at",
                "updated_at",
                "revision_number");
    }

    @Override
    Refusal missing(String id) {
        return new Refusal(404, "SegmentNotFound", "Segment " + id + " could not be found.");
    }

    @Override
    boolean visible(Call call, Row row) {
        return call.caller().admin();
    }

    @Override
    void make(Call call, Row row) {
        String id = row.text("network_id");
        Row network = neutron().networks().find(call, id).orElseThrow(() -> FakeNetworks.noSuchNetwork(id));
        neutron().wires().claim(row);
        row.set("project_id", network.text("project_id"));
        touch(row);
    }

    @Override
    void checkDelete(Call call, Row row) {
        if (neutron().subnets().all().any(subnet -> subnet.is("segment_id", row.id()))) {
            throw new Refusal(
                    409,
                    "SegmentInUse",
                    "Segment '" + row.id() + "' cannot be deleted: The segment is still associated with subnet(s).");
        }
    }
}
