package io.github.openstackjvm.internal.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.Transport;
import io.github.openstackjvm.transport.TransportException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class OptionsTest {
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static ServerSocket proxy() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private static String address(ServerSocket proxy) {
        return "http://127.0.0.1:" + proxy.getLocalPort();
    }

    /** The first line of what this proxy is asked, which it refuses. */
    private Future<String> asked(ServerSocket proxy) {
        return threads.submit(() -> {
            try (Socket client = proxy.accept();
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
                String line = in.readLine();
                client.getOutputStream()
                        .write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                return line;
            }
        });
    }

    @Test
    void eachSchemeHasItsProxy() throws Exception {
        try (ServerSocket plain = proxy();
                ServerSocket secure = proxy()) {
            Future<String> byPlain = asked(plain);
            Future<String> bySecure = asked(secure);
            CloudConfig config = CloudConfig.builder()
                    .authUrl("https://cloud.invalid")
                    .proxy("http", address(plain))
                    .proxy("https", address(secure))
                    .build();
            try (Transport transport = Options.transport(config)) {
                try (HttpAnswer answer = transport.exchange(HttpCall.get("http://cloud.invalid/x"))) {
                    assertThat(answer.status()).isEqualTo(403);
                }
                assertThatThrownBy(() -> transport.exchange(HttpCall.get("https://cloud.invalid/x")))
                        .isInstanceOf(TransportException.class)
                        .hasMessageContaining("refused a tunnel to cloud.invalid:443");
            }
            assertThat(byPlain.get()).isEqualTo("GET http://cloud.invalid/x HTTP/1.1");
            assertThat(bySecure.get()).isEqualTo("CONNECT cloud.invalid:443 HTTP/1.1");
        }
    }
}
