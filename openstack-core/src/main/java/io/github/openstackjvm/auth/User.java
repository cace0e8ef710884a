package io.github.openstackjvm.auth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.github.openstackjvm.resource.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Who logs in: an id, or a name within a domain.
 *
 * @param id null when the name is given
 * @param name null when the id is given
 * @param domain null when the id is given
 */
record User(@Nullable String id, @Nullable String name, Scope.@Nullable Domain domain) {

    static User ofId(String id) {
        return new User(Check.given("The user's id", id), null, null);
    }

    static User ofName(String name, Scope.Domain domain) {
        return new User(null, Check.given("The user's name", name), domain);
    }

    Map<String, Object> wire() {
        return id != null
                ? Map.of("id", id)
                : Map.of("name", Objects.requireNonNull(name), "domain", Wire.domain(Objects.requireNonNull(domain)));
    }

    /** The same with what proves it. */
    Map<String, Object> with(String name, Secret proof) {
        Map<String, Object> user = new LinkedHashMap<>(wire());
        user.put(name, proof);
        return user;
    }

    @Override
    public String toString() {
        return id != null ? "user " + id : "user " + name + " of " + domain;
    }
}
