package io.github.openstackjvm.resilience;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.config.CloudConfigBuilder;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.spi.CallListener;
import io.github.openstackjvm.stub.MemoryCloud;
import io.github.openstackjvm.transport.TransportException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A window of four calls, half of which may fail; nothing is repeated. */
class BreakerTest {
    private static final int WINDOW = 4;

    private final MemoryCloud memory = new MemoryCloud();
    private final List<String> changes = new ArrayList<>();
    private final Cloud cloud = memory.cloud(this::breaking);

    private CloudConfigBuilder breaking(CloudConfigBuilder config) {
        return config.resilience(ResiliencePolicy.DEFAULT
                        .withRetries(ResiliencePolicy.Retries.NONE)
                        .withBreaker(new ResiliencePolicy.Breaker(true, WINDOW, 50, Duration.ofSeconds(20))))
                .listener(new CallListener() {
                    @Override
                    public void breakerChanged(String breaker, String from, String to) {
                        changes.add(breaker + " " + from + " " + to);
                    }
                });
    }

    private static void get(Cloud cloud, ServiceType type) {
        cloud.session().adapter(type).get("/x").sendUnchecked();
    }

    private void get() {
        get(cloud, ServiceType.COMPUTE);
    }

    private void breakNova() {
        for (int i = 0; i < WINDOW; i++) {
            memory.then(500);
            get();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void opensWhenTheServiceFails(int status) {
        for (int i = 0; i < WINDOW; i++) {
            memory.then(i % 2 == 0 ? status : 200);
            get();
        }

        Unavailable open = catchThrowableOfType(Unavailable.class, this::get);

        assertThat(open)
                .hasMessageContaining("circuit breaker 'memory/RegionOne/compute/public' is open")
                .hasMessageContaining("nothing was sent");
        assertThat(open.context().service()).isEqualTo("compute");
        assertThat(memory.calls()).hasSize(WINDOW);
        assertThat(changes).containsExactly("memory/RegionOne/compute/public CLOSED OPEN");
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"UNREACHABLE", "UNTRUSTED", "STALE_CONNECTION", "BROKEN", "TIMEOUT", "MALFORMED"})
    void opensWhenTheServiceCannotBeReached(Reason reason) {
        fail(reason);

        assertThatExceptionOfType(Unavailable.class).isThrownBy(this::get).withMessageContaining("is open");
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            mode = Mode.INCLUDE,
            names = {"NO_CONNECTION_FREE", "SOURCE", "INTERRUPTED", "CLOSED"})
    void doesNotCountWhatIsNotTheServicesFault(Reason reason) {
        fail(reason);
        fail(reason);

        get();
        assertThat(changes).isEmpty();
    }

    private void fail(Reason reason) {
        for (int i = 0; i < WINDOW; i++) {
            memory.thenFails(reason);
            assertThat(catchThrowableOfType(OpenStackException.class, this::get))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 413, 429, 501})
    void doesNotCountRefusals(int status) {
        for (int i = 0; i < 3 * WINDOW; i++) {
            memory.then(status, status);
            get();
        }

        assertThat(changes).isEmpty();
    }

    /** Neutron, another region and another cloud go on. */
    @Test
    void opensForOneServiceOnly() {
        breakNova();

        get(cloud, ServiceType.NETWORK);
        get(memory.cloud(this::breaking), ServiceType.COMPUTE);
        assertThatExceptionOfType(Unavailable.class)
                .as("a view of the same service")
                .isThrownBy(() -> get(cloud.inRegion("RegionOne"), ServiceType.COMPUTE));
    }

    @Test
    void letsOneCallThroughAfterAWhileAndClosesWhenItWorks() {
        breakNova();
        memory.clock.advance(Duration.ofSeconds(19));
        assertThatExceptionOfType(Unavailable.class).isThrownBy(this::get);

        memory.clock.advance(Duration.ofSeconds(2));
        get();
        get();

        String name = "memory/RegionOne/compute/public ";
        assertThat(changes).containsExactly(name + "CLOSED OPEN", name + "OPEN HALF_OPEN", name + "HALF_OPEN CLOSED");
    }

    @Test
    void opensAgainWhenTheProbeFails() {
        breakNova();
        memory.clock.advance(Duration.ofSeconds(21));
        memory.then(503);
        get();

        assertThatExceptionOfType(Unavailable.class).isThrownBy(this::get);
        assertThat(memory.calls()).hasSize(WINDOW + 1);
    }

    /** A probe that says nothing about the service must not use up the only permission. */
    @Test
    void probesAgainAfterAnInterruptedProbe() {
        breakNova();
        memory.clock.advance(Duration.ofSeconds(21));
        memory.thenFails(Reason.INTERRUPTED);
        assertThat(catchThrowableOfType(OpenStackException.class, this::get)).isNotNull();

        get();

        assertThat(changes).last().asString().endsWith("HALF_OPEN CLOSED");
    }

    @Test
    void countsEachAttempt() {
        Cloud repeating = memory.cloud(config -> breaking(config)
                .resilience(ResiliencePolicy.DEFAULT.withBreaker(
                        new ResiliencePolicy.Breaker(true, 2, 50, Duration.ofSeconds(20)))));
        memory.then(503, 503, 503, 503);

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> get(repeating, ServiceType.COMPUTE))
                .withMessageContaining("is open")
                .satisfies(e -> assertThat(e.context().attempts()).hasSize(2));

        assertThat(memory.calls()).as("an open breaker ends the attempts").hasSize(2);
    }

    @Test
    void canBeOff() {
        Cloud without = memory.cloud(config -> breaking(config)
                .resilience(ResiliencePolicy.DEFAULT
                        .withRetries(ResiliencePolicy.Retries.NONE)
                        .withBreaker(ResiliencePolicy.Breaker.OFF)));
        for (int i = 0; i < 50; i++) {
            memory.then(500);
            get(without, ServiceType.COMPUTE);
        }

        assertThat(memory.calls()).hasSize(50);
    }

    @Test
    void isOneForAllViewsWhoeverCalledFirst() {
        get(cloud.withResilience(policy -> policy.withBreaker(ResiliencePolicy.Breaker.OFF)), ServiceType.COMPUTE);
        for (int i = 0; i < WINDOW; i++) {
            memory.then(500);
            get(cloud.withTimeout(Duration.ofSeconds(10 + i)), ServiceType.COMPUTE);
        }

        assertThatExceptionOfType(Unavailable.class).isThrownBy(this::get).withMessageContaining("circuit breaker");
        get(cloud.withResilience(policy -> policy.withBreaker(ResiliencePolicy.Breaker.OFF)), ServiceType.COMPUTE);
    }

    /** Identity has failed, not the service whose call needed a token. */
    @Test
    void doesNotCountIdentitysFailuresForTheService() {
        for (int i = 0; i < WINDOW; i++) {
            memory.identity(MemoryCloud.answer(503, "{}"));
            assertThat(catchThrowableOfType(OpenStackException.class, this::get))
                    .isNotNull();
        }

        // Identity has a breaker of its own, which leaves it alone for a while.
        memory.clock.advance(Duration.ofSeconds(21));
        get();
        assertThat(changes).allMatch(change -> change.startsWith("memory/any/identity/tokens "));
    }
}
