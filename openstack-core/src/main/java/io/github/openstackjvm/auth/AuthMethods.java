package io.github.openstackjvm.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.error.ConfigInvalid;
import io.github.openstackjvm.resource.Secret;

/** Finds the authentication method that a configuration asks for. */
public final class AuthMethods {
    /** By {@code auth_type}, under the names that keystoneauth knows them by. */
    private static final Map<String, Function<CloudConfig, AuthMethod>> BY_TYPE = Map.of(
            "password", AuthMethods::password,
            "v3password", AuthMethods::password,
            "token", AuthMethods::token,
            "v3token", AuthMethods::token,
            "v3applicationcredential", AuthMethods::applicationCredential,
            "none", AuthMethods::none,
            "noauth", AuthMethods::none,
            "http_basic", AuthMethods::httpBasic);

    private AuthMethods() {}

    /**
     * The method given in code, or else the one described by {@code auth_type} and {@code auth}. Sends nothing.
     *
     * @throws ConfigInvalid when there is no such type, or values are missing; it names all of them
     */
    public static AuthMethod of(CloudConfig config) {
        Optional<AuthMethod> given = config.authMethod();
        if (given.isPresent()) {
            return given.get();
        }
        Function<CloudConfig, AuthMethod> maker = BY_TYPE.get(config.authType().toLowerCase(Locale.ROOT));
        if (maker == null) {
            throw new ConfigInvalid(List.of("auth_type " + config.authType()
                    + config.source("auth_type").map(source -> " of " + source).orElse("")
                    + " is not known. There are " + String.join(", ", new TreeSet<>(BY_TYPE.keySet()))));
        }
        try {
            return maker.apply(config);
        } catch (IllegalArgumentException e) {
            throw new ConfigInvalid(List.of("auth_type %s does not work with what %s gives for it: %s"
                    .formatted(config.authType(), config.origin(), e.getMessage())));
        }
    }

    private static AuthMethod password(CloudConfig config) {
        need(config, List.of("username", "user_id"), List.of("password"));
        Secret password = secret(config, "password");
        PasswordAuth method = config.auth("user_id")
                .map(id -> PasswordAuth.userId(id, password))
                .orElseGet(() -> PasswordAuth.user(text(config, "username"), config.userDomain(), password));
        return method.withScope(config.scope());
    }

    private static AuthMethod token(CloudConfig config) {
        need(config, List.of("token"));
        return TokenAuth.of(secret(config, "token")).withScope(config.scope());
    }

    private static AuthMethod applicationCredential(CloudConfig config) {
        List<String> credential = List.of("application_credential_id", "application_credential_name");
        List<String> secretOfIt = List.of("application_credential_secret");
        boolean byName = config.auth(credential.get(0)).isEmpty()
                && config.auth(credential.get(1)).isPresent();
        if (byName) {
            need(config, credential, secretOfIt, List.of("username", "user_id"));
        } else {
            need(config, credential, secretOfIt);
        }
        Secret secret = secret(config, secretOfIt.get(0));
        if (!byName) {
            return ApplicationCredentialAuth.id(text(config, credential.get(0)), secret);
        }
        String name = text(config, credential.get(1));
        return config.auth("user_id")
                .map(id -> ApplicationCredentialAuth.ofUserId(id, name, secret))
                .orElseGet(() ->
                        ApplicationCredentialAuth.ofUser(text(config, "username"), config.userDomain(), name, secret));
    }

    private static AuthMethod none(CloudConfig config) {
        return config.auth("endpoint").map(NoAuth::at).orElseGet(NoAuth::withoutEndpoint);
    }

    private static AuthMethod httpBasic(CloudConfig config) {
        need(config, List.of("username"), List.of("password"));
        String username = text(config, "username");
        Secret password = secret(config, "password");
        return config.auth("endpoint")
                .map(endpoint -> HttpBasicAuth.at(endpoint, username, password))
                .orElseGet(() -> HttpBasicAuth.withoutEndpoint(username, password));
    }

    private static String text(CloudConfig config, String name) {
        return config.auth(name).orElseThrow();
    }

    private static Secret secret(CloudConfig config, String name) {
        return config.authSecret(name).orElseThrow();
    }

    /** Refuses a configuration that lacks all of the alternatives of a group, naming every such group. */
    @SafeVarargs
    private static void need(CloudConfig config, List<String>... groups) {
        Map<String, Object> auth = config.auth();
        List<String> problems = new ArrayList<>();
        for (List<String> group : groups) {
            if (group.stream().noneMatch(auth::containsKey)) {
                problems.add("%s is missing: %s must give it for auth_type %s"
                        .formatted(String.join(" or ", group), config.origin(), config.authType()));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigInvalid(problems);
        }
    }
}
