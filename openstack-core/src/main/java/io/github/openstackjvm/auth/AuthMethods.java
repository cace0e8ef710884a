package io.github.openstackjvm.auth;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.function.Function;

import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.error.ConfigInvalid;
import io.github.openstackjvm.resource.Secret;

/** Finds the authentication method that a configuration asks for. */
public final class AuthMethods {
    /** Where a browser comes back to when nothing says it: a free port, as RFC 8252 has it for programs on one's machine. */
    private static final URI CALLBACK = URI.create("http://127.0.0.1:0/callback");

    private static final String TOKENS = "access_token_endpoint or discovery_endpoint";

    /** By {@code auth_type}, under the names that keystoneauth knows them by. */
    private static final Map<String, Function<AuthSettings, AuthMethod>> BUILT_IN = new LinkedHashMap<>();

    static {
        BUILT_IN.put("password", AuthMethods::anyPassword);
        BUILT_IN.put("token", AuthMethods::anyToken);
        BUILT_IN.put("v3password", AuthMethods::password);
        BUILT_IN.put("v3token", AuthMethods::token);
        BUILT_IN.put("v3applicationcredential", AuthMethods::application);
        BUILT_IN.put("v3totp", AuthMethods::totp);
        BUILT_IN.put("v3multifactor", AuthMethods::multifactor);
        BUILT_IN.put("v3oauth1", AuthMethods::oauth1);
        BUILT_IN.put("v3oauth2clientcredential", AuthMethods::oauth2);
        BUILT_IN.put("v3oidcpassword", AuthMethods::oidcPassword);
        BUILT_IN.put("v3oidcclientcredentials", AuthMethods::oidcClientCredentials);
        BUILT_IN.put("v3oidcauthcode", AuthMethods::oidcCode);
        BUILT_IN.put("v3oidcaccesstoken", AuthMethods::oidcAccessToken);
        BUILT_IN.put("v3oidcdeviceauthz", AuthMethods::oidcDevice);
        BUILT_IN.put("v3tokenlessauth", AuthMethods::tokenless);
        BUILT_IN.put("v3k2k", AuthMethods::keystoneToKeystone);
        BUILT_IN.put("v2password", AuthMethods::v2Password);
        BUILT_IN.put("v2token", AuthMethods::v2Token);
        BUILT_IN.put("rackspace_apikey", AuthMethods::apiKey);
        BUILT_IN.put("http_basic", AuthMethods::httpBasic);
        BUILT_IN.put("admin_token", AuthMethods::adminToken);
        BUILT_IN.put("none", AuthMethods::none);
        BUILT_IN.put("noauth", AuthMethods::none);
    }

    /**
     * What may be one of several.
     *
     * @param needs the values it is made of
     */
    private record Proof(List<String> needs, Function<AuthSettings, V3Auth<?>> make) {}

    private static final Proof APPLICATION =
            new Proof(List.of("application_credential_secret"), AuthMethods::application);

    /** By names in {@code auth_methods}, without the version before them. */
    private static final Map<String, Proof> PROOFS = Map.of(
            "password", new Proof(List.of("username or user_id", "password"), AuthMethods::passwordOf),
            "totp", new Proof(List.of("username or user_id", "passcode or totp_seed"), AuthMethods::totpOf),
            "token", new Proof(List.of("token"), settings -> TokenAuth.of(settings.secret("token"))),
            "applicationcredential", APPLICATION,
            "application_credential", APPLICATION);

    private AuthMethods() {}

    /**
     * The method given in code, or else the one described by {@code auth_type} and {@code auth}. Sends nothing.
     *
     * @throws ConfigInvalid when there is no such type, or values are missing; it names all of them
     */
    public static AuthMethod of(CloudConfig config) {
        Optional<AuthMethod> given = config.authMethod();
        return given.isPresent() ? given.get() : made(config, factories());
    }

    private static Iterable<AuthMethodFactory> factories() {
        return ServiceLoader.load(AuthMethodFactory.class, AuthMethods.class.getClassLoader());
    }

    static AuthMethod made(CloudConfig config, Iterable<AuthMethodFactory> factories) {
        Function<AuthSettings, AuthMethod> maker = maker(config.authType().toLowerCase(Locale.ROOT), factories)
                .orElseThrow(() -> unknown(config, factories));
        try {
            return maker.apply(new AuthSettings(config));
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            throw new ConfigInvalid(List.of("auth_type %s does not work with what %s gives for it: %s"
                    .formatted(config.authType(), config.origin(), e.getMessage())));
        }
    }

