package io.github.openstackjvm.testkit.compute;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Python;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Schema;

/** Extra specs of a flavor. Since 2.86 those in Nova's own namespaces must be known ones. */
public final class FakeFlavorExtraSpecs implements FakeResource {
    private static final String NAMES = "^[a-zA-Z0-9-_:. ]{1,255}$";
    private static final Schema VALUE = (path, value) -> value instanceof Number
            ? null
            : value instanceof String
                    ? Schema.text(0, 255).check(path, value)
                    : new Schema.Violation(path, value, Python.repr(value) + " is not of type 'string', 'number'");

    /** A sample of what Nova knows, with the values it takes; an empty list takes any. */
    private static final Map<String, List<String>> KNOWN = Map.ofEntries(
            Map.entry("hw:cpu_policy", List.of("dedicated", "shared", "mixed")),
            Map.entry("hw:cpu_thread_policy", List.of("prefer", "isolate", "require")),
            Map.entry("hw:mem_page_size", List.of()),
            Map.entry("hw:watchdog_action", List.of("none", "pause", "poweroff", "reset", "disabled")),
            Map.entry("hw_rng:allowed", List.of()),
            Map.entry("pci_passthrough:alias", List.of()));

    /** Those whose values are whole numbers, and the least of them. */
    private static final Map<String, Long> NUMBERS = Map.of(
            "hw:numa_nodes", 1L,
            "hw:cpu_sockets", 1L,
            "hw:cpu_cores", 1L,
            "hw:cpu_threads", 1L,
            "quota:cpu_shares", 0L,
            "quota:disk_read_iops_sec", 0L,
            "quota:disk_write_iops_sec", 0L,
            "quota:vif_outbound_average", 0L,
            "quota:vif_inbound_average", 0L);

    private static final Set<String> NAMESPACES = Set.of(
            "hw",
            "hw_rng",
            "hw_video",
            "os",
            "pci_passthrough",
            "powervm",
            "quota",
            "vmware",
            "accel",
            "trait",
            "resources");

    private final FakeFlavors flavors;

    FakeFlavorExtraSpecs(FakeFlavors flavors) {
        this.flavors = flavors;
    }

    @Override
    public void routes(Routes routes) {
        String path = "/flavors/{flavor}/os-extra_specs";
        routes.get(path, call -> Json.reply(200, Json.map("extra_specs", specs(call))));
        routes.post(path, this::create);
        routes.get(path + "/{key}", this::show);
        routes.put(path + "/{key}", this::update);
        routes.delete(path + "/{key}", this::delete);
    }

    private Map<String, Object> specs(Call call) {
        return flavors.any(call).object("extra_specs");
    }

    private FakeResponse show(Call call) {
        Map<String, Object> specs = specs(call);
        String key = call.param("key");
        return Json.reply(200, Json.map(key, present(call, specs, key)));
    }

    private FakeResponse create(Call call) {
        FakeCompute.adminOnly(call, "os-flavor-extra-specs:create");
        Map<String, Object> wanted =
                FakeCompute.body(call, "extra_specs", Schema.object().others(NAMES, VALUE));
        wanted.forEach((key, value) -> check(call, key, value));
        put(call, wanted);
        return Json.reply(200, Json.map("extra_specs", wanted));
    }

    private FakeResponse update(Call call) {
        FakeCompute.adminOnly(call, "os-flavor-extra-specs:update");
        Map<String, Object> wanted =
                FakeCompute.body(call, Schema.object().others(NAMES, VALUE).size(1, 1));
        if (!wanted.containsKey(call.param("key"))) {
            throw Refusal.badRequest("Request body and URI mismatch");
        }
        wanted.forEach((key, value) -> check(call, key, value));
        put(call, wanted);
        return Json.reply(200, wanted);
    }

    private void put(Call call, Map<String, Object> wanted) {
        Map<String, Object> specs = specs(call);
        wanted.forEach((key, value) -> specs.put(key, String.valueOf(value)));
    }

    private FakeResponse delete(Call call) {
        FakeCompute.adminOnly(call, "os-flavor-extra-specs:delete");
        Map<String, Object> specs = specs(call);
        present(call, specs, call.param("key"));
        specs.remove(call.param("key"));
        return FakeResponse.of(200).with("Content-Type", "application/json");
    }

    private static Object present(Call call, Map<String, Object> specs, String key) {
        Object value = specs.get(key);
        if (value == null) {
            throw Refusal.notFound("Flavor " + call.param("flavor") + " has no extra specs with key " + key + ".");
        }
        return value;
    }

    private static void check(Call call, String key, Object value) {
        int colon = key.indexOf(':');
        boolean own = colon < 0 || !NAMESPACES.contains(key.substring(0, colon));
        if (own || !call.since("2.86")) {
            return;
        }
        List<String> allowed = KNOWN.get(key);
        boolean trait =
                key.matches("(trait|resources\\d*):(CUSTOM|HW|COMPUTE|STORAGE|MISC|OWNER|VCPU|PCPU|MEMORY|DISK).*");
        if (trait) {
            return;
        }
        if (NUMBERS.containsKey(key)) {
            checkNumber(NUMBERS.get(key), String.valueOf(value));
            return;
        }
        if (allowed == null) {
            throw Refusal.badRequest(
                    "Validation failed; extra spec '" + key + "' does not appear to be a valid extra spec.");
        }
        if (!allowed.isEmpty() && !allowed.contains(String.valueOf(value))) {
            throw Refusal.badRequest("Validation failed; " + Python.repr(String.valueOf(value)) + " is not one of: "
                    + String.join(", ", allowed) + ".");
        }
    }

    private static void checkNumber(long least, String value) {
        if (!value.strip().matches("[+-]?\\d{1,18}")) {
            throw Refusal.badRequest("Validation failed; '" + value + "' is not a valid integer value.");
        }
        if (Long.parseLong(value.strip()) < least) {
            throw Refusal.badRequest(
                    "Validation failed; '" + value.strip() + "' is less than the min value of '" + least + "'.");
        }
    }
}
