package io.github.openstackjvm.auth;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.github.openstackjvm.error.EndpointMissing;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.internal.session.TokenReader;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;

/**
 * Goes from one cloud to another that trusts it: keystone to keystone, {@code v3k2k}. Identity at home asserts who the user is
 * (SAML), and Identity of the other cloud believes it. The scope is one of the other cloud, and so is the catalog.
 */
public final class KeystoneToKeystoneAuth extends FederatedAuth<KeystoneToKeystoneAuth> {
    private final AuthMethod home;
    private final String serviceProvider;

    private KeystoneToKeystoneAuth(AuthMethod home, String serviceProvider, Scope scope) {
        super(scope);
        this.home = home;
        this.serviceProvider = Check.given("The service provider", serviceProvider);
    }

    /**
     * To this cloud.
     *
     * @param home how to log in at home, where a project is the scope
     * @param serviceProvider the other cloud's id in Identity at home
     */
    public static KeystoneToKeystoneAuth of(AuthMethod home, String serviceProvider) {
        return new KeystoneToKeystoneAuth(home, serviceProvider, new Scope.Unspecified());
    }

    @Override
    KeystoneToKeystoneAuth in(Scope other) {
        return new KeystoneToKeystoneAuth(home, serviceProvider, other);
    }

    @Override
    public String type() {
        return "v3k2k";
    }

    @Override
    public boolean renewable() {
        return home.renewable();
    }

    @Override
    Arrival arrive(AuthContext context) {
        Token token = home.authenticate(context);
        Token.ServiceProvider there = token.serviceProviders().stream()
                .filter(one -> one.id().equals(serviceProvider))
                .findFirst()
                .orElseThrow(() -> unknown(token));
        String identity = there.authUrl().replaceFirst("/OS-FEDERATION/.*", "");
        return new Arrival(identity, present(context, assertion(context, token), there, identity));
    }

    private EndpointMissing unknown(Token token) {
        List<Token.ServiceProvider> all = token.serviceProviders();
        return new EndpointMissing(
                "There is no service provider " + serviceProvider + ": Identity knows "
                        + (all.isEmpty()
                                ? "none"
                                : all.stream().map(Token.ServiceProvider::id).collect(Collectors.joining(", "))),
                ErrorContext.NONE,
                null);
    }

    private byte[] assertion(AuthContext context, Token token) {
        HttpCall call = Wire.json(
                context.identityUrl() + "/auth/OS-FEDERATION/saml2/ecp",
                Map.of(
                        "auth",
                        Map.of(
                                "identity",
                                Map.of("methods", List.of("token"), "token", Map.of("id", token.value())),
                                "scope",
                                Map.of("service_provider", Map.of("id", serviceProvider)))));
        try (HttpAnswer answer = context.send(call)) {
            if (answer.status() != 200) {
                throw context.refusal(call, answer);
            }
            return answer.bytes();
        }
    }

    /** The other cloud's web server checks the assertion, keeps a session in cookies, and sends on to Identity. */
    private static Token present(AuthContext context, byte[] assertion, Token.ServiceProvider there, String identity) {
        HttpHeaders paos = HttpHeaders.of("Content-Type", "application/vnd.paos+xml");
        HttpCall shown = Wire.post(there.spUrl(), paos, assertion);
        try (HttpAnswer answer = context.send(shown)) {
            if (answer.status() == 200 || answer.status() == 201) {
                return TokenReader.read(shown, answer, identity);
            } else if (answer.status() != 302 && answer.status() != 303) {
                throw context.refusal(shown, answer);
            }
            // Not to where the answer says, but to the address which Identity at home has of the other one.
            HttpCall call = HttpCall.get(there.authUrl()).withHeaders(paos.with(cookies(answer)));
            try (HttpAnswer token = context.send(call)) {
                if (token.status() != 200 && token.status() != 201) {
                    throw context.refusal(call, token);
                }
                return TokenReader.read(call, token, identity);
            }
        }
    }

    private static HttpHeaders cookies(HttpAnswer answer) {
        String cookies = answer.headers().all("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
        return cookies.isEmpty() ? HttpHeaders.EMPTY : HttpHeaders.of("Cookie", cookies);
    }

    @Override
    public Optional<Secret> fingerprint() {
        return home.fingerprint().flatMap(one -> Wire.fingerprint(this, one, serviceProvider));
    }

    /** Through which home, to where. */
    @Override
    public String toString() {
        return type() + "[" + home + " to " + serviceProvider + ", " + scope() + "]";
    }
}
