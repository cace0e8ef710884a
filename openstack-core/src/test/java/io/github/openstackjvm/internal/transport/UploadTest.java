package io.github.openstackjvm.internal.transport;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.openstackjvm.transport.HttpBody;
import io.github.openstackjvm.transport.TransportException;
import io.github.openstackjvm.transport.TransportException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** Bodies on their way out. */
@Timeout(60)
@SuppressWarnings("InputStreamSlowMultibyteRead") // sources of a few bytes
class UploadTest {
    private final HcTransport transport = Calls.transport();

    @AfterEach
    void close() {
        assertThat(transport.leased()).isZero();
        transport.close();
    }

    @Test
    void sendsAStreamOfKnownLength() throws Exception {
        CompletableFuture<String> body = new CompletableFuture<>();
        try (WireServer server = WireServer.plain(peer -> {
            peer.head();
            body.complete(peer.body(5));
            peer.send(WireServer.ok(""));
        })) {
            transport.exchange(Calls.send("PUT", server.url("/"), Calls.source(5, "hello and more")));

            assertThat(body.get(20, TimeUnit.SECONDS)).isEqualTo("hello");
            assertThat(server.heads.get(0)).contains("Content-Length: 5\r\n").doesNotContain("Expect");
        }
    }

    @Test
    void sendsAStreamOfUnknownLengthInChunksAfterAsking() throws Exception {
        CompletableFuture<String> body = new CompletableFuture<>();
        try (WireServer server = WireServer.plain(peer -> {
            peer.head();
            peer.send("HTTP/1.1 100 Continue\r\n\r\n");
            body.complete(peer.body("5\r\nhello\r\n0\r\n\r\n".length()));
            peer.send(WireServer.ok(""));
        })) {
            transport.exchange(Calls.send("PUT", server.url("/"), Calls.source(-1, "hello")));

            assertThat(body.get(20, TimeUnit.SECONDS)).isEqualTo("5\r\nhello\r\n0\r\n\r\n");
            assertThat(server.heads.get(0)).contains("Transfer-Encoding: chunked\r\n", "Expect: 100-continue\r\n");
        }
    }

    @Test
    void readsNothingOfTheSourceWhenTheServerRefusesAtOnce() throws Exception {
        try (WireServer server =
                WireServer.plain(WireServer.answering("HTTP/1.1 401 X\r\nContent-Length: 3\r\n\r\nwho"))) {
            InputStream untouched = new InputStream() {
                @Override
                public int read() {
                    throw new AssertionError("read");
                }
            };
            assertThat(Calls.body(transport.exchange(
                            Calls.send("PUT", server.url("/"), Calls.source(50_000_000, untouched)))))
                    .isEqualTo("who");
        }
    }

    @Test
    void hearsAnAnswerThatComesBeforeTheEndOfTheBody() throws Exception {
        try (WireServer server = WireServer.plain(peer -> {
            peer.head();
            peer.send("HTTP/1.1 100 Continue\r\n\r\n");
            peer.body(1_000_000);
            peer.send("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nbig");
            peer.in.transferTo(java.io.OutputStream.nullOutputStream());
        })) {
            assertThat(Calls.body(
                            transport.exchange(Calls.send("PUT", server.url("/"), Calls.zeros(Long.MAX_VALUE / 2)))))
                    .isEqualTo("big");
        }
    }

    @Test
    void hearsAnAnswerWhenTheServerClosesInTheMiddle() throws Exception {
        byte[] large = new byte[8 << 20];
        try (WireServer server = WireServer.plain(peer -> {
            peer.head();
            peer.send("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nbig");
            peer.socket.shutdownOutput();
            peer.in.transferTo(java.io.OutputStream.nullOutputStream());
        })) {
            assertThat(transport
                            .exchange(Calls.send("PUT", server.url("/"), HttpBody.of(large)))
                            .status())
                    .isEqualTo(413);
        }
    }

    @Test
    void hearsAnEarlyAnswerOverTls() throws Exception {
        try (HcTransport trusting = Calls.trusting();
                WireServer server = WireServer.tls(peer -> {
                    peer.head();
                    peer.body(1_000_000);
                    peer.send("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nbig");
                    peer.in.transferTo(java.io.OutputStream.nullOutputStream());
                })) {
            byte[] large = new byte[32 << 20];
            assertThat(Calls.body(trusting.exchange(Calls.send("PUT", server.url("/"), HttpBody.of(large)))))
                    .isEqualTo("big");
        }
    }

    @Test
    void neverEndsAFailedBodyAsIfItWereWhole() throws Exception {
        CompletableFuture<String> received = new CompletableFuture<>();
        InputStream failing = new InputStream() {
            private int left = 3;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("disk on fire");
                }
                return 'x';
            }
        };
        try (WireServer server = WireServer.plain(peer -> {
            peer.head();
            peer.send("HTTP/1.1 100 Continue\r\n\r\n");
            try {
                received.complete(new String(peer.in.readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII));
            } catch (IOException e) {
                received.complete("broken");
            }
        })) {
            TransportException failure =
                    Calls.failure(transport, Calls.send("PUT", server.url("/"), Calls.source(-1, failing)));

            assertThat(failure.reason()).isEqualTo(Reason.SOURCE);
            assertThat(failure).hasMessageContaining("disk on fire");
            assertThat(received.get(20, TimeUnit.SECONDS)).doesNotContain("0\r\n\r\n");
        }
    }

    @Test
    void saysThatASourceEndedEarly() throws Exception {
        try (WireServer server = WireServer.plain(peer -> {
            peer.head();
            peer.body(10);
        })) {
            TransportException failure =
                    Calls.failure(transport, Calls.send("PUT", server.url("/"), Calls.source(10, "1234567")));

            assertThat(failure).hasMessage("The source of the body ended 3 bytes early");
            assertThat(failure.reason()).isEqualTo(Reason.SOURCE);
            assertThat(failure.sent()).isTrue();
        }
    }

    @Test
    void freesAThreadThatWaitsForItsSource() throws Exception {
        InputStream stuck = new InputStream() {
            private final CompletableFuture<Integer> never = new CompletableFuture<>();

            @Override
            public int read() throws IOException {
                try {
                    return never.get();
                } catch (Exception e) {
                    throw new IOException(e);
                }
            }

            @Override
            public void close() {
                never.completeExceptionally(new IOException("closed"));
            }
        };
        try (WireServer server = WireServer.plain(peer -> {
            peer.head();
            peer.stall();
        })) {
            TransportException failure = Calls.failure(
                    transport,
                    Calls.send("PUT", server.url("/"), Calls.source(100, stuck)).withLimits(Calls.idle(100)));

            assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
            assertThat(failure).hasMessageContaining("idle limit of 100 ms");
        }
    }
}
