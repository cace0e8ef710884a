package io.github.openstackjvm.session;

import java.time.Instant;
import java.util.List;

import io.github.openstackjvm.resource.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What Identity gave for the credentials: the token itself, for whom and for what it is valid, and the catalog.
 *
 * @param value what is sent as {@code X-Auth-Token}; empty for methods that use none
 * @param issuedAt null when the method does not say
 * @param expiresAt null when it does not expire
 * @param user null when the method does not say
 * @param project null unless scoped to a project
 * @param domain null unless scoped to a domain
 * @param system whether scoped to the whole deployment
 * @param roles names of the roles held in this scope
 * @param methods how the user was authenticated
 * @param catalog empty when unscoped
 * @param serviceProviders other clouds that trust this one; empty when there are none
 * @param issuer base URL of the Identity that issued it, with its version, such as {@code https://cloud.example/identity/v3}:
 *     the only one that it may be shown to; null when nobody did
 */
public record Token(
        Secret value,
        @Nullable Instant issuedAt,
        @Nullable Instant expiresAt,
        @Nullable Owner user,
        @Nullable Owner project,
        @Nullable Named domain,
        boolean system,
        List<String> roles,
        List<String> methods,
        Catalog catalog,
        List<ServiceProvider> serviceProviders,
        @Nullable String issuer) {

    /** Of a cloud that no other one trusts, and of an issuer that is not told: it can be neither exported nor revoked. */
    public Token(
            Secret value,
            @Nullable Instant issuedAt,
            @Nullable Instant expiresAt,
            @Nullable Owner user,
            @Nullable Owner project,
            @Nullable Named domain,
            boolean system,
            List<String> roles,
            List<String> methods,
            Catalog catalog) {
        this(value, issuedAt, expiresAt, user, project, domain, system, roles, methods, catalog, List.of(), null);
    }

    /** Copies the lists. */
    public Token {
        serviceProviders = List.copyOf(serviceProviders);
        roles = List.copyOf(roles);
        methods = List.copyOf(methods);
    }

    /** A token of a method that asks nobody: valid for ever, without a catalog. */
    public static Token unissued(Secret value) {
        return new Token(value, null, null, null, null, null, false, List.of(), List.of(), Catalog.EMPTY);
    }

    /**
     * A domain.
     *
     * @param id its id
     * @param name its name
     */
    public record Named(String id, String name) {}

    /**
     * A user or a project, with its domain.
     *
     * @param id its id
     * @param name its name
     * @param domain where the name is unique; null when Identity did not say
     */
    public record Owner(String id, String name, @Nullable Named domain) {}

    /**
     * Another cloud that trusts this one.
     *
     * @param id under which this cloud knows it
     * @param authUrl where its Identity gives a token to who comes from here
     * @param spUrl where it is told who comes
     */
    public record ServiceProvider(String id, String authUrl, String spUrl) {}

    /** For whom and what, and until when; never the value. */
    @Override
    public String toString() {
        String scope = project != null
                ? "project " + project.name()
                : domain != null ? "domain " + domain.name() : system ? "system" : "no scope";
        return "Token[" + (user == null ? "nobody" : user.name()) + ", " + scope + ", until "
                + (expiresAt == null ? "ever" : expiresAt) + "]";
    }
}
