package io.github.openstackjvm.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

import io.github.openstackjvm.auth.AuthMethod;
import io.github.openstackjvm.auth.AuthMethods;
import io.github.openstackjvm.auth.Scope;
import io.github.openstackjvm.error.ConfigInvalid;
import io.github.openstackjvm.internal.config.Checks;
import io.github.openstackjvm.internal.config.Explanation;
import io.github.openstackjvm.internal.config.Flat;
import io.github.openstackjvm.internal.config.Knobs;
import io.github.openstackjvm.internal.config.Loaded;
import io.github.openstackjvm.internal.config.Problems;
import io.github.openstackjvm.internal.config.Settings;
import io.github.openstackjvm.internal.config.Source;
import io.github.openstackjvm.internal.config.Sources;
import io.github.openstackjvm.internal.config.Surroundings;
import io.github.openstackjvm.internal.config.Tree;
import io.github.openstackjvm.internal.config.YamlText;
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

/**
 * Where a cloud is, who asks, and how: one entry of clouds.yaml, the {@code OS_*} variables, or values given in code.
 * Immutable, checked as a whole when it is made, and every value knows its source: see {@link #explain()}.
 *
 * <p>Files are searched in the working directory, {@code $XDG_CONFIG_HOME/openstack}, {@code ~/.config/openstack} and
 * {@code /etc/openstack}, as {@code .yaml}, {@code .yml} and {@code .json}; the first clouds.yaml found is the only one
 * that counts, and so is the first secure.yaml, which overlays it, and the first clouds-public.yaml, whose profiles fill
 * gaps. {@code OS_CLIENT_CONFIG_FILE} and {@code OS_CLIENT_SECURE_FILE} name the file instead.
 */
public final class CloudConfig {
    private final CloudConfigBuilder made;
    private final Settings settings;
    private final List<String> warnings;

    CloudConfig(CloudConfigBuilder made) {
        this.made = made;
        Problems problems = new Problems();
        problems.addAll(made.loaded.problems());
        Tree.Text region = made.code.get("region_name");
        Map<String, Tree> flat = Flat.of(made.loaded.entry(), region == null ? null : region.text(), problems);
        if (made.shared) {
            flat.keySet().removeIf(key -> !Flat.shareable(key));
            flat.replaceAll((key, value) -> Flat.shared(value));
        }
        made.code.forEach((key, value) -> {
            if (value == null) {
                flat.remove(key);
            } else {
                flat.put(key, value);
            }
        });
        Flat.fillIn(flat);
        this.settings = Settings.read(flat, made.around, problems);
        boolean understood = problems.found().isEmpty();
        Checks.all(settings, made.loaded, made.authMethod != null, problems);
        if (understood && !problems.found().isEmpty()) {
            problems.addAll(lacking());
        }
        problems.raise();
        this.warnings = Checks.exposedSecrets(settings, made.around).stream()
                .map(file -> file + " holds a secret and can be read by every user of this machine: chmod 600 " + file)
                .toList();
    }

    /** What the way to authenticate lacks: without other problems, it is told when somebody connects. */
    private List<String> lacking() {
        try {
            AuthMethods.of(this);
            return List.of();
        } catch (ConfigInvalid e) {
            return e.problems();
        }
    }

    /**
     * Reads the entry of this name from clouds.yaml, secure.yaml and clouds-public.yaml. Variables have no say, but for
     * those that name the files. A profile that is an address is fetched from there.
     *
     * @throws ConfigInvalid naming every problem at once
     */
    public static CloudConfig named(String cloud) {
        return named(cloud, Surroundings.ofProcess());
    }

    /**
     * The same from this clouds.yaml, with the secure.yaml and clouds-public.yaml beside it and no others.
     *
     * @throws ConfigInvalid naming every problem at once
     */
    public static CloudConfig named(String cloud, Path cloudsFile) {
        Surroundings around = Surroundings.ofProcess().onlyBeside(cloudsFile);
        return named(cloud, around);
    }

    /**
     * Reads the {@code OS_*} variables, all that the {@code openstack} command reads, and no file but that of the profile which
     * {@code OS_PROFILE} names.
     *
     * @throws ConfigInvalid naming every problem at once
     */
    public static CloudConfig fromEnvironment() {
        return fromEnvironment(Surroundings.ofProcess());
    }

    /**
     * Takes the first that exists, alone: the entry that {@code OS_CLOUD} names, the {@code OS_*} variables, the only
     * entry of clouds.yaml, the only section of {@code ~/.openstack/providers.ini}.
     *
     * @throws ConfigInvalid when there is none, or several to choose from; it lists them
     */
    public static CloudConfig discover() {
        return discover(Surroundings.ofProcess());
    }

