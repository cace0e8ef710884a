package io.github.openstackjvm.testkit.compute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** The networks and ports a new server asks for, or whichever Nova finds for it. */
final class BootNetworks {
    static final String SEVERAL = "Multiple possible networks found, use a Network ID to be more specific.";

    private final Call call;
    private final Neutron neutron;
    private final boolean none;
    private final boolean auto;
    private final List<Map<String, Object>> requests = new ArrayList<>();

    BootNetworks(Call call, Neutron neutron, @Nullable Object wanted) {
        this.call = call;
        this.neutron = neutron;
        this.none = "none".equals(wanted);
        this.auto = "auto".equals(wanted);
        Set<String> ports = new LinkedHashSet<>();
        if (wanted instanceof List<?> list) {
            list.forEach(each -> requests.add(request(Json.object(each), ports)));
        }
    }

    private static Map<String, Object> request(Map<String, Object> wanted, Set<String> ports) {
        Object port = wanted.get("port");
        Object ip = wanted.get("fixed_ip");
        if (port != null) {
            if (!ports.add(port.toString())) {
                throw Refusal.badRequest(
                        "Port ID '" + port + "' was specified twice: you cannot attach a port multiple times.");
            }
            if (ip != null) {
                throw Refusal.badRequest("Specified Fixed IP '" + ip + "' cannot be used with port '" + port
                        + "': the two cannot be specified together.");
            }
            return new LinkedHashMap<>(wanted);
        }
        if (!wanted.containsKey("uuid")) {
            throw Refusal.badRequest("Bad network format: missing 'uuid'");
        }
        String network = Forms.str(wanted.get("uuid"));
        if (!Forms.uuid(network)) {
            throw Refusal.badRequest("Bad networks format: network uuid is not in proper format (" + network + ")");
        }
        return new LinkedHashMap<>(wanted);
    }

    /** Refuses what cannot be had by several servers at once. */
    void checkSeveral() {
        if (requests.stream().anyMatch(request -> request.get("port") == null && request.get("fixed_ip") != null)) {
            throw Refusal.badRequest(
                    "Failed to launch instances: max_count cannot be greater than 1 if an fixed_ip is specified.");
        }
        if (requests.stream().anyMatch(request -> request.get("port") != null)) {
            throw Refusal.badRequest(
                    "Failed to launch instances: Unable to launch multiple instances with a single configured port ID. "
                            + "Please launch your instance one by one with different ports.");
        }
    }

    /** Refuses networks and ports that are not there; says for how many servers the project may have ports. */
    int check(int count) {
        if (none) {
            return count;
        }
        int each = requests.isEmpty() ? checkAny() : checkRequests();
        return each == 0
                ? count
                : Math.min(count, neutron.freePorts(call.caller().projectId()) / each);
    }

    private int checkAny() {
        List<Row> networks = neutron.available(call.caller());
        if (networks.size() > 1) {
            throw Refusal.conflict(SEVERAL);
        }
        if (networks.isEmpty() && auto && !neutron.couldMakeNetwork()) {
            throw Refusal.badRequest("Unable to automatically allocate a network for project "
                    + call.caller().projectId());
        }
        return 1;
    }

    private int checkRequests() {
        Set<String> networks = new LinkedHashSet<>();
        int ports = 0;
        for (Map<String, Object> request : requests) {
            if (request.get("port") == null) {
                ports++;
                String network = Forms.str(request.get("uuid"));
                networks.add(network);
                checkAddress(network, request.get("fixed_ip"));
            } else {
                checkPort(Forms.str(request.get("port")));
            }
        }
        List<String> lost = networks.stream()
                .filter(id -> neutron.network(call.caller(), id).isEmpty())
                .toList();
        for (String id : networks) {
            if (!lost.contains(id) && neutron.subnets(id).isEmpty()) {
                throw Refusal.badRequest("Network " + id + " requires a subnet in order to boot instances on.");
            }
        }
        if (!lost.isEmpty()) {
            throw Refusal.badRequest("Network " + String.join(", ", lost) + " could not be found.");
        }
        return ports;
    }

    private void checkPort(String id) {
        Row port = neutron.port(call.caller(), id)
                .orElseThrow(() -> Refusal.badRequest("Port id " + id + " could not be found."));
        if (!port.text("device_id").isEmpty()) {
            throw Refusal.conflict("Port " + id + " is still in use.");
        }
        if (Nics.fixedIps(port).isEmpty()
                && !port.is("ip_allocation", "none")
                && !port.is("ip_allocation", "deferred")) {
            throw Refusal.badRequest("Port " + id + " requires a FixedIP in order to be used.");
        }
    }

    private void checkAddress(String network, @Nullable Object ip) {
        if (ip != null) {
            neutron.portWith(network, ip.toString()).ifPresent(port -> {
                throw Refusal.badRequest(
                        "Fixed IP address " + ip + " is already in use on instance " + port.text("device_id") + ".");
            });
        }
    }

    /** Whether a network is to be made for a project that has none. */
    boolean auto() {
        return auto;
    }

    /** What a server is to be plugged into, as it is kept until it is built; null when Nova is to find out. */
    @Nullable
    List<Map<String, Object>> wanted() {
        return none || !requests.isEmpty() ? requests : null;
    }
}
