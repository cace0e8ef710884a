package io.github.openstackjvm.testkit.compute;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import io.github.openstackjvm.testkit.engine.Row;

/** The hosts that servers run on. */
final class Hosts {
    private static final List<String> NAMES = List.of("compute1", "compute2");
    private static final String ZONE = "nova";

    /** Where hosts say they are reached. */
    static final String ADDRESS = "192.168.0.1";

    boolean exists(String host) {
        return NAMES.contains(host);
    }

    /** Whether its compute service reports. */
    boolean up(String host) {
        return exists(host);
    }

    Set<String> zones() {
        return Set.of(ZONE);
    }

    String zone(String host) {
        return ZONE;
    }

    /** The zone a server is in; while it is nowhere, the one it was asked for. */
    String zoneOf(Row server) {
        return server.text("host").isEmpty() ? server.text("availability_zone") : zone(server.text("host"));
    }

    /** What administrators are told of the host of a server. */
    String status(String host) {
        return host.isEmpty() ? "" : up(host) ? "UP" : "DOWN";
    }

    /** A host among those that do; servers are spread by their number. */
    Optional<String> choose(Row server, Predicate<String> test) {
        List<String> candidates = NAMES.stream().filter(test).filter(this::up).toList();
        return candidates.isEmpty()
                ? Optional.empty()
                : Optional.of(candidates.get((int) (server.number("number") % candidates.size())));
    }

    /** What users are told in place of a host's name; another one in each project. */
    String idOf(String host, String project) {
        if (host.isEmpty()) {
            return "";
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-224").digest((project + host).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
