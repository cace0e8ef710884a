package io.github.openstackjvm.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.config.CloudConfigBuilder;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.internal.session.IdentityUrl;
import io.github.openstackjvm.internal.session.View;
import org.jspecify.annotations.Nullable;

/**
 * The authenticated connection below the services: its token and catalog, and requests to any service through an
 * {@link Adapter}. Immutable and safe for any number of threads.
 *
 * <p>An endpoint is chosen by the service's official type, then its aliases; among those by the preferred interfaces, then
 * by the region. An address given in the configuration goes before the catalog.
 */
public final class Session {
    private final View view;

    /** For {@link io.github.openstackjvm.Cloud}. */
    @SuppressWarnings("exports") // only a cloud has the argument
    public Session(View view) {
        this.view = view;
    }

    /** The token, obtained now if there is none that will last. {@code POST /v3/auth/tokens}. */
    public Token token() {
        return view.token();
    }

    /** When the token expires; empty when it does not. */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(token().expiresAt());
    }

    /** The services of the cloud, as the token came with them. */
    public Catalog catalog() {
        return token().catalog();
    }

    /**
     * The id of the calling user.
     *
     * @throws OpenStackException when the method of authentication knows no users
     */
    public String userId() {
        return owner(token().user(), "user").id();
    }

    /**
     * The id of the project that the token is valid for.
     *
     * @throws OpenStackException when it is not scoped to a project
     */
    public String projectId() {
        return owner(token().project(), "project").id();
    }

    /**
     * The name of the calling user.
     *
     * @throws OpenStackException when the method of authentication knows no users
     */
    public String userName() {
        return owner(token().user(), "user").name();
    }

    /**
     * The name of the project that the token is valid for.
     *
     * @throws OpenStackException when it is not scoped to a project
     */
    public String projectName() {
        return owner(token().project(), "project").name();
    }

    /** The names of the roles that the token carries. */
    public List<String> roles() {
        return token().roles();
    }

    /** All that the catalog has of this service, by its type or an alias of it. */
    public List<Endpoint> entries(String type) {
        List<String> names = ServiceType.of(type).names();
        return catalog().endpoints().stream()
                .filter(one -> names.contains(one.type()) || one.type().equals(type))
                .toList();
    }

    /**
     * The address of this service, in the region and by the interface of this session, as it is called.
     *
     * @throws io.github.openstackjvm.error.EndpointMissing when the catalog has none
     */
    public String url(String type) {
        return adapter(type).endpoint();
    }

    /**
     * The token for another program: a configuration that logs in with it, for the same project, in the region, by the
     * interfaces and at the addresses of this session, and has no other secret. It ends when the token does.
     * {@link CloudConfig#toYamlWithSecrets()} writes it down.
     *
     * @throws OpenStackException when the token was issued by no Identity that would know it
     */
    public CloudConfig export() {
        Token token = token();
        String issuer = token.issuer();
        if (issuer == null) {
            throw new OpenStackException(
                    "There is no token to hand over: with auth_type " + authType() + " no Identity issues one",
                    ErrorContext.NONE,
                    null);
        }
        CloudConfigBuilder shared = view.narrowed(view.connection().config().toBuilder())
                .withoutCredentials()
                .authUrl(issuer)
                .token(token.value());
        if (IdentityUrl.version(issuer) == 2 && token.project() != null) {
            shared.authType("v2token").projectId(token.project().id()); // there it is exchanged, or has no project
        }
        return shared.build();
    }

    private static Token.Owner owner(Token.@Nullable Owner owner, String what) {
        if (owner == null) {
            throw new OpenStackException(
                    "The token names no " + what + ": scope and method of authentication decide that",
                    ErrorContext.NONE,
                    null);
        }
        return owner;
    }

    /** How the caller is authenticated, such as {@code v3password}. */
    public String authType() {
        return view.auth().type();
    }

    /** Drops the token and what is known of versions: the next call asks anew. */
    public void refresh() {
        view.refresh();
    }

    /** The same in another region. */
    public Session inRegion(String region) {
        return new Session(view.inRegion(region));
    }

    /** The same by endpoints of this interface, or of these, the preferred one first. */
    public Session withInterface(EndpointInterface... preferred) {
        return new Session(view.withInterfaces(List.of(preferred)));
    }

    /**
     * The same with this service at this address, instead of the one that catalog or configuration have. Its versions are found
     * out there; when nothing says which there are, the address is taken as it stands. It may hold {@code %(project_id)s}.
     *
     * @param service its type, or an alias of it
     * @throws IllegalArgumentException when it is no absolute address with http or https
     */
    public Session withEndpointOverride(String service, String url) {
        return new Session(view.withEndpointOverride(ServiceType.of(service), url));
    }

    /** Requests to this service. Nothing is sent yet. */
    public Adapter adapter(ServiceType type) {
        return new Adapter(view, type, null);
    }

    /** Requests to the service of this type, which may be an alias. */
    public Adapter adapter(String type) {
        return adapter(ServiceType.of(type));
    }

    /** For whom and what, and until when: no secret. */
    @Override
    public String toString() {
        return "Session[" + view.auth() + "]";
    }
}
