package io.github.openstackjvm.internal.session;

import io.github.openstackjvm.auth.AuthContext;
import io.github.openstackjvm.auth.AuthMethod;
import io.github.openstackjvm.auth.AuthMethods;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.error.Closed;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.internal.discovery.Discovery;
import io.github.openstackjvm.internal.http.Apis;
import io.github.openstackjvm.internal.http.Channel;
import io.github.openstackjvm.internal.http.Channels;
import io.github.openstackjvm.internal.http.Outgoing;
import io.github.openstackjvm.internal.wait.AsyncRunner;
import io.github.openstackjvm.internal.wait.SystemTicker;
import io.github.openstackjvm.internal.wait.Waiter;
import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.spi.Ticker;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.Transport;
import io.github.openstackjvm.transport.TransportException;
import io.github.openstackjvm.transport.Transports;

/** What all views of a cloud share. Nothing is sent when it is made. */
public final class Connection implements AutoCloseable {
    private final CloudConfig config;
    private final Transport transport;
    private final Ticker ticker;
    private final Channels channels;
    private final Discovery discovery;
    private final Apis apis = new Apis();
    private final AsyncRunner async;
    private final boolean ownTransport;
    private volatile boolean closed;

    /** To the cloud of this configuration. */
    public Connection(CloudConfig config) {
        this.config = config;
        this.ownTransport = config.transport().isEmpty();
        this.transport = config.transport().orElseGet(() -> Transports.httpComponents(Options.of(config)));
        this.ticker = config.ticker().orElseGet(SystemTicker::new);
        this.channels = new Channels(config, new Guarded(), ticker);
        // A service that is down shows with the call itself: asking for its versions is not repeated.
        Channel asking = channels.open(
                ServiceType.of("discovery"), config.resilience().withRetries(ResiliencePolicy.Retries.NONE));
        this.discovery = new Discovery(call -> asking.sendUnchecked(outgoing(call)), ticker);
        this.async = new AsyncRunner(config.executor());
    }

    /** The first view, with the identity and the scope of the configuration. */
    public View view() {
        return new View(this, AuthMethods.of(config));
    }

    /** What it was made of. */
    public CloudConfig config() {
        return config;
    }

    Ticker ticker() {
        return ticker;
    }

    Channels channels() {
        return channels;
    }

    Discovery discovery() {
        return discovery;
    }

    /** The requests of all collections. */
    public Apis apis() {
        return apis;
    }

    /** What runs asynchronous calls. */
    public AsyncRunner async() {
        return async;
    }

    /** What waits for the end of transitions. */
    public Waiter waiter() {
        return new Waiter(config.resilience().waiting(), ticker, async);
    }

    TokenKeeper keeper(AuthMethod method) {
        Channel identity = channels.open(ServiceType.IDENTITY, config.resilience(ServiceType.IDENTITY));
        return new TokenKeeper(method, new Asking(identity), config.resilience().refusalMemory());
    }

    @Override
    public void close() {
        closed = true;
        async.close();
        if (ownTransport) {
            transport.close();
        }
    }

    private static Outgoing outgoing(HttpCall call) {
        return new Outgoing(
                call.method(), call.url(), call.headers(), call.body(), false, true, Outgoing.Version.NONE, null);
    }

    /** How a method of authentication asks Identity. Asking again for a token does no harm. */
    private final class Asking implements AuthContext {
        private final Channel identity;

        Asking(Channel identity) {
            this.identity = identity;
        }

        @Override
        public String identityUrl() {
            return IdentityUrl.v3(config.authUrl().orElse(""));
        }

        @Override
        public HttpAnswer send(HttpCall call) {
            return identity.sendUnchecked(outgoing(call));
        }

        @Override
        public RuntimeException refusal(HttpCall call, HttpAnswer answer) {
            return identity.refusal(outgoing(call), answer);
        }

        @Override
        public Ticker ticker() {
            return ticker;
        }
    }

    /** The transport, until this connection is closed. A transport that was given goes on without us. */
    private final class Guarded implements Transport {
        @Override
        public HttpAnswer exchange(HttpCall call) throws TransportException {
            if (closed) {
                throw new Closed("The connection to " + config.name() + " was closed", ErrorContext.NONE, null);
            }
            return transport.exchange(call);
        }

        @Override
        public void close() {
            Connection.this.close();
        }
    }
}
