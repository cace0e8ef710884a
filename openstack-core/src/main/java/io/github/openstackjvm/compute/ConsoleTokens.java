package io.github.openstackjvm.compute;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Secret;

/** The tokens in the addresses of consoles. For the proxies of consoles, and so for administrators. */
public final class ConsoleTokens {

    @Wire(path = "/os-console-auth-tokens", one = "console", max = "2.99")
    interface Api {
        @Keyed(Keyed.ONE)
        @RequestLine("GET /{token}")
        ConsoleConnection get(@Param("token") String token, Call call);
    }

    private final Binding<Api> binding;

    ConsoleTokens(Binding<Api> binding) {
        this.binding = binding;
    }

    /**
     * Where the console behind a token really is; before 2.31 of consoles by RDP only.
     * {@code GET /os-console-auth-tokens/{token}}.
     *
     * @throws io.github.openstackjvm.error.NotFound when nobody was given this token, or it has expired
     */
    public ConsoleConnection get(Secret token) {
        return binding.api().get(token.reveal(), binding.call());
    }
}
