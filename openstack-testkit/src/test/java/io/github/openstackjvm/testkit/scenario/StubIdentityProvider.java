package io.github.openstackjvm.testkit.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.FakeBody;
import io.github.openstackjvm.testkit.FakeRequest;
import io.github.openstackjvm.testkit.HttpMethod;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.Transport;
import io.github.openstackjvm.transport.TransportException;

/** An identity provider that is a script, in front of a fake cloud: what it is asked for tokens, it answers in order. */
final class StubIdentityProvider implements Transport {
    static final String ISSUER = "https://idp.invalid";

    final List<Map<String, List<String>>> forms = new ArrayList<>();
    final List<HttpCall> calls = new ArrayList<>();
    final Deque<String> answers = new ArrayDeque<>();
    private final Transport cloud;

    StubIdentityProvider(Transport cloud) {
        this.cloud = cloud;
    }

    /** The next answer: a status, a blank, and JSON with ' for ". */
    StubIdentityProvider then(String answer) {
        answers.add(answer.replace('\'', '"'));
        return this;
    }

    static Optional<String> users(String token) {
        return token.equals("theirs") ? Optional.of("demo") : Optional.empty();
    }

    @Override
    public HttpAnswer exchange(HttpCall call) throws TransportException {
        if (!call.url().startsWith(ISSUER)) {
            return cloud.exchange(call);
        }
        calls.add(call);
        if (call.url().endsWith("/.well-known/openid-configuration")) {
            return answer(
                    200,
                    Json.bytes(Map.of(
                            "token_endpoint", ISSUER + "/token",
                            "authorization_endpoint", ISSUER + "/authorize",
                            "device_authorization_endpoint", ISSUER + "/device")));
        }
        forms.add(form(call));
        String[] next = answers.remove().split(" ", 2);
        return answer(Integer.parseInt(next[0]), next[1].getBytes(StandardCharsets.UTF_8));
    }

    private static HttpAnswer answer(int status, byte[] body) {
        return HttpAnswer.buffered(status, HttpHeaders.of("Content-Type", "application/json"), body);
    }

    private static Map<String, List<String>> form(HttpCall call) {
        try (InputStream in = call.body().open()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return FakeRequest.of(HttpMethod.GET, "http://form/?" + text, HttpHeaders.EMPTY, FakeBody.EMPTY)
                    .parameters();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cloud.close();
    }
}
