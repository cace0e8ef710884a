package io.github.openstackjvm.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;

import io.github.openstackjvm.auth.AuthMethod;
import io.github.openstackjvm.error.ConfigInvalid;
import io.github.openstackjvm.internal.config.Flat;
import io.github.openstackjvm.internal.config.Loaded;
import io.github.openstackjvm.internal.config.Profiles;
import io.github.openstackjvm.internal.config.Proxies;
import io.github.openstackjvm.internal.config.Source;
import io.github.openstackjvm.internal.config.Sources;
import io.github.openstackjvm.internal.config.Surroundings;
import io.github.openstackjvm.internal.config.Tree;
import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.ApiVersion;
import io.github.openstackjvm.session.EndpointInterface;
import io.github.openstackjvm.session.Microversion;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.spi.CallListener;
import io.github.openstackjvm.spi.Prompt;
import io.github.openstackjvm.spi.Ticker;
import io.github.openstackjvm.transport.Transport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives values in code. They overlay whatever was read from files or variables: {@code CloudConfig.named("prod").toBuilder()}
 * begins with an entry, {@link CloudConfig#builder()} with nothing. A value that excludes another one removes it:
 * {@link #projectId} the project's name, {@link #systemScope} the project, {@link #token} the password.
 *
 * <p>Every value goes under its name in clouds.yaml, so {@link #set} reaches all of them.
 */
public final class CloudConfigBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(CloudConfig.class);
    private static final List<String> PROJECT =
            List.of("project_id", "project_name", "project_domain_id", "project_domain_name");
    private static final List<String> OTHER_SCOPES =
            List.of("domain_id", "domain_name", "system_scope", "trust_id", "unscoped");
    private static final List<String> CREDENTIALS = List.of(
            "password",
            "token",
            "application_credential_id",
            "application_credential_name",
            "application_credential_secret",
            "api_key",
            "passcode",
            "totp_seed");

    Loaded loaded;
    final Surroundings around;
    /** Warnings that were logged: those of what was loaded are the same however often it is overlaid. */
    private final Set<String> logged;

    /** What code says; null takes a value away which the entry has. */
    final Map<String, Tree.@Nullable Text> code;

    @Nullable
    AuthMethod authMethod;

    @Nullable
    ResiliencePolicy resilience;

    @Nullable
    Transport transport;

    @Nullable
    Ticker ticker;

    CallListener listener = CallListener.NONE;
    Prompt prompt = Prompt.STANDARD_ERROR;
    boolean revokesOnClose;
    /** Whether credentials and other secrets of what was loaded are left out. */
    boolean shared;

    @Nullable
    ExecutorService executor;

    CloudConfigBuilder(Loaded loaded, Surroundings around) {
        this.loaded = loaded;
        this.around = around;
        this.logged = ConcurrentHashMap.newKeySet();
        this.code = new LinkedHashMap<>();
    }

    /**
     * Begins with a section of {@code ~/.openstack/providers.ini}.
     *
     * @throws ConfigInvalid when there is none of this name; it lists those there are
     */
    public static CloudConfigBuilder ofProvider(String name) {
        return of(Sources.provider(name, Surroundings.ofProcess()), Surroundings.ofProcess());
    }

    /** Begins with the {@code OS_*} variables. */
    public static CloudConfigBuilder ofEnvironment() {
        return of(Sources.environment(Surroundings.ofProcess()), Surroundings.ofProcess());
    }

    /**
     * Begins with the files {@code username}, {@code password} and {@code apikey} of {@code ~/.openstack}, and with
     * {@code OS_AUTH_URL}, for which there is no such file.
     *
     * @throws ConfigInvalid when there are none
     */
    public static CloudConfigBuilder ofFiles() {
        return of(Sources.files(Surroundings.ofProcess()), Surroundings.ofProcess());
    }

    /**
     * Begins with what the older library logs in with when it is told nothing: the environment first, and the files of
     * {@code ~/.openstack} for the name and the password that it lacks; or else what {@link CloudConfig#discover} finds.
     *
     * @throws ConfigInvalid when there is nothing at all
     */
    public static CloudConfigBuilder ofWhateverThereIs() {
        return of(Sources.whatever(Surroundings.ofProcess()), Surroundings.ofProcess());
    }

    static CloudConfigBuilder of(Loaded loaded, Surroundings around) {
        return new CloudConfigBuilder(loaded, around);
    }

    CloudConfigBuilder(CloudConfigBuilder other) {
        this.loaded = other.loaded;
        this.around = other.around;
        this.logged = other.logged;
        this.code = new LinkedHashMap<>(other.code);
        this.authMethod = other.authMethod;
        this.resilience = other.resilience;
        this.transport = other.transport;
        this.ticker = other.ticker;
        this.listener = other.listener;
        this.prompt = other.prompt;
        this.revokesOnClose = other.revokesOnClose;
        this.shared = other.shared;
        this.executor = other.executor;
    }

    /**
     * Checks all values and returns the configuration. Later calls on this builder do not change it.
     *
     * @throws ConfigInvalid naming every problem at once
     */
    public CloudConfig build() {
        CloudConfig config = new CloudConfig(new CloudConfigBuilder(this));
        config.warnings().stream().filter(logged::add).forEach(LOG::warn);
        return config;
    }

    /** Sets any key by its name in clouds.yaml. What belongs to {@code auth} finds its way there. */
    public CloudConfigBuilder set(String key, String value) {
        String known = Flat.key(key);
        if (known.equals("profile")) {
            return profile(value);
        }
        code.put(known, new Tree.Text(value, Source.CODE));
        return this;
    }

    /**
     * The public cloud whose values fill the gaps: one of clouds-public.yaml, one that is built in, such as {@code ovh}, or the
     * address of a vendor, from where it is fetched now.
     */
    public CloudConfigBuilder profile(String name) {
        loaded = Profiles.named(name, loaded, around);
        return this;
    }

    /** What the cloud is called in messages. */
    public CloudConfigBuilder name(String name) {
        return set("name", name);
    }

    /** The way to authenticate, such as {@code v3password}. Credentials given in code choose it by themselves. */
    public CloudConfigBuilder authType(String type) {
        return set("auth_type", type);
    }

    /** The address of Identity, with or without its version. */
    public CloudConfigBuilder authUrl(String url) {
        return set("auth.auth_url", url);
    }

    /** The user by name; see {@link #userDomainName}. */
    public CloudConfigBuilder username(String name) {
        return without("user_id").set("auth.username", name);
    }

    /** The user by id. */
    public CloudConfigBuilder userId(String id) {
        return without("username").set("auth.user_id", id);
    }

    /** The domain of the user's name. */
    public CloudConfigBuilder userDomainName(String name) {
        return without("user_domain_id").set("auth.user_domain_name", name);
    }

    /** The domain of the user's name. */
    public CloudConfigBuilder userDomainId(String id) {
        return without("user_domain_name").set("auth.user_domain_id", id);
    }

    /** Authenticates by password. */
    public CloudConfigBuilder password(Secret password) {
        return credentials("password").set("auth.password", password.reveal());
    }

    /** Authenticates by password. */
    public CloudConfigBuilder password(String password) {
        return password(Secret.of(password));
    }

    /** Authenticates by a user's API key at Identity of Rackspace; needs {@link #username}. */
    public CloudConfigBuilder apiKey(Secret key) {
        return credentials("rackspace_apikey").set("auth.api_key", key.reveal());
    }

    /** Adds the passcode of a second factor. */
    public CloudConfigBuilder passcode(Secret passcode) {
        return set("auth.passcode", passcode.reveal());
    }

    /** Authenticates by a token that exists already. */
    public CloudConfigBuilder token(Secret token) {
        return credentials("v3token").set("auth.token", token.reveal());
    }

    /** Authenticates by an application credential, which brings its own scope. */
    public CloudConfigBuilder applicationCredential(String id, Secret secret) {
        return credentials("v3applicationcredential")
                .without(PROJECT)
                .without(OTHER_SCOPES)
                .set("auth.application_credential_id", id)
                .set("auth.application_credential_secret", secret.reveal());
    }

    /** The same by the credential's name; needs {@link #userId}, or {@link #username} with its domain. */
    public CloudConfigBuilder applicationCredentialNamed(String name, Secret secret) {
        return credentials("v3applicationcredential")
                .without(PROJECT)
                .without(OTHER_SCOPES)
                .set("auth.application_credential_name", name)
                .set("auth.application_credential_secret", secret.reveal());
    }

    /**
     * Forgets how to log in, and every other secret: the key's password, user and password of a proxy, what nobody here knows.
     * What is left may be handed to others. How to log in is to be said anew.
     */
    public CloudConfigBuilder withoutCredentials() {
        shared = true;
        authMethod = null;
        code.keySet().removeIf(key -> !Flat.shareable(key));
        code.replaceAll((key, value) -> value == null ? null : Flat.shared(value));
        return this;
    }

    /** Authenticates by this method, whatever the other values say; null: by what they say. */
    public CloudConfigBuilder authMethod(@Nullable AuthMethod method) {
        this.authMethod = method;
        return this;
    }

    /** The project by name; see {@link #projectDomainName}. */
    public CloudConfigBuilder projectName(String name) {
        return without("project_id").without(OTHER_SCOPES).set("auth.project_name", name);
    }

    /** The project by id. */
    public CloudConfigBuilder projectId(String id) {
        return without(PROJECT).without(OTHER_SCOPES).set("auth.project_id", id);
    }

    /** The domain of the project's name. */
    public CloudConfigBuilder projectDomainName(String name) {
        return without("project_domain_id").set("auth.project_domain_name", name);
    }

    /** The domain of the project's name. */
    public CloudConfigBuilder projectDomainId(String id) {
        return without("project_domain_name").set("auth.project_domain_id", id);
    }

    /** The scope is a domain. */
    public CloudConfigBuilder domainName(String name) {
        return without(PROJECT).without(OTHER_SCOPES).set("auth.domain_name", name);
    }

    /** The scope is a domain. */
    public CloudConfigBuilder domainId(String id) {
        return without(PROJECT).without(OTHER_SCOPES).set("auth.domain_id", id);
    }

    /** The scope is the whole deployment. */
    public CloudConfigBuilder systemScope() {
        return without(PROJECT).without(OTHER_SCOPES).set("auth.system_scope", "all");
    }

    /** The scope is what another user delegated. */
    public CloudConfigBuilder trustId(String id) {
        return without(PROJECT).without(OTHER_SCOPES).set("auth.trust_id", id);
    }

    /** The token is for nothing but Identity. */
    public CloudConfigBuilder unscoped() {
        return without(PROJECT).without(OTHER_SCOPES).set("auth.unscoped", "true");
    }

    /** The region, with the values that the entry has for it. */
    public CloudConfigBuilder region(String name) {
        return set("region_name", name);
    }

    /** The region of this service, whichever the others are in. */
    public CloudConfigBuilder region(ServiceType service, String name) {
        return set(service, "region_name", name);
    }

    /** Which endpoints are used, the preferred one first. */
    public CloudConfigBuilder interfaces(EndpointInterface... preferred) {
        return set("interface", wire(preferred));
    }

    /** Which endpoints of this service are used, the preferred one first. */
    public CloudConfigBuilder interfaces(ServiceType service, EndpointInterface... preferred) {
        return set(service, "interface", wire(preferred));
    }

    private static String wire(EndpointInterface... preferred) {
        return Arrays.stream(preferred).map(EndpointInterface::wire).collect(Collectors.joining(","));
    }

    /**
     * The service's address, instead of the catalog's. Its versions are found out there; when nothing says which there are, the
     * address is taken as it stands. It may hold {@code %(project_id)s}.
     */
    public CloudConfigBuilder endpointOverride(ServiceType service, String url) {
        return set(service, "endpoint_override", url);
    }

    /** The microversion for calls that do not say one. */
    public CloudConfigBuilder defaultMicroversion(ServiceType service, Microversion version) {
        return set(service, "default_microversion", version.toString());
    }

    /** The major version of the service's API. */
    public CloudConfigBuilder apiVersion(ServiceType service, ApiVersion version) {
        return set(service, "api_version", version.major() + "." + version.minor());
    }

    /** The type under which the catalog has the service. */
    public CloudConfigBuilder serviceType(ServiceType service, String type) {
        return set(service, "service_type", type);
    }

    /** The name under which the catalog has the service. */
    public CloudConfigBuilder serviceName(ServiceType service, String name) {
        return set(service, "service_name", name);
    }

    /** Says that the cloud has no such service. */
    public CloudConfigBuilder disable(ServiceType service, String reason) {
        return set("has_" + key(service), "false").set(service, "disabled_reason", reason);
    }

    /** Whether servers' certificates are checked. Without, anybody on the way can read and change everything. */
    public CloudConfigBuilder verify(boolean verify) {
        code.put("insecure", null);
        return set("verify", Boolean.toString(verify));
    }

    /** PEM file of the authorities that sign the servers' certificates. */
    public CloudConfigBuilder cacert(Path file) {
        return set("cacert", file.toString());
    }

    /** PEM files of the client's certificate and its key; both may be the same file. */
    public CloudConfigBuilder clientCertificate(Path certificate, Path key) {
        return set("cert", certificate.toString()).set("key", key.toString());
    }

    /** The password of the client's key. */
    public CloudConfigBuilder keyPassword(Secret password) {
        return set("key_password", password.reveal());
    }

    /** The proxy for URLs of this scheme, {@code http} or {@code https}. */
    public CloudConfigBuilder proxy(String scheme, String url) {
        return set("proxies." + scheme, url);
    }

    /** Hosts that are reached without a proxy; a leading dot means all hosts below. */
    public CloudConfigBuilder noProxy(String... hosts) {
        return set("proxies.no_proxy", String.join(",", hosts));
    }

    /**
     * Takes the proxies that the environment names in {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY}, in capitals
     * or not. Without, the environment's proxies are not used.
     */
    public CloudConfigBuilder proxiesOfEnvironment() {
        code.putAll(Proxies.ofEnvironment(around));
        return this;
    }

    /**
     * Takes the proxies that this JVM was told of by {@code https.proxyHost} and {@code https.proxyPort}, the same with
     * {@code http}, and {@code http.nonProxyHosts}. Without, the JVM's proxies are not used.
     */
    public CloudConfigBuilder proxiesOfJvm() {
        code.putAll(Proxies.ofJvm(System::getProperty));
        return this;
    }

    /** How calls are protected, in place of all that files say about time-outs and retries. */
    public CloudConfigBuilder resilience(ResiliencePolicy policy) {
        this.resilience = policy;
        return this;
    }

    /** What sends the requests, instead of the built-in transport. Whoever gives it closes it. */
    public CloudConfigBuilder transport(Transport custom) {
        this.transport = custom;
        return this;
    }

    /** The clock, instead of the machine's. */
    public CloudConfigBuilder ticker(Ticker clock) {
        this.ticker = clock;
        return this;
    }

    /** What runs asynchronous calls. Whoever gives it shuts it down. */
    public CloudConfigBuilder executor(ExecutorService custom) {
        this.executor = custom;
        return this;
    }

    /** Is told what happens to calls. */
    public CloudConfigBuilder listener(CallListener custom) {
        this.listener = custom;
        return this;
    }

    /**
     * Ends the tokens that were issued, when the cloud is closed: {@code DELETE /v3/auth/tokens} for each, at the Identity that
     * issued it, within five seconds for all. Without, they end by themselves, as most programs let them, and so do those that
     * were brought along, those of Identity's version 2.0, and those that are {@linkplain #tokenCache kept on disk}, which
     * other processes use, too.
     */
    public CloudConfigBuilder revokeOnClose(boolean revoke) {
        this.revokesOnClose = revoke;
        return this;
    }

    /**
     * Keeps tokens in this directory, one file a scope, for other processes and later ones: readable by their owner only,
     * written by one process at a time, and given to who has the credentials with which they were got. Whoever can read such
     * a file can do what the token allows.
     */
    public CloudConfigBuilder tokenCache(Path directory) {
        return set("token_cache", directory.toString());
    }

    /** Tells a person what a login needs of them, such as an address to be opened in a browser. */
    public CloudConfigBuilder prompt(Prompt custom) {
        this.prompt = custom;
        return this;
    }

    /** What is added to the User-Agent, such as {@code my-tool/1.2}. */
    public CloudConfigBuilder userAgent(String suffix) {
        return set("user_agent", suffix);
    }

    private CloudConfigBuilder set(ServiceType service, String what, String value) {
        // What the entry says under an older name of the service must not win over code.
        service.names().forEach(name -> code.put(name.replace('-', '_') + "_" + what, null));
        return set(key(service) + "_" + what, value);
    }

    private CloudConfigBuilder credentials(String type) {
        return without(CREDENTIALS).authType(type);
    }

    private CloudConfigBuilder without(String key) {
        code.put("auth." + key, null);
        return this;
    }

    private CloudConfigBuilder without(List<String> keys) {
        keys.forEach(this::without);
        return this;
    }

    private static String key(ServiceType service) {
        return service.value().replace('-', '_');
    }
}
