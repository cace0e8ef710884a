package io.github.openstackjvm.testkit.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;

/** Callers without a token, whom Keystone knows by the certificate of their connection. Headers say in which scope they act. */
final class Certificates {
    private final Directory directory;
    private final FakeTokens tokens;
    private String user = "";

    Certificates(Directory directory, FakeTokens tokens) {
        this.directory = directory;
        this.tokens = tokens;
    }

    /** Takes all of them for this user. */
    void trust(String name) {
        user = name;
    }

    Optional<Caller> caller(Call call) {
        if (user.isEmpty()) {
            return Optional.empty();
        }
        Scope scope = Scope.of(directory, wanted(call));
        Row known = directory
                .users()
                .first("name", user)
                .orElseThrow(() -> Refusal.notFound("Could not find user: " + user + "."));
        Row token = Row.of("id", "", "user_id", known.id());
        scope.apply(directory, known, token);
        return Optional.of(tokens.caller(token));
    }

    private static Map<String, Object> wanted(Call call) {
        if (call.header("X-Project-Id").isPresent()) {
            return Map.of("project", Map.of("id", call.header("X-Project-Id").get()));
        } else if (call.header("X-Project-Name").isPresent()) {
            Map<String, Object> domain = named(call, "X-Project-Domain-");
            if (domain.isEmpty()) {
                throw Refusal.badRequest("Neither Project Domain ID nor Project Domain Name was provided.");
            }
            return Map.of(
                    "project", Map.of("name", call.header("X-Project-Name").get(), "domain", domain));
        }
        Map<String, Object> domain = named(call, "X-Domain-");
        if (domain.isEmpty()) {
            throw FakeIdentity.expected("project or domain", "scope");
        }
        return Map.of("domain", domain);
    }

    /** By id when there is one, or else by name. */
    private static Map<String, Object> named(Call call, String prefix) {
        Map<String, Object> named = new HashMap<>();
        call.header(prefix + "Id")
                .ifPresentOrElse(
                        id -> named.put("id", id),
                        () -> call.header(prefix + "Name").ifPresent(name -> named.put("name", name)));
        return named;
    }
}
