package io.github.openstackjvm.auth;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.Unauthenticated;
import io.github.openstackjvm.internal.json.Json;
import io.github.openstackjvm.internal.session.TokenReader;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** How a token is asked of Identity's version 3: the same address and scope for every kind of credentials. */
final class TokenRequest {
    private static final String RECEIPT = "Openstack-Auth-Receipt";

    private final AuthContext context;
    private final String identity;
    private final UnaryOperator<HttpCall> signature;

    /** What comes of presenting credentials. */
    sealed interface Reply {}

    /**
     * All that was wanted was shown.
     *
     * @param token for it
     */
    record Granted(Token token) implements Reply {}

    /**
     * What was shown is right, and more is wanted.
     *
     * @param id to be shown with what is still missing
     * @param required the sets of methods of which one must be complete
     * @param refusal the answer as an error
     */
    record Receipt(Secret id, List<List<String>> required, RuntimeException refusal) implements Reply {
        /** The error for who has nothing more to show. */
        Unauthenticated incomplete() {
            String wanted = required.stream()
                    .map(methods -> methods.stream().sorted().collect(Collectors.joining(" and "))) // Keystone's vary
                    .collect(Collectors.joining(", or "));
            return new Unauthenticated(
                    "Identity wants more than it was shown: " + wanted
                            + ". Use auth_type v3multifactor and give all of it",
                    refusal instanceof OpenStackException e ? e.context() : ErrorContext.NONE,
                    refusal);
        }
    }

    /** Of the cloud's own Identity. */
    TokenRequest(AuthContext context) {
        this(context, context.identityUrl());
    }

    /** Of the Identity whose version 3 is at this address. */
    TokenRequest(AuthContext context, String identity) {
        this(context, identity, call -> call);
    }

    private TokenRequest(AuthContext context, String identity, UnaryOperator<HttpCall> signature) {
        this.context = context;
        this.identity = identity;
        this.signature = signature;
    }

    /** The same with what a request becomes before it is sent. */
    TokenRequest signed(UnaryOperator<HttpCall> by) {
        return new TokenRequest(context, identity, by);
    }

    /** Presents all of these at once: {@code POST /auth/tokens}. */
    Token present(List<Factor> factors, Scope scope) {
        Reply reply = step(factors, scope, null);
        if (reply instanceof Receipt receipt) {
            throw receipt.incomplete();
        }
        return ((Granted) reply).token();
    }

    /**
     * Presents these together with what a receipt stands for.
     *
     * @param earlier the receipt of the step before; null at the first one
     */
    Reply step(List<Factor> factors, Scope scope, @Nullable Receipt earlier) {
        HttpCall call = signature.apply(call(factors, scope, earlier));
        try (HttpAnswer answer = context.send(call)) {
            Optional<String> receipt = answer.headers().first(RECEIPT).filter(id -> answer.status() == 401);
            return receipt.isPresent()
                    ? new Receipt(Secret.of(receipt.get()), required(answer), context.refusal(call, answer))
                    : new Granted(token(call, answer));
        }
    }

    /** Looks up a token with itself, which the default policy allows to everybody: {@code GET /auth/tokens}. */
    Token lookUp(Secret token) {
        HttpCall call = HttpCall.get(address())
                .withHeaders(HttpHeaders.of("Accept", "application/json")
                        .plus("X-Auth-Token", token.reveal())
                        .plus("X-Subject-Token", token.reveal()));
        try (HttpAnswer answer = context.send(call)) {
            return token(call, answer);
        }
    }

    private HttpCall call(List<Factor> factors, Scope scope, @Nullable Receipt receipt) {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("methods", factors.stream().map(Factor::method).toList());
        factors.forEach(factor -> identity.put(factor.method(), factor.credentials()));
        Map<String, Object> auth = new LinkedHashMap<>(Map.of("identity", identity));
        Object wanted = Wire.scope(scope);
        if (!wanted.equals("")) {
            auth.put("scope", wanted);
        }
        HttpCall call = Wire.json(address(), Map.of("auth", auth));
        return receipt == null ? call : call.withHeader(RECEIPT, receipt.id().reveal());
    }

    private String address() {
        return identity + "/auth/tokens";
    }

    private Token token(HttpCall call, HttpAnswer answer) {
        if (answer.status() != 200 && answer.status() != 201) {
            throw context.refusal(call, answer);
        }
        return TokenReader.read(call, answer, identity);
    }

    private static List<List<String>> required(HttpAnswer answer) {
        try {
            Object sets = Json.readObject(answer.bytes()).get("required_auth_methods");
            return sets instanceof List<?> list
                    ? list.stream()
                            .map(set -> set instanceof List<?> methods
                                    ? methods.stream().map(String::valueOf).toList()
                                    : List.<String>of())
                            .toList()
                    : List.of();
        } catch (IOException e) {
            return List.of(); // the receipt is good without it
        }
    }
}
