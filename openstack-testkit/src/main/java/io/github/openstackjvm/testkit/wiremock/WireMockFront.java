package io.github.openstackjvm.testkit.wiremock;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.openstackjvm.testkit.FakeBody;
import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.testkit.FakeRequest;
import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.HttpMethod;
import io.github.openstackjvm.transport.HttpHeaders;

/**
 * A WireMock server on a free port of this machine, behind which is a fake cloud: what no stub is for, the cloud answers.
 *
 * <pre>{@code
 * try (FakeCloud fake = FakeCloud.start(); WireMockFront front = WireMockFront.start(fake)) {
 *   front.server().stubFor(get(urlPathMatching("/compute/v2.1/flavors.*")).willReturn(aResponse().withStatus(418)));
 *   front.server().stubFor(post(urlPathEqualTo("/compute/v2.1/servers"))
 *       .willReturn(WireMockFront.fromFake().withFault(Fault.CONNECTION_RESET_BY_PEER)));
 *   connect(front.authUrl());
 * }
 * }</pre>
 *
 * <p>Whatever WireMock can do to an answer it can do to one {@link #fromFake}: delays, dribbling, faults, which strike after
 * the cloud has done what was asked. WireMock keeps bodies in memory. Faults of the fake's own that close the connection
 * answer with a 500 here.
 */
public final class WireMockFront implements AutoCloseable {
    private static final String NAME = "fake-cloud";

    private final WireMockServer server;

    private WireMockFront(WireMockServer server) {
        this.server = server;
    }

    /** Puts WireMock in front of the cloud, until it is closed. */
    public static WireMockFront start(FakeCloud fake) {
        WireMockServer server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .gzipDisabled(true)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                .extensions(new FromFake(fake)));
        WireMockFront front = new WireMockFront(server);
        server.start();
        front.reset();
        return front;
    }

    /** What the fake cloud answers, for a stub that does something to it. */
    public static ResponseDefinitionBuilder fromFake() {
        return WireMock.aResponse().withTransformers(NAME);
    }

    /** The server, for stubs, verifications and everything else WireMock has. */
    public WireMockServer server() {
        return server;
    }

    /** Forgets all stubs and requests; the cloud answers everything. Its state stays. */
    public void reset() {
        server.resetAll();
        server.stubFor(
                WireMock.any(WireMock.anyUrl()).atPriority(Integer.MAX_VALUE).willReturn(fromFake()));
    }

    /** The address, without a path. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** Identity's address, for any OpenStack client. */
    public String authUrl() {
        return uri() + "/identity/v3";
    }

    /** Ends WireMock. The cloud goes on. */
    @Override
    public void close() {
        server.stop();
    }

    /** Puts the cloud's answer in the place of an empty one; what else the stub says, such as a delay, stays. */
    private record FromFake(FakeCloud fake) implements ResponseTransformerV2 {

        @Override
        public String getName() {
            return NAME;
        }

        @Override
        public boolean applyGlobally() {
            return false;
        }

        @Override
        public Response transform(Response response, ServeEvent event) {
            FakeResponse answer = fake.handle(request(event.getRequest()));
            try {
                byte[] body = answer.body().bytes();
                List<HttpHeader> headers = new ArrayList<>();
                answer.headers().forEach((name, value) -> headers.add(new HttpHeader(name, value)));
                if (answer.status() != 204) {
                    headers.add(new HttpHeader("Content-Length", String.valueOf(body.length)));
                }
                return Response.Builder.like(response)
                        .but()
                        .status(answer.status())
                        .headers(new com.github.tomakehurst.wiremock.http.HttpHeaders(headers))
                        .body(body)
                        .build();
            } finally {
                answer.body().discard();
            }
        }

        private static FakeRequest request(Request request) {
            HttpHeaders headers = HttpHeaders.EMPTY;
            for (HttpHeader header : request.getHeaders().all()) {
                for (String value : header.values()) {
                    headers = headers.plus(header.key(), value);
                }
            }
            HttpMethod method = HttpMethod.of(request.getMethod().getName()).orElse(HttpMethod.OPTIONS);
            String host = Optional.ofNullable(request.getHeader("Host")).orElse("127.0.0.1");
            byte[] body = Optional.ofNullable(request.getBody()).orElse(new byte[0]);
            return FakeRequest.of(method, "http://" + host + request.getUrl(), headers, FakeBody.of(body));
        }
    }
}
