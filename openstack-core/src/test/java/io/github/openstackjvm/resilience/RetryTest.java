package io.github.openstackjvm.resilience;

import java.time.Duration;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.BadRequest;
import io.github.openstackjvm.error.Cancelled;
import io.github.openstackjvm.error.Closed;
import io.github.openstackjvm.error.Conflict;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.OutcomeUnknown;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.stub.MemoryCloud;
import io.github.openstackjvm.transport.TransportException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What is repeated and what is not, row by row. Time is the test's; nothing sleeps. */
class RetryTest extends NovaCalls {
    private Duration between(int first, int second) {
        return nova.times().get(second).minus(nova.times().get(first));
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

    /** Cinder answers a quota with 413 and {@code Retry-After: 0}. */
    @ParameterizedTest
    @CsvSource({"413", "403"})
    void doesNotRepeatAQuotasRefusal(int status) {
        nova.thenAfter(status, "0");

        failure("GET");

        assertThat(nova.calls()).hasSize(1);
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
