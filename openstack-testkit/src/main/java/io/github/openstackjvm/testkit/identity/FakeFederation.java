package io.github.openstackjvm.testkit.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.github.openstackjvm.testkit.FakeBody;
import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/**
 * Users who come from elsewhere: with a token of an identity provider this cloud trusts, or to another cloud with an
 * assertion of this one. What Keystone's web server does (checks of tokens and assertions) the test says in a function.
 */
public final class FakeFederation implements FakeResource {
    private final FakeIdentity keystone;
    private final Directory directory;
    private final FakeTokens tokens;
    private final Map<String, Function<String, Optional<String>>> trusted = new LinkedHashMap<>();

    FakeFederation(FakeIdentity keystone, Directory directory, FakeTokens tokens) {
        this.keystone = keystone;
        this.directory = directory;
        this.tokens = tokens;
    }

    /**
     * Trusts an identity provider.
     *
     * @param users tells by what a request shows (a bearer token, or its cookies) which user of this cloud it is; empty:
     *     nobody
     */
    public void trust(String provider, String protocol, Function<String, Optional<String>> users) {
        trusted.put(provider + "/" + protocol, users);
    }

    /** Lets users go on to another cloud. */
    public void sendTo(String serviceProvider, String authUrl, String spUrl) {
        keystone.collection("service_providers")
                .add(Row.of("id", serviceProvider, "auth_url", authUrl, "sp_url", spUrl));
    }

    @Override
    public void routes(Routes routes) {
        String path = "/OS-FEDERATION/identity_providers/{provider}/protocols/{protocol}/auth";
        routes.get(path, this::arrive).open();
        routes.post(path, this::arrive).open();
        routes.post("/auth/OS-FEDERATION/saml2/ecp", this::assertion).open();
    }

    private FakeResponse arrive(Call call) {
        String provider = call.param("provider");
        Function<String, Optional<String>> users = trusted.get(provider + "/" + call.param("protocol"));
        if (users == null) {
            throw Refusal.notFound("Could not find identity provider: " + provider + ".");
        }
        String shown = call.header("Authorization")
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring(7))
                .or(() -> call.header("Cookie"))
                .orElse("");
        Row user = users.apply(shown)
                .flatMap(name -> directory.users().first("name", name))
                .orElseThrow(FakeTokens::unauthorized);
        return tokens.issueTo(call, user, call.param("protocol"));
    }

    private FakeResponse assertion(Call call) {
        Map<String, Object> auth = Json.object(FakeIdentity.body(call).get("auth"));
        Map<String, Object> token =
                Json.object(Json.object(auth.get("identity")).get("token"));
        Row known = tokens.valid(String.valueOf(token.get("id"))).orElseThrow(FakeTokens::unauthorized);
        if (known.get("project_id") == null) {
            throw Refusal.forbidden("You are not authorized to perform the requested action: "
                    + "Use a project scoped token when attempting to create a SAML assertion.");
        }
        Map<String, Object> wanted = Json.object(Json.object(auth.get("scope")).get("service_provider"));
        Row provider =
                FakeIdentity.find(keystone, "service_providers", "service provider", String.valueOf(wanted.get("id")));
        Row user = FakeIdentity.find(keystone, "users", "user", known.text("user_id"));
        String xml = "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
                + "<saml:NameID xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\">" + user.text("name")
                + "</saml:NameID></soap:Body></soap:Envelope>";
        return FakeResponse.of(200)
                .withBody(FakeBody.of(xml))
                .with("Content-Type", "text/xml")
                .with("X-sp-url", provider.text("sp_url"))
                .with("X-auth-url", provider.text("auth_url"));
    }

    /** Providers that are trusted, for people. */
    @Override
    public String toString() {
        return "trusts " + List.copyOf(trusted.keySet());
    }
}
