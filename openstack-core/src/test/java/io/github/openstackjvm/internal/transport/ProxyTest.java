package io.github.openstackjvm.internal.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;

import io.github.openstackjvm.transport.TransportException;
import io.github.openstackjvm.transport.TransportException.Reason;
import io.github.openstackjvm.transport.TransportOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Calls through a proxy. */
@Timeout(20)
class ProxyTest {
    /** "me:pässword" in UTF-8. */
    private static final String CREDENTIALS = "Proxy-Authorization: Basic bWU6cMOkc3N3b3Jk\r\n";

    @Test
    void sendsPlainCallsByTheirWholeUrl() throws Exception {
        try (WireServer proxy = WireServer.plain(WireServer.answering(WireServer.ok("via")));
                HcTransport transport = new HcTransport(through(proxy).build())) {
            assertThat(Calls.body(transport.exchange(Calls.get("http://cloud.example:8774/a%2Fb//c?x="))))
                    .isEqualTo("via");

            assertThat(proxy.heads.get(0))
                    .startsWith("GET http://cloud.example:8774/a%2Fb//c?x= HTTP/1.1\r\nHost: cloud.example:8774\r\n")
                    .contains(CREDENTIALS);
        }
    }

    @Test
    void tunnelsHttpsAndKeepsTheTunnel() throws Exception {
        try (WireServer server = WireServer.tls(WireServer.answering(WireServer.ok("inside")));
                WireServer proxy = WireServer.plain(ProxyTest::forward);
                HcTransport transport = new HcTransport(through(proxy).build())) {
            for (int i = 0; i < 3; i++) {
                assertThat(Calls.body(transport.exchange(Calls.get(server.url("/" + i)))))
                        .isEqualTo("inside");
            }

            assertThat(proxy.heads).hasSize(1);
            assertThat(proxy.heads.get(0))
                    .startsWith("CONNECT 127.0.0.1:" + server.port() + " HTTP/1.1\r\n")
                    .contains(CREDENTIALS);
            assertThat(server.heads).hasSize(3).noneMatch(head -> head.contains("Proxy-Authorization"));
        }
    }

    @Test
    void neverTakesTheProxysRefusalForTheServersAnswer() throws Exception {
        try (WireServer proxy =
                        WireServer.plain(WireServer.answering("HTTP/1.1 407 No\r\nContent-Length: 2\r\n\r\nno"));
                HcTransport transport = new HcTransport(through(proxy).build())) {
            TransportException failure = Calls.failure(transport, Calls.get("https://cloud.example/"));

            assertThat(failure)
                    .hasMessage("The proxy 127.0.0.1:" + proxy.port()
                            + " refused a tunnel to cloud.example:443 with status 407");
            assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(failure.sent()).isFalse();
            assertThat(transport.leased()).isZero();
        }
    }

    @Test
    void limitsAProxyThatDoesNotAnswer() throws Exception {
        try (WireServer proxy = WireServer.plain(WireServer.Peer::stall);
                HcTransport transport = new HcTransport(through(proxy).build())) {
            TransportException failure =
                    Calls.failure(transport, Calls.get("https://cloud.example/").withLimits(Calls.connect(500)));

            assertThat(failure).hasMessageContaining("passed while asking the proxy for a tunnel to cloud.example:443");
            assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "*, http://a.example/, true",
        "a.example, http://a.example/, true",
        "a.example, http://b.a.example/, true",
        "a.example, http://ba.example/, false",
        ".a.example, http://b.a.example/, true",
        "*.a.example, http://b.a.example/, true",
        "A.Example, http://a.EXAMPLE/, true",
        "a.example:8774, http://a.example:8774/, true",
        "a.example:8774, http://a.example:5000/, false",
        "10.0.0.0/8, http://10.1.2.3/, true",
        "10.0.0.0/8, http://11.1.2.3/, false",
        "10.0.0.0/8, http://ten.example/, false",
        "fd00::/8, http://[fd00::1]/, true",
        "::1, http://[::1]:80/, true",
        "[::1]:5000, http://[::1]:5000/, true",
        "nonsense/x, http://10.1.2.3/, false"
    })
    void leavesTheProxyOutWhereToldTo(String rule, String url, boolean direct) {
        ProxyRule rules = new ProxyRule(TransportOptions.builder()
                .proxy(URI.create("http://proxy.example:3128"))
                .noProxy(List.of("other", rule))
                .build());

        assertThat(rules.of(Target.of(url)) == null).isEqualTo(direct);
    }

    @Test
    void refusesWhatItCannotDo() {
        TransportOptions.Builder builder = TransportOptions.builder();

        assertThatIllegalArgumentException().isThrownBy(() -> builder.proxy(URI.create("socks5://p:1")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.proxy(URI.create("http://me:hunter2@p:1")))
                .withMessageNotContaining("hunter2");
        assertThat(through(3128).build().toString()).doesNotContain("pässword");
    }

    private static TransportOptions.Builder through(WireServer proxy) {
        return through(proxy.port());
    }

    private static TransportOptions.Builder through(int port) {
        return TransportOptions.builder()
                .caCertificates(WireServer.pem("ca.pem"))
                .proxy(URI.create("http://127.0.0.1:" + port))
                .proxyCredentials("me", "pässword".toCharArray());
    }

    private static void forward(WireServer.Peer peer) throws IOException {
        String head = peer.head();
        if (head == null) {
            return;
        }
        int port = Integer.parseInt(head, head.indexOf(':') + 1, head.indexOf(" HTTP"), 10);
        try (Socket onward = new Socket(InetAddress.getLoopbackAddress(), port)) {
            peer.send("HTTP/1.1 200 Connection established\r\n\r\n");
            Thread back = new Thread(() -> pump(onward, peer.socket));
            back.setDaemon(true);
            back.start();
            pump(peer.socket, onward);
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            return; // either end is gone
        }
    }
}
