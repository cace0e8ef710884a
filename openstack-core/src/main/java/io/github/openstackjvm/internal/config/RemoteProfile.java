package io.github.openstackjvm.internal.config;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

import io.github.openstackjvm.internal.config.Tree.Fields;

/**
 * A profile that a vendor keeps at a well-known place below its address. It says where the password goes, so it is fetched
 * over TLS only, but for an address of this machine.
 */
final class RemoteProfile {
    private static final String PLACE = "/.well-known/openstack/api";
    private static final int LARGEST = 1 << 20;
    private static final int PATIENCE_MILLIS = 10_000;

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
            Fields document = YamlFile.json(Path.of(place.toString()), text, problems);
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
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        connection.setRequestProperty("Accept", "application/json");
        try {
            if (connection.getResponseCode() != 200) {
                throw new IOException("it answered " + connection.getResponseCode());
            }
            try (InputStream in = connection.getInputStream()) {
                byte[] bytes = in.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    throw new IOException("it is larger than 1 MiB");
                }
                return bytes;
            }
        } finally {
            connection.disconnect();
        }
    }
}
