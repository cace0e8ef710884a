package io.github.openstackjvm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import io.github.openstackjvm.compute.KeypairSpec;
import io.github.openstackjvm.compute.ServerSpec;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Adapter;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.spi.CallListener;
import io.github.openstackjvm.stub.Logs;
import io.github.openstackjvm.stub.MemoryCloud;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpBody;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.TransportException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Plants secrets in every call, makes it work or fail, and looks for them in all that is shown of it. */
class SecrecyTest {
    private static final String PLANTED = "hunter2";
    private static final String KEY = "-----BEGIN " + PLANTED;

    private final MemoryCloud memory = new MemoryCloud();
    /** Everything a developer may see. */
    private final List<String> shown = new ArrayList<>();

    private final Logs logs = Logs.capture();
    private final Cloud cloud = memory.cloud(config -> config.password(PLANTED + "-password")
            .resilience(ResiliencePolicy.DEFAULT.withRetries(
                    ResiliencePolicy.Retries.DEFAULT.withAttempts(2).withBudget(1)))
            .listener(new CallListener() {
                @Override
                public void started(Attempt attempt) {
                    shown.add(attempt.toString());
                }

                @Override
                public void failed(Attempt attempt, String why, Duration took) {
                    shown.add(attempt + why);
                }

                @Override
                public void retrying(Attempt attempt, String why, Duration pause) {
                    shown.add(attempt + why);
                }
            }));

    @BeforeEach
    void plantToken() {
        for (int i = 0; i < 3; i++) {
            memory.identity(call -> {
                HttpAnswer issued = memory.issue(call);
                HttpHeaders headers = issued.headers().with("X-Subject-Token", PLANTED + "-token");
                return HttpAnswer.buffered(issued.status(), headers, issued.bytes());
            });
        }
    }

    @AfterEach
    void nothingIsShown() {
        logs.close();
        shown.addAll(logs.lines());
        shown.add(cloud.toString());
        shown.add(cloud.config().toString());
        shown.add(cloud.config().explain());
        shown.add(cloud.config().auth().toString());
        shown.add(cloud.session().toString());
        Thread.getAllStackTraces().keySet().forEach(thread -> shown.add(thread.getName()));
        cloud.close();
        assertThat(logs.lines()).as("something was logged at all").isNotEmpty();
        assertThat(shown).allSatisfy(text -> assertThat(text).doesNotContain(PLANTED));
    }

    private void failing(Runnable call) {
        OpenStackException thrown = catchThrowableOfType(OpenStackException.class, call::run);
        assertThat(thrown).isNotNull();
        shown.add(Logs.text(thrown));
        shown.add(thrown.context().toString());
    }

    private Adapter nova() {
        return cloud.session().adapter(ServiceType.COMPUTE);
    }

    @Test
    void whenAllIsWell() {
        shown.add(cloud.session().token().toString());
        shown.add(cloud.session().token().value().toString());
        shown.add(cloud.whoami().toString());

        assertThat(memory.tokens()).isEqualTo(1);
        assertThat(cloud.session().token().value().reveal()).isEqualTo(PLANTED + "-token");
        assertThat(logs.lines()).anyMatch(line -> line.contains("/auth/tokens"));
    }

    @Test
    void whenCredentialsAreRefusedInTheirOwnWords() {
        MemoryCloud refusing = new MemoryCloud().identity(MemoryCloud.answer(401, """
                {"error": {"code": 401, "message": "no",
                 "password": "hunter2-password", "auth": {"token": {"id": "hunter2-token"}}}}"""));
        Cloud refused = refusing.cloud(config -> config.password(PLANTED));

        failing(refused::authenticate);
        failing(refused::authenticate);
        shown.add(refused.toString());
    }

    @Test
    void whenApplicationCredentialsAreRefused() {
        MemoryCloud refusing = new MemoryCloud().identity(MemoryCloud.answer(403, "{}"));
        Cloud refused = OpenStack.connect(CloudConfig.builder()
                .name("app")
                .authUrl("http://identity.test/v3")
                .applicationCredential("id", Secret.of(PLANTED + "-app"))
                .transport(refusing)
                .ticker(refusing.clock)
                .build());

        failing(refused::authenticate);
        shown.add(refused.config().toString());
        shown.add(refused.config().explain());
        shown.add(refused.session().toString());
    }