    /** The names of all entries of clouds.yaml and secure.yaml, in their order; empty when there are no such files. */
    public static List<String> list() {
        return list(Surroundings.ofProcess());
    }

    /** Begins a configuration with nothing. */
    public static CloudConfigBuilder builder() {
        return new CloudConfigBuilder(Loaded.NOTHING, Surroundings.ofProcess());
    }

    static CloudConfig named(String cloud, Surroundings around) {
        return read(Sources.named(cloud, around), around);
    }

    static CloudConfig fromEnvironment(Surroundings around) {
        return read(Sources.environment(around), around);
    }

    static CloudConfig discover(Surroundings around) {
        return read(Sources.discover(around), around);
    }

    static List<String> list(Surroundings around) {
        return Sources.names(around);
    }

    private static CloudConfig read(Loaded loaded, Surroundings around) {
        return new CloudConfigBuilder(loaded, around).build();
    }

    /** Begins with this configuration; what is given then overlays it. */
    public CloudConfigBuilder toBuilder() {
        return new CloudConfigBuilder(made);
    }

    /** What the cloud is called in messages: its name in clouds.yaml, or else the host of its Identity. */
    public String name() {
        return settings.text("name")
                .or(() -> Optional.of(made.loaded.name()).filter(name -> !name.isEmpty()))
                .or(() -> authUrl().map(url -> URI.create(url).getHost()))
                .orElse("cloud");
    }

    /** Where it was read, in words that begin a sentence about what is missing there. */
    public String origin() {
        return made.loaded.where();
    }

    /** The way to authenticate. Without {@code auth_type}, the credentials that there are decide. */
    public String authType() {
        return Checks.authType(settings);
    }

    /** The address of Identity without a slash at its end; methods that do not ask Identity have none. */
    public Optional<String> authUrl() {
        return settings.text("auth.auth_url");
    }

    /**
     * All values of {@code auth} by their names: each a {@link String}, a {@link Secret}, a {@link Boolean}, or what YAML
     * had there when nobody here knows the name.
     */
    public Map<String, Object> auth() {
        return settings.below("auth.");
    }

    /** A value of {@code auth} that is a text, such as {@code username}. */
    public Optional<String> auth(String name) {
        return settings.text("auth." + name);
    }

    /** A value of {@code auth} that is secret, such as {@code password}. */
    public Optional<Secret> authSecret(String name) {
        return settings.get("auth." + name, Secret.class);
    }

    /** The domain of the user's name; the one with the id {@code default} when nothing says which. */
    public Scope.Domain userDomain() {
        return Checks.domain(settings, "user_");
    }

    /** What the token is to be valid for. */
    public Scope scope() {
        return made.authMethod == null ? Checks.scope(settings) : made.authMethod.scope();
    }

    /** What another cloud is asked for, of which this one is the way in: {@code remote_project_id} and its like. */
    public Scope remoteScope() {
        return Checks.remoteScope(settings);
    }

    /** Tells a person what a login needs of them; writes to standard error unless code gave another one. */
    public Prompt prompt() {
        return made.prompt;
    }

    /** The method given in code. */
    public Optional<AuthMethod> authMethod() {
        return Optional.ofNullable(made.authMethod);
    }

    /** The region; none: whichever the catalog has. */
    public Optional<String> region() {
        return settings.text("region_name");
    }

    /** The region of this service. */
    public Optional<String> region(ServiceType service) {
        return settings.of(service, "region_name", String.class).or(this::region);
    }

    /** Which endpoints are used, the preferred one first; public ones unless something else is said. */
    public List<EndpointInterface> interfaces() {
        List<EndpointInterface> said = settings.list("interface", EndpointInterface.class);
        return said.isEmpty() ? List.of(EndpointInterface.PUBLIC) : said;
    }

    /** The same for this service. */
    public List<EndpointInterface> interfaces(ServiceType service) {
        return settings.keyOf(service, "interface")
                .map(key -> settings.list(key, EndpointInterface.class))
                .orElseGet(this::interfaces);
    }

    /** The service's address, instead of the catalog's. May hold {@code %(project_id)s}, to be filled in. */
    public Optional<String> endpointOverride(ServiceType service) {
        return settings.of(service, "endpoint_override", String.class);
    }

    /** The type under which the catalog has the service, when it is another one. */
    public Optional<String> serviceType(ServiceType service) {
        return settings.of(service, "service_type", String.class);
    }

    /** The name under which the catalog has the service. */
    public Optional<String> serviceName(ServiceType service) {
        return settings.of(service, "service_name", String.class);
    }

    /** The major version of the service's API; {@code compute_api_version: 2.79} says 2 here. */
    public Optional<ApiVersion> apiVersion(ServiceType service) {
        return settings.of(service, "api_version", ApiVersion.class).map(version -> new ApiVersion(version.major(), 0));
    }

