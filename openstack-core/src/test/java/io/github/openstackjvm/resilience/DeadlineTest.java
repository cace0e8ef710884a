package io.github.openstackjvm.resilience;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.Forbidden;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.stub.MemoryCloud;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/** One deadline over all attempts of a call, the pauses between them, and what is asked of Identity for it. */
class DeadlineTest extends NovaCalls {
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

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> get(cloud.withTimeout(Duration.ofSeconds(5))));

        assertThat(nova.calls()).hasSize(1);
    }
}