    @Test
    void whenIdentityAnswersGarbage() {
        MemoryCloud odd = new MemoryCloud()
                .identity(call -> HttpAnswer.buffered(
                        201, HttpHeaders.of("X-Subject-Token", PLANTED), ("{\"token\": " + PLANTED).getBytes(UTF_8)));

        failing(() -> odd.cloud(config -> config.password(PLANTED)).authenticate());
    }

    @Test
    void whenAKeyIsGenerated() {
        memory.then(MemoryCloud.answer(201, """
                {"keypair": {"name": "k", "fingerprint": "aa", "private_key": "%s"}}""".formatted(KEY)));
        KeypairSpec spec = KeypairSpec.named("k");

        var made = cloud.compute().keypairs().create(spec);

        assertThat(requireNonNull(made.privateKey()).reveal()).isEqualTo(KEY);
        shown.add(made.toString());
        shown.add(spec.toString());
    }

    @Test
    void whenAGeneratedKeyCannotBeRead() {
        for (String answer : List.of(
                "{\"keypair\": {\"name\": \"k\", \"private_key\": \"" + KEY,
                "{\"keypair\": \"" + KEY + "\"}",
                "{\"keypair\": [\"" + KEY + "\"]}",
                "{\"" + KEY + "\": 1}",
                PLANTED)) {
            memory.then(MemoryCloud.answer(201, answer));
            failing(() -> cloud.compute().keypairs().create(KeypairSpec.named("k")));
        }
        memory.then(MemoryCloud.answer(201, """
                {"keypair": {"name": "k", "private_key": ["%s"], "type": {"a": "%1$s"}}}""".formatted(KEY)));
        shown.add(cloud.compute().keypairs().create(KeypairSpec.named("k")).toString());
    }

    @Test
    void whenASpecHoldsOne() {
        KeypairSpec spec = KeypairSpec.named("k")
                .set("user_data", Secret.of(PLANTED))
                .set("deep", List.of(Map.of("adminPass", Secret.of(PLANTED))));
        shown.add(spec.toString());
        shown.add(spec.copy().toString());
        memory.then(400);

        failing(() -> cloud.compute().keypairs().create(spec));

        assertThat(memory.sent().get(0).body()).contains("\"user_data\":\"" + PLANTED + "\"");
    }

    @Test
    void whenTheServiceRepeatsWhatItWasSent() {
        memory.then(MemoryCloud.answer(400, """
                {"badRequest": {"code": 400, "message": "Invalid input"}, "server": {"adminPass": "hunter2",
                 "user_data": "hunter2", "nested": [{"password": "hunter2"}]}}"""));

        failing(() -> nova().post("/servers")
                .json(Map.of("server", Map.of("adminPass", Secret.of(PLANTED), "user_data", PLANTED)))
                .send());
    }

    @Test
    void whenAddressesAndHeadersHoldOne() {
        memory.then(500, 500);
        memory.thenFails(Reason.BROKEN).thenFails(Reason.BROKEN);
        for (int i = 0; i < 2; i++) {
            failing(() -> nova().get("/x?token=" + PLANTED + "&temp_url_sig=" + PLANTED)
                    .query("password", PLANTED)
                    .header("X-Auth-Token", PLANTED)
                    .header("X-Subject-Token", PLANTED)
                    .header("Authorization", "Basic " + PLANTED)
                    .header("Cookie", PLANTED)
                    .send());
        }
    }

    @Test
    void whenThePauseAskedForIsTooLong() {
        memory.thenAfter(429, "86400");

        failing(() -> nova().get("/x?token=" + PLANTED).send());

        assertThat(logs.lines()).anyMatch(line -> line.contains("asks for a pause of 86400 s"));
    }

    @Test
    void whenAnAddressCannotBeSent() {
        for (String path : List.of("/x?token=" + PLANTED + " ", "/ä?password=" + PLANTED)) {
            Throwable thrown = catchThrowable(() -> nova().get(path).send());
            assertThat(thrown).isInstanceOf(InvalidSpec.class);
            shown.add(Logs.text(thrown));
        }
        cloud.authenticate();
    }

