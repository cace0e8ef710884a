package io.github.openstackjvm.internal.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import io.github.openstackjvm.auth.AuthContext;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.Unauthenticated;
import io.github.openstackjvm.internal.json.Json;
import io.github.openstackjvm.session.VersionInfo;
import io.github.openstackjvm.spi.Ticker;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;

/** An Identity that is a function, and remembers what it was asked. */
public final class StubContext implements AuthContext {
    public final List<HttpCall> calls = new ArrayList<>();
    public final HandTicker ticker = new HandTicker();
    /** What happens while a method waits. */
    public volatile Runnable paused = () -> {};

    private final Function<HttpCall, HttpAnswer> identity;

    public StubContext(Function<HttpCall, HttpAnswer> identity) {
        this.identity = identity;
    }

    /** Answers everything with this captured document of {@code internal/session}. */
    public static StubContext answering(String document) {
        return new StubContext(call -> token(201, resource(StubContext.class, document)));
    }

    public static HttpAnswer token(int status, byte[] body) {
        return HttpAnswer.buffered(status, HttpHeaders.of("X-Subject-Token", "gAAAA"), body);
    }

    public static HttpAnswer answer(int status, String body) {
        return HttpAnswer.buffered(status, HttpHeaders.EMPTY, body.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] resource(Class<?> beside, String name) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body of the only request. */
    public Map<String, Object> sent() {
        try (InputStream in = Objects.requireNonNull(calls.get(0).body()).open()) {
            return Json.readObject(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String authUrl() {
        return "http://identity.example";
    }

    @Override
    public List<VersionInfo> identityVersions() {
        return List.of();
    }

    @Override
    public void pause(Duration duration) {
        paused.run();
        ticker.advance(duration);
    }

    @Override
    public String identityUrl() {
        return "http://identity.example/v3";
    }

    @Override
    public HttpAnswer send(HttpCall call) {
        calls.add(call);
        return identity.apply(call);
    }

    @Override
    public RuntimeException refusal(HttpCall call, HttpAnswer answer) {
        String message = call + " answered " + answer.status();
        return answer.status() == 401
                ? new Unauthenticated(message, ErrorContext.NONE, null)
                : new BadRequest(message, ErrorContext.NONE, null);
    }

    @Override
    public Ticker ticker() {
        return ticker;
    }
}
