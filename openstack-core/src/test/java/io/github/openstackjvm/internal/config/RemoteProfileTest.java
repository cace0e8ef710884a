package io.github.openstackjvm.internal.config;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.openstackjvm.transport.TimeLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class RemoteProfileTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static void write(Socket socket, String text) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(StandardCharsets.US_ASCII));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // which ends the drip
        }
    }

    private static URI address(ServerSocket server) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/.well-known/openstack/api");
    }

    private void answer(ServerSocket server, String text, boolean drips) {
        threads.execute(() -> {
            try {
                Socket vendor = server.accept();
                write(vendor, text);
                if (drips) {
                    var unused = threads.scheduleAtFixedRate(() -> write(vendor, " "), 0, 20, TimeUnit.MILLISECONDS);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void readsWhatAVendorSays() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            answer(server, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", false);

            assertThat(RemoteProfile.fetched(address(server))).isEqualTo(new byte[] {'{', '}'});
        }
    }

    @Test
    void followsNoRedirect() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            answer(server, "HTTP/1.1 302 Found\r\nLocation: http://evil.invalid/\r\nContent-Length: 0\r\n\r\n", false);

            assertThatThrownBy(() -> RemoteProfile.fetched(address(server))).hasMessage("it answered 302");
        }
    }

    @Test
    void aVendorThatDripsHoldsNobodyLongerThanThat() throws Exception {
        for (String begin :
                new String[] {"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", "HTTP/1.1 200 OK\r\nX-Long: "}) {
            try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
                answer(server, begin, true);

                assertThatThrownBy(() -> RemoteProfile.fetched(
                                address(server), new TimeLimits(LONG, LONG, LONG, Duration.ofMillis(300))))
                        .isInstanceOf(IOException.class);
            }
        }
    }
}