    @Test
    void whenAnAnswerIsLost() {
        memory.thenFails(Reason.TIMEOUT);

        failing(() -> nova().post("/x")
                .body("text/plain", HttpBody.of(PLANTED.getBytes(UTF_8)))
                .send());
    }

    @Test
    void whenAnAnswerHoldsOne() {
        memory.then(MemoryCloud.answer(200, "{\"adminPass\": \"hunter2\"}"));

        var answer = nova().get("/x").send();

        assertThat(answer.json()).containsEntry("adminPass", PLANTED);
        shown.add(answer.toString());
    }

    @Test
    void whenTheTokenOfAConsoleStandsInTheAddress() {
        memory.then(500, 500, 404);
        memory.thenFails(Reason.BROKEN).thenFails(Reason.BROKEN);
        for (int i = 0; i < 3; i++) {
            failing(() -> cloud.compute().consoleTokens().get(Secret.of(PLANTED + "-console")));
        }
        assertThat(memory.calls().get(0)).contains("/os-console-auth-tokens/" + PLANTED);
    }

    @Test
    void whenAServerIsMade() {
        ServerSpec spec = ServerSpec.named("web")
                .flavor(Ref.id("1"))
                .image(Ref.id("2"))
                .adminPass(Secret.of(PLANTED))
                .userData("#!/bin/sh\n" + PLANTED)
                .file("/etc/secret", PLANTED.getBytes(UTF_8));
        shown.add(spec.toString());
        memory.then(MemoryCloud.answer(202, """
                {"server": {"id": "s1", "adminPass": "hunter2"}}"""));
        var order = cloud.compute().servers().create(spec);
        assertThat(requireNonNull(order.accepted().adminPass()).reveal()).isEqualTo(PLANTED);
        shown.add(order.toString());
        shown.add(order.accepted().toString());
        memory.then(MemoryCloud.answer(400, """
                {"badRequest": {"code": 400, "message": "Invalid input for field/attribute adminPass. Value: hunter2",
                 "server": {"adminPass": "hunter2", "personality": [{"contents": "hunter2"}]}}}""".replace("Value: hunter2", "")));
        failing(() -> cloud.compute().servers().create(spec));
        memory.thenFails(Reason.TIMEOUT);
        failing(() -> cloud.compute().servers().create(spec));
    }

    @Test
    void whenOtherServicesAreToldOrTellOne() {
        String transfers = "/volume-transfers/t1/accept";
        memory.then(MemoryCloud.answer(400, """
                {"badRequest": {"message": "no"}, "accept": {"auth_key": "hunter2"}, "encryption_key_id": "x",
                 "auth_encryption_key": "hunter2", "s3": {"secret_key": "hunter2", "access_key": "hunter2"}}"""));
        failing(() -> nova().post(transfers)
                .json(Map.of("accept", Map.of("auth_key", Secret.of(PLANTED))))
                .send());
        memory.then(404, 404, 404);
        failing(() -> nova().get("/v1/AUTH_a/c/o?temp_url_sig=" + PLANTED + "&temp_url_expires=1&signature=" + PLANTED)
                .send());
        failing(() -> nova().post("/v1/AUTH_a")
                .header("X-Account-Meta-Temp-URL-Key", PLANTED)
                .header("X-Account-Meta-Temp-URL-Key-2", PLANTED)
                .header("X-Container-Sync-Key", PLANTED)
                .send());
        failing(() -> nova().post("/images/i/locations")
                .json(Map.of("url", "swift+https://user:" + PLANTED + "@store.test/box/o"))
                .send());
        memory.then(MemoryCloud.answer(400, """
                {"message": "Location swift+https://user:hunter2@store.test/box/o is not allowed"}"""));
        failing(() -> nova().get("/images/i/locations").send());
    }

    @Test
    void whenAFutureFails() {
        memory.then(MemoryCloud.answer(400, "{\"adminPass\": \"hunter2\"}"));

        var future = cloud.async(c -> c.session().adapter("compute").post("/x").send());
        Throwable thrown = catchThrowableOfType(ExecutionException.class, () -> future.get(20, TimeUnit.SECONDS));
        shown.add(Logs.text(thrown));
        shown.add(future.toString());
    }
}
