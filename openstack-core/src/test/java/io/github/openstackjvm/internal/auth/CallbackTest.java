package io.github.openstackjvm.internal.auth;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.openstackjvm.error.Closed;
import io.github.openstackjvm.error.ErrorContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class CallbackTest {
    private static final Duration LONG = Duration.ofMinutes(3);

    private final Callback callback = Callback.listen(URI.create("http://127.0.0.1:0/back"));
    private final ExecutorService threads = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        threads.shutdownNow();
        callback.close();
    }

    private Socket browser() throws Exception {
        return new Socket(InetAddress.getLoopbackAddress(), callback.address().getPort());
    }

    private static void send(Socket browser, String text) throws Exception {
        OutputStream out = browser.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Test
    void connectionsThatBreakOrBringNothingAreNoEndOfTheLogin() throws Exception {
        Future<Map<String, String>> login =
                threads.submit(() -> callback.await(LONG, () -> {}, came -> came.containsKey("state")));
        for (String part :
                new String[] {"GET /back?sta", "", "GET /else?state=1 HTTP/1.1\r\n\r\n", "nonsense\r\n\r\n"}) {
            try (Socket broken = browser()) {
                send(broken, part);
                broken.setSoLinger(true, 0); // closed by a reset
            }
        }
        try (Socket good = browser()) {
            send(good, "GET /back?state=1&code=a%20b HTTP/1.1\r\nHost: x\r\n\r\n");
            InputStream in = good.getInputStream();
            assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 200");
        }

        assertThat(login.get()).containsEntry("state", "1").containsEntry("code", "a b");
    }

    @Test
    void whatABrowserBringsIsGoodThoughItDoesNotWaitForTheAnswer() throws Exception {
        Future<Map<String, String>> login = threads.submit(() -> callback.await(LONG, () -> {}, came -> true));
        try (Socket hasty = browser()) {
            send(hasty, "GET /back?code=c HTTP/1.1\r\n\r\n");
            hasty.shutdownInput();
        }

        assertThat(login.get()).containsEntry("code", "c");
    }

    @Test
    void nobodyWaitsLongerThanTheLoginIsWanted() {
        AtomicInteger looks = new AtomicInteger();

        assertThatThrownBy(() -> callback.await(
                        LONG,
                        () -> {
                            if (looks.incrementAndGet() == 3) {
                                throw new Closed("closed", ErrorContext.NONE, null);
                            }
                        },
                        came -> true))
                .isInstanceOf(Closed.class);
    }
}
