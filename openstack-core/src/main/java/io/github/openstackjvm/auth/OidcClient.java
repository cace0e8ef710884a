package io.github.openstackjvm.auth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.github.openstackjvm.error.EndpointMissing;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.internal.json.JsonObject;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.transport.HttpCall;
import org.jspecify.annotations.Nullable;

/**
 * Who asks which identity provider: a client of OpenID Connect, and the name under which Identity knows the provider.
 * Immutable.
 */
public final class OidcClient {
    /** Where tokens are given out, a person logs in, a device asks for a code: as a provider's document calls it. */
    static final String TOKENS = "token_endpoint";

    static final String LOGIN = "authorization_endpoint";
    static final String DEVICES = "device_authorization_endpoint";

    private final String identityProvider;
    private final String protocol;
    private final String clientId;
    private final @Nullable Secret clientSecret;
    private final @Nullable String discoveryEndpoint;
    private final Map<String, String> endpoints;
    private final String scope;
    private final String tokenType;

    private OidcClient(
            String identityProvider,
            String protocol,
            String clientId,
            @Nullable Secret clientSecret,
            @Nullable String discoveryEndpoint,
            Map<String, String> endpoints,
            String scope,
            String tokenType) {
        this.identityProvider = identityProvider;
        this.protocol = protocol;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.discoveryEndpoint = discoveryEndpoint;
        this.endpoints = Map.copyOf(endpoints);
        this.scope = scope;
        this.tokenType = tokenType;
    }

    /**
     * A public client. It asks for the scope {@code openid profile}.
     *
     * @param identityProvider the provider's id in Identity
     * @param protocol the protocol's id in Identity, such as {@code openid}
     * @param clientId as the provider knows the client
     */
    public static OidcClient of(String identityProvider, String protocol, String clientId) {
        return new OidcClient(
                Check.given("The identity provider", identityProvider),
                Check.given("The protocol", protocol),
                Check.given("The client's id", clientId),
                null,
                null,
                Map.of(),
                "openid profile",
                "access_token");
    }

    /** The same client with a secret of its own. */
    public OidcClient secret(Secret secret) {
        return new OidcClient(
                identityProvider, protocol, clientId, secret, discoveryEndpoint, endpoints, scope, tokenType);
    }

    /** Where the provider tells its addresses, such as {@code https://idp.example/.well-known/openid-configuration}. */
    public OidcClient discovery(String endpoint) {
        String address = Check.address("The discovery endpoint", endpoint);
        return new OidcClient(identityProvider, protocol, clientId, clientSecret, address, endpoints, scope, tokenType);
    }

    /** Where the provider gives out tokens, whatever it tells. */
    public OidcClient tokenEndpoint(String endpoint) {
        return endpoint(TOKENS, endpoint);
    }

    /** Where a person logs in, whatever the provider tells. */
    public OidcClient authorizationEndpoint(String endpoint) {
        return endpoint(LOGIN, endpoint);
    }

    /** Where a device asks for a code, whatever the provider tells. */
    public OidcClient deviceEndpoint(String endpoint) {
        return endpoint(DEVICES, endpoint);
    }

    private OidcClient endpoint(String name, String endpoint) {
        Map<String, String> more = new LinkedHashMap<>(endpoints);
        more.put(name, Check.address("The " + name.replace('_', ' '), endpoint));
        return new OidcClient(
                identityProvider, protocol, clientId, clientSecret, discoveryEndpoint, more, scope, tokenType);
    }

    /** What is asked for, such as {@code openid profile groups}. */
    public OidcClient scope(String names) {
        return new OidcClient(
                identityProvider, protocol, clientId, clientSecret, discoveryEndpoint, endpoints, names, tokenType);
    }

    /** Which of the provider's tokens Identity wants: {@code access_token}, or {@code id_token}. */
    public OidcClient tokenType(String type) {
        return new OidcClient(
                identityProvider, protocol, clientId, clientSecret, discoveryEndpoint, endpoints, scope, type);
    }

    String clientId() {
        return clientId;
    }

    String scope() {
        return scope;
    }

    String tokenType() {
        return tokenType;
    }

    /** All that makes it another client than others, its secret included. */
    List<Object> fingerprint() {
        return List.of(
                identityProvider,
                protocol,
                clientId,
                clientSecret == null ? "" : clientSecret,
                discoveryEndpoint == null ? "" : discoveryEndpoint,
                endpoints,
                scope,
                tokenType);
    }

    /** Where Identity takes the provider's tokens. */
    String federation(String identity) {
        return identity + "/OS-FEDERATION/identity_providers/" + identityProvider + "/protocols/" + protocol + "/auth";
    }

    /**
     * Refuses a client that cannot know these addresses.
     *
     * @throws IllegalArgumentException when they are neither given nor told by the provider; it names their keys in clouds.yaml
     */
    void require(List<String> names) {
        String missing = missing(names, JsonObject.EMPTY);
        if (discoveryEndpoint == null && !missing.isEmpty()) {
            throw new IllegalArgumentException("The client needs " + missing + ", or discovery_endpoint");
        }
    }

    /** What the provider tells of itself, with all these addresses that are not given; nothing when it is not asked. */
    JsonObject document(OAuthServer server, List<String> needed) {
        if (discoveryEndpoint == null) {
            return JsonObject.EMPTY;
        }
        JsonObject document = server.granted(HttpCall.get(discoveryEndpoint)).body();
        String missing = missing(needed, document);
        if (!missing.isEmpty()) {
            throw new EndpointMissing(
                    "The identity provider does not tell where it is, at " + discoveryEndpoint + ": give " + missing,
                    ErrorContext.NONE,
                    null);
        }
        return document;
    }

    /** The keys in clouds.yaml of those that nothing tells. */
    private String missing(List<String> names, JsonObject document) {
        return names.stream()
                .filter(name ->
                        !endpoints.containsKey(name) && document.text(name).isEmpty())
                .map(name -> name.equals(TOKENS) ? "access_token_endpoint" : name)
                .collect(Collectors.joining(" and "));
    }

    /** An address of the provider, one of those that were required. */
    String address(String name, JsonObject document) {
        return Optional.ofNullable(endpoints.get(name))
                .or(() -> document.text(name))
                .orElseThrow();
    }

    /**
     * A request to the provider. A client with a secret shows it in the header, as RFC 6749 wants every server to
     * understand; one without says who it is in the form.
     */
    HttpCall request(String address, Map<String, String> form) {
        if (clientSecret != null) {
            return Wire.form(address, form).withHeader("Authorization", Wire.basic(clientId, clientSecret));
        }
        Map<String, String> named = new LinkedHashMap<>(form);
        named.put("client_id", clientId);
        return Wire.form(address, named);
    }

    /** Client and provider; never the secret. */
    @Override
    public String toString() {
        return "client " + clientId + " of " + identityProvider;
    }
}
