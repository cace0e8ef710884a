package io.github.openstackjvm.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Identity and Compute on a loopback socket, as answers made beforehand and sent in one write each: it takes as little of
 * the machine as a server can, so that what is measured is the client.
 */
final class LoopbackCloud implements AutoCloseable {
    static final String FLAVOR = "4";
    static final String TOKEN = "gAAAAABpIT0kTheTokenOfTheBenchmark";

    private static final String TOKEN_BODY = """
            {"token": {"methods": ["password"], "issued_at": "2026-01-01T00:00:00.000000Z",
              "expires_at": "2999-01-01T00:00:00.000000Z", "audit_ids": ["3T2dc1CGQxyJsHdDu1xkcw"], "is_domain": false,
              "user": {"id": "a1c2e3f405162738495a6b7c8d9e0f10", "name": "demo", "password_expires_at": null,
                "domain": {"id": "default", "name": "Default"}},
              "project": {"id": "54db9a78a7a1477fad40a9553e3b8cec", "name": "demo",
                "domain": {"id": "default", "name": "Default"}},
              "roles": [{"id": "51cc68287d524c759f47c811e6463340", "name": "member"}],
              "catalog": [
                {"id": "1", "type": "identity", "name": "keystone", "endpoints": [{"id": "2", "interface": "public",
                  "region": "RegionOne", "region_id": "RegionOne", "url": "%1$s/identity/v3"}]},
                {"id": "3", "type": "compute", "name": "nova", "endpoints": [{"id": "4", "interface": "public",
                  "region": "RegionOne", "region_id": "RegionOne", "url": "%1$s/compute/v2.1"}]}]}}
            """;
    private static final String COMPUTE_VERSION = """
            {"version": {"id": "v2.1", "status": "CURRENT", "version": "2.93", "min_version": "2.1",
              "updated": "2013-07-23T11:33:21Z", "links": [{"rel": "self", "href": "%1$s/compute/v2.1/"}]}}
            """;
    private static final String FLAVOR_BODY = """
            {"flavor": {"id": "4", "name": "m1.small", "ram": 2048, "disk": 20, "swap": 0, "vcpus": 1,
              "OS-FLV-EXT-DATA:ephemeral": 0, "OS-FLV-DISABLED:disabled": false, "os-flavor-access:is_public": true,
              "rxtx_factor": 1.0, "description": "General purpose, one virtual processor, shared with others",
              "extra_specs": {"hw:cpu_policy": "shared", "hw_rng:allowed": "true", "quota:vif_inbound_average": "128000"},
              "links": [{"rel": "self", "href": "%1$s/compute/v2.1/flavors/4"},
                        {"rel": "bookmark", "href": "%1$s/compute/flavors/4"}]}}
            """;

    private final ServerSocket listener;
    private final String origin;
    private final Map<String, byte[]> answers;
    private final byte[] unknown =
            answer("404 Not Found", "", "{\"error\": {\"code\": 404, \"message\": \"No such path\"}}");
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private LoopbackCloud(ServerSocket listener) {
        this.listener = listener;
        this.origin = "http://127.0.0.1:" + listener.getLocalPort();
        this.answers = Map.of(
                "POST /identity/v3/auth/tokens",
                answer("201 Created", "X-Subject-Token: " + TOKEN + "\r\n", TOKEN_BODY.formatted(origin)),
                "GET /compute/v2.1",
                answer("200 OK", "", COMPUTE_VERSION.formatted(origin)),
                "GET /compute/v2.1/flavors/" + FLAVOR,
                answer("200 OK", "OpenStack-API-Version: compute 2.93\r\n", FLAVOR_BODY.formatted(origin)));
    }

    static LoopbackCloud start() {
        try {
            LoopbackCloud cloud =
                    new LoopbackCloud(new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
            daemon(cloud::accept);
            return cloud;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String authUrl() {
        return origin + "/identity/v3";
    }

    String flavorUrl() {
        return origin + "/compute/v2.1/flavors/" + FLAVOR;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private static byte[] answer(String status, String header, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        String head = "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n"
                + "x-openstack-request-id: req-7a1ce6b4-3bb5-4a2c-9a55-3d2d5f4a9b11\r\n" + header + "\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "loopback-cloud");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                open.add(socket);
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed: the benchmark is over.
            return;
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (String first = line(in); first != null; first = line(in)) {
                in.skipNBytes(bodyLength(in));
                String target = first.substring(0, first.lastIndexOf(' '));
                socket.getOutputStream().write(Objects.requireNonNullElse(answers.get(target), unknown));
            }
        } catch (IOException e) {
            // The client closed the connection.
            return;
        } finally {
            open.remove(socket);
        }
    }

    /** Reads the head to its end. */
    private static long bodyLength(InputStream in) throws IOException {
        long length = 0;
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Long.parseLong(
                        line.substring("content-length:".length()).trim());
            }
        }
        return length;
    }

    private static @Nullable String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                line.setLength(line.length() - 1);
                return line.toString();
            }
            line.append((char) c);
        }
        return null;
    }
}
