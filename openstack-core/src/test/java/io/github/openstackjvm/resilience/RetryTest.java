package io.github.openstackjvm.resilience;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.compute.KeypairSpec;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Cancelled;
import io.github.openstackjvm.error.Closed;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.OutcomeUnknown;
import io.github.openstackjvm.error.OverLimit;
import io.github.openstackjvm.error.Unauthenticated;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.stub.HandClock;
import io.github.openstackjvm.stub.MemoryCloud;
import io.github.openstackjvm.stub.Sent;
import io.github.openstackjvm.transport.HttpBody;
import io.github.openstackjvm.transport.TransportException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What is repeated and what is not, row by row. Time is the test's; nothing sleeps. */
class RetryTest {
    private final MemoryCloud nova = new MemoryCloud();
    private final Cloud cloud = nova.cloud();

    private void send(String method) {
        cloud.session().adapter(ServiceType.COMPUTE).request(method, "/x").send();
    }

    private OpenStackException failure(String method) {
        return catchThrowableOfType(OpenStackException.class, () -> send(method));
    }

    /** Every row of the table for answers that never get better; four attempts are the policy. */
    @ParameterizedTest(name = "{0}: GET {1}, PUT {2}, DELETE {3}, POST {4}")
    @CsvSource({
        "400, 1, 1, 1, 1",
        "403, 1, 1, 1, 1",
        "404, 1, 1, 1, 1",
        "405, 1, 1, 1, 1",
        "409, 1, 1, 1, 1",
        "413, 1, 1, 1, 1",
        "429, 4, 4, 4, 4",
        "500, 2, 1, 2, 1",
        "501, 1, 1, 1, 1",
        "502, 4, 4, 4, 1",
        "503, 4, 4, 4, 1",
        "504, 4, 4, 4, 1",
    })
    void repeatsAnswersByVerb(int status, int get, int put, int delete, int post) {
        assertThat(attempts(status, "GET")).isEqualTo(get);
        assertThat(attempts(status, "HEAD")).isEqualTo(get);
        assertThat(attempts(status, "PUT")).isEqualTo(put);
        assertThat(attempts(status, "DELETE")).isEqualTo(delete);
        assertThat(attempts(status, "POST")).isEqualTo(post);
        assertThat(attempts(status, "PATCH")).isEqualTo(post);
    }

    private static int attempts(int status, String method) {
        MemoryCloud fresh = new MemoryCloud().then(status, status, status, status, status);
        Cloud cloud = fresh.cloud();
        Throwable thrown = catchThrowable(() -> cloud.session()
                .adapter(ServiceType.COMPUTE)
                .request(method, "/x")
                .send());
        assertThat(thrown).isInstanceOfSatisfying(OpenStackException.class, e -> {
            assertThat(e.status()).isEqualTo(status);
            assertThat(e.context().attempts()).hasSize(fresh.calls().size());
        });
        assertThat(fresh.calls()).containsOnly(method + " /x");
        return fresh.calls().size();
    }

    @ParameterizedTest(name = "{0}: GET {1}, DELETE {2}, POST {3} {4}")
    @CsvSource({
        "UNREACHABLE, 4, 4, 4, Unavailable",
        "UNTRUSTED, 1, 1, 1, Unavailable",
        "NO_CONNECTION_FREE, 1, 1, 1, Unavailable",
        "STALE_CONNECTION, 4, 4, 1, OutcomeUnknown",
        "BROKEN, 4, 4, 1, OutcomeUnknown",
        "TIMEOUT, 4, 4, 1, OutcomeUnknown",
        "MALFORMED, 1, 1, 1, OutcomeUnknown",
        "SOURCE, 1, 1, 1, OutcomeUnknown",
        "CLOSED, 1, 1, 1, OutcomeUnknown",
        "INTERRUPTED, 1, 1, 1, OutcomeUnknown",
    })
    void repeatsFailuresByWhatMayHaveBeenSent(Reason reason, int get, int delete, int post, String thrown) {
        assertThat(attempts(reason, "GET", null)).isEqualTo(get);
        assertThat(attempts(reason, "PUT", null)).isEqualTo(get);
        assertThat(attempts(reason, "DELETE", null)).isEqualTo(delete);
        assertThat(attempts(reason, "POST", thrown)).isEqualTo(post);
        assertThat(attempts(reason, "PATCH", thrown)).isEqualTo(post);
    }

