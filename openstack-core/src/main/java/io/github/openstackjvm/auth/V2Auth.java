package io.github.openstackjvm.auth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.internal.session.IdentityUrl;
import io.github.openstackjvm.internal.session.V2TokenReader;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;

/**
 * What all methods of Identity's version 2.0 have in common: {@code POST /v2.0/tokens}. That version knows projects, which it
 * calls tenants, and trusts, but no domains.
 */
abstract class V2Auth<M extends V2Auth<M>> extends ScopedAuth<M> {
    V2Auth(Scope scope) {
        super(checked(scope));
    }

    private static Scope checked(Scope scope) {
        if (scope instanceof Scope.Domain || scope instanceof Scope.Deployment) {
            throw new UnsupportedOperationException(
                    "Version 2.0 of Identity knows no scope but a project or a trust: it cannot be used for " + scope);
        }
        return scope;
    }

    /** Whose credentials they are, for people. */
    abstract String who();

    /** The key of the credentials, such as {@code passwordCredentials}. */
    abstract String key();

    /** The credentials. */
    abstract Map<String, Object> credentials();

    @Override
    public Token authenticate(AuthContext context) {
        Map<String, Object> auth = new LinkedHashMap<>(Map.of(key(), credentials()));
        if (scope() instanceof Scope.Project project) {
            boolean byId = project.id() != null;
            auth.put(byId ? "tenantId" : "tenantName", String.valueOf(byId ? project.id() : project.name()));
        } else if (scope() instanceof Scope.Trust trust) {
            auth.put("trust_id", trust.id());
        }
        String identity = IdentityUrl.v2(context.authUrl());
        HttpCall call = Wire.json(identity + "/tokens", Map.of("auth", auth));
        try (HttpAnswer answer = context.send(call)) {
            // Rackspace answers 200 or 203, Keystone 200.
            if (answer.status() != 200 && answer.status() != 203) {
                throw context.refusal(call, answer);
            }
            return V2TokenReader.read(call, answer, identity);
        }
    }

    @Override
    public Optional<Secret> fingerprint() {
        return Wire.fingerprint(this, key(), credentials());
    }

    /** User and scope; no secret. */
    @Override
    public String toString() {
        return type() + "[" + who() + ", " + scope() + "]";
    }
}
