package io.github.openstackjvm.internal.session;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.openstackjvm.auth.AuthMethod;
import io.github.openstackjvm.auth.Scope;
import io.github.openstackjvm.internal.http.Channel;
import io.github.openstackjvm.session.EndpointInterface;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.session.Token;
import org.jspecify.annotations.Nullable;

/** One identity in one scope, region and choice of interfaces. Immutable but for its caches. */
public final class View {
    private final Connection connection;
    private final AuthMethod auth;
    private final TokenKeeper tokens;
    private final @Nullable String region;
    private final @Nullable List<EndpointInterface> interfaces;
    private final Map<ServiceType, ServiceAccess> services = new ConcurrentHashMap<>();

    View(Connection connection, AuthMethod auth) {
        this(connection, auth, connection.keeper(auth), null, null);
    }

    private View(
            Connection connection,
            AuthMethod auth,
            TokenKeeper tokens,
            @Nullable String region,
            @Nullable List<EndpointInterface> interfaces) {
        this.connection = connection;
        this.auth = auth;
        this.tokens = tokens;
        this.region = region;
        this.interfaces = interfaces;
    }

    /** The same identity and token in another region. */
    public View inRegion(String other) {
        return new View(connection, auth, tokens, other, interfaces);
    }

    /** The same identity and token by other interfaces, the preferred one first. */
    public View withInterfaces(List<EndpointInterface> others) {
        return new View(connection, auth, tokens, region, List.copyOf(others));
    }

    /** The same credentials in another scope, with a token of its own. */
    public View in(Scope scope) {
        AuthMethod scoped = auth.withScope(scope);
        return new View(connection, scoped, connection.keeper(scoped), region, interfaces);
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
        return tokens.current(connection.deadline(ServiceType.IDENTITY));
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

    TokenKeeper tokens() {
        return tokens;
    }

    /** The region asked for; null: whichever there is. */
    public @Nullable String region(ServiceType type) {
        return region != null ? region : connection.config().region(type).orElse(null);
    }

    List<EndpointInterface> interfaces(ServiceType type) {
        return interfaces != null ? interfaces : connection.config().interfaces(type);
    }
}