    private static Optional<Function<AuthSettings, AuthMethod>> maker(
            String type, Iterable<AuthMethodFactory> factories) {
        Function<AuthSettings, AuthMethod> builtIn = BUILT_IN.get(type);
        if (builtIn != null) {
            return Optional.of(builtIn);
        }
        for (AuthMethodFactory factory : factories) {
            if (factory.types().contains(type)) {
                return Optional.of(factory::make);
            }
        }
        return Optional.empty();
    }

    private static ConfigInvalid unknown(CloudConfig config, Iterable<AuthMethodFactory> factories) {
        TreeSet<String> types = new TreeSet<>(BUILT_IN.keySet());
        factories.forEach(factory -> types.addAll(factory.types()));
        return new ConfigInvalid(List.of("auth_type " + config.authType()
                + config.source("auth_type").map(source -> " of " + source).orElse("")
                + " is not known. There are " + String.join(", ", types)));
    }

    private static AuthMethod anyPassword(AuthSettings settings) {
        settings.require("username or user_id", "password");
        if (settings.has("service_provider")) {
            return keystoneToKeystone(settings);
        }
        return new DiscoveredAuth(passwordOf(settings), v2PasswordOf(settings), settings.scope());
    }

    private static AuthMethod anyToken(AuthSettings settings) {
        settings.require("token");
        Secret token = settings.secret("token");
        return new DiscoveredAuth(TokenAuth.of(token), V2TokenAuth.of(token), settings.scope());
    }

    private static AuthMethod password(AuthSettings settings) {
        settings.require("username or user_id", "password");
        return passwordOf(settings);
    }

    private static PasswordAuth passwordOf(AuthSettings settings) {
        return new PasswordAuth(settings.user(), settings.secret("password"), settings.scope());
    }

    private static AuthMethod token(AuthSettings settings) {
        settings.require("token");
        return TokenAuth.of(settings.secret("token")).withScope(settings.scope());
    }

    private static ApplicationCredentialAuth application(AuthSettings settings) {
        boolean byName = !settings.has("application_credential_id") && settings.has("application_credential_name");
        if (byName) {
            settings.require("application_credential_secret", "username or user_id");
        } else {
            settings.require(
                    "application_credential_id or application_credential_name", "application_credential_secret");
        }
        Secret secret = settings.secret("application_credential_secret");
        return byName
                ? ApplicationCredentialAuth.named(settings.text("application_credential_name"), settings.user(), secret)
                : ApplicationCredentialAuth.id(settings.text("application_credential_id"), secret);
    }

    private static AuthMethod totp(AuthSettings settings) {
        settings.require("username or user_id", "passcode or totp_seed");
        return totpOf(settings);
    }

    private static TotpAuth totpOf(AuthSettings settings) {
        Passcode passcode = settings.findSecret("passcode")
                .map(Passcode::once)
                .orElseGet(() -> Passcode.fromSeed(settings.secret("totp_seed")));
        return new TotpAuth(settings.user(), passcode, settings.scope());
    }

    private static AuthMethod multifactor(AuthSettings settings) {
        settings.require("auth_methods");
        List<Proof> proofs = settings.list("auth_methods").stream()
                .map(name -> Optional.ofNullable(PROOFS.get(name.replaceFirst("^v3", "")))
                        .orElseThrow(() -> new IllegalArgumentException("auth_methods has " + name
                                + ", but can have v3password, v3totp, v3token and v3applicationcredential")))
                .toList();
        settings.require(proofs.stream()
                .flatMap(proof -> proof.needs().stream())
                .distinct()
                .toArray(String[]::new));
        List<V3Auth<?>> methods = new ArrayList<>();
        proofs.forEach(proof -> methods.add(proof.make().apply(settings)));
        return new MultifactorAuth(methods, false, settings.scope());
    }

    private static AuthMethod oauth1(AuthSettings settings) {
        settings.require("consumer_key", "consumer_secret", "access_key", "access_secret");
        return OAuth1Auth.of(
                settings.text("consumer_key"),
                settings.secret("consumer_secret"),
                settings.text("access_key"),
                settings.secret("access_secret"));
    }

    private static AuthMethod oauth2(AuthSettings settings) {
        settings.require("oauth2_client_id", "oauth2_client_secret");
        String id = settings.text("oauth2_client_id");
        Secret secret = settings.secret("oauth2_client_secret");
        return settings.either(
                "oauth2_endpoint",
                endpoint -> OAuth2ClientCredentialAuth.at(endpoint, id, secret),
                OAuth2ClientCredentialAuth.of(id, secret));
    }

