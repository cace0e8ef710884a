package io.github.openstackjvm.testkit.identity;

import java.util.Map;

import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/**
 * What a token is asked for.
 *
 * @param kind {@code project_id}, {@code domain_id}, {@code system}; {@code trust}; {@code unscoped}; empty when nothing was said
 * @param target an id, or {@code all}
 */
record Scope(String kind, String target) {

    static Scope of(Directory directory, @Nullable Object asked) {
        if (asked == null) {
            return new Scope("", "");
        }
        Map<String, Object> scope = Json.object(asked);
        if (asked.equals("unscoped") || scope.containsKey("unscoped")) {
            return new Scope("unscoped", "");
        }
        if (scope.containsKey("system")) {
            return new Scope("system", "all");
        }
        if (scope.containsKey("project")) {
            Map<String, Object> project = Json.object(scope.get("project"));
            if (!project.containsKey("id") && !project.containsKey("domain")) {
                throw FakeIdentity.expected("domain", "project");
            }
            return new Scope(
                    "project_id",
                    enabled(directory.resolve(directory.projects(), project).orElseThrow(FakeTokens::unauthorized)));
        }
        if (scope.containsKey("OS-TRUST:trust")) {
            return new Scope(
                    "trust",
                    String.valueOf(Json.object(scope.get("OS-TRUST:trust")).get("id")));
        }
        if (scope.containsKey("domain")) {
            return new Scope(
                    "domain_id",
                    enabled(directory
                            .resolveDomain(Json.object(scope.get("domain")))
                            .orElseThrow(FakeTokens::unauthorized)));
        }
        throw FakeIdentity.expected("system, project, domain, OS-TRUST:trust or unscoped", "scope");
    }

    private static String enabled(Row row) {
        if (!row.is("enabled")) {
            throw FakeTokens.unauthorized();
        }
        return row.id();
    }

    /** Puts the scope on a token; without one, users get their default project where they still have a role. */
    void apply(Directory directory, Row user, Row token) {
        if (kind.isEmpty()) {
            String home = user.text("default_project_id");
            if (!home.isEmpty()
                    && !directory.rolesOn(user.id(), "project_id", home).isEmpty()) {
                token.set("project_id", home);
            }
        } else if (!kind.equals("unscoped")) {
            token.set(kind, target);
        }
    }
}
