package io.github.openstackjvm.internal.config;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import io.github.openstackjvm.internal.config.Tree.Fields;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.TimeLimits;
import io.github.openstackjvm.transport.Transport;
import io.github.openstackjvm.transport.TransportOptions;
import io.github.openstackjvm.transport.Transports;

/**
 * A profile that a vendor keeps at a well-known place below its address. It says where the password goes, so it is fetched
 * over TLS only, but for an address of this machine.
 */
final class RemoteProfile {
    private static final String PLACE = "/.well-known/openstack/api";
    private static final int LARGEST = 1 << 20;
    private static final TimeLimits PATIENCE = new TimeLimits(
            Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(20));

    private final Surroundings.Fetch fetch;
    private final Problems problems;

    RemoteProfile(Surroundings.Fetch fetch, Problems problems) {
        this.fetch = fetch;
        this.problems = problems;
    }

    /** The profile; empty when there is none, which becomes a problem. */
    Optional<Fields> read(String address, Source source) {
        try {
            URI vendor = new URI(address);
            URI place = new URI(vendor.getScheme(), vendor.getAuthority(), PLACE, null, null);
            if (!"https".equals(vendor.getScheme()) && !isHere(vendor)) {
                problems.add("A profile is fetched over https only, since it says where the password goes: %s (%s)"
                        .formatted(Shown.text(address), source));
                return Optional.empty();
            }
            String text = new String(fetch.read(place), StandardCharsets.UTF_8);
            Fields document = YamlFile.json(new Source(null, 0, place.toString()), text, problems);
            if (document.get("profile") instanceof Fields profile) {
                return Optional.of(profile);
            }
            problems.add("There is no profile at %s (%s)".formatted(place, source));
        } catch (URISyntaxException | IOException e) {
            problems.add(
                    "The profile %s (%s) cannot be fetched: %s".formatted(Shown.text(address), source, e.getMessage()));
        }
        return Optional.empty();
    }

    private static boolean isHere(URI vendor) throws IOException {
        String host = String.valueOf(vendor.getHost());
        return host.equals("localhost")
                || (host.startsWith("127.") && InetAddress.getByName(host).isLoopbackAddress());
    }

    /** What is at this address; redirects are followed by nobody. */
    static byte[] fetched(URI address) throws IOException {
        return fetched(address, PATIENCE);
    }

    /** The same within these limits. */
    static byte[] fetched(URI address, TimeLimits limits) throws IOException {
        TransportOptions options =
                TransportOptions.builder().maxBufferedBytes(LARGEST).build();
        try (Transport transport = Transports.httpComponents(options);
                HttpAnswer answer = transport.exchange(new HttpCall(
                        "GET",
                        address.toString(),
                        HttpHeaders.of("Accept", "application/json"),
                        null,
                        false,
                        limits))) {
            if (answer.status() != 200) {
                throw new IOException("it answered " + answer.status());
            }
            return answer.bytes();
        }
    }
}