    /** The microversion for calls that do not say one; {@code compute_api_version: 2.79} says it, too. */
    public Optional<Microversion> defaultMicroversion(ServiceType service) {
        return settings.of(service, "default_microversion", Microversion.class)
                .or(() -> settings.of(service, "api_version", ApiVersion.class)
                        .filter(version -> version.minor() != 0)
                        .map(version -> new Microversion(version.major(), version.minor())));
    }

    /** Whether the service may be used: true unless {@code has_<service>: false} is said. */
    public boolean has(ServiceType service) {
        return settings.enabled(service).orElse(true);
    }

    /** Why the service must not be used: what is said for a reason, or where it is said. */
    public Optional<String> disabledReason(ServiceType service) {
        return has(service)
                ? Optional.empty()
                : settings.of(service, "disabled_reason", String.class)
                        .or(() -> Optional.of("the configuration of " + name() + " says that there is none"));
    }

    /** Whether servers' certificates are checked: true unless {@code verify: false} or {@code insecure: true} is said. */
    public boolean verify() {
        return settings.get("verify", Boolean.class).orElse(true)
                && !settings.get("insecure", Boolean.class).orElse(false);
    }

    /** PEM file of the authorities that sign the servers' certificates. */
    public Optional<Path> cacert() {
        return settings.get("cacert", Path.class);
    }

    /** PEM file of the client's certificate; it holds the key, too, when {@link #key()} is empty. */
    public Optional<Path> cert() {
        return settings.get("cert", Path.class);
    }

    /** PEM file of the client's key. */
    public Optional<Path> key() {
        return settings.get("key", Path.class);
    }

    /** The password of the client's key. */
    public Optional<Secret> keyPassword() {
        return settings.get("key_password", Secret.class);
    }

    /** The proxy for URLs of this scheme, {@code http} or {@code https}. */
    public Optional<URI> proxy(String scheme) {
        return settings.text("proxies." + scheme).map(URI::create);
    }

    /** Hosts that are reached without a proxy. */
    public List<String> noProxy() {
        return settings.list("proxies.no_proxy", String.class);
    }

    /** How calls are protected: what code gave, or else the defaults with the time-out and retries that files say. */
    public ResiliencePolicy resilience() {
        return made.resilience == null ? Knobs.of(settings) : made.resilience;
    }

    /** The same with the retries that are said for this service. */
    public ResiliencePolicy resilience(ServiceType service) {
        return made.resilience == null ? Knobs.of(resilience(), settings, service) : made.resilience;
    }

    /** What sends the requests, when code gave it. */
    public Optional<Transport> transport() {
        return Optional.ofNullable(made.transport);
    }

    /** The clock, when code gave it. */
    public Optional<Ticker> ticker() {
        return Optional.ofNullable(made.ticker);
    }

    /** What runs asynchronous calls, when code gave it. */
    public Optional<ExecutorService> executor() {
        return Optional.ofNullable(made.executor);
    }

    /** What is told about calls; by default nothing is. */
    public CallListener listener() {
        return made.listener;
    }

    /** Where tokens are kept for other processes; none: nowhere. */
    public Optional<Path> tokenCache() {
        return settings.get("token_cache", Path.class);
    }

    /** Whether tokens are ended when the cloud is closed. */
    public boolean revokesOnClose() {
        return made.revokesOnClose;
    }

    /** What is added to the User-Agent. */
    public Optional<String> userAgent() {
        return settings.text("user_agent");
    }

    /** Keys that nobody here acts on, with their values as YAML has them: texts, lists and maps. */
    public Map<String, Object> extra() {
        return settings.unknown();
    }

    /** Where the value of this key came from, as {@code /etc/openstack/clouds.yaml:4}, {@code $OS_USERNAME} or {@code code}. */
    public Optional<String> source(String key) {
        return settings.source(key).map(Source::toString);
    }

    /** What should be looked after, though it works: secrets in files that others may read. Logged once, when read. */
    public List<String> warnings() {
        return warnings;
    }

    /** A table of all values and their sources: file and line, variable, or code. Secrets are masked. */
    public String explain() {
        return Explanation.of(name() + ", from " + origin(), settings);
    }

    /**
     * The configuration as a clouds.yaml, without its secrets: they belong into secure.yaml. Only what is known here to be none
     * is written, URLs without user and password. What code gave as objects is left out.
     */
    public String toYaml() {
        return YamlText.of(name(), settings, false);
    }

    /** The same with the secrets, to be kept where nobody else can read it. */
    public String toYamlWithSecrets() {
        return YamlText.of(name(), settings, true);
    }

    /** Name and address; no secret. */
    @Override
    public String toString() {
        return "CloudConfig[" + name() + authUrl().map(url -> ", " + url).orElse("")
                + region().map(region -> ", " + region).orElse("") + "]";
    }
}
