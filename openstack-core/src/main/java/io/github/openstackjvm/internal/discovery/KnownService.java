package io.github.openstackjvm.internal.discovery;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.openstackjvm.session.ApiVersion;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.session.VersionInfo;
import io.github.openstackjvm.session.VersionSelector;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a service before it is asked.
 *
 * @param majors the major versions this library can talk to; empty: any
 * @param path the part of the address that its version has by convention; empty: none
 * @param documented whether it has version documents
 */
record KnownService(Set<Integer> majors, String path, boolean documented) {
    private static final Map<String, KnownService> TABLE = Map.ofEntries(
            Map.entry("alarm", of("v2", 2)),
            Map.entry("baremetal", of("v1", 1)),
            // Version 2 is gone since Xena, but older clouds list only "volumev2".
            Map.entry("block-storage", of("v3", 3, 2)),
            // Covers 2.1 and the legacy 2.0, which some catalogs still name.
            Map.entry("compute", of("v2.1", 2)),
            Map.entry("container-infrastructure-management", of("v1", 1)),
            Map.entry("dns", of("v2", 2)),
            Map.entry("identity", of("v3", 3)),
            Map.entry("image", of("v2", 2)),
            Map.entry("key-manager", of("v1", 1)),
            Map.entry("load-balancer", of("v2", 2)),
            Map.entry("metric", of("v1", 1)),
            Map.entry("network", of("v2.0", 2)),
            // Swift lists an account's containers where others have their versions.
            Map.entry("object-store", new KnownService(Set.of(1), "", false)),
            Map.entry("orchestration", of("v1", 1)),
            // Its resources lie at the root, beside the version document.
            Map.entry("placement", of("", 1)),
            Map.entry("shared-file-system", of("v2", 2)),
            Map.entry("workflow", of("v2", 2)));

    private static final KnownService UNKNOWN = of("");

    /** Octavia and Glance announce many versions at one address; Designate announces one twice, with different status. */
    private static final Comparator<VersionInfo> BEST = Comparator.comparing(KnownService::stable)
            .thenComparing(VersionInfo::version)
            .thenComparing(info -> info.status().equalsIgnoreCase("CURRENT"));

    private static KnownService of(String path, Integer... majors) {
        return new KnownService(Set.of(majors), path, true);
    }

    static KnownService of(ServiceType type) {
        return TABLE.getOrDefault(type.value(), UNKNOWN);
    }

    /** The version to talk to: the highest stable one of those that will do, or else the highest. */
    Optional<VersionInfo> choose(List<VersionInfo> versions, @Nullable VersionSelector wanted) {
        return versions.stream()
                .filter(info -> wanted == null ? speaks(info.version()) : wanted.accepts(info.version()))
                .max(BEST);
    }

    boolean speaks(ApiVersion version) {
        return majors.isEmpty() || majors.contains(version.major());
    }

    private static boolean stable(VersionInfo info) {
        String status = info.status().toUpperCase(Locale.ROOT);
        return status.equals("CURRENT") || status.equals("SUPPORTED") || status.equals("STABLE");
    }
}
