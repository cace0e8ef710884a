package io.github.openstackjvm.stub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.config.CloudConfigBuilder;
import io.github.openstackjvm.internal.transport.WireServer;
import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.openstackjvm.resilience.ResiliencePolicy.Backoff;
import io.github.openstackjvm.transport.TimeLimits;

/** Identity and an object store on a raw socket: what the store does to each request byte by byte is the test's affair. */
public final class ObjectStoreSocket implements AutoCloseable {
    private final WireServer server;
    private final List<Cloud> clouds = new ArrayList<>();
    private volatile int tokens;

    /** What becomes of one request; the connection goes on if nothing is thrown. */
    @FunctionalInterface
    public interface Handler {
        /** From behind its head on. */
        void serve(String head, WireServer.Peer peer) throws Exception;
    }

    /** Whose store behaves so. */
    public ObjectStoreSocket(Handler store) throws IOException {
        server = WireServer.plain(peer -> {
            for (String head = peer.head(); head != null; head = peer.head()) {
                if (head.startsWith("POST /identity/v3/auth/tokens ")) {
                    peer.body(length(head));
                    issue(peer);
                } else {
                    store.serve(head, peer);
                }
            }
        });
    }

    private synchronized void issue(WireServer.Peer peer) throws IOException {
        tokens++;
        String body = Documents.token(
                Documents.PROJECT,
                "2099-01-01T00:00:00.000000Z",
                List.of(new Documents.Place("object-store", "RegionOne", server.url("/v1/AUTH_x"))));
        peer.send("HTTP/1.1 201 Created\r\nX-Subject-Token: token-" + tokens + "\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
    }

    /** How many bytes follow this head. */
    public static int length(String head) {
        return Integer.parseInt(header(head, "content-length"));
    }

    /** The value of this header. */
    public static String header(String head, String name) {
        for (String line : head.split("\r\n", -1)) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith(name + ": ")) {
                return line.substring(name.length() + 2);
            }
        }
        return "";
    }

    /** How many tokens were issued. */
    public int tokens() {
        return tokens;
    }

    /** Where Identity is. */
    public String authUrl() {
        return server.url("/identity/v3");
    }

    /** A client of it. */
    public Cloud cloud() {
        return cloud(TimeLimits.DEFAULT);
    }

    /** A client with these limits, which hardly pauses before it repeats. */
    public Cloud cloud(TimeLimits limits) {
        Backoff soon = Backoff.every(2, Duration.ofMillis(1));
        Cloud cloud = OpenStack.connect(config(authUrl())
                .resilience(ResiliencePolicy.DEFAULT
                        .withLimits(limits)
                        .withRetries(ResiliencePolicy.Retries.DEFAULT.withBackoff(soon)))
                .build());
        clouds.add(cloud);
        return cloud;
    }

    /** How its clients log in. */
    public static CloudConfigBuilder config(String authUrl) {
        return CloudConfig.builder()
                .name("socket")
                .authUrl(authUrl)
                .username("demo")
                .userDomainName("Default")
                .password("secret")
                .projectName("demo")
                .projectDomainName("Default")
                .region("RegionOne");
    }

    @Override
    public void close() throws IOException {
        clouds.forEach(Cloud::close);
        server.close();
    }
}
