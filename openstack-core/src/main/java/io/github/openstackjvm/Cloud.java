package io.github.openstackjvm;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.github.openstackjvm.auth.AuthMethod;
import io.github.openstackjvm.auth.Scope;
import io.github.openstackjvm.blockstorage.BlockStorageService;
import io.github.openstackjvm.compute.ComputeService;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.image.ImageService;
import io.github.openstackjvm.internal.http.ServiceLine;
import io.github.openstackjvm.internal.session.Connection;
import io.github.openstackjvm.internal.session.View;
import io.github.openstackjvm.internal.wire.ApiBinder;
import io.github.openstackjvm.internal.wire.Mark;
import io.github.openstackjvm.network.NetworkService;
import io.github.openstackjvm.objectstore.ObjectStoreService;
import io.github.openstackjvm.resilience.Health;
import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.openstackjvm.session.Endpoint;
import io.github.openstackjvm.session.EndpointInterface;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.session.Session;
import io.github.openstackjvm.session.Token;
import org.jspecify.annotations.Nullable;

/**
 * A connection to one cloud, as one user in one scope: the way to its services. Immutable and safe for any number of
 * threads. Nothing is sent before the first call.
 *
 * <p>{@link #inRegion}, {@link #inProject} and their like return views: cheap, sharing connections, and where the scope is
 * the same, the token. Closing a view does nothing; closing the cloud that {@link OpenStack} made ends all of them.
 */
public final class Cloud implements AutoCloseable {
    private final View view;
    private final boolean root;
    private final @Nullable Ledger ledger;

    Cloud(Connection connection) {
        this(connection.view(), true, null);
    }

    private Cloud(View view, boolean root, @Nullable Ledger ledger) {
        this.view = view;
        this.root = root;
        this.ledger = ledger;
    }

    /** Compute (Nova). */
    public ComputeService compute() {
        return new ComputeService(service(ServiceType.COMPUTE));
    }

    /** Network (Neutron). */
    public NetworkService network() {
        return new NetworkService(service(ServiceType.NETWORK));
    }

    /** Image (Glance). */
    public ImageService image() {
        return new ImageService(service(ServiceType.IMAGE));
    }

    /** Block storage (Cinder). */
    public BlockStorageService blockstorage() {
        return new BlockStorageService(service(ServiceType.BLOCK_STORAGE));
    }

    /** Object store (Swift). */
    public ObjectStoreService objectstore() {
        return new ObjectStoreService(service(ServiceType.OBJECT_STORE));
    }

    /** Token, catalog, and requests of one's own to any service. */
    public Session session() {
        return new Session(view);
    }

    /** The name of the cloud. */
    public String name() {
        return config().name();
    }

    /** The configuration it was made of. */
    public CloudConfig config() {
        return view.connection().config();
    }

    /**
     * Obtains a token now, instead of with the first call.
     *
     * @throws io.github.openstackjvm.error.Unauthenticated when the credentials are refused
     */
    public Cloud authenticate() {
        view.token();
        return this;
    }

    /** As whom the cloud sees its caller, and where its services are. Asks for a token if there is none. */
    public Whoami whoami() {
        Token token = view.token();
        Map<String, String> endpoints = new LinkedHashMap<>();
        for (Endpoint endpoint : token.catalog().endpoints()) {
            if (!endpoints.containsKey(endpoint.type())) {
                view.access(ServiceType.of(endpoint.type()))
                        .endpoint(token)
                        .ifPresent(url -> endpoints.put(endpoint.type(), url));
            }
        }
        return new Whoami(
                name(),
                token.user(),
                token.project(),
                token.domain(),
                token.system(),
                token.roles(),
                view.region(ServiceType.IDENTITY),
                token.expiresAt(),
                endpoints);
    }

    /** How it goes with this cloud, as far as this client has seen: breakers, token, errors, load. Sends nothing. */
    public Health health() {
        return view.health();
    }

    /** The same cloud in another region. */
    public Cloud inRegion(String region) {
        return with(view.inRegion(region));
    }

    /** The same cloud by endpoints of this interface, or of these, the preferred one first. */
    public Cloud withInterface(EndpointInterface... preferred) {
        return with(view.withInterfaces(List.of(preferred)));
    }