    private static AuthMethod oidcPassword(AuthSettings settings) {
        OidcClient client = client(settings, TOKENS, "username", "password");
        return OidcAuth.password(client, settings.text("username"), settings.secret("password"))
                .withScope(settings.scope());
    }

    private static AuthMethod oidcClientCredentials(AuthSettings settings) {
        OidcClient client = client(settings, TOKENS, "client_secret");
        return OidcAuth.clientCredentials(client).withScope(settings.scope());
    }

    private static AuthMethod oidcCode(AuthSettings settings) {
        URI redirect = settings.find("redirect_uri").map(URI::create).orElse(null);
        Optional<Secret> code = settings.findSecret("code");
        OidcAuth method = code.isPresent()
                ? OidcAuth.code(client(settings, TOKENS), code.get(), redirect)
                : OidcAuth.browser(
                        client(settings, TOKENS, "authorization_endpoint or discovery_endpoint"),
                        redirect == null ? CALLBACK : redirect,
                        settings.prompt());
        return method.withScope(settings.scope());
    }

    private static AuthMethod oidcDevice(AuthSettings settings) {
        OidcClient client = client(settings, TOKENS, "device_authorization_endpoint or discovery_endpoint");
        return OidcAuth.device(client, settings.prompt()).withScope(settings.scope());
    }

    private static AuthMethod oidcAccessToken(AuthSettings settings) {
        settings.require("identity_provider", "protocol", "access_token");
        return OidcAuth.accessToken(
                        settings.text("identity_provider"), settings.text("protocol"), settings.secret("access_token"))
                .withScope(settings.scope());
    }

    private static OidcClient client(AuthSettings settings, String... further) {
        List<String> needed = new ArrayList<>(List.of("identity_provider", "protocol", "client_id"));
        needed.addAll(List.of(further));
        settings.require(needed.toArray(String[]::new));
        OidcClient client = OidcClient.of(
                settings.text("identity_provider"), settings.text("protocol"), settings.text("client_id"));
        client = settings.findSecret("client_secret").map(client::secret).orElse(client);
        client = settings.either("discovery_endpoint", client::discovery, client);
        client = settings.either("access_token_endpoint", client::tokenEndpoint, client);
        client = settings.either("authorization_endpoint", client::authorizationEndpoint, client);
        client = settings.either("device_authorization_endpoint", client::deviceEndpoint, client);
        client = settings.either("openid_scope", client::scope, client);
        return settings.either("access_token_type", client::tokenType, client);
    }

    private static AuthMethod tokenless(AuthSettings settings) {
        settings.require("auth_url", "project_id or project_name or domain_id or domain_name");
        return TokenlessAuth.at(settings.text("auth_url")).withScope(settings.scope());
    }

    private static AuthMethod keystoneToKeystone(AuthSettings settings) {
        settings.require("service_provider", "username or user_id", "password");
        return KeystoneToKeystoneAuth.of(passwordOf(settings), settings.text("service_provider"))
                .withScope(settings.remoteScope());
    }

    private static AuthMethod v2Password(AuthSettings settings) {
        settings.require("username or user_id", "password");
        return v2PasswordOf(settings).withScope(settings.scope());
    }

    private static V2PasswordAuth v2PasswordOf(AuthSettings settings) {
        Secret password = settings.secret("password");
        return settings.find("user_id")
                .map(id -> V2PasswordAuth.userId(id, password))
                .orElseGet(() -> V2PasswordAuth.user(settings.text("username"), password));
    }

    private static AuthMethod v2Token(AuthSettings settings) {
        settings.require("token");
        return V2TokenAuth.of(settings.secret("token")).withScope(settings.scope());
    }

    private static AuthMethod apiKey(AuthSettings settings) {
        settings.require("username", "api_key");
        return ApiKeyAuth.of(settings.text("username"), settings.secret("api_key"))
                .withScope(settings.scope());
    }

    private static AuthMethod httpBasic(AuthSettings settings) {
        settings.require("username", "password");
        String username = settings.text("username");
        Secret password = settings.secret("password");
        return settings.either(
                "endpoint",
                endpoint -> HttpBasicAuth.at(endpoint, username, password),
                HttpBasicAuth.withoutEndpoint(username, password));
    }

    private static AuthMethod adminToken(AuthSettings settings) {
        settings.require("token");
        Secret token = settings.secret("token");
        return settings.either(
                "endpoint", endpoint -> AdminTokenAuth.at(endpoint, token), AdminTokenAuth.withoutEndpoint(token));
    }

    private static AuthMethod none(AuthSettings settings) {
        return settings.either("endpoint", NoAuth::at, NoAuth.withoutEndpoint());
    }
}
