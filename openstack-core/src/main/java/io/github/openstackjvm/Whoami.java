package io.github.openstackjvm;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.session.Token;
import org.jspecify.annotations.Nullable;

/**
 * As whom a cloud sees its caller, and where its services are.
 *
 * @param cloud its name
 * @param user null for methods that use no token
 * @param project null unless scoped to a project
 * @param domain null unless scoped to a domain
 * @param system whether scoped to the whole deployment
 * @param roles names of the roles held
 * @param region the one asked for; null: any
 * @param expiresAt when the token expires; null: never
 * @param endpoints address of every service of the catalog in the chosen region and interface, by type
 */
public record Whoami(
        String cloud,
        Token.@Nullable Owner user,
        Token.@Nullable Owner project,
        Token.@Nullable Named domain,
        boolean system,
        List<String> roles,
        @Nullable String region,
        @Nullable Instant expiresAt,
        Map<String, String> endpoints) {}
