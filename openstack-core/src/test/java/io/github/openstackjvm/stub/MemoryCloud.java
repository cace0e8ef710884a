package io.github.openstackjvm.stub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.config.CloudConfigBuilder;
import io.github.openstackjvm.stub.Documents.Place;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.Transport;
import io.github.openstackjvm.transport.TransportException;
import io.github.openstackjvm.transport.TransportException.Reason;

/**
 * A cloud with Nova and Neutron in memory, whose time passes on a {@link HandClock}. Identity and version documents answer
 * by themselves; what the services answer is said step by step with {@link #then}. After the last step they answer 200.
 */
public final class MemoryCloud implements Transport {
    private static final HttpHeaders JSON = HttpHeaders.of("Content-Type", "application/json");

    /** One answer of a service, or none. */
    @FunctionalInterface
    public interface Step {
        /** What becomes of this request. */
        HttpAnswer answer(HttpCall call) throws TransportException;
    }

    /** The time. */
    public final HandClock clock = new HandClock();

    private final Deque<Step> steps = new ArrayDeque<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<Duration> times = new ArrayList<>();
    private final Deque<Step> identity = new ArrayDeque<>();
    private final Deque<Step> versions = new ArrayDeque<>();
    private int tokens;

    /** Answers the next request to a service so. */
    public MemoryCloud then(Step step) {
        steps.add(step);
        return this;
    }

    /** Answers the next requests to a service with these statuses. */
    public MemoryCloud then(int... statuses) {
        for (int status : statuses) {
            then(answer(status, "{}"));
        }
        return this;
    }

    /** Answers the next request to a service with this status and this {@code Retry-After}. */
    public MemoryCloud thenAfter(int status, String retryAfter) {
        return then(call -> HttpAnswer.buffered(status, JSON.with("Retry-After", retryAfter), bytes("{}")));
    }

    /** Fails the next request to a service so. */
    public MemoryCloud thenFails(Reason reason) {
        return then(call -> {
            throw new TransportException(reason, reason + " it was", null);
        });
    }

    /** Answers the next request for a token so; {@link #issue} is what is answered otherwise. */
    public MemoryCloud identity(Step step) {
        identity.add(step);
        return this;
    }

    /** Answers the next request for Nova's version document so. */
    public MemoryCloud versions(Step step) {
        versions.add(step);
        return this;
    }

    /** An answer in JSON. */
    public static Step answer(int status, String json) {
        return call -> HttpAnswer.buffered(status, JSON, bytes(json));
    }

    /** A client of this cloud. */
    public Cloud cloud() {
        return cloud(config -> config);
    }

    /** A client with settings of its own. */
    public Cloud cloud(UnaryOperator<CloudConfigBuilder> settings) {
        return OpenStack.connect(settings.apply(CloudConfig.builder()
                        .name("memory")
                        .authUrl("http://identity.test/v3")
                        .username("demo")
                        .userDomainName("Default")
                        .password("secret")
                        .projectName("demo")
                        .projectDomainName("Default")
                        .region("RegionOne")
                        .transport(this)
                        .ticker(clock))
                .build());
    }

    /** What the services were asked, in order, without version documents. */
    public synchronized List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** The lines of all requests to the services. */
    public List<String> calls() {
        return sent().stream().map(Sent::line).toList();
    }

    /** When each of these requests was sent, since the start. */
    public synchronized List<Duration> times() {
        return List.copyOf(times);
    }

    /** How many tokens were issued. */
    public synchronized int tokens() {
        return tokens;
    }

    @Override
    public HttpAnswer exchange(HttpCall call) throws TransportException {
        Step step = next(call);
        return step.answer(call);
    }

    private synchronized Step next(HttpCall call) {
        if (call.url().startsWith("http://identity.test/") || call.url().startsWith("https://identity.test/")) {
            Step step = identity.poll();
            return step == null ? this::issue : step;
        } else if (call.url().equals("http://nova.test/v2.1/")) {
            Step step = versions.poll();
            return step == null ? answer(200, Documents.version("v2.1", "2.1", "2.93", "http://nova.test/v2.1")) : step;
        } else if (call.url().equals("http://neutron.test/v2.0/")) {
            return answer(200, Documents.version("v2.0", "", "", "http://neutron.test/v2.0"));
        }
        sent.add(sent(call));
        times.add(Duration.ofNanos(clock.nanoTime()));
        Step step = steps.poll();
        return step == null ? answer(200, "{}") : step;
    }

    /** A new token: token-1, token-2, … */
    public synchronized HttpAnswer issue(HttpCall call) {
        tokens++;
        return HttpAnswer.buffered(
                201,
                JSON.with("X-Subject-Token", "token-" + tokens),
                bytes(Documents.token(
                        Documents.PROJECT,
                        "2026-01-02T00:00:00Z",
                        List.of(
                                new Place("compute", "RegionOne", "http://nova.test/v2.1"),
                                new Place("network", "RegionOne", "http://neutron.test/v2.0")))));
    }

    private static Sent sent(HttpCall call) {
        Map<String, String> headers = new HashMap<>();
        call.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        String body = "";
        if (call.body() != null) {
            try (InputStream in = call.body().open()) {
                body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        String line = call.method() + " " + call.url().replaceFirst("^http://[a-z]+\\.test/v2\\.[01]", "");
        return new Sent(line, headers, body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
