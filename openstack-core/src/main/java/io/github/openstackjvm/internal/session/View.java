package io.github.openstackjvm.internal.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import io.github.openstackjvm.auth.AuthMethod;
import io.github.openstackjvm.auth.Scope;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.config.CloudConfigBuilder;
import io.github.openstackjvm.internal.http.Channel;
import io.github.openstackjvm.internal.wait.Deadline;
import io.github.openstackjvm.internal.wait.Waiter;
import io.github.openstackjvm.resilience.Health;
import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.openstackjvm.session.EndpointInterface;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.session.VersionSelector;
import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** One identity in one scope, region and choice of interfaces. Immutable but for its caches. */
public final class View {
    /** What oslo.middleware accepts. */
    private static final Pattern GLOBAL_REQUEST_ID =
            Pattern.compile("req-[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Connection connection;
    private final AuthMethod auth;
    private final Keepers keepers;
    private final TokenKeeper tokens;
    private final @Nullable String region;
    private final @Nullable List<EndpointInterface> interfaces;
    private final UnaryOperator<ResiliencePolicy> protection;
    private final @Nullable String globalRequestId;
    private final Map<ServiceType, VersionSelector> versions;
    private final Map<ServiceType, ServiceAccess> services = new ConcurrentHashMap<>();

    View(Connection connection, AuthMethod auth) {
        this(connection, auth, connection.keepers(), null, null, policy -> policy, null, Map.of());
    }

    private View(
            Connection connection,
            AuthMethod auth,
            Keepers keepers,
            @Nullable String region,
            @Nullable List<EndpointInterface> interfaces,
            UnaryOperator<ResiliencePolicy> protection,
            @Nullable String globalRequestId,
            Map<ServiceType, VersionSelector> versions) {
        this.connection = connection;
        this.auth = auth;
        this.keepers = keepers;
        this.tokens = keepers.of(auth);
        this.region = region;
        this.interfaces = interfaces;
        this.protection = protection;
        this.globalRequestId = globalRequestId;
        this.versions = Map.copyOf(versions);
    }

    /** The same identity and token in another region. */
    public View inRegion(String other) {
        return new View(connection, auth, keepers, other, interfaces, protection, globalRequestId, versions);
    }

    /** The same identity and token by other interfaces, the preferred one first. */
    public View withInterfaces(List<EndpointInterface> others) {
        return new View(connection, auth, keepers, region, List.copyOf(others), protection, globalRequestId, versions);
    }

    /** The same identity and token, under another policy: what this makes of the one that the configuration says. */
    public View protectedBy(UnaryOperator<ResiliencePolicy> change) {
        UnaryOperator<ResiliencePolicy> both = policy -> change.apply(protection.apply(policy));
        return new View(connection, auth, keepers, region, interfaces, both, globalRequestId, versions);
    }

    /** The same identity and token, with this id on every request. */
    public View withGlobalRequestId(String id) {
        if (!GLOBAL_REQUEST_ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "A global request id is 'req-' and a UUID, not '" + id + "': services ignore everything else");
        }
        return new View(connection, auth, keepers, region, interfaces, protection, id, versions);
    }

    /** The same identity and token, with one of these versions of this service. */
    public View withVersion(ServiceType type, VersionSelector wanted) {
        Map<ServiceType, VersionSelector> more = new HashMap<>(versions);
        more.put(type, wanted);
        return new View(connection, auth, keepers, region, interfaces, protection, globalRequestId, more);
    }

    /** The same credentials in another scope; the token is that of all views with this scope. */
    public View in(Scope scope) {
        return new View(
                connection, auth.withScope(scope), keepers, region, interfaces, protection, globalRequestId, versions);
    }

    /** Other credentials. */
    public View as(AuthMethod other) {
        return new View(
                connection, other, connection.keepers(), region, interfaces, protection, globalRequestId, versions);
    }

    /** What all views share. */
    public Connection connection() {
        return connection;
    }

    /** How the caller is authenticated. */
    public AuthMethod auth() {
        return auth;
    }

    /** A token that is believed to be good. */
    public Token token() {
        return tokens.current(deadline(ServiceType.IDENTITY));
    }

    /** Drops the token and what is known of versions, so that the next call asks anew. */
    public void refresh() {
        tokens.forget();
        connection.discovery().forget();
        services.clear();
    }

    /** The way to this service. */
    public Channel channel(ServiceType type) {
        return access(type).channel();
    }

    /** Where this service is, and what it can do. */
    public ServiceAccess access(ServiceType type) {
        return services.computeIfAbsent(type, this::open);
    }

    private ServiceAccess open(ServiceType type) {
        return new ServiceAccess(this, type);
    }

    /** What waits for the end of transitions. */
    public Waiter waiter() {
        return new Waiter(
                protection.apply(connection.config().resilience()).waiting(),
                connection.ticker(),
                connection.async(),
                connection.waits());
    }

    /** How it goes with the cloud, as far as anybody has seen. */
    public Health health() {
        TokenKeeper.State token = tokens.state();
        return new Health(
                connection.config().name(),
                connection.ticker().now(),
                new Health.Token(token.age(), token.expiresAt(), token.refused()),
                connection.channels().retryBudget(),
                connection.channels().health());
    }

    ResiliencePolicy policy(ServiceType type) {
        return protection.apply(connection.config().resilience(type));
    }

    /** Which versions of this service will do; empty: those that this library knows. */
    Optional<VersionSelector> version(ServiceType type) {
        return Optional.ofNullable(versions.get(type))
                .or(() -> connection.config().apiVersion(type).map(VersionSelector::atLeast));
    }

    /** When a call of this service that begins now must be over. */
    Deadline deadline(ServiceType type) {
        return Deadline.after(policy(type).deadline(), connection.ticker());
    }

    /** What is added to every request. */
    HttpHeaders headers(Token token) {
        HttpHeaders headers = auth.headers(token);
        return globalRequestId == null ? headers : headers.with("X-OpenStack-Request-ID", globalRequestId);
    }

    TokenKeeper tokens() {
        return tokens;
    }

    /** The configuration in this region, by these interfaces. */
    public CloudConfigBuilder narrowed(CloudConfigBuilder config) {
        CloudConfig whole = connection.config();
        for (String type : token().catalog().types()) {
            ServiceType service = ServiceType.of(type);
            String wanted = region(service);
            if (wanted != null && !whole.region(service).equals(Optional.of(wanted))) {
                config.region(service, wanted);
            }
            if (!interfaces(service).equals(whole.interfaces(service))) {
                config.interfaces(service, interfaces(service).toArray(EndpointInterface[]::new));
            }
        }
        return config;
    }

    /** The region asked for; null: whichever there is. */
    public @Nullable String region(ServiceType type) {
        return region != null ? region : connection.config().region(type).orElse(null);
    }

    List<EndpointInterface> interfaces(ServiceType type) {
        return interfaces != null ? interfaces : connection.config().interfaces(type);
    }
}
