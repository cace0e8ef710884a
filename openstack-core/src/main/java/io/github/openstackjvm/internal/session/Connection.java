package io.github.openstackjvm.internal.session;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.openstackjvm.auth.AuthContext;
import io.github.openstackjvm.auth.AuthMethod;
import io.github.openstackjvm.auth.AuthMethods;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.error.Cancelled;
import io.github.openstackjvm.error.Closed;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.internal.discovery.Discovery;
import io.github.openstackjvm.internal.http.Apis;
import io.github.openstackjvm.internal.http.Channel;
import io.github.openstackjvm.internal.http.Channels;
import io.github.openstackjvm.internal.http.Outgoing;
import io.github.openstackjvm.internal.http.Redaction;
import io.github.openstackjvm.internal.wait.AsyncRunner;
import io.github.openstackjvm.internal.wait.Deadline;
import io.github.openstackjvm.internal.wait.Interruptions;
import io.github.openstackjvm.internal.wait.SystemTicker;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.session.VersionInfo;
import io.github.openstackjvm.spi.Ticker;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.Transport;
import io.github.openstackjvm.transport.TransportException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all views of a cloud share. Nothing is sent when it is made. */
public final class Connection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    /** How long closing takes to end tokens, all of them. */
    private static final Duration REVOCATION = Duration.ofSeconds(5);

    private final CloudConfig config;
    private final Transport transport;
    private final Ticker ticker;
    private final Channels channels;
    private final Discovery discovery;
    private final Apis apis = new Apis();
    private final Interruptions waits = new Interruptions();
    private final AsyncRunner async;
    private final boolean ownTransport;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();
    private final IssuedTokens issued = new IssuedTokens();
    private volatile boolean closed;

    /** To the cloud of this configuration. */
    public Connection(CloudConfig config) {
        this.config = config;
        this.ownTransport = config.transport().isEmpty();
        this.transport = config.transport().orElseGet(() -> Options.transport(config));
        this.ticker = config.ticker().orElseGet(SystemTicker::new);
        this.channels = new Channels(config, new Guarded(), ticker, waits);
        Channel asking = channels.toVersions(config.resilience());
        this.discovery = new Discovery(
                (call, deadline) ->
                        asking.sendUnchecked(outgoing(call, deadline)).answer(),
                ticker);
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

    /** Says once that a token which was got over TLS goes out in the clear. */
    void warnOfPlain(ServiceType service, String url) {
        boolean downgrade = isPlain(url) && !isPlain(config.authUrl().orElse(url));
        if (downgrade && warned.add(url)) {
            LOG.warn(
                    "The endpoint of {} in {} is {}: unlike Identity it has no TLS, so that everybody on the way can read the "
                            + "token and change the answers. Correct the catalog, or set an endpoint override with https",
                    service,
                    config.name(),
                    Redaction.url(url));
        }
    }

    private static boolean isPlain(String url) {
        return url.regionMatches(true, 0, "http:", 0, 5);
    }

    /** The waits of this cloud. */
    Interruptions waits() {
        return waits;
    }

    /** Keeps the tokens of one user, whoever it is. */
    Keepers keepers() {
        return new Keepers(this::keeper);
    }

    private TokenKeeper keeper(AuthMethod method) {
        AuthMethod kept = config.tokenCache()
                .map(directory ->
                        KeptAuth.in(directory, method, config.authUrl().orElse("")))
                .orElse(method);
        // A token that is kept for other processes is theirs, too, and one that was brought is its owner's.
        boolean ours = config.revokesOnClose() && !(kept instanceof KeptAuth) && !method.brought();
        return new TokenKeeper(kept, this::asking, ticker, config.resilience().refusalMemory(), token -> {
            channels.authenticated();
            if (ours) {
                issued.add(token, ticker.now());
            }
        });
    }

    private AuthContext asking(Deadline deadline) {
        return new Asking(channels.toIdentity(config.resilience(ServiceType.IDENTITY)), deadline);
    }

    /** Calls in the transport end first, so that they say why; what is left is interrupted. */
    @Override
    public void close() {
        if (!closed) {
            Deadline deadline = Deadline.after(REVOCATION, ticker);
            issued.revoke(asking(deadline), deadline);
        }
        closed = true;
        if (ownTransport) {
            transport.close();
        }
        waits.close();
        async.close();
    }

    private Outgoing outgoing(HttpCall call, Deadline deadline) {
        return new Outgoing(
                call.method(),
                call.url(),
                call.headers(),
                call.body(),
                false,
                true,
                Outgoing.Version.NONE,
                deadline.atMost(config.resilience(ServiceType.IDENTITY).deadline()));
    }

    /** How a method of authentication asks Identity, until the deadline. Asking again for a token does no harm. */
    private final class Asking implements AuthContext {
        private final Channel identity;
        private final Deadline deadline;
        private final IdentityHashMap<HttpAnswer, Channel.Unchecked> answers = new IdentityHashMap<>();

        Asking(Channel identity, Deadline deadline) {
            this.identity = identity;
            this.deadline = deadline;
        }

        @Override
        public String authUrl() {
            return config.authUrl().orElse("");
        }

        @Override
        public String identityUrl() {
            return IdentityUrl.v3(authUrl());
        }

        @Override
        public List<VersionInfo> identityVersions() {
            return discovery
                    .find(authUrl(), ServiceType.IDENTITY, null, HttpHeaders.EMPTY, deadline)
                    .versions();
        }

        @Override
        public void pause(Duration duration) {
            if (duration.compareTo(deadline.left()) >= 0) {
                throw new Unavailable("The time of the call is over before the login is done", ErrorContext.NONE, null);
            }
            try {
                waits.during(() -> ticker.sleep(duration));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Cancelled("Interrupted while waiting for the login", ErrorContext.NONE, e);
            }
        }

        @Override
        public HttpAnswer send(HttpCall call) {
            Channel.Unchecked sent = identity.sendUnchecked(outgoing(call, deadline));
            answers.put(sent.answer(), sent);
            return sent.answer();
        }

        @Override
        public RuntimeException refusal(HttpCall call, HttpAnswer answer) {
            Channel.Unchecked sent = answers.get(answer);
            if (sent == null) {
                throw new IllegalArgumentException("This answer was not sent for here: " + answer);
            }
            return sent.refusal();
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
