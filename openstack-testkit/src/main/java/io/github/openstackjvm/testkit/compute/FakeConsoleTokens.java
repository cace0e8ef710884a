package io.github.openstackjvm.testkit.compute;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** The tokens in the addresses of consoles, good for ten minutes. */
final class FakeConsoleTokens implements FakeResource {
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final FakeCompute nova;

    FakeConsoleTokens(FakeCompute nova) {
        this.nova = nova;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/os-console-auth-tokens/{token}", this::show);
    }

    private FakeResponse show(Call call) {
        FakeCompute.adminOnly(call, "os-console-auth-tokens");
        Row token = nova.collection("console_tokens")
                .find(call.param("token"))
                .filter(row -> nova.world()
                        .now()
                        .isBefore(Instant.parse(row.text("created_at")).plus(LIFE)))
                .orElseThrow(() -> Refusal.notFound("Token not found"));
        if (!call.since("2.31") && !token.is("console_type", "rdp-html5")) {
            String message = "The requested console type details are not accessible";
            return Json.reply(401, Json.map("unauthorized", Json.map("code", 401, "message", message)));
        }
        Map<String, Object> view = token.pick("instance_uuid", "host", "port", "internal_access_path");
        return Json.reply(200, Json.map("console", view));
    }
}