    /**
     * The same cloud with this service at this address, instead of the one that catalog or configuration have. Its versions
     * are found out there; when nothing says which there are, the address is taken as it stands. It may hold
     * {@code %(project_id)s}.
     *
     * @param service its type, or an alias of it, such as {@code compute}
     * @throws IllegalArgumentException when it is no absolute address with http or https
     */
    public Cloud withEndpointOverride(String service, String url) {
        return with(view.withEndpointOverride(ServiceType.of(service), url));
    }

    /**
     * The same cloud under another policy, such as {@code policy -> policy.withRetries(Retries.NONE)}: what this makes of the
     * policy of each service. The breaker of an endpoint is one for all, as the configuration says, and can be left out. Calls
     * wait for their turn with those under the same throttle.
     */
    public Cloud withResilience(UnaryOperator<ResiliencePolicy> change) {
        return with(view.protectedBy(change));
    }

    /** The same cloud, each call of which ends within this time: all attempts, pauses, and what it asks of Identity. */
    public Cloud withTimeout(Duration timeout) {
        return withResilience(policy -> policy.withDeadline(timeout));
    }

    /**
     * The same cloud, each request of which carries this id beside its own, so that the logs of all services can be searched
     * for it.
     *
     * @param id {@code req-} and a UUID: services ignore everything else
     * @throws IllegalArgumentException when it is anything else
     */
    public Cloud withGlobalRequestId(String id) {
        return with(view.withGlobalRequestId(id));
    }

    /** The same user for this domain, with a token of its own. */
    public Cloud inDomain(String domainId) {
        return in(Scope.Domain.id(domainId));
    }

    /** The same cloud as somebody else, with a token of their own; by the same connections. */
    public Cloud asUser(AuthMethod credentials) {
        return with(view.as(credentials));
    }

    /** The same user in the project with this id, with a token of its own. */
    public Cloud inProject(String projectId) {
        return in(Scope.project(projectId));
    }

    /** The same user in another scope, with a token of its own. */
    public Cloud in(Scope scope) {
        return with(view.in(scope));
    }

    /** The same user for the whole deployment, with a token of its own. */
    public Cloud asSystem() {
        return in(Scope.system());
    }

    /**
     * A scope of clean-up with a tag that nobody else has: what is made by way of {@link CleanupScope#cloud()} is deleted when
     * the scope is closed, unless it is {@linkplain CleanupScope#keep() kept}.
     */
    public CleanupScope cleanupScope() {
        return cleanupScope(UUID.randomUUID().toString());
    }

    /**
     * A scope of clean-up with this tag, by which {@link #sweep} finds what a crash left behind.
     *
     * @param tag 1 to 40 letters of ASCII, digits, and {@code . _ : -}
     * @throws io.github.openstackjvm.error.InvalidSpec when it cannot be one
     */
    public CleanupScope cleanupScope(String tag) {
        return new CleanupScope(this, new Ledger(Mark.cleanup(tag), ledger));
    }

    /**
     * What scopes of clean-up with this tag have left behind, in this project and region. Nothing is sent yet.
     *
     * @throws io.github.openstackjvm.error.InvalidSpec when it cannot be a tag
     */
    public Sweep sweep(String tag) {
        return new Sweep(this, Mark.cleanup(tag));
    }

    /**
     * Runs calls beside the caller. Cancelling the future, or a stage made from it, ends the request that is under way; all
     * stages share one run.
     */
    public <T> CompletableFuture<T> async(Function<Cloud, T> calls) {
        return view.connection().async().run(() -> calls.apply(this));
    }

    /** The same for calls without a result. */
    public CompletableFuture<Void> asyncRun(Consumer<Cloud> calls) {
        return view.connection().async().run(() -> {
            calls.accept(this);
            return null;
        });
    }

    private ApiBinder service(ServiceType type) {
        return new ServiceLine(
                view.connection().apis(),
                view.channel(type),
                path -> view.access(type).address(path),
                new Names(this),
                view.waiter(),
                ledger);
    }

    private Cloud with(View other) {
        return new Cloud(other, false, ledger);
    }

    /** The same, where this ledger tells what is made. */
    Cloud recordedIn(Ledger other) {
        return new Cloud(view, false, other);
    }

    View view() {
        return view;
    }

    /** Ends all calls and gives up all connections, unless this is a view. May be called more than once. */
    @Override
    public void close() {
        if (root) {
            view.connection().close();
        }
    }

    /** The name of the cloud. */
    @Override
    public String toString() {
        return "Cloud[" + name() + "]";
    }
}
