package io.github.openstackjvm.internal.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpBody;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.TransportException.Reason;
import io.github.openstackjvm.transport.TransportOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What goes over the wire, byte for byte, and what is made of what comes back. */
class WireTest {
    private final HcTransport transport = Calls.transport();

    @AfterEach
    void close() {
        assertThat(transport.leased()).isZero();
        transport.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a%2Fb",
                "/a//b",
                "//lead",
                "/a/../b",
                "/a/./b",
                "/%2e%2e/x",
                "/dir/",
                "/",
                "/;,:@!$&'()*",
                "/?x=&y&z=a+b",
                "/a?b=%20&b=//",
                "/v1/%E2%82%AC"
            })
    void sendsPathsVerbatim(String path) throws Exception {
        try (WireServer server = WireServer.plain(WireServer.answering(WireServer.ok("")))) {
            transport.exchange(Calls.get(server.url(path)));

            assertThat(server.heads.get(0)).startsWith("GET " + path + " HTTP/1.1\r\n");
        }
    }

    @Test
    void givesAnEmptyPathItsSlashAndKeepsTheFragmentToItself() throws Exception {
        try (WireServer server = WireServer.plain(WireServer.answering(WireServer.ok("")))) {
            transport.exchange(Calls.get(server.url("?limit=1")));
            transport.exchange(Calls.get(server.url("/a#part")));

            assertThat(server.heads.get(0)).startsWith("GET /?limit=1 HTTP/1.1\r\n");
            assertThat(server.heads.get(1)).startsWith("GET /a HTTP/1.1\r\n");
        }
    }

    @Test
    void sendsHeadersInOrderWithDuplicatesAndUnicodeAndDerivesTheFraming() throws Exception {
        try (WireServer server = WireServer.plain(peer -> {
            peer.head();
            peer.body(5);
            peer.send(WireServer.ok(""));
        })) {
            HttpHeaders headers = HttpHeaders.of("X-One", "1")
                    .plus("X-Two", "ä€")
                    .plus("X-One", "2")
                    .plus("Content-Length", "999")
                    .plus("Host", "elsewhere");
            transport.exchange(
                    Calls.send("PUT", server.url("/x"), Calls.text("häll")).withHeaders(headers));

            assertThat(server.heads.get(0))
                    .isEqualTo(
                            "PUT /x HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                                    + "\r\nX-One: 1\r\nX-Two: ä€\r\nX-One: 2\r\nAccept-Encoding: gzip\r\nContent-Length: 5\r\n\r\n");
        }
    }

    @Test
    void bringsBackAllHeaderLines() throws Exception {
        try (WireServer server = WireServer.plain(WireServer.answering(
                "HTTP/1.1 200 OK\r\nLink: a\r\nX-Meta: ä€\r\nLink: b\r\nX-Empty:\r\nContent-Length: 2\r\n\r\nok"))) {
            HttpAnswer answer = transport.exchange(Calls.get(server.url("/")));

            assertThat(answer.headers().all("link")).containsExactly("a", "b");
            assertThat(answer.headers().first("x-meta")).contains("ä€");
            assertThat(answer.headers().first("X-Empty")).contains("");
            assertThat(Calls.body(answer)).isEqualTo("ok");
        }
    }

    @Test
    void acceptsManyHeadersAndLongLines() throws Exception {
        StringBuilder many = new StringBuilder("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-Long: " + "y".repeat(60_000));
        for (int i = 0; i < 1500; i++) {
            many.append("\r\nX-Container-Meta-").append(i).append(": ").append(i);
        }
        try (WireServer server = WireServer.plain(WireServer.answering(many + "\r\n\r\n"))) {
            HttpHeaders headers = transport.exchange(Calls.get(server.url("/"))).headers();

            assertThat(headers.first("X-Container-Meta-1499")).contains("1499");
            assertThat(headers.first("X-Long").orElseThrow()).hasSize(60_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH"})
    void saysThatAMissingBodyIsEmpty(String method) throws Exception {
        try (WireServer server = WireServer.plain(WireServer.answering(WireServer.ok("")))) {
            transport.exchange(Calls.send(method, server.url("/"), null));
            transport.exchange(Calls.send(method, server.url("/"), HttpBody.of(new byte[0])));

            assertThat(server.heads).allMatch(head -> head.contains("\r\nContent-Length: 0\r\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "HEAD", "OPTIONS"})
    void announcesNoBodyWhereNoneBelongs(String method) throws Exception {
        try (WireServer server = WireServer.plain(WireServer.answering("HTTP/1.1 204 No Content\r\n\r\n"))) {
            transport.exchange(Calls.send(method, server.url("/"), null));

            assertThat(server.heads.get(0)).doesNotContain("Content-Length").doesNotContain("Transfer-Encoding");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsNoBodyWhereNoneCanBe(boolean streaming) throws Exception {
        List<String> answers = List.of(
                "HTTP/1.1 200 OK\r\nContent-Length: 5368709120\r\n\r\n",
                "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\nContent-Length: 7\r\n\r\n");
        try (WireServer server = WireServer.plain(peer -> {
            for (String answer : answers) {
                peer.head();
                peer.send(answer);
            }
            peer.stall();
        })) {
            HttpHeaders none = HttpHeaders.EMPTY;
            String url = server.url("/");
            HttpCall head = new HttpCall("HEAD", url, none, null, streaming, Calls.idle(5000));
            HttpAnswer first = transport.exchange(head);
            HttpAnswer second = transport.exchange(new HttpCall("GET", url, none, null, streaming, Calls.idle(5000)));
            HttpAnswer third = transport.exchange(new HttpCall("GET", url, none, null, streaming, Calls.idle(5000)));

            assertThat(first.headers().first("Content-Length")).contains("5368709120");
            assertThat(List.of(first, second, third))
                    .allSatisfy(answer -> assertThat(answer.bytes()).isEmpty());
            assertThat(third.headers().first("Content-Length")).contains("7");
            assertThat(server.peers).as("one connection for all").hasSize(1);
        }
    }

    @Test
    void readsChunksAndKeepsTheConnection() throws Exception {
        try (WireServer server = WireServer.plain(
                WireServer.answering(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: t\r\n\r\n"))) {
            assertThat(Calls.body(transport.exchange(Calls.get(server.url("/")))))
                    .isEqualTo("abcde");
            try (HttpAnswer streamed = transport.exchange(Calls.streamed(server.url("/")))) {
                assertThat(streamed.stream().readAllBytes()).asString().isEqualTo("abcde");
            }
            assertThat(Calls.body(transport.exchange(Calls.get(server.url("/")))))
                    .isEqualTo("abcde");
            assertThat(server.peers).hasSize(1);
        }
    }

    @Test
    void readsToTheEndOfTheConnection() throws Exception {
        try (WireServer server = WireServer.plain(peer -> {
            peer.head();
            peer.send("HTTP/1.0 200\r\n\r\nall there is");
        })) {
            assertThat(Calls.body(transport.exchange(Calls.get(server.url("/")))))
                    .isEqualTo("all there is");
        }
    }

    @Test
    void returnsEveryStatusAndFollowsNothing() throws Exception {
        for (int status : new int[] {300, 301, 302, 401, 407, 413, 503}) {
            try (WireServer server = WireServer.plain(
                    WireServer.answering(
                            "HTTP/1.1 " + status
                                    + " X\r\nLocation: /elsewhere\r\nSet-Cookie: a=b\r\nWWW-Authenticate: Keystone\r\nContent-Length: 1\r\n\r\n!"))) {
                assertThat(transport.exchange(Calls.get(server.url("/"))).status())
                        .isEqualTo(status);
                transport.exchange(Calls.get(server.url("/second")));

                assertThat(server.heads).hasSize(2);
                assertThat(server.heads.get(1)).doesNotContain("Cookie");
            }
        }
    }

    @Test
    void skipsInformationalAnswers() throws Exception {
        try (WireServer server = WireServer.plain(WireServer.answering("HTTP/1.1 102 Processing\r\n\r\n"
                + "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + WireServer.ok("done")))) {
            assertThat(Calls.body(transport.exchange(Calls.get(server.url("/")))))
                    .isEqualTo("done");
        }
    }

    @Test
    void unpacksWhatItAskedFor() throws Exception {
        byte[] packed = gzip("{\"servers\": []}".getBytes(StandardCharsets.UTF_8));
        try (WireServer server = WireServer.plain(packedAnswers(packed))) {
            HttpAnswer answer = transport.exchange(Calls.get(server.url("/")));
            HttpAnswer again = transport.exchange(Calls.get(server.url("/")));

            assertThat(server.heads.get(0)).contains("Accept-Encoding: gzip");
            assertThat(Calls.body(answer)).isEqualTo("{\"servers\": []}");
            assertThat(answer.headers().toMap()).doesNotContainKeys("content-encoding", "content-length");
            assertThat(Calls.body(again)).isEqualTo("{\"servers\": []}");
            assertThat(server.peers).hasSize(1);
        }
    }

    @Test
    void passesStreamsAndTheCallersOwnEncodingAsTheyAre() throws Exception {
        byte[] packed = gzip(new byte[1000]);
        try (WireServer server = WireServer.plain(packedAnswers(packed))) {
            try (HttpAnswer streamed = transport.exchange(Calls.streamed(server.url("/")))) {
                assertThat(streamed.stream().readAllBytes()).isEqualTo(packed);
                assertThat(streamed.headers().first("Content-Encoding")).contains("gzip");
            }
            HttpCall own = Calls.get(server.url("/")).withHeader("Accept-Encoding", "gzip");
            assertThat(transport.exchange(own).bytes()).isEqualTo(packed);
            assertThat(server.heads.get(0)).doesNotContain("Accept-Encoding");
        }
    }

    @Test
    void refusesGzipBombsAndBrokenGzip() throws Exception {
        HcTransport small = new HcTransport(
                TransportOptions.builder().maxBufferedBytes(1 << 20).build());
        byte[] bomb = gzip(new byte[2 << 20]);
        try (small;
                WireServer bombs = WireServer.plain(packedAnswers(bomb));
                WireServer broken = WireServer.plain(packedAnswers("not packed".getBytes(StandardCharsets.UTF_8)))) {
            assertThat(Calls.failure(small, Calls.get(bombs.url("/"))))
                    .hasMessageContaining("larger than 1048576 bytes")
                    .extracting(e -> e.reason())
                    .isEqualTo(Reason.MALFORMED);
            assertThat(Calls.failure(small, Calls.get(broken.url("/"))).reason())
                    .isEqualTo(Reason.MALFORMED);
            assertThat(small.leased()).isZero();
        }
    }

    @Test
    void capsWhatIsReadIntoMemory() throws Exception {
        HcTransport small =
                new HcTransport(TransportOptions.builder().maxBufferedBytes(10).build());
        String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nb\r\n01234567890\r\n0\r\n\r\n";
        try (small;
                WireServer known = WireServer.plain(WireServer.answering(WireServer.ok("01234567890")));
                WireServer unknown = WireServer.plain(WireServer.answering(chunked));
                WireServer fits = WireServer.plain(WireServer.answering(WireServer.ok("0123456789")))) {
            assertThat(Calls.failure(small, Calls.get(known.url("/"))).reason()).isEqualTo(Reason.MALFORMED);
            assertThat(Calls.failure(small, Calls.get(unknown.url("/"))).reason())
                    .isEqualTo(Reason.MALFORMED);
            assertThat(small.exchange(Calls.get(fits.url("/"))).bytes()).hasSize(10);
        }
    }

    @Test
    void keepsTheBeginningOfALargeErrorAndDropsTheConnection() throws Exception {
        try (WireServer server = WireServer.plain(peer -> {
            peer.head();
            peer.send("HTTP/1.1 500 X\r\nContent-Length: 1073741824\r\n\r\n" + "e".repeat(100_000));
            peer.stall();
        })) {
            HttpAnswer answer = transport.exchange(Calls.streamed(server.url("/")));

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.streaming()).isFalse();
            assertThat(answer.bytes()).hasSize(64 << 10);
        }
    }

    @Test
    void givesUpTheRestOfAStreamClosedEarly() throws Exception {
        try (WireServer server = WireServer.plain(peer -> {
            peer.head();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n0123456789");
            peer.stall();
        })) {
            HttpAnswer answer = transport.exchange(Calls.streamed(server.url("/")));
            assertThat(answer.stream().readNBytes(10)).asString().isEqualTo("0123456789");
            assertThat(transport.leased()).isOne();

            answer.close();
            answer.close();

            assertThat(transport.leased()).isZero();
            assertThatThrownBy(() -> answer.stream().read())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("closed");
        }
    }

    @Test
    void handsTheConnectionBackWithTheLastByteOfAStream() throws Exception {
        try (WireServer server = WireServer.plain(WireServer.answering(WireServer.ok("12345")))) {
            HttpAnswer answer = transport.exchange(Calls.streamed(server.url("/")));
            assertThat(answer.stream().readNBytes(5)).hasSize(5);

            assertThat(transport.leased()).isZero();
            assertThat(answer.stream().read()).isEqualTo(-1);
            answer.close();
            transport.exchange(Calls.get(server.url("/")));
            assertThat(server.peers).hasSize(1);
        }
    }

    @Test
    void obeysWhatAServerSaysOfKeptConnections() throws Exception {
        for (String header : List.of("Connection: close", "Keep-Alive: timeout=1", "Connection: Close, x")) {
            try (WireServer server = WireServer.plain(
                    WireServer.answering("HTTP/1.1 200 OK\r\n" + header + "\r\nContent-Length: 1\r\n\r\n!"))) {
                transport.exchange(Calls.get(server.url("/")));
                transport.exchange(Calls.get(server.url("/")));

                assertThat(server.peers).as(header).hasSize(2);
            }
        }
    }

    @Test
    void isNotMisledByChunksBehindAnAnswerToHead() throws Exception {
        try (WireServer server = WireServer.plain(
                WireServer.answering("HTTP/1.1 403 No\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"))) {
            transport.exchange(Calls.send("HEAD", server.url("/"), null));
            HttpAnswer answer = transport.exchange(Calls.send("HEAD", server.url("/"), null));

            assertThat(answer.status()).isEqualTo(403);
            assertThat(server.peers).hasSize(2);
        }
    }

    private static WireServer.Script packedAnswers(byte[] packed) {
        return peer -> {
            while (peer.head() != null) {
                peer.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.length + "\r\n\r\n");
                peer.send(packed);
            }
        };
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }
}
