package io.github.openstackjvm.testkit;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static io.github.openstackjvm.testkit.HttpMethod.GET;
import static org.assertj.core.api.Assertions.assertThat;

/** What clients see of the fake on a port, byte by byte. */
@Timeout(30)
class HttpFrontTest {
    private final FakeCloud fake = FakeCloud.start();
    private final HttpFront front = fake.serve();
    private final String token = Wire.as(fake, "demo").token();
    private final String account = "/object-store/v1/AUTH_"
            + Wire.to(fake)
                    .auth("demo", "secret", "{'project':{'name':'demo','domain':{'id':'default'}}}")
                    .at("/token/project/id")
                    .asText();

    @AfterEach
    void close() {
        front.close();
        fake.close();
    }

    /** Sends this over one connection and returns all that comes until its end. */
    private String talk(String... requests) throws IOException {
        URI uri = front.uri();
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            for (String request : requests) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            }
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String put(String path, String headers, String body) {
        return "PUT " + account + path + " HTTP/1.1\r\nHost: x\r\nX-Auth-Token: " + token + "\r\n" + headers + "\r\n"
                + body;
    }

    private String get(String method, String path) {
        return method + " " + account + path + " HTTP/1.1\r\nHost: x\r\nX-Auth-Token: " + token + "\r\n\r\n";
    }

    @Test
    void namesOfHeadersAreAsTheServiceWritesThem() throws IOException {
        String answer =
                talk(put("/c", "Content-Length: 0\r\nx-container-meta-COLOR: bl\u00fc\r\n", ""), get("HEAD", "/c"));
        assertThat(answer).contains("X-Container-Meta-Color: bl\u00fc\r\n");
        assertThat(answer.indexOf("X-Container-Object-Count: 0")).isLessThan(answer.lastIndexOf("X-Trans-Id: "));
    }

    @Test
    void requestsFollowEachOtherOnOneConnection() throws IOException {
        String answer = talk(
                put("/c", "Content-Length: 0\r\n", ""),
                put("/c/a", "Content-Length: 5\r\n", "hello"),
                put("/c/b", "Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: t\r\n\r\n"),
                get("GET", "/c/a"),
                get("GET", "/c/b"),
                get("HEAD", "/c/b"));
        assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(7);
        assertThat(answer)
                .contains("HTTP/1.1 201 Created\r\n", "\r\n\r\nhelloHTTP/1.1 200 OK", "\r\n\r\nabcdeHTTP/1.1");
        assertThat(answer).endsWith("\r\n\r\n").doesNotContain("Connection: close");
    }

    @Test
    void aClientThatAsksBeforeItSendsIsToldToGoOn() throws IOException {
        assertThat(talk(put("/c", "Content-Length: 0\r\nExpect: 100-continue\r\n", "")))
                .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\n");
    }

    @Test
    void aConnectionEndsWhenTheClientWantsIt() throws IOException {
        String closing = get("GET", "/c").replace("Host: x", "Host: x\r\nConnection: close");
        assertThat(talk(closing, get("GET", "/c"))).containsOnlyOnce("HTTP/1.1 404 Not Found");
        String old = get("GET", "/c").replace("HTTP/1.1", "HTTP/1.0");
        assertThat(talk(old, old)).containsOnlyOnce("HTTP/1.1 404 Not Found").contains("Connection: close");
    }

    @Test
    void aConnectionEndsWhenThatIsAmongItsWishes() throws IOException {
        String closing = get("GET", "/c").replace("Host: x", "Host: x\r\nConnection: TE, Close");
        assertThat(talk(closing, get("GET", "/c"))).containsOnlyOnce("HTTP/1.1 404 Not Found");
        String old = get("GET", "/c")
                .replace("HTTP/1.1", "HTTP/1.0")
                .replace("Host: x", "Connection: TE\r\nConnection: Keep-Alive");
        assertThat(talk(old, old).split("HTTP/1.1 404", -1)).hasSize(3);
    }

    @Test
    void aBodyThatBreaksOffEndsTheConnectionBehindItsFirstBytes() throws IOException {
        talk(put("/c", "Content-Length: 0\r\n", ""), put("/c/o", "Content-Length: 10\r\n", "0123456789"));
        fake.faults().on(GET, "/*/c/o").truncate().once();
        assertThat(talk(get("GET", "/c/o"), get("GET", "/c/o")))
                .startsWith("HTTP/1.1 200 OK")
                .contains("Content-Length: 10\r\n")
                .endsWith("\r\n\r\n01234");
    }

    @Test
    void aBodyInAnUnknownFormIsRefused() throws IOException {
        for (String codings : new String[] {"gzip, chunked", "gzip\r\nTransfer-Encoding: chunked", "identity"}) {
            assertThat(talk(put("/c", "Transfer-Encoding: " + codings + "\r\n", "0\r\n\r\n")))
                    .startsWith("HTTP/1.1 501 Not Implemented")
                    .contains("Connection: close", "The only transfer coding that is known here is chunked: not ");
        }
    }

    @Test
    void aRefusalReachesAClientThatIsStillSending() throws IOException {
        String large = "x".repeat(8 << 20);
        for (int i = 0; i < 20; i++) {
            assertThat(talk(put("/c", "Transfer-Encoding: gzip\r\n", large)))
                    .startsWith("HTTP/1.1 501 Not Implemented");
        }
    }

    @Test
    void nobodyIsLeftWaitingWhenTheFrontCloses() throws Exception {
        for (int round = 0; round < 20; round++) {
            HttpFront brief = fake.serve();
            List<Socket> clients = Collections.synchronizedList(new ArrayList<>());
            Thread coming = new Thread(() -> {
                try {
                    while (true) {
                        clients.add(
                                new Socket(brief.uri().getHost(), brief.uri().getPort()));
                    }
                } catch (IOException e) {
                    // It is closed.
                    return;
                }
            });
            coming.start();
            while (clients.isEmpty()) {
                Thread.onSpinWait();
            }
            brief.close();
            coming.join();
            for (Socket client : clients) {
                client.setSoTimeout(10_000);
                try (client) {
                    // As clients do. Who came in the very moment of the end may be known to nobody there: the system
                    // tells such a client so when it speaks, and not before.
                    client.getOutputStream().write('G');
                    assertThat(client.getInputStream().read()).isNegative();
                } catch (SocketException e) {
                    assertThat(e.getMessage()).matches("Connection reset.*|Broken pipe.*");
                }
            }
        }
    }

    @Test
    void whatIsNoRequestIsRefused() throws IOException {
        assertThat(talk("hello\r\n\r\n")).startsWith("HTTP/1.1 400 Bad Request").contains("Connection: close");
        assertThat(talk("GET / HTTP/1.1\r\nnonsense\r\n\r\n")).contains("This is no header: nonsense");
        assertThat(talk("PUT / HTTP/1.1\r\nContent-Length: many\r\n\r\n")).contains("This is no length: many");
        assertThat(talk("PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"))
                .contains("This is no size of a chunk: xyz");
        assertThat(talk("GET / HT")).isEmpty();
    }
}
