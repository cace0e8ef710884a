package io.github.openstackjvm.internal.http;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.internal.resilience.Breaker;
import io.github.openstackjvm.internal.resilience.EndpointState;
import io.github.openstackjvm.internal.resilience.RetryBudget;
import io.github.openstackjvm.internal.resilience.Turns;
import io.github.openstackjvm.internal.wait.Deadline;
import io.github.openstackjvm.internal.wait.Interruptions;
import io.github.openstackjvm.resilience.Health;
import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Microversion;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.spi.CallListener;
import io.github.openstackjvm.spi.Ticker;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.Transport;
import org.jspecify.annotations.Nullable;

/** Makes the channels of one cloud, which share transport, clock, retry budget and breakers. */
public final class Channels {
    private static final String USER_AGENT = "openstack-jvm";

    private final CloudConfig config;
    private final String cloud;
    private final String userAgent;
    private final Transport transport;
    private final Ticker ticker;
    private final CallListener listener;
    private final RetryBudget budget;
    private final Interruptions waits;
    private final Map<String, EndpointState> endpoints = new ConcurrentSkipListMap<>();

    /** For the cloud of this configuration. Nothing is sent yet. */
    public Channels(CloudConfig config, Transport transport, Ticker ticker, Interruptions waits) {
        this.config = config;
        this.cloud = config.name();
        this.userAgent =
                config.userAgent().map(suffix -> USER_AGENT + " " + suffix).orElse(USER_AGENT);
        this.transport = transport;
        this.ticker = ticker;
        this.listener = config.listener();
        this.waits = waits;
        this.budget = new RetryBudget(config.resilience().retries().budget());
    }

    /** Who may call a service, where it is, and which microversions it has. */
    public interface Service {
        /** As whom it is called: equal for those who see the same resources. */
        Object caller();

        /** The token, obtained until the deadline if there is none that will last. */
        Token token(Deadline deadline);

        /** Another token than this one, which was refused. */
        Token renew(Token refused, Deadline deadline);

        /** Whether a refused token can be replaced. */
        boolean renewable();

        /** What is added to each request. */
        HttpHeaders headers(Token token);

        /** The absolute address for a path of the service. */
        String address(Token token, String path, Deadline deadline);

        /** The microversion for a call; null: none is sent. */
        @Nullable
        Microversion choose(Outgoing.Version wanted, Deadline deadline);
    }

    /**
     * The way to this service, under the policy of the caller. All who call an endpoint share its state; the face is part of its
     * name, since another endpoint fails for itself.
     */
    public Channel to(
            ServiceType type, @Nullable String region, String face, ResiliencePolicy policy, Service service) {
        return channel(endpoint(type, region, face, config.resilience(type)), type, region, policy, service);
    }

    /** The way to Identity for those who have no token yet. Paths are absolute here. */
    public Channel toIdentity(ResiliencePolicy policy) {
        return toNobody(ServiceType.IDENTITY, "tokens", policy);
    }

    /** The way to version documents, at any address. No breaker: one service that fails says nothing of the others. */
    public Channel toVersions(ResiliencePolicy policy) {
        return toNobody(
                ServiceType.of("discovery"),
                "any",
                policy.withBreaker(ResiliencePolicy.Breaker.OFF).withThrottle(ResiliencePolicy.Throttle.NONE));
    }

    private Channel toNobody(ServiceType type, String face, ResiliencePolicy policy) {
        return channel(endpoint(type, null, face, policy), type, null, policy, new Nobody());
    }

    /** What is known of all endpoints called so far. */
    public List<Health.Service> health() {
        return endpoints.values().stream().map(EndpointState::health).toList();
    }

    /** A token was obtained. */
    public void authenticated() {
        new Observers(ServiceType.IDENTITY.value(), "", listener).authenticated(cloud);
    }

    /** How many repetitions are affordable. */
    public int retryBudget() {
        return budget.left();
    }

    private EndpointState endpoint(
            ServiceType type, @Nullable String region, String face, ResiliencePolicy configured) {
        String name = cloud + "/" + (region == null ? "any" : region) + "/" + type + "/" + face;
        return endpoints.computeIfAbsent(
                name,
                key -> new EndpointState(
                        type.value(),
                        region,
                        face,
                        configured,
                        breaker -> new Breaker(key, breaker, ticker, observers(type, region)::breakerChanged),
                        throttle -> new Turns(throttle, ticker, waits),
                        ticker));
    }

    private Observers observers(ServiceType type, @Nullable String region) {
        return new Observers(type.value(), region == null ? "" : region, listener);
    }

    private Channel channel(
            EndpointState endpoint,
            ServiceType type,
            @Nullable String region,
            ResiliencePolicy policy,
            Service service) {
        Failures failures = new Failures(type.value(), region, ticker);
        return new Channel(
                CallChain.assemble(new CallChain.Parts(
                        type,
                        policy,
                        budget,
                        endpoint,
                        service,
                        userAgent,
                        observers(type, region),
                        failures,
                        transport,
                        ticker,
                        waits)),
                List.of(endpoint, service.caller()),
                failures,
                policy.deadline(),
                ticker);
    }

    /** For requests that need no token. */
    private static final class Nobody implements Service {
        private static final Token NONE = Token.unissued(Secret.of(""));

        @Override
        public Object caller() {
            return NONE;
        }

        @Override
        public Token token(Deadline deadline) {
            return NONE;
        }

        @Override
        public Token renew(Token refused, Deadline deadline) {
            return NONE;
        }

        @Override
        public boolean renewable() {
            return false;
        }

        @Override
        public HttpHeaders headers(Token token) {
            return HttpHeaders.EMPTY;
        }

        @Override
        public String address(Token token, String path, Deadline deadline) {
            return path;
        }

        @Override
        public @Nullable Microversion choose(Outgoing.Version wanted, Deadline deadline) {
            return null;
        }
    }
}
