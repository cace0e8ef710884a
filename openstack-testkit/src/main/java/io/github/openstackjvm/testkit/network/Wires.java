package io.github.openstackjvm.testkit.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** What networks run on: segments of a type, with a number that no two have. Projects get VXLAN. */
final class Wires {
    private static final String TYPE = "provider:network_type";
    private static final String PHYSICAL = "provider:physical_network";
    private static final String NUMBER = "provider:segmentation_id";

    private static final Map<String, Integer> MTU =
            Map.of("local", 1500, "flat", 1500, "vlan", 1500, "vxlan", 1450, "geneve", 1442, "gre", 1458);
    private static final Set<String> TUNNELS = Set.of("vxlan", "geneve", "gre");

    private final FakeNetwork neutron;

    Wires(FakeNetwork neutron) {
        this.neutron = neutron;
    }

    FakeCollection all() {
        return neutron.collection("segments");
    }

    List<Row> of(String network) {
        return all().where("network_id", network);
    }

    /** The largest packet that fits. */
    int mtu(String network) {
        return of(network).stream()
                .mapToInt(row -> MTU.getOrDefault(row.text("network_type"), 1500))
                .min()
                .orElse(1500);
    }

    /** Lays the segments that a new network asks for; one of VXLAN when it asks for none. */
    void lay(Row network) {
        List<Map<String, Object>> wanted = new ArrayList<>();
        if (network.get(TYPE) != null || network.get(PHYSICAL) != null || network.get(NUMBER) != null) {
            if (network.get("segments") != null) {
                throw new Refusal(
                        400,
                        "SegmentsSetInConjunctionWithProviders",
                        "Segments and provider values cannot both be set.");
            }
            wanted.add(network.pick(TYPE, PHYSICAL, NUMBER));
        } else if (network.get("segments") instanceof List<?> several) {
            several.forEach(each -> wanted.add(Json.object(each)));
        }
        if (wanted.isEmpty()) {
            wanted.add(Json.map(TYPE, "vxlan"));
        }
        for (Map<String, Object> segment : wanted) {
            add(network, segment.get(TYPE), segment.get(PHYSICAL), segment.get(NUMBER));
        }
    }

    /** Adds one segment to a network. */
    Row add(Row network, @Nullable Object type, @Nullable Object physical, @Nullable Object number) {
        if (type == null) {
            throw Checks.input("network_type required");
        }
        String kind = String.valueOf(type);
        check(kind, physical, number);
        Row segment = Row.of(
                "id",
                neutron.world().ids().uuid(),
                "network_id",
                network.id(),
                "network_type",
                kind,
                "physical_network",
                kind.equals("vlan") && physical == null ? "physnet1" : physical,
                "segmentation_id",
                number,
                "name",
                null,
                "description",
                null,
                "project_id",
                network.text("project_id"),
                "revision_number",
                0,
                "created_at",
                network.get("created_at"),
                "updated_at",
                network.get("created_at"));
        reserve(segment);
        return all().add(segment);
    }

    /** Checks a segment that was made already, and gives it a number if it needs one. */
    void claim(Row segment) {
        String kind = segment.text("network_type");
        check(kind, segment.get("physical_network"), segment.get("segmentation_id"));
        if (kind.equals("vlan") && segment.get("physical_network") == null) {
            segment.set("physical_network", "physnet1");
        }
        reserve(segment);
    }

    private static void check(String kind, @Nullable Object physical, @Nullable Object number) {
        if (!MTU.containsKey(kind)) {
            throw Checks.input("network_type value '" + kind + "' not supported");
        } else if (TUNNELS.contains(kind) && physical != null) {
            throw Checks.input("provider:physical_network specified for " + kind + " network");
        } else if (kind.equals("flat") && physical == null) {
            throw Checks.input("physical_network required for flat provider network");
        } else if (kind.equals("vlan") && number != null) {
            int tag = Checks.integer(number);
            if (physical != null && (tag < 1 || tag > 4094)) {
                throw Checks.input("segmentation_id out of range (1 through 4094)");
            } else if (physical == null) {
                throw Checks.input("segmentation_id requires physical_network for VLAN provider network");
            }
        } else if (kind.equals("vlan") || TUNNELS.contains(kind)) {
            return;
        } else if (number != null) {
            throw Checks.input("segmentation_id prohibited for " + kind + " provider network");
        } else if (kind.equals("local") && physical != null) {
            throw Checks.input("physical_network prohibited for local provider network");
        }
    }

    private void reserve(Row segment) {
        String kind = segment.text("network_type");
        Object physical = segment.get("physical_network");
        if (kind.equals("flat")) {
            if (all().any(row ->
                    row != segment && row.is("network_type", "flat") && row.is("physical_network", physical))) {
                throw new Refusal(
                        409,
                        "FlatNetworkInUse",
                        "Unable to create the flat network. Physical network " + Python.str(physical) + " is in use.");
            }
        } else if (kind.equals("vlan") || TUNNELS.contains(kind)) {
            if (segment.get("segmentation_id") == null) {
                int free = kind.equals("vlan") ? 100 : 1;
                while (taken(segment, kind, physical, free)) {
                    free++;
                }
                segment.set("segmentation_id", free);
            } else if (taken(segment, kind, physical, (int) segment.number("segmentation_id"))) {
                throw kind.equals("vlan")
                        ? new Refusal(
                                409,
                                "VlanIdInUse",
                                "Unable to create the network. The VLAN " + segment.number("segmentation_id")
                                        + " on physical network " + Python.str(physical) + " is in use.")
                        : new Refusal(
                                409,
                                "TunnelIdInUse",
                                "Unable to create the network. The tunnel ID " + segment.number("segmentation_id")
                                        + " is in use.");
            }
        }
    }

    private boolean taken(Row segment, String kind, @Nullable Object physical, int number) {
        return all().any(row -> row != segment
                && row.is("network_type", kind)
                && row.is("physical_network", physical)
                && row.is("segmentation_id", number));
    }

    void remove(String network) {
        of(network).forEach(row -> all().remove(row.id()));
    }

    /** What administrators see of them in a network. */
    Map<String, Object> view(String network) {
        List<Map<String, Object>> segments = of(network).stream()
                .map(row -> Json.map(
                        TYPE,
                        row.get("network_type"),
                        PHYSICAL,
                        row.get("physical_network"),
                        NUMBER,
                        row.get("segmentation_id")))
                .toList();
        return segments.size() == 1
                ? segments.get(0)
                : segments.isEmpty()
                        ? Json.map(TYPE, null, PHYSICAL, null, NUMBER, null)
                        : Json.map("segments", segments);
    }
}