    private static int attempts(Reason reason, String method, @org.jspecify.annotations.Nullable String thrown) {
        MemoryCloud fresh = new MemoryCloud()
                .thenFails(reason)
                .thenFails(reason)
                .thenFails(reason)
                .thenFails(reason)
                .thenFails(reason);
        Cloud cloud = fresh.cloud();
        OpenStackException failure = catchThrowableOfType(
                OpenStackException.class,
                () -> cloud.session()
                        .adapter(ServiceType.COMPUTE)
                        .request(method, "/x")
                        .send());
        if (thrown != null) {
            assertThat(failure.getClass().getSimpleName()).isEqualTo(thrown);
        } else {
            assertThat(failure).isNotInstanceOf(OutcomeUnknown.class);
        }
        assertThat(failure.context().attempts())
                .hasSize(fresh.calls().size())
                .allSatisfy(attempt -> assertThat(attempt.outcome()).isEqualTo(reason + " it was"));
        return fresh.calls().size();
    }

    @Test
    void aReadThatEndsWithoutAnAnswerSaysWhy() {
        assertThat(new MemoryCloud().thenFails(Reason.CLOSED).cloud())
                .satisfies(cloud -> assertThatExceptionOfType(Closed.class).isThrownBy(() -> get(cloud)));
        assertThat(new MemoryCloud().thenFails(Reason.INTERRUPTED).cloud())
                .satisfies(cloud -> assertThatExceptionOfType(Cancelled.class).isThrownBy(() -> get(cloud)));
        assertThat(new MemoryCloud().thenFails(Reason.UNTRUSTED).cloud())
                .satisfies(cloud -> assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> get(cloud)));
    }

    private static void get(Cloud cloud) {
        cloud.session().adapter(ServiceType.COMPUTE).get("/x").send();
    }

    @Test
    void aPostThatWasSentIsNotSentAgain() {
        nova.thenFails(Reason.TIMEOUT);

        OpenStackException thrown = failure("POST");

        assertThat(thrown)
                .isInstanceOf(OutcomeUnknown.class)
                .hasMessageContaining("TIMEOUT it was")
                .hasMessageContaining("GET http://nova.test/v2.1/x before trying again");
        assertThat(thrown.context().method()).isEqualTo("POST");
        assertThat(thrown.context().url()).isEqualTo("http://nova.test/v2.1/x");
        assertThat(nova.calls()).hasSize(1);
    }

    /** The first attempt was refused before any work, the second got lost: then it is not known what became of it. */
    @ParameterizedTest
    @CsvSource({
        "500, , OutcomeUnknown",
        "502, , OutcomeUnknown",
        "503, , OutcomeUnknown",
        "504, , OutcomeUnknown",
        "503, 0, Unavailable",
        "501, , OpenStackException",
        "429, , OverLimit",
        "400, , BadRequest",
    })
    void ofAPostWithAnErrorItIsSaidWhetherItMayHaveBeenDone(
            int status, @org.jspecify.annotations.Nullable String retryAfter, String thrown) {
        for (int i = 0; i < 4; i++) {
            if (retryAfter == null) {
                nova.then(status);
            } else {
                nova.thenAfter(status, retryAfter);
            }
        }

        OpenStackException failure = failure("POST");

        assertThat(failure.getClass().getSimpleName()).isEqualTo(thrown);
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.context().attempts()).hasSize(nova.calls().size());
    }

    @Test
    void anUnknownOutcomeSaysHowToLook() {
        nova.clock.advance(Duration.ofSeconds(7));
        nova.thenFails(Reason.UNREACHABLE).then(502);

        assertThatExceptionOfType(OutcomeUnknown.class)
                .isThrownBy(() -> cloud.compute().keypairs().create(KeypairSpec.named("mine")))
                .satisfies(e -> {
                    assertThat(e.lookAt()).isEqualTo("http://nova.test/v2.1/os-keypairs");
                    assertThat(e.name()).contains("mine");
                    assertThat(e.sentAt()).isEqualTo(HandClock.START.plusSeconds(7));
                    assertThat(e.status()).isEqualTo(502);
                })
                .withMessageContaining("GET http://nova.test/v2.1/os-keypairs and look for 'mine' before trying again");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/servers?x=y | {\"server\": {\"name\": \"a\"}} | /servers | a",
                "/servers | {\"name\": \"a\", \"size\": 1} | /servers | a",
                "/servers | {\"server\": {\"name\": \"a\"}, \"os:scheduler_hints\": {}} | /servers | a",
                "/servers/1/action | {\"rename\": {\"name\": \"a\"}} | /servers/1 | ",
                "/servers | {\"name\": 1} | /servers | ",
                "/servers | [] | /servers | ",
                "/servers | garbage | /servers | ",
            })
    void findsOutWhatToLookFor(
            String path, String body, String lookAt, @org.jspecify.annotations.Nullable String name) {
        nova.then(500);

        assertThatExceptionOfType(OutcomeUnknown.class)
                .isThrownBy(() -> cloud.session()
                        .adapter(ServiceType.COMPUTE)
                        .post(path)
                        .body("application/json", HttpBody.of(body.getBytes(StandardCharsets.UTF_8)))
                        .send())
                .satisfies(e -> {
                    assertThat(e.lookAt()).isEqualTo("http://nova.test/v2.1" + lookAt);
                    assertThat(e.name()).isEqualTo(Optional.ofNullable(name));
                });
    }

    @Test
    void aPostIsNotRepeatedAfterALostAttempt() {
        nova.thenFails(Reason.UNREACHABLE).then(429).thenFails(Reason.BROKEN);

        assertThat(failure("POST")).isInstanceOf(OutcomeUnknown.class);

        assertThat(nova.calls()).hasSize(3);
    }

    @Test
    void aDeletionThatWasDoneByTheLostAttemptIsDone() {
        nova.thenFails(Reason.BROKEN).then(404);

        assertThat(cloud.compute().flavors().delete("1").wasGone()).isTrue();
        assertThat(nova.calls()).containsExactly("DELETE /flavors/1", "DELETE /flavors/1");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aDeletionThatWasDoneBeforeTheErrorIsDone(int status) {
        nova.then(status, 404);

        assertThat(cloud.compute().flavors().delete("1").wasGone()).isTrue();
    }

    @Test
    void aDeletionThatWasCertainlyNotDoneIsNot() {
        nova.thenFails(Reason.UNREACHABLE).then(429).then(404);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> cloud.compute().flavors().delete("1"));

        nova.then(404);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> cloud.compute().flavors().delete("1"));

        nova.then(204);
        assertThat(cloud.compute().flavors().delete("1").wasGone()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "7.0", "Thu, 01 Jan 2026 00:00:07 GMT", "Thursday, 01-Jan-26 00:00:07 GMT"})
    void obeysRetryAfter(String value) {
        nova.thenAfter(503, value).then(200);

        send("POST");

        assertThat(nova.times()).containsExactly(Duration.ZERO, Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @CsvSource({"403, 4", "413, 4", "429, 4", "503, 4", "400, 1", "404, 1", "409, 1"})
    void retryAfterTellsARateLimitFromARefusal(int status, int attempts) {
        nova.thenAfter(status, "1")
                .thenAfter(status, "1")
                .thenAfter(status, "1")
                .thenAfter(status, "1");

        failure("POST");

        assertThat(nova.calls()).hasSize(attempts);
        assertThat(nova.clock.pauses()).hasSize(attempts - 1).allMatch(Duration.ofSeconds(1)::equals);
    }

    @Test
    void failsAtOnceWhenAskedToWaitTooLong() {
        nova.thenAfter(429, "61");

        assertThat(failure("GET"))
                .isInstanceOfSatisfying(
                        OverLimit.class, e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(61)));

        assertThat(nova.calls()).hasSize(1);
        assertThat(nova.clock.pauses()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999", "soon", "-1", ""})
    void takesAbsurdPausesForNone(String value) {
        nova.thenAfter(503, value).thenAfter(429, value);

        send("GET");

        assertThat(nova.calls()).hasSize(3);
        assertThat(nova.clock.pauses()).allMatch(pause -> pause.compareTo(Duration.ofSeconds(1)) <= 0);
    }

    /** Cinder answers a quota with 413 and {@code Retry-After: 0}. */
    @ParameterizedTest
    @CsvSource({"413", "403"})
    void doesNotRepeatAQuotasRefusal(int status) {
        nova.thenAfter(status, "0");

        failure("GET");

        assertThat(nova.calls()).hasSize(1);
    }

    @Test
    void drawsPausesBelowADoublingBound() {
        Duration[] longest = {Duration.ZERO, Duration.ZERO, Duration.ZERO};
        for (int i = 0; i < 200; i++) {
            MemoryCloud fresh = new MemoryCloud().then(429, 429, 429, 200);
            get(fresh.cloud());
            for (int n = 0; n < 3; n++) {
                Duration pause = n < fresh.times().size() - 1
                        ? fresh.times().get(n + 1).minus(fresh.times().get(n))
                        : Duration.ZERO;
                longest[n] = pause.compareTo(longest[n]) > 0 ? pause : longest[n];
            }
        }

        for (int n = 0; n < 3; n++) {
            Duration bound = Duration.ofMillis(500L << n);
            assertThat(longest[n]).isBetween(bound.multipliedBy(8).dividedBy(10), bound);
        }
    }

    @Test
    void spendsNoMoreThanTheBudget() {
        int calls = 0;
        while (nova.calls().size() < 400 && calls < 100) {
            nova.then(429, 429, 429, 429);
            failure("GET");
            calls++;
        }

        // 100 calls earn 20 repetitions, and 20 are there from the start.
        assertThat(calls).isEqualTo(100);
        assertThat(nova.calls().size() - calls).isBetween(38, 41);
    }

    @Test
    void putsADeadlineOverAllAttempts() {
        Cloud hasty =
                nova.cloud(config -> config.resilience(ResiliencePolicy.DEFAULT.withDeadline(Duration.ofSeconds(10))));
        nova.thenAfter(503, "6").thenAfter(503, "6").then(200);

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> get(hasty))
                .satisfies(e -> assertThat(e.context().attempts()).hasSize(2));

        assertThat(nova.times()).containsExactly(Duration.ZERO, Duration.ofSeconds(6));
    }

    @Test
    void boundsTheTransportByWhatIsLeftOfTheDeadline() {
        Duration[] totals = new Duration[2];
        nova.then(call -> {
                    totals[0] = call.limits().total();
                    return MemoryCloud.answer(503, "{}").answer(call);
                })
                .then(call -> {
                    totals[1] = call.limits().total();
                    return MemoryCloud.answer(200, "{}").answer(call);
                });

        cloud.session()
                .adapter(ServiceType.COMPUTE)
                .get("/x")
                .timeout(Duration.ofSeconds(20))
                .send();

        assertThat(totals[0]).isEqualTo(Duration.ofSeconds(20));
        assertThat(totals[1])
                .isEqualTo(Duration.ofSeconds(20).minus(nova.times().get(1)));
    }

    /** The deadline of a call holds for the token and for the version documents that it needs, too. */
    @Test
    void putsTheDeadlineOverTokenAndVersions() {
        List<Duration> totals = new ArrayList<>();
        MemoryCloud.Step slow = call -> {
            totals.add(call.limits().total());
            nova.clock.advance(Duration.ofSeconds(4));
            return nova.issue(call);
        };
        nova.identity(slow);
        nova.versions(call -> {
            totals.add(call.limits().total());
            nova.clock.advance(Duration.ofSeconds(4));
            return MemoryCloud.answer(404, "{}").answer(call);
        });
        nova.then(call -> {
            totals.add(call.limits().total());
            return MemoryCloud.answer(200, "{}").answer(call);
        });

        cloud.session()
                .adapter(ServiceType.COMPUTE)
                .get("/x")
                .timeout(Duration.ofSeconds(10))
                .send();

        assertThat(totals)
                .startsWith(Duration.ofSeconds(10), Duration.ofSeconds(6))
                .endsWith(Duration.ofSeconds(2));
    }

    @Test
    void doesNotAskForATokenWhenTheDeadlineHasPassed() {
        nova.then(call -> {
            nova.clock.advance(Duration.ofSeconds(11));
            return MemoryCloud.answer(401, "{}").answer(call);
        });

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> cloud.session()
                        .adapter(ServiceType.COMPUTE)
                        .get("/x")
                        .timeout(Duration.ofSeconds(10))
                        .send())
                .withMessageContaining("the deadline of the call has passed");

        assertThat(nova.tokens()).isEqualTo(1);
    }

    @Test
    void tellsOfEachAttemptToAskIdentity() {
        nova.identity(MemoryCloud.answer(503, "{}"))
                .identity(MemoryCloud.answer(503, "{}"))
                .identity(MemoryCloud.answer(403, "{\"error\": {\"message\": \"no\"}}"));

        OpenStackException thrown = failure("GET");

        assertThat(thrown).isInstanceOf(Forbidden.class).hasMessageContaining("3 attempts");
        assertThat(thrown.context().url()).isEqualTo("http://identity.test/v3/auth/tokens");
    }

    /** A microversion is not simply left out because its range could not be read: the call would mean something else. */
    @Test
    void saysThatNoMicroversionCanBeChosen() {
        nova.versions(MemoryCloud.answer(503, "{}"))
                .versions(MemoryCloud.answer(503, "{}"))
                .versions(MemoryCloud.answer(503, "{}"))
                .versions(MemoryCloud.answer(503, "{}"));

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> cloud.compute().flavors().get("1"))
                .withMessageContaining("No microversion of compute can be chosen")
                .withMessageContaining("503");
        assertThat(nova.calls()).isEmpty();

        nova.clock.advance(Duration.ofSeconds(6));
        nova.then(MemoryCloud.answer(200, "{\"flavors\": []}"));
        cloud.compute().flavors().list().toList();
        assertThat(nova.sent().get(0).microversion()).isNotNull();
    }

    @Test
    void oneCallMayHaveAnotherPolicy() {
        nova.then(503, 503, 503, 503);

        Throwable thrown = catchThrowable(
                () -> get(cloud.withResilience(policy -> policy.withRetries(ResiliencePolicy.Retries.NONE))));

        assertThat(thrown).isInstanceOf(Unavailable.class);
        assertThat(nova.calls()).hasSize(1);
        assertThat(nova.tokens()).isEqualTo(1);
        get(cloud);
        assertThat(nova.tokens()).as("the view shares the token").isEqualTo(1);
    }

    @Test
    void oneCallMayHaveAnotherDeadline() {
        nova.thenAfter(503, "6").then(200);

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> get(cloud.withDeadline(Duration.ofSeconds(5))));

        assertThat(nova.calls()).hasSize(1);
    }

    @Test
    void listsAllAttempts() {
        nova.thenAfter(503, "2").thenFails(Reason.BROKEN).then(400);

        OpenStackException thrown = failure("GET");

        assertThat(thrown).isInstanceOf(BadRequest.class).hasMessageContaining("3 attempts");
        assertThat(thrown.context().attempts())
                .extracting(ErrorContext.Attempt::outcome)
                .containsExactly("status 503", "BROKEN it was", "status 400");
        assertThat(thrown.context().attempts().get(1).at())
                .isEqualTo(nova.clock.now().minus(between(1, 2)));
    }

    private Duration between(int first, int second) {
        return nova.times().get(second).minus(nova.times().get(first));
    }

    @Test
    void renewsARefusedTokenOnceAndSendsTheRequestOnceMore() {
        nova.then(401, 200);

        cloud.session().adapter(ServiceType.COMPUTE).post("/x").json(List.of(1)).send();

        assertThat(nova.sent()).extracting(Sent::body).containsExactly("[1]", "[1]");
        assertThat(nova.sent()).extracting(sent -> sent.header("X-Auth-Token")).containsExactly("token-1", "token-2");
        assertThat(nova.tokens()).isEqualTo(2);
        assertThat(nova.clock.pauses()).isEmpty();
    }

    @Test
    void renewsNoMoreThanOncePerRequestWhateverItMeets() {
        nova.then(401, 503, 401, 200);

        assertThat(failure("GET")).isInstanceOf(Unauthenticated.class);

        assertThat(nova.calls()).hasSize(3);
        assertThat(nova.tokens()).isEqualTo(2);
    }

    @Test
    void saysSoWhenTheNewTokenIsRefusedToo() {
        nova.then(401, 401, 200);

        assertThat(failure("GET")).isInstanceOf(Unauthenticated.class);

        assertThat(nova.calls()).hasSize(2);
        assertThat(nova.tokens()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 429, 503})
    void doesNotSendABodyAgainThatCannotBeReadAgain(int status) {
        nova.thenAfter(status, "1").then(200);

        OpenStackException thrown = catchThrowableOfType(
                OpenStackException.class,
                () -> cloud.session()
                        .adapter(ServiceType.COMPUTE)
                        .put("/x")
                        .body("application/octet-stream", new Once())
                        .send());

        assertThat(thrown.status()).isEqualTo(status);
        assertThat(nova.calls()).hasSize(1);
    }

    private static final class Once implements HttpBody {
        @Override
        public long length() {
            return 1;
        }

        @Override
        public boolean repeatable() {
            return false;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(new byte[1]);
        }
    }

    @Test
    void refusedCredentialsAreNotPresentedAgain() {
        nova.identity(MemoryCloud.answer(401, "{\"error\": {\"code\": 401, \"message\": \"no\"}}"));

        assertThat(failure("GET")).isInstanceOf(Unauthenticated.class);
        assertThat(failure("GET"))
                .isInstanceOf(Unauthenticated.class)
                .hasMessageContaining("lest the account be locked");
        assertThat(nova.tokens()).isZero();

        nova.clock.advance(Duration.ofSeconds(61));
        send("GET");
        assertThat(nova.tokens()).isEqualTo(1);
    }

    @Test
    void repeatsWhatIdentityCouldNotAnswer() {
        nova.identity(MemoryCloud.answer(503, "{}")).identity(MemoryCloud.answer(429, "{}"));

        send("GET");

        assertThat(nova.clock.pauses()).hasSize(2);
        assertThat(nova.tokens()).isEqualTo(1);
    }

    @Test
    void anInterruptEndsThePause() {
        nova.then(call -> {
            Thread.currentThread().interrupt();
            return MemoryCloud.answer(503, "{}").answer(call);
        });

        assertThat(failure("GET")).isInstanceOf(Cancelled.class);

        assertThat(Thread.interrupted()).as("the flag is kept").isTrue();
        assertThat(nova.calls()).hasSize(1);
    }

    @Test
    void aBusyConflictIsForTheCaller() {
        nova.then(MemoryCloud.answer(409, """
                {"conflictingRequest": {"code": 409,
                  "message": "Cannot 'reboot' instance while it is in task_state rebooting"}}"""));

        assertThat(failure("POST"))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.reason()).isEqualTo(Conflict.Reason.BUSY));
        assertThat(nova.calls()).hasSize(1);
    }

    @Test
    void aForbiddenIsForTheCaller() {
        nova.then(403);

        assertThat(failure("GET")).isInstanceOf(Forbidden.class);
    }
}
