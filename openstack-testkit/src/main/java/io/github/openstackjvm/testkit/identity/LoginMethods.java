package io.github.openstackjvm.testkit.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** The ways to prove who one is: password, passcode, token, application credential, OAuth 1; alone or together. */
final class LoginMethods {
    private final FakeIdentity keystone;
    private final Directory directory;
    private final FakeTokens tokens;
    private final FakeOAuth1 oauth1;

    LoginMethods(FakeIdentity keystone, Directory directory, FakeTokens tokens, FakeOAuth1 oauth1) {
        this.keystone = keystone;
        this.directory = directory;
        this.tokens = tokens;
        this.oauth1 = oauth1;
    }

    /**
     * Who logged in.
     *
     * @param methods how, including the methods of the token that was shown
     * @param user who
     * @param former the token that was shown, if any
     * @param credential the application credential that was used, if any
     * @param grant what the user granted to a consumer who comes in their name, if any
     */
    record Login(
            List<String> methods,
            Row user,
            @Nullable Row former,
            @Nullable Row credential,
            @Nullable Row grant) {

        static Login by(String method, Row user) {
            return new Login(List.of(method), user, null, null, null);
        }

        /** Both, which must be of the same user. */
        Login and(Login other) {
            if (!user.id().equals(other.user.id())) {
                throw FakeTokens.unauthorized();
            }
            Set<String> all = new LinkedHashSet<>(methods);
            all.addAll(other.methods);
            return new Login(
                    List.copyOf(all),
                    user,
                    other.former == null ? former : other.former,
                    other.credential == null ? credential : other.credential,
                    other.grant == null ? grant : other.grant);
        }
    }

    Login login(Call call, List<?> names, Map<String, Object> identity, boolean scoped) {
        for (Object name : names) {
            if (!identity.containsKey(String.valueOf(name))) {
                throw FakeIdentity.expected(String.valueOf(name), "identity");
            }
        }
        @Nullable Login login = null;
        for (Object name : names) {
            Map<String, Object> given = Json.object(identity.get(String.valueOf(name)));
            Login one = switch (String.valueOf(name)) {
                case "password" -> password(given);
                case "totp" -> totp(given);
                case "token" -> token(given);
                case "application_credential" -> credential(given, scoped);
                case "oauth1" -> oauth1.login(call);
                default -> throw FakeTokens.unauthorized();
            };
            login = login == null ? one : login.and(one);
        }
        if (login == null || !login.user().is("enabled")) {
            throw FakeTokens.unauthorized();
        }
        return login;
    }

    private Login password(Map<String, Object> given) {
        Map<String, Object> reference = reference(given);
        Row user = user(reference);
        if (!user.is("password", reference.get("password"))) {
            throw FakeTokens.unauthorized();
        }
        return Login.by("password", user);
    }

    private Login totp(Map<String, Object> given) {
        Map<String, Object> reference = reference(given);
        Row user = user(reference);
        boolean right = keystone.collection("credentials").where("user_id", user.id()).stream()
                .filter(credential -> credential.is("type", "totp"))
                .map(credential ->
                        Passcodes.at(credential.text("blob"), keystone.world().now()))
                .anyMatch(passcode -> passcode.equals(reference.get("passcode")));
        if (!right) {
            throw FakeTokens.unauthorized();
        }
        return Login.by("totp", user);
    }

    private static Map<String, Object> reference(Map<String, Object> given) {
        if (!given.containsKey("user")) {
            throw FakeIdentity.expected("user", "None");
        }
        return Json.object(given.get("user"));
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
        if (former.get("credential_id") != null || former.get("grant_id") != null) {
            throw Refusal.forbidden("You are not authorized to perform the requested action: "
                    + "Using a delegated token to create another token is not allowed..");
        }
        List<String> methods = new ArrayList<>(List.of("token"));
        former.texts("methods").stream().filter(name -> !methods.contains(name)).forEach(methods::add);
        Row user = FakeIdentity.find(keystone, "users", "user", former.text("user_id"));
        return new Login(methods, user, former, null, null);
    }

    private Login credential(Map<String, Object> given, boolean scoped) {
        Row credential;
        FakeCollection all = keystone.collection("application_credentials");
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
        if (scoped) {
            requireGood(credential, given.get("secret"));
            throw new Refusal(
                    401,
                    "identity",
                    "Error authenticating with application credential: Application credentials cannot request a scope.");
        }
        return credential(credential, given.get("secret"));
    }

    /** By an application credential, once its secret was shown. */
    Login credential(Row credential, @Nullable Object secret) {
        requireGood(credential, secret);
        Row user = FakeIdentity.find(keystone, "users", "user", credential.text("user_id"));
        return new Login(List.of("application_credential"), user, null, credential, null);
    }

    private void requireGood(Row credential, @Nullable Object secret) {
        Object expires = credential.get("expires_at");
        boolean expired = expires != null
                && !Instant.parse(expires + "Z").isAfter(keystone.world().now());
        if (expired || !credential.is("secret", secret)) {
            throw FakeTokens.unauthorized();
        }
    }
}
