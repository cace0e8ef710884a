package io.github.openstackjvm.internal.transport;

import java.nio.file.Files;
import java.nio.file.Path;

import io.github.openstackjvm.stub.Logs;
import io.github.openstackjvm.transport.TransportException;
import io.github.openstackjvm.transport.TransportException.Reason;
import io.github.openstackjvm.transport.TransportOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Who is trusted, and how we show who we are. */
@Timeout(20)
class TlsTest {
    private static final WireServer.Script OK = WireServer.answering(WireServer.ok("secret"));

    @Test
    void trustsTheGivenAuthority() throws Exception {
        try (WireServer server = WireServer.tls(OK);
                HcTransport transport = Calls.trusting()) {
            assertThat(Calls.body(transport.exchange(Calls.get(server.url("/")))))
                    .isEqualTo("secret");
            assertThat(Calls.body(transport.exchange(Calls.get("https://localhost:" + server.port() + "/"))))
                    .isEqualTo("secret");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "server.pem, other-ca.pem, certif",
        "server.pem, , certif",
        "elsewhere.pem, ca.pem, No subject alternative names matching IP address 127.0.0.1",
        "expired.pem, ca.pem, NotAfter"
    })
    void refusesWhatItDoesNotTrust(String certificate, @Nullable String authority, String why) throws Exception {
        TransportOptions options = TransportOptions.builder()
                .caCertificates(authority == null ? null : WireServer.pem(authority))
                .build();
        try (WireServer server = WireServer.tls(certificate, false, OK);
                HcTransport transport = new HcTransport(options)) {
            TransportException failure = Calls.failure(transport, Calls.get(server.url("/")));

            assertThat(failure)
                    .hasMessageStartingWith("No trusted TLS connection to 127.0.0.1:" + server.port())
                    .hasMessageContaining(why);
            assertThat(failure.reason()).isEqualTo(Reason.UNTRUSTED);
            assertThat(failure.sent()).isFalse();
            assertThat(server.heads).isEmpty();
            assertThat(transport.leased()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"server.pem", "elsewhere.pem", "expired.pem"})
    void trustsAnybodyWhenToldTo(String certificate) throws Exception {
        TransportOptions options = TransportOptions.builder().verify(false).build();
        try (WireServer server = WireServer.tls(certificate, false, OK);
                HcTransport transport = new HcTransport(options)) {
            assertThat(Calls.body(transport.exchange(Calls.get(server.url("/")))))
                    .isEqualTo("secret");
        }
    }

    @Test
    void warnsOnceThatAnybodyIsTrusted() throws Exception {
        TransportOptions options = TransportOptions.builder().verify(false).build();
        try (Logs logs = Logs.capture();
                WireServer server = WireServer.tls("server.pem", false, OK);
                HcTransport transport = new HcTransport(options)) {
            transport.exchange(Calls.get(server.url("/"))).close();
            transport.exchange(Calls.get(server.url("/"))).close();

            assertThat(logs.lines())
                    .filteredOn(line -> line.contains("are not checked"))
                    .hasSize(1);
        }
    }

    @Test
    void saysThatAPlainServerSpeaksNoTls() throws Exception {
        try (WireServer server = WireServer.plain(peer -> {
                    peer.in.read();
                    peer.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
                    peer.stall();
                });
                HcTransport transport = Calls.trusting()) {
            TransportException failure =
                    Calls.failure(transport, Calls.get("https://127.0.0.1:" + server.port() + "/"));

            assertThat(failure.reason()).isEqualTo(Reason.UNTRUSTED);
            assertThat(failure.sent()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "client-rsa.pem, client-rsa-pkcs8.key,",
        "client-rsa.pem, client-rsa-pkcs1.key,",
        "client-rsa.pem, client-rsa-encrypted.key, secret",
        "client-ec.pem, client-ec-pkcs8.key,",
        "client-ec.pem, client-ec-sec1.key,",
        "client-rsa-both.pem, ,",
        "client-ed25519.pem, ,"
    })
    void showsItsCertificate(String certificate, @Nullable String key, @Nullable String password) throws Exception {
        TransportOptions options = client(certificate, key, password);
        try (WireServer server = WireServer.tls("server.pem", true, OK);
                HcTransport transport = new HcTransport(options)) {
            assertThat(Calls.body(transport.exchange(Calls.get(server.url("/")))))
                    .isEqualTo("secret");
        }
    }

    @Test
    void failsWithoutTheCertificateAServerDemands() throws Exception {
        try (WireServer server = WireServer.tls("server.pem", true, OK);
                HcTransport transport = Calls.trusting()) {
            TransportException failure = Calls.failure(transport, Calls.get(server.url("/")));

            // The alert may be overtaken by the reset that follows it.
            assertThat(failure.reason()).isIn(Reason.UNTRUSTED, Reason.BROKEN, Reason.UNREACHABLE);
            assertThat(server.heads).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "client-rsa.pem, no-such.key, , there is no such file",
        "client-rsa.pem, client-rsa.pem, , holds no private key",
        "client-rsa-pkcs8.key, client-rsa-pkcs8.key, , openssl x509",
        "client-rsa.pem, client-rsa-encrypted.key, , give its password",
        "client-rsa.pem, client-rsa-encrypted.key, wrong, check the password",
        "client-rsa.pem, client-rsa-dek.key, secret, openssl pkcs8 -topk8"
    })
    void namesTheBadFileAndTheRemedy(String certificate, String key, @Nullable String password, String remedy)
            throws Exception {
        TransportOptions options = client(certificate, key, password);
        try (WireServer server = WireServer.tls(OK);
                HcTransport transport = new HcTransport(options)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> transport.exchange(Calls.get(server.url("/"))))
                    .withMessageContaining(key)
                    .withMessageContaining(remedy);
            assertThat(transport.leased()).isZero();
        }
    }

    @Test
    void readsNoFileBeforeTheFirstHttpsCall() throws Exception {
        TransportOptions options = client("no-such.pem", "no-such.key", null);
        try (WireServer server = WireServer.plain(OK);
                HcTransport transport = new HcTransport(options)) {
            assertThat(transport.exchange(Calls.get(server.url("/"))).status()).isEqualTo(200);
        }
    }

    @Test
    void readsEveryCertificateOfABundle(@TempDir Path directory) throws Exception {
        Path bundle = directory.resolve("bundle.pem");
        Files.writeString(
                bundle,
                "# comment\n" + Files.readString(WireServer.pem("other-ca.pem")) + "\n# next\n"
                        + Files.readString(WireServer.pem("ca.pem")));
        TransportOptions options =
                TransportOptions.builder().caCertificates(bundle).build();
        try (WireServer server = WireServer.tls(OK);
                HcTransport transport = new HcTransport(options)) {
            assertThat(transport.exchange(Calls.get(server.url("/"))).status()).isEqualTo(200);
        }
    }

    @Test
    void printsNoPassword() {
        assertThat(client("client-rsa.pem", "client-rsa-encrypted.key", "hunter2")
                        .toString())
                .contains("client-rsa-encrypted.key")
                .doesNotContain("hunter2");
    }

    private static TransportOptions client(String certificate, @Nullable String key, @Nullable String password) {
        return TransportOptions.builder()
                .caCertificates(WireServer.pem("ca.pem"))
                .clientCertificate(path(certificate), key == null ? null : path(key))
                .clientKeyPassword(password == null ? null : password.toCharArray())
                .build();
    }

    private static Path path(String name) {
        return WireServer.pem("ca.pem").resolveSibling(name);
    }
}
