package io.github.openstackjvm.auth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.openstackjvm.internal.json.Json;
import io.github.openstackjvm.internal.session.TokenReader;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpBody;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.TimeLimits;

/** How a token is asked of Identity's version 3: the same address and scope for every kind of credentials. */
final class TokenRequest {
    private TokenRequest() {}

    /** Presents these credentials: {@code POST /auth/tokens}. */
    static Token present(AuthContext context, String method, Map<String, Object> credentials, Scope scope) {
        Map<String, Object> auth = new LinkedHashMap<>();
        auth.put("identity", Map.of("methods", List.of(method), method, credentials));
        Object wanted = scope(scope);
        if (!wanted.equals("")) {
            auth.put("scope", wanted);
        }
        HttpHeaders json = HttpHeaders.of("Content-Type", "application/json").plus("Accept", "application/json");
        HttpBody body = HttpBody.of(Json.write(Map.of("auth", auth)));
        return send(context, new HttpCall("POST", address(context), json, body, false, TimeLimits.DEFAULT));
    }

    /** Looks up a token with itself, which the default policy allows to everybody: {@code GET /auth/tokens}. */
    static Token lookUp(AuthContext context, String token) {
        HttpHeaders headers = HttpHeaders.of("Accept", "application/json")
                .plus("X-Auth-Token", token)
                .plus("X-Subject-Token", token);
        return send(context, HttpCall.get(address(context)).withHeaders(headers));
    }

    private static Token send(AuthContext context, HttpCall call) {
        try (HttpAnswer answer = context.send(call)) {
            if (answer.status() != 200 && answer.status() != 201) {
                throw context.refusal(call, answer);
            }
            return TokenReader.read(call, answer);
        }
    }

    private static String address(AuthContext context) {
        return context.identityUrl() + "/auth/tokens";
    }

    /** Empty text when Identity shall choose. */
    private static Object scope(Scope scope) {
        if (scope instanceof Scope.Project project) {
            return Map.of("project", project(project));
        } else if (scope instanceof Scope.Domain domain) {
            return Map.of("domain", domain(domain));
        } else if (scope instanceof Scope.Trust trust) {
            return Map.of("OS-TRUST:trust", Map.of("id", trust.id()));
        } else if (scope instanceof Scope.Deployment) {
            return Map.of("system", Map.of("all", true));
        }
        return scope instanceof Scope.Unscoped ? "unscoped" : "";
    }

    private static Map<String, Object> project(Scope.Project project) {
        return project.id() != null
                ? Map.of("id", project.id())
                : Map.of(
                        "name",
                        Objects.requireNonNull(project.name()),
                        "domain",
                        domain(Objects.requireNonNull(project.domain())));
    }

    static Map<String, Object> domain(Scope.Domain domain) {
        return domain.id() != null ? Map.of("id", domain.id()) : Map.of("name", Objects.requireNonNull(domain.name()));
    }
}
