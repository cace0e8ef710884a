package io.github.openstackjvm.testkit.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** What ports trunks may carry. Neutron looks at the form of all of them first, then at each of them. */
final class SubPorts {
    private static final String BOTH =
            ": missing segmentation information. Must specify both segmentation_id and segmentation_type";

    private final FakeNetwork neutron;
    private final FakeTrunks trunks;

    SubPorts(FakeNetwork neutron, FakeTrunks trunks) {
        this.neutron = neutron;
        this.trunks = trunks;
    }

    /** What is wrong with the form of a list of them; null when nothing is. */
    static @Nullable String complaint(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            return "Invalid data format for subports: '" + Python.str(value) + "' is not a list";
        }
        Set<Object> ports = new HashSet<>();
        Set<List<Object>> numbers = new HashSet<>();
        for (Object each : list) {
            if (!(each instanceof Map)) {
                return "Invalid data format for subport: '" + Python.str(each) + "' is not a dict";
            }
            Map<String, Object> sub = Json.object(each);
            String complaint = complaint(sub, ports);
            if (complaint != null) {
                return complaint;
            }
            Object type = sub.get("segmentation_type");
            Object number = sub.get("segmentation_id");
            if ("inherit".equals(type)) {
                // What stands behind such a one is not looked at any more.
                return null;
            }
            if ((type == null || number == null) && sub.size() > 1) {
                return "Invalid subport details '" + Python.str(sub) + "'" + BOTH;
            }
            if (number != null && !numbers.add(List.of(String.valueOf(type), number))) {
                return "Segmentation ID '" + number + "' for '" + sub.get("port_id") + "' is not unique";
            }
        }
        return null;
    }

    private static @Nullable String complaint(Map<String, Object> sub, Set<Object> before) {
        Object port = sub.get("port_id");
        if (!sub.containsKey("port_id")) {
            return "A valid port UUID must be specified";
        }
        if (Checks.uuid(port) != null) {
            return "Invalid UUID for subport: '" + Python.str(port) + "'";
        }
        return before.add(port) ? null : "Non unique UUID for subport: '" + port + "'";
    }

    /** Those of a request that is no resource: nothing has looked at their form yet. */
    static List<Map<String, Object>> of(Map<String, Object> body) {
        if (!body.containsKey("sub_ports")) {
            // Neutron cannot tell what is missing here.
            throw FakeNetwork.stumbled();
        }
        String complaint = complaint(body.get("sub_ports"));
        if (complaint != null) {
            throw Checks.input(complaint);
        }
        return FakeTrunks.carried(new Row(body));
    }

    /** Those that the trunk of this port may carry, as they are kept. */
    List<Map<String, Object>> checked(Call call, Row parent, List<Map<String, Object>> wanted) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Map<String, Object> sub : wanted) {
            String id = String.valueOf(sub.get("port_id"));
            if (id.equals(parent.id())) {
                throw unfit(id);
            }
            Optional<Row> port = neutron.ports().find(call, id);
            port.ifPresent(one -> checkMtu(one, parent));
            Map<String, Object> kept = port.map(one -> inherited(one, sub)).orElse(sub);
            int number = checkNumber(kept);
            trunks.checkUnused(id);
            checkFree(port.orElseThrow(() -> FakePorts.noSuchPort(id)));
            all.add(Json.map("port_id", id, "segmentation_type", "vlan", "segmentation_id", number));
        }
        return all;
    }

    private void checkMtu(Row port, Row parent) {
        long own = mtu(port);
        long most = mtu(parent);
        if (own > most) {
            throw new Refusal(
                    409,
                    "SubPortMtuGreaterThanTrunkPortMtu",
                    "MTU " + own + " of subport " + port.id() + " cannot be greater than MTU " + most + " of trunk "
                            + parent.id() + ".");
        }
    }

    private long mtu(Row port) {
        return neutron.networks()
                .all()
                .find(port.text("network_id"))
                .map(network -> network.number("mtu"))
                .orElse(0L);
    }

    private Map<String, Object> inherited(Row port, Map<String, Object> sub) {
        if (!"inherit".equals(sub.get("segmentation_type"))) {
            return sub;
        }
        Row network = neutron.networks().all().find(port.text("network_id")).orElseThrow();
        return Json.map(
                "port_id",
                port.id(),
                "segmentation_id",
                network.get("provider:segmentation_id"),
                "segmentation_type",
                network.get("provider:network_type"));
    }

    private static int checkNumber(Map<String, Object> sub) {
        if (!sub.containsKey("segmentation_type") || !sub.containsKey("segmentation_id")) {
            throw Checks.input("Invalid subport details '" + Python.str(sub) + "'" + BOTH);
        }
        Object given = sub.get("segmentation_id");
        Object type = sub.get("segmentation_type");
        Integer number = Checks.number(given);
        if (number == null) {
            throw Checks.input(
                    "Invalid subport details: segmentation_id '" + Python.str(given) + "' is not an integer");
        }
        if (!"vlan".equals(type)) {
            throw Checks.input("Unknown segmentation_type '" + Python.str(type) + "'");
        }
        if (number < 1 || number > 4094) {
            throw Checks.input("Segmentation ID '" + number + "' is not in range");
        }
        return number;
    }

    private void checkFree(Row port) {
        if (trunks.by(port.id()).isPresent()) {
            throw unfit(port.id());
        }
        if (!port.text("device_id").isEmpty()) {
            throw new Refusal(
                    409,
                    "PortInUse",
                    "Unable to complete operation on port " + port.id() + " for network " + port.text("network_id")
                            + ". Port already has an attached device " + port.text("device_id") + ".");
        }
    }

    /** What is said of a port that can neither carry others nor be carried. */
    static Refusal unfit(String port) {
        return new Refusal(
                409,
                "ParentPortInUse",
                "Port " + port + " is currently in use and is not eligible for use as a parent port.");
    }

    /** Refuses one number of a trunk to be used twice. */
    static void checkNumbers(Row trunk, List<Map<String, Object>> all) {
        Set<Object> numbers = new HashSet<>();
        for (Map<String, Object> sub : all) {
            Object number = Objects.requireNonNull(sub.get("segmentation_id"));
            if (!numbers.add(number)) {
                throw new Refusal(
                        409,
                        "DuplicateSubPort",
                        "segmentation_type vlan and segmentation_id " + number + " already in use on trunk "
                                + trunk.text("id") + ".");
            }
        }
    }
}
