package io.github.openstackjvm.internal.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

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

/** One identity in one scope, and where and how it calls. Immutable but for its caches. */
public final class View {
    private final Connection connection;
    private final AuthMethod auth;
    private final Keepers keepers;
    private final TokenKeeper tokens;
    private final Choices choices;
    private final Map<ServiceType, ServiceAccess> services = new ConcurrentHashMap<>();

    View(Connection connection, AuthMethod auth) {
        this(connection, auth, connection.keepers(), Choices.NONE);
    }

    private View(Connection connection, AuthMethod auth, Keepers keepers, Choices choices) {
        this.connection = connection;
        this.auth = auth;
        this.keepers = keepers;
        this.tokens = keepers.of(auth);
        this.choices = choices;
    }

    private View with(Choices others) {
        return new View(connection, auth, keepers, others);
    }

    /** The same identity and token in another region. */
    public View inRegion(String other) {
        return with(choices.withRegion(other));
    }

    /** The same identity and token by other interfaces, the preferred one first. */
    public View withInterfaces(List<EndpointInterface> others) {
        return with(choices.withInterfaces(others));
    }

    /** The same identity and token, with this service at this address, instead of that of catalog or configuration. */
    public View withEndpointOverride(ServiceType type, String url) {
        return with(choices.withAddress(type, url));
    }

    /** The same identity and token, under another policy: what this makes of the one that the configuration says. */
    public View protectedBy(UnaryOperator<ResiliencePolicy> change) {
        return with(choices.withProtection(change));
    }

    /** The same identity and token, with this id on every request. */
    public View withGlobalRequestId(String id) {
        return with(choices.withGlobalRequestId(id));
    }

    /** The same identity and token, with one of these versions of this service. */
    public View withVersion(ServiceType type, VersionSelector wanted) {
        return with(choices.withVersion(type, wanted));
    }

    /** The same credentials in another scope; the token is that of all views with this scope. */
    public View in(Scope scope) {
        return new View(connection, auth.withScope(scope), keepers, choices);
    }

    /** Other credentials. */
    public View as(AuthMethod other) {
        return new View(connection, other, connection.keepers(), choices);
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
                choices.protection().apply(connection.config().resilience()).waiting(),
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
        return choices.protection().apply(connection.config().resilience(type));
    }

    /** Which versions of this service will do; empty: those that this library knows. */
    Optional<VersionSelector> version(ServiceType type) {
        return Optional.ofNullable(choices.versions().get(type))
                .or(() -> connection.config().apiVersion(type).map(VersionSelector::atLeast));
    }

    /** When a call of this service that begins now must be over. */
    Deadline deadline(ServiceType type) {
        return Deadline.after(policy(type).deadline(), connection.ticker());
    }

    /** What is added to every request. */
    HttpHeaders headers(Token token) {
        HttpHeaders headers = auth.headers(token);
        String id = choices.globalRequestId();
        return id == null ? headers : headers.with("X-OpenStack-Request-ID", id);
    }

    TokenKeeper tokens() {
        return tokens;
    }

    /** The configuration in this region, by these interfaces, at these addresses. */
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
        choices.addresses().forEach(config::endpointOverride);
        return config;
    }

    /** The region asked for; null: whichever there is. */
    public @Nullable String region(ServiceType type) {
        return choices.region() != null
                ? choices.region()
                : connection.config().region(type).orElse(null);
    }

    List<EndpointInterface> interfaces(ServiceType type) {
        return choices.interfaces() != null
                ? choices.interfaces()
                : connection.config().interfaces(type);
    }

    /** The address that was given for this service. */
    Optional<String> endpointOverride(ServiceType type) {
        return Optional.ofNullable(choices.addresses().get(type))
                .or(() -> connection.config().endpointOverride(type));
    }

    /** As whom and where this service is called: equal for those who see the same resources. */
    Object caller(ServiceType type) {
        return List.of(tokens, Optional.ofNullable(choices.addresses().get(type)));
    }

    /** The part of its name by which an endpoint of this service is told from others in the same region. */
    String face(ServiceType type) {
        String address = choices.addresses().get(type);
        return address != null
                ? address
                : interfaces(type).stream().map(EndpointInterface::wire).collect(Collectors.joining(","));
    }
}
