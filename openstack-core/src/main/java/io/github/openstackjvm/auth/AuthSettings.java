package io.github.openstackjvm.auth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.error.ConfigInvalid;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.spi.Prompt;

/** What a configuration says below {@code auth}, for a method of authentication to be made of. */
public final class AuthSettings {
    private final CloudConfig config;

    AuthSettings(CloudConfig config) {
        this.config = config;
    }

    /** The {@code auth_type} that is asked for. */
    public String type() {
        return config.authType();
    }

    /**
     * Refuses a configuration that lacks values, naming all of them at once.
     *
     * @param names of values; {@code "username or user_id"} when one of them is enough
     * @throws ConfigInvalid when any is missing
     */
    public void require(String... names) {
        Map<String, Object> auth = config.auth();
        List<String> problems = new ArrayList<>();
        for (String name : names) {
            if (Arrays.stream(name.split(" or ")).noneMatch(auth::containsKey)) {
                problems.add(
                        "%s is missing: %s must give it for auth_type %s".formatted(name, config.origin(), type()));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigInvalid(problems);
        }
    }

    /** Whether there is such a value. */
    public boolean has(String name) {
        return config.auth().containsKey(name);
    }

    /** A text that was {@linkplain #require required}. */
    public String text(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(name + " must be one text"));
    }

    /** A text, if there is one. */
    public Optional<String> find(String name) {
        return config.auth(name);
    }

    /** A secret that was {@linkplain #require required}. */
    public Secret secret(String name) {
        return findSecret(name).orElseThrow(() -> new IllegalArgumentException(name + " must be one text"));
    }

    /** A secret, if there is one. */
    public Optional<Secret> findSecret(String name) {
        // Under a name that only its owner knows to be a secret's, it is a text like others.
        return config.authSecret(name).or(() -> find(name).map(Secret::of));
    }

    /** A list of texts; empty when there is none. */
    public List<String> list(String name) {
        return config.auth().get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The address of Identity, without a slash at its end. */
    public Optional<String> authUrl() {
        return config.authUrl();
    }

    /** The domain of the user's name; the one with the id {@code default} when nothing says which. */
    public Scope.Domain userDomain() {
        return config.userDomain();
    }

    /** What the token is to be valid for. */
    public Scope scope() {
        return config.scope();
    }

    /** Tells a person what to do. */
    public Prompt prompt() {
        return config.prompt();
    }

    /** What another cloud is asked for, of which one here is the way in: {@code remote_project_id} and its like. */
    Scope remoteScope() {
        return config.remoteScope();
    }

    /** The user, by id or by name within a domain. */
    User user() {
        return find("user_id").map(User::ofId).orElseGet(() -> User.ofName(text("username"), userDomain()));
    }

    /** What this makes of the value, or else this. */
    <T> T either(String name, Function<String, T> with, T otherwise) {
        return find(name).map(with).orElse(otherwise);
    }
}
