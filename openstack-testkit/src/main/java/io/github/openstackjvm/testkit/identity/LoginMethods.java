package io.github.openstackjvm.testkit.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** The ways to prove who one is: password, token, application credential. */
final class LoginMethods {
    private final FakeIdentity keystone;
    private final Directory directory;
    private final FakeTokens tokens;

    LoginMethods(FakeIdentity keystone, Directory directory, FakeTokens tokens) {
        this.keystone = keystone;
        this.directory = directory;
        this.tokens = tokens;
    }

    /**
     * Who logged in.
     *
     * @param methods how, including the methods of the token that was shown
     * @param user who
     * @param former the token that was shown, if any
     * @param credential the application credential that was used, if any
     */
    record Login(
            List<String> methods,
            Row user,
            @Nullable Row former,
            @Nullable Row credential) {}

    Login login(List<?> names, Map<String, Object> identity, boolean scoped) {
        for (Object name : names) {
            if (!identity.containsKey(String.valueOf(name))) {
                throw FakeIdentity.expected(String.valueOf(name), "identity");
            }
        }
        @Nullable Login login = null;
        for (Object name : names) {
            Map<String, Object> given = Json.object(identity.get(String.valueOf(name)));
            login = switch (String.valueOf(name)) {
                case "password" -> password(given);
                case "token" -> token(given);
                case "application_credential" -> credential(given, scoped);
                default -> throw FakeTokens.unauthorized();
            };
        }
        if (login == null || !login.user().is("enabled")) {
            throw FakeTokens.unauthorized();
        }
        return login;
    }

    private Login password(Map<String, Object> given) {
        if (!given.containsKey("user")) {
            throw FakeIdentity.expected("user", "None");
        }
        Map<String, Object> reference = Json.object(given.get("user"));
        Row user = user(reference);
        if (!user.is("password", reference.get("password"))) {
            throw FakeTokens.unauthorized();
        }
        return new Login(List.of("password"), user, null, null);
    }

    private Row user(Map<String, Object> reference) {
        Object name = reference.get("name");
        if (name != null && !(name instanceof String)) {
            throw Refusal.badRequest(
                    "Invalid input for field 'identity/password/user/name': " + name + " is not of type 'string'");
        }
        if (!reference.containsKey("id") && !reference.containsKey("domain")) {
            throw FakeIdentity.expected("domain", "user");
        }
        return directory.resolve(directory.users(), reference).orElseThrow(FakeTokens::unauthorized);
    }

    private Login token(Map<String, Object> given) {
        if (!(given.get("id") instanceof String id)) {
            throw Refusal.badRequest("Invalid input for field 'identity/token': 'id' is a required property");
        }
        if (!id.startsWith("gAAAA")) {
            throw Refusal.notFound("Could not recognize Fernet token");
        }
        Row former = tokens.valid(id).orElseThrow(FakeTokens::unauthorized);
        if (former.get("credential_id") != null) {
            throw Refusal.forbidden("You are not authorized to perform the requested action: "
                    + "Using a delegated token to create another token is not allowed..");
        }
        List<String> methods = new ArrayList<>(List.of("token"));
        former.texts("methods").stream().filter(name -> !methods.contains(name)).forEach(methods::add);
        Row user = FakeIdentity.find(keystone, "users", "user", former.text("user_id"));
        return new Login(methods, user, former, null);
    }

    private Login credential(Map<String, Object> given, boolean scoped) {
        FakeCollection all = keystone.collection("application_credentials");
        Row credential;
        if (given.get("id") instanceof String id) {
            credential = FakeIdentity.find(keystone, "application_credentials", "Application Credential", id);
        } else if (!given.containsKey("user")) {
            throw FakeIdentity.expected("user", "application credential");
        } else {
            Row user = user(Json.object(given.get("user")));
            credential = all.where(row -> row.is("user_id", user.id()) && row.is("name", given.get("name"))).stream()
                    .findFirst()
                    .orElseThrow(() ->
                            Refusal.notFound("Could not find Application Credential: " + given.get("name") + "."));
        }
        Object expires = credential.get("expires_at");
        boolean expired = expires != null
                && !Instant.parse(expires + "Z").isAfter(keystone.world().now());
        if (expired || !credential.is("secret", given.get("secret"))) {
            throw FakeTokens.unauthorized();
        }
        if (scoped) {
            throw new Refusal(
                    401,
                    "identity",
                    "Error authenticating with application credential: Application credentials cannot request a scope.");
        }
        Row user = FakeIdentity.find(keystone, "users", "user", credential.text("user_id"));
        return new Login(List.of("application_credential"), user, null, credential);
    }
}
