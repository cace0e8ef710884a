package io.github.openstackjvm.internal.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.openstackjvm.internal.http.Redaction;

import static java.util.Map.entry;

/** The keys that are known, under their present names, and what each may hold. */
final class Keys {
    /** What belongs below {@code auth}, wherever it was written. */
    static final Set<String> AUTH = Set.of(
            "auth_url",
            "username",
            "user_id",
            "password",
            "passcode",
            "token",
            "project_id",
            "project_name",
            "project_domain_id",
            "project_domain_name",
            "user_domain_id",
            "user_domain_name",
            "domain_id",
            "domain_name",
            "default_domain",
            "default_domain_id",
            "default_domain_name",
            "system_scope",
            "trust_id",
            "unscoped",
            "application_credential_id",
            "application_credential_name",
            "application_credential_secret",
            "endpoint",
            "api_key",
            "auth_methods",
            "totp_seed",
            "consumer_key",
            "consumer_secret",
            "access_key",
            "access_secret",
            "oauth2_endpoint",
            "oauth2_client_id",
            "oauth2_client_secret",
            "identity_provider",
            "protocol",
            "client_id",
            "client_secret",
            "openid_scope",
            "access_token",
            "access_token_endpoint",
            "access_token_type",
            "authorization_endpoint",
            "device_authorization_endpoint",
            "discovery_endpoint",
            "code",
            "redirect_uri",
            "service_provider",
            "remote_project_id",
            "remote_project_name",
            "remote_project_domain_id",
            "remote_project_domain_name",
            "remote_domain_id",
            "remote_domain_name");

    /** Old names, and what they are called today. A present name wins over an old one. */
    static final Map<String, String> RENAMED = Map.ofEntries(
            entry("tenant_id", "project_id"),
            entry("tenant_name", "project_name"),
            entry("user_name", "username"),
            entry("auth_token", "token"),
            entry("auth_plugin", "auth_type"),
            entry("authorization_code", "code"),
            entry("endpoint_type", "interface"),
            entry("interfaces", "interface"),
            entry("valid_interfaces", "interface"),
            entry("timeout", "api_timeout"),
            entry("http_timeout", "api_timeout"),
            entry("cloud", "profile"));

    /** What may be said of one service: {@code <service>_<this>}. */
    static final Map<String, Kind> OF_SERVICE = Map.ofEntries(
            entry("api_version", Kind.API_VERSION),
            entry("default_microversion", Kind.MICROVERSION),
            entry("endpoint_override", Kind.ENDPOINT),
            entry("interface", Kind.INTERFACES),
            entry("region_name", Kind.TEXT),
            entry("service_type", Kind.TEXT),
            entry("service_name", Kind.TEXT),
            entry("connect_retries", Kind.COUNT),
            entry("connect_retry_delay", Kind.SECONDS),
            entry("status_code_retries", Kind.COUNT),
            entry("status_code_retry_delay", Kind.SECONDS),
            entry("retriable_status_codes", Kind.STATUSES),
            entry("rate_limit", Kind.RATE),
            entry("concurrency", Kind.COUNT),
            entry("disabled_reason", Kind.TEXT));

    /** What may be said for all services, or in a mapping by service: {@code rate_limit: {compute: 5}}. */
    static final Set<String> BY_SERVICE = Set.of("rate_limit", "concurrency");

    private static final Map<String, Kind> KNOWN = Map.ofEntries(
            entry("name", Kind.TEXT),
            entry("auth_type", Kind.TEXT),
            entry("auth.auth_url", Kind.URL),
            entry("auth.endpoint", Kind.URL),
            entry("auth.password", Kind.PASSWORD),
            entry("auth.access_key", Kind.TEXT), // the public half of a pair
            entry("auth.unscoped", Kind.FLAG),
            entry("auth.auth_methods", Kind.NAMES),
            entry("auth.totp_seed", Kind.SECRET),
            entry("auth.access_token_type", Kind.TEXT),
            entry("auth.oauth2_endpoint", Kind.URL),
            entry("auth.access_token_endpoint", Kind.URL),
            entry("auth.authorization_endpoint", Kind.URL),
            entry("auth.device_authorization_endpoint", Kind.URL),
            entry("auth.discovery_endpoint", Kind.URL),
            entry("region_name", Kind.TEXT),
            entry("interface", Kind.INTERFACES),
            entry("profile", Kind.TEXT),
            entry("verify", Kind.FLAG),
            entry("insecure", Kind.FLAG),
            entry("cacert", Kind.PATH),
            entry("cert", Kind.PATH),
            entry("key", Kind.PATH),
            entry("key_password", Kind.SECRET),
            entry("api_timeout", Kind.SECONDS),
            entry("connect_retries", Kind.COUNT),
            entry("status_code_retries", Kind.COUNT),
            entry("connect_retry_delay", Kind.SECONDS),
            entry("status_code_retry_delay", Kind.SECONDS),
            entry("retriable_status_codes", Kind.STATUSES),
            entry("rate_limit", Kind.RATE),
            entry("concurrency", Kind.COUNT),
            entry("proxies.http", Kind.URL),
            entry("proxies.https", Kind.URL),
            entry("proxies.no_proxy", Kind.NAMES),
            entry("token_cache", Kind.PATH),
            entry("user_agent", Kind.TEXT));

    /** Beside what is secret everywhere: an authorization code, and what passcodes are made of. */
    private static final Pattern SECRET = Pattern.compile("(?:.*[._-])?(?:seed|code|credentials?)");

    private static final List<String> SUFFIXES =
            OF_SERVICE.keySet().stream().map(key -> "_" + key).sorted().toList();

    private Keys() {}

    /** What this key may hold. */
    static Kind kind(String key) {
        Kind known = KNOWN.get(key);
        if (known != null) {
            return known;
        }
        if (key.startsWith("auth.")) {
            return secret(key) ? Kind.SECRET : AUTH.contains(key.substring(5)) ? Kind.TEXT : Kind.ANY;
        }
        if (key.startsWith("has_")) {
            return Kind.FLAG;
        }
        return SUFFIXES.stream()
                .filter(key::endsWith)
                .findFirst()
                .map(suffix -> OF_SERVICE.getOrDefault(suffix.substring(1), Kind.ANY))
                .orElse(Kind.ANY);
    }

    /** Whether a value under this name must not be shown, to judge by the name alone. */
    static boolean secret(String key) {
        return SECRET.matcher(key).matches() || Redaction.isSecret(key);
    }

    /** Whether it is known here, and what it holds may be shown and handed on. */
    static boolean open(String key) {
        return !secret(key) && !List.of(Kind.SECRET, Kind.PASSWORD, Kind.ANY).contains(kind(key));
    }
}
