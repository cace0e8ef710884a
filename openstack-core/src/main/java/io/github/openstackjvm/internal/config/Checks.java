package io.github.openstackjvm.internal.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.github.openstackjvm.auth.Scope;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.ApiVersion;
import io.github.openstackjvm.session.Microversion;

/** What the values of a cloud mean together. */
public final class Checks {
    private static final Map<String, List<String>> SCOPES = new LinkedHashMap<>();

    static {
        SCOPES.put("a project", List.of("project_id", "project_name"));
        SCOPES.put("a domain", List.of("domain_id", "domain_name"));
        SCOPES.put("the system", List.of("system_scope"));
        SCOPES.put("a trust", List.of("trust_id"));
    }

    private Checks() {}

    /** Notes whatever keeps these values from being used. */
    public static void all(Settings settings, Loaded loaded, boolean methodGiven, Problems problems) {
        if (!methodGiven) {
            authUrl(settings, loaded, problems);
            oneScope(settings, problems);
        }
        files(settings, problems);
        settings.table().keySet().stream()
                .filter(key -> key.endsWith("_api_version"))
                .forEach(key -> oneMicroversion(settings, key, problems));
    }

    /** The way to authenticate; what credentials there are decides when nothing says it. */
    public static String authType(Settings settings) {
        String given = settings.text("auth_type").orElse("");
        if (given.toLowerCase(Locale.ROOT).equals("none")) {
            return "none"; // as Python's None, which older tools wrote
        }
        if (!given.isEmpty()) {
            return given;
        }
        if (settings.has("auth.token")) {
            return "v3token";
        }
        boolean application =
                settings.has("auth.application_credential_id") || settings.has("auth.application_credential_secret");
        return application ? "v3applicationcredential" : "password";
    }

    /** What the token is to be valid for. */
    public static Scope scope(Settings settings) {
        if (authType(settings).equals("v3applicationcredential")) {
            return new Scope.Unspecified(); // the credential's own; Identity refuses to be asked for another
        }
        if (settings.has("auth.system_scope")) {
            return Scope.system();
        }
        if (settings.has("auth.trust_id")) {
            return new Scope.Trust(settings.text("auth.trust_id").orElseThrow());
        }
        if (settings.has("auth.project_id")) {
            return Scope.project(settings.text("auth.project_id").orElseThrow());
        }
        if (settings.has("auth.project_name")) {
            return Scope.project(settings.text("auth.project_name").orElseThrow(), domain(settings, "project_"));
        }
        if (settings.has("auth.domain_id") || settings.has("auth.domain_name")) {
            return domain(settings, "");
        }
        boolean unscoped = settings.get("auth.unscoped", Boolean.class).orElse(false);
        return unscoped ? Scope.unscoped() : new Scope.Unspecified();
    }

    /** What another cloud is asked for, of which this one is the way in. */
    public static Scope remoteScope(Settings settings) {
        if (settings.has("auth.remote_project_id")) {
            return Scope.project(settings.text("auth.remote_project_id").orElseThrow());
        }
        if (settings.has("auth.remote_project_name")) {
            return Scope.project(
                    settings.text("auth.remote_project_name").orElseThrow(), domain(settings, "remote_project_"));
        }
        boolean domain = settings.has("auth.remote_domain_id") || settings.has("auth.remote_domain_name");
        return domain ? domain(settings, "remote_") : new Scope.Unspecified();
    }

    /** The domain of the user's or the project's name; the one with the id {@code default} when nothing says which. */
    public static Scope.Domain domain(Settings settings, String whose) {
        for (String prefix : List.of("auth." + whose, "auth.default_")) {
            if (settings.has(prefix + "domain_id")) {
                return Scope.Domain.id(settings.text(prefix + "domain_id").orElseThrow());
            }
            if (settings.has(prefix + "domain_name")) {
                return Scope.Domain.name(settings.text(prefix + "domain_name").orElseThrow());
            }
        }
        return Scope.Domain.id(settings.text("auth.default_domain").orElse("default"));
    }

    private static void authUrl(Settings settings, Loaded loaded, Problems problems) {
        String type = authType(settings);
        // What authenticates at Identity. Methods of others say themselves what they need.
        boolean asksIdentity = type.startsWith("v2")
                || type.startsWith("v3")
                || List.of("password", "token", "rackspace_apikey").contains(type);
        if (asksIdentity && !settings.has("auth.auth_url")) {
            problems.add("auth_url is missing: " + loaded.where()
                    + " must say where Identity is, such as https://cloud.example:5000/v3");
        }
    }

    private static void oneScope(Settings settings, Problems problems) {
        if (authType(settings).equals("v3applicationcredential")) {
            return;
        }
        Map<String, String> asked = new LinkedHashMap<>();
        SCOPES.forEach((scope, keys) -> keys.stream()
                .filter(key -> settings.has("auth." + key))
                .findFirst()
                .ifPresent(key -> asked.put(
                        scope, key + " of " + settings.source("auth." + key).orElse(Source.CODE))));
        if (asked.size() > 1) {
            problems.add("A token is valid for one scope, but %s are asked for (%s). Keep one"
                    .formatted(String.join(" and ", asked.keySet()), String.join("; ", asked.values())));
        }
    }

    private static void files(Settings settings, Problems problems) {
        for (String key : List.of("cacert", "cert", "key")) {
            settings.get(key, Path.class)
                    .filter(path -> !Files.isReadable(path))
                    .ifPresent(path -> problems.add("%s of %s is %s, which %s"
                            .formatted(
                                    key,
                                    settings.source(key).orElse(Source.CODE),
                                    path,
                                    Files.exists(path) ? "cannot be read" : "does not exist")));
        }
        if (settings.has("key") && !settings.has("cert")) {
            problems.add("key of %s needs cert: the client's certificate"
                    .formatted(settings.source("key").orElse(Source.CODE)));
        }
    }

    /** {@code compute_api_version: 2.79} means microversion 2.79; another microversion beside it is a contradiction. */
    private static void oneMicroversion(Settings settings, String key, Problems problems) {
        String other = key.replace("_api_version", "_default_microversion");
        settings.get(key, ApiVersion.class)
                .filter(version -> version.minor() != 0)
                .ifPresent(version -> settings.get(other, Microversion.class)
                        .filter(micro -> !micro.toString().equals(version.major() + "." + version.minor()))
                        .ifPresent(micro -> problems.add("%s of %s is a microversion, too, and not that of %s. Write %s"
                                .formatted(
                                        key,
                                        settings.source(key).orElse(Source.CODE),
                                        settings.source(other).orElse(Source.CODE),
                                        key + ": " + version.major()))));
    }

    /** The names of what is readable by others and holds a secret. */
    public static List<Path> exposedSecrets(Settings settings, Surroundings around) {
        return settings.table().values().stream()
                .filter(setting -> setting.value() instanceof Secret)
                .map(setting -> setting.source().file())
                .flatMap(Stream::ofNullable)
                .distinct()
                .filter(around.exposed())
                .toList();
    }
}
