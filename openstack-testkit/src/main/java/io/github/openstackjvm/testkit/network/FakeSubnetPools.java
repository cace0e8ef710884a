package io.github.openstackjvm.testkit.network;

import java.util.Optional;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;

/** Subnet pools. */
final class FakeSubnetPools {
    FakeSubnetPools(FakeNetwork neutron) {}

    /** A range for a new subnet. */
    String allocate(Call call, String pool, Row subnet) {
        if (subnet.get("cidr") == null) {
            throw new Refusal(404, "SubnetPoolNotFound", "Subnet pool " + pool + " could not be found.");
        }
        return subnet.text("cidr");
    }

    Optional<Row> defaultOf(Call call, int version) {
        return Optional.empty();
    }
}
