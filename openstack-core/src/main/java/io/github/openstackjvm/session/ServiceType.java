package io.github.openstackjvm.session;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a service does, as the catalog names it. Any text is allowed; the constants are the official types. Older names of
 * a type are known as its {@linkplain #aliases() aliases}, and {@link #of} turns them into the official one.
 *
 * @param value the official type, lower case, words joined by dashes
 */
public record ServiceType(String value) {
    private static final Map<String, List<String>> ALIASES = Map.ofEntries(
            Map.entry("alarm", List.of("alarming")),
            Map.entry("application-container", List.of("container")),
            Map.entry("baremetal", List.of("bare-metal")),
            Map.entry("block-storage", List.of("block-store", "volumev3", "volumev2", "volume")),
            Map.entry("clustering", List.of("resource-cluster", "cluster")),
            Map.entry("container-infrastructure-management", List.of("container-infrastructure", "container-infra")),
            Map.entry("event", List.of("events")),
            Map.entry("function-engine", List.of("function")),
            Map.entry("instance-ha", List.of("ha")),
            Map.entry("message", List.of("messaging")),
            Map.entry("meteringv3", List.of("metering", "telemetry")),
            Map.entry("monitoring-log-api", List.of("logs")),
            Map.entry("object-store", List.of("object-storage")),
            Map.entry("resource-optimization", List.of("infra-optim")),
            Map.entry("root-cause-analysis", List.of("rca")),
            Map.entry("shared-file-system", List.of("sharev2", "share")),
            Map.entry("workflow", List.of("workflowv2")));

    /** Compute (Nova). */
    public static final ServiceType COMPUTE = new ServiceType("compute");
    /** Network (Neutron). */
    public static final ServiceType NETWORK = new ServiceType("network");
    /** Image (Glance). */
    public static final ServiceType IMAGE = new ServiceType("image");
    /** Block storage (Cinder). */
    public static final ServiceType BLOCK_STORAGE = new ServiceType("block-storage");
    /** Object store (Swift). */
    public static final ServiceType OBJECT_STORE = new ServiceType("object-store");
    /** Identity (Keystone). */
    public static final ServiceType IDENTITY = new ServiceType("identity");
    /** Placement. */
    public static final ServiceType PLACEMENT = new ServiceType("placement");
    /** Orchestration (Heat). */
    public static final ServiceType ORCHESTRATION = new ServiceType("orchestration");
    /** DNS (Designate). */
    public static final ServiceType DNS = new ServiceType("dns");
    /** Load balancer (Octavia). */
    public static final ServiceType LOAD_BALANCER = new ServiceType("load-balancer");
    /** Key manager (Barbican). */
    public static final ServiceType KEY_MANAGER = new ServiceType("key-manager");
    /** Shared file system (Manila). */
    public static final ServiceType SHARED_FILE_SYSTEM = new ServiceType("shared-file-system");
    /** Bare metal (Ironic). */
    public static final ServiceType BAREMETAL = new ServiceType("baremetal");

    /** Lower case, dashes. */
    public ServiceType {
        value = value.toLowerCase(Locale.ROOT).replace('_', '-');
        if (value.isBlank()) {
            throw new IllegalArgumentException("A service type must not be empty");
        }
    }

    /** The official type for this name, which may be an alias such as {@code volumev3}. */
    public static ServiceType of(String name) {
        ServiceType given = new ServiceType(name);
        return ALIASES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(given.value))
                .map(entry -> new ServiceType(entry.getKey()))
                .findFirst()
                .orElse(given);
    }

    /** Older names of the same service, the one to be preferred first. */
    public List<String> aliases() {
        return ALIASES.getOrDefault(value, List.of());
    }

    /** The official type, then its aliases, in the order in which a catalog is searched. */
    public List<String> names() {
        return Stream.concat(Stream.of(value), aliases().stream()).toList();
    }

    /** The official type. */
    @Override
    public String toString() {
        return value;
    }
}
