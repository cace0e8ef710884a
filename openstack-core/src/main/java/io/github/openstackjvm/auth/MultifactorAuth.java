package io.github.openstackjvm.auth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.transport.HttpCall;

/**
 * Logs in with several proofs, such as a password and a passcode: {@code v3multifactor}. All of them in one request, or
 * {@linkplain #inSteps() one after the other}, where Identity confirms each with a receipt; so a passcode is asked of a person
 * only when the password was right.
 */
public final class MultifactorAuth extends V3Auth<MultifactorAuth> {
    private final List<V3Auth<?>> methods;
    private final boolean stepwise;

    MultifactorAuth(List<V3Auth<?>> methods, boolean stepwise, Scope scope) {
        super(scope);
        if (methods.size() < 2) {
            throw new IllegalArgumentException("Several methods are needed, not " + methods.size());
        }
        this.methods = List.copyOf(methods);
        this.stepwise = stepwise;
    }

    /** With these, in their order; their own scopes do not matter. */
    public static MultifactorAuth of(V3Auth<?> first, V3Auth<?> second, V3Auth<?>... more) {
        List<V3Auth<?>> all = new ArrayList<>(List.of(first, second));
        all.addAll(Arrays.asList(more));
        return new MultifactorAuth(all, false, new Scope.Unspecified());
    }

    /** The same, one request after the other, until Identity is content. */
    public MultifactorAuth inSteps() {
        return new MultifactorAuth(methods, true, scope());
    }

    @Override
    MultifactorAuth in(Scope other) {
        return new MultifactorAuth(methods, stepwise, other);
    }

    @Override
    public String type() {
        return "v3multifactor";
    }

    @Override
    List<Factor> factors(Instant now) {
        return methods.stream().flatMap(method -> method.factors(now).stream()).toList();
    }

    @Override
    HttpCall signed(HttpCall call, Instant now) {
        HttpCall signed = call;
        for (V3Auth<?> method : methods) {
            signed = method.signed(signed, now);
        }
        return signed;
    }

    @Override
    public Token authenticate(AuthContext context) {
        return stepwise ? steps(context) : super.authenticate(context);
    }

    private Token steps(AuthContext context) {
        TokenRequest.Receipt receipt = null;
        for (V3Auth<?> method : methods) {
            Instant now = context.ticker().now();
            TokenRequest.Reply reply = new TokenRequest(context)
                    .signed(call -> method.signed(call, now))
                    .step(method.factors(now), scope(), receipt);
            if (reply instanceof TokenRequest.Granted granted) {
                return granted.token();
            }
            receipt = (TokenRequest.Receipt) reply;
        }
        throw Objects.requireNonNull(receipt).incomplete();
    }

    @Override
    public boolean renewable() {
        return methods.stream().allMatch(AuthMethod::renewable);
    }

    @Override
    public Optional<Secret> fingerprint() {
        List<Secret> all = methods.stream()
                .flatMap(method -> method.fingerprint().stream())
                .toList();
        return all.size() == methods.size() ? Wire.fingerprint(this, all) : Optional.empty();
    }

    /** The methods and the scope. */
    @Override
    public String toString() {
        return Stream.concat(methods.stream().map(AuthMethod::type), Stream.of(String.valueOf(scope())))
                .collect(Collectors.joining(", ", type() + "[", "]"));
    }
}
