package io.github.openstackjvm.internal.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.compute.KeypairSpec;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.openstackjvm.resilience.ResiliencePolicy.Backoff;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.stub.Documents;
import io.github.openstackjvm.transport.TimeLimits;
import io.github.openstackjvm.transport.TransportOptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * The faults to survive, row by row of the table in {@code FAULTS.md}: what a typed call through the whole client throws, how
 * many requests are seen on the wire, how many connections are in use afterwards. Three attempts are the policy here.
 */
@Timeout(60)
class FaultsTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    /** Made before anybody waits for it. */
    private static final byte[] BOMB = bomb();

    /** What the server does to a request, by the name of the fault. */
    private static final Map<String, WireServer.Script> SCRIPTS = Map.ofEntries(
            Map.entry("reset after the request", WireServer.Peer::reset),
            Map.entry("closed without an answer", peer -> {}),
            Map.entry("JSON cut off", peer -> peer.send(WireServer.ok("{\"keypair\": {\"name\": \"k"))),
            Map.entry("body shorter than Content-Length", peer -> peer.send(OK + "Content-Length: 100\r\n\r\n{}")),
            Map.entry("not HTTP", peer -> {
                peer.send("SSH-2.0-OpenSSH_9.2\r\n\r\n");
                peer.stall();
            }),
            Map.entry("HTML with 200 from a proxy", peer -> peer.send(WireServer.ok("<html>Please log in</html>"))),
            Map.entry("gzip bomb", peer -> {
                peer.send(OK + "Content-Encoding: gzip\r\nContent-Length: " + BOMB.length + "\r\n\r\n");
                peer.send(BOMB);
                peer.stall();
            }),
            Map.entry("error with a body of 100 MB", peer -> {
                peer.send("HTTP/1.1 404 No\r\nContent-Length: 104857600\r\n\r\n");
                byte[] part = new byte[1 << 20];
                for (int i = 0; i < 100; i++) {
                    peer.send(part);
                }
            }),
            Map.entry("body that drips", peer -> {
                peer.send(OK + "Content-Length: 1000000\r\n\r\n");
                while (true) {
                    peer.send(" ");
                    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                }
            }),
            Map.entry("headers without end", peer -> {
                peer.send(OK);
                for (int i = 0; i < 100_000; i++) {
                    peer.send("X-Header-" + i + ": and so on\r\n");
                }
            }),
            Map.entry("no answer", WireServer.Peer::stall),
            Map.entry("answer that stalls", peer -> {
                peer.send(OK + "Content-Length: 100\r\n\r\n{");
                peer.stall();
            }),
            Map.entry(
                    "500 for ever",
                    peer -> peer.send("HTTP/1.1 500 No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")),
            Map.entry(
                    "503 for ever",
                    peer -> peer.send("HTTP/1.1 503 No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")),
            Map.entry(
                    "429 for ever",
                    peer -> peer.send("HTTP/1.1 429 No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")),
            Map.entry("300", peer -> peer.send("HTTP/1.1 300 Which\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")),
            Map.entry(
                    "microversion refused",
                    peer -> peer.send("HTTP/1.1 406 No\r\nConnection: close\r\n\r\n"
                            + "{\"computeFault\": {\"message\": \"Version 2.90 is not supported by the API\"}}")),
            Map.entry("connection refused", peer -> {}),
            Map.entry("name unknown", peer -> {}),
            Map.entry("no TLS", peer -> {}),
            Map.entry("reset in the TLS handshake", peer -> {}),
            Map.entry("certificate expired", peer -> {}),
            Map.entry("certificate of another host", peer -> {}),
            Map.entry("upload that stalls", WireServer.Peer::stall),
            Map.entry("idle connection closed", peer -> {}));

    /** One row of the table. */
    record Row(String fault, String verb, String exception, int requests, int inUse, String test) {
        @Override
        public String toString() {
            return verb + ": " + fault;
        }
    }

    static List<Row> rows() throws IOException {
        try (InputStream in = Objects.requireNonNull(FaultsTest.class.getResourceAsStream("/FAULTS.md"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("| ") && !line.startsWith("| Fault") && !line.startsWith("| ---"))
                    .map(line -> Arrays.stream(line.split("\\|"))
                            .map(cell -> cell.strip().replace("`", ""))
                            .toList())
                    .map(cells -> new Row(
                            cells.get(1),
                            cells.get(2),
                            cells.get(3),
                            Integer.parseInt(cells.get(4)),
                            Integer.parseInt(cells.get(5)),
                            cells.get(6)))
                    .toList();
        }
    }

    static Stream<Row> here() throws IOException {
        return rows().stream().filter(row -> row.test.equals("here"));
    }

    static Stream<Row> elsewhere() throws IOException {
        return rows().stream().filter(row -> !row.test.equals("here"));
    }

    @ParameterizedTest
    @MethodSource("here")
    void survives(Row row) throws Exception {
        try (WireServer server = server(row);
                HcTransport transport = transport(row)) {
            Cloud cloud = cloud(row, server, transport);
            prepare(row, server, cloud);
            long before = asked(server);

            Throwable thrown = catchThrowable(() -> call(row, cloud));

            assertThat(thrown).isNotNull();
            assertThat(thrown.getClass().getSimpleName()).as(thrown.toString()).isEqualTo(row.exception);
            assertThat(asked(server) - before).as("requests").isEqualTo(row.requests);
            assertThat(transport.leased()).as("connections in use").isEqualTo(row.inUse);
        }
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    void isTestedWhereTheTableSays(Row row) throws ReflectiveOperationException {
        String[] named = row.test.split("\\.");
        String type = "io.github.openstackjvm." + String.join(".", Arrays.copyOf(named, named.length - 1));

        assertThat(Arrays.stream(Class.forName(type).getDeclaredMethods()).map(method -> method.getName()))
                .contains(named[named.length - 1]);
    }

    private static WireServer server(Row row) throws Exception {
        WireServer.Script script = Objects.requireNonNull(SCRIPTS.get(row.fault), row.fault);
        WireServer[] self = new WireServer[1];
        WireServer.Script whole = peer -> {
            if (isCutOff(row)) {
                peer.reset();
                return;
            }
            for (String head = peer.head(); head != null; head = peer.head()) {
                if (!head.startsWith("GET /v2.1/ ")) {
                    script.serve(peer);
                    return;
                }
                String body = Documents.version("v2.1", "2.1", "2.90", self[0].url("/v2.1"));
                boolean once = row.fault.startsWith("connection") || row.fault.startsWith("idle");
                peer.send(OK + (row.fault.startsWith("connection") ? "Connection: close\r\n" : "") + "Content-Length: "
                        + body.length() + "\r\n\r\n" + body);
                if (once) {
                    return;
                }
            }
        };
        self[0] = switch (row.fault) {
            case "certificate expired" -> WireServer.tls("expired.pem", false, whole);
            case "certificate of another host" -> WireServer.tls("elsewhere.pem", false, whole);
            default -> WireServer.plain(whole);
        };
        return self[0];
    }

    private static boolean isCutOff(Row row) {
        return row.fault.equals("reset in the TLS handshake");
    }

    private static HcTransport transport(Row row) {
        TransportOptions options = TransportOptions.builder()
                .caCertificates(WireServer.pem("ca.pem"))
                .connections(2, 2)
                .maxBufferedBytes(1 << 20)
                .build();
        return new HcTransport(options, host -> {
            if (row.fault.equals("name unknown")) {
                throw new UnknownHostException(host);
            }
            return InetAddress.getAllByName(host);
        });
    }

    private static Cloud cloud(Row row, WireServer server, HcTransport transport) {
        String url = switch (row.fault) {
            case "name unknown" -> "http://nova.example/v2.1";
            case "no TLS", "reset in the TLS handshake" -> server.url("/v2.1").replace("http:", "https:");
            default -> server.url("/v2.1");
        };
        Duration second = Duration.ofSeconds(1);
        boolean stalls = row.fault.contains("stalls") || row.fault.equals("no answer");
        Duration silence = Duration.ofMillis(stalls ? 200 : 5000);
        boolean drips = row.fault.equals("body that drips");
        return OpenStack.connect(CloudConfig.builder()
                .name("faulty")
                .authType("none")
                .endpointOverride(ServiceType.COMPUTE, url)
                .transport(transport)
                .resilience(ResiliencePolicy.DEFAULT
                        .withLimits(new TimeLimits(second, silence, silence, Duration.ofSeconds(10)))
                        .withDeadline(drips ? Duration.ofMillis(1500) : Duration.ofSeconds(20))
                        .withBreaker(ResiliencePolicy.Breaker.OFF)
                        .withRetries(ResiliencePolicy.Retries.DEFAULT
                                .withBackoff(Backoff.every(2, Duration.ofMillis(1)))
                                .withBudget(100)))
                .build());
    }

    /** Asks for the versions, so that the fault meets the call itself. */
    private static void prepare(Row row, WireServer server, Cloud cloud) throws IOException {
        if (row.fault.startsWith("name") || row.fault.startsWith("certificate") || row.fault.contains("TLS")) {
            return;
        }
        cloud.session().adapter(ServiceType.COMPUTE).endpoint();
        if (row.fault.equals("connection refused")) {
            server.close();
            // The connection that asked for the versions was kept, and may not be known to be closed yet.
            assertThat(catchThrowable(() -> cloud.compute().keypairs().get("k")))
                    .isNotNull();
        }
    }

    private static void call(Row row, Cloud cloud) {
        switch (row.verb) {
            case "GET" -> cloud.compute().keypairs().get("k");
            case "DELETE" -> cloud.compute().keypairs().delete("k");
            default -> {
                KeypairSpec spec = KeypairSpec.named("k").publicKey("ssh-rsa");
                cloud.compute()
                        .keypairs()
                        .create(row.fault.startsWith("upload") ? spec.publicKey("x".repeat(32 << 20)) : spec);
            }
        }
    }

    private static long asked(WireServer server) {
        return server.heads.stream()
                .filter(head -> !head.startsWith("GET /v2.1/ "))
                .count();
    }

    private static byte[] bomb() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                packed.write(zeros);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
