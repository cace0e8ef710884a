package io.github.openstackjvm.resilience;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.spi.CallListener;
import io.github.openstackjvm.stub.HandClock;
import io.github.openstackjvm.stub.MemoryCloud;
import io.github.openstackjvm.transport.TransportException.Reason;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

class HealthTest {
    private final MemoryCloud nova = new MemoryCloud();
    private final List<String> events = new ArrayList<>();
    private final Cloud cloud = nova.cloud(config -> config.resilience(ResiliencePolicy.DEFAULT
                    .withRetries(ResiliencePolicy.Retries.NONE)
                    .withBreaker(new ResiliencePolicy.Breaker(true, 2, 50, Duration.ofSeconds(20)))
                    .withThrottle(ResiliencePolicy.Throttle.NONE.withRate(1000).withConcurrency(7)))
            .listener(new CallListener() {
                @Override
                public void authenticated(String name) {
                    events.add("token of " + name);
                }
            }));

    private void get() {
        cloud.session().adapter(ServiceType.COMPUTE).get("/x?token=secret").send();
    }

    private Health.Service compute() {
        return cloud.health().services().stream()
                .filter(service -> service.service().equals("compute"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void asksNobody() {
        Health health = cloud.health();

        assertThat(health.cloud()).isEqualTo("memory");
        assertThat(health.at()).isEqualTo(HandClock.START);
        assertThat(health.token()).isEqualTo(new Health.Token(null, null, false));
        assertThat(health.retryBudget()).isEqualTo(20);
        assertThat(health.well()).isTrue();
        assertThat(nova.tokens()).isZero();
    }

    @Test
    void tellsOfTheToken() {
        get();
        nova.clock.advance(Duration.ofMinutes(3));

        assertThat(cloud.health().token().age()).isEqualTo(Duration.ofMinutes(3));
        assertThat(cloud.health().token().expiresAt()).isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
        assertThat(events).containsExactly("token of memory");
    }

    @Test
    void tellsOfRefusedCredentials() {
        nova.identity(MemoryCloud.answer(401, "{}"));
        Throwable refused = catchThrowable(this::get);

        assertThat(refused).isInstanceOf(OpenStackException.class);
        assertThat(cloud.health().token().refused()).isTrue();
        assertThat(cloud.health().well()).isFalse();
    }

    @Test
    void tellsOfBreakersAndTheLatestError() {
        nova.thenFails(Reason.BROKEN).then(503);
        Throwable first = catchThrowable(this::get);
        assertThat(first).isNotNull();
        assertThat(compute().breaker()).isEqualTo(Health.Breaker.CLOSED);
        assertThat(compute().lastError())
                .isEqualTo(
                        new Health.Failure(HandClock.START, "GET http://nova.test/v2.1/x?token=***", "BROKEN it was"));

        nova.clock.advance(Duration.ofSeconds(1));
        Throwable second = catchThrowable(this::get);
        assertThat(second).isNotNull();
        assertThat(compute())
                .returns("RegionOne", Health.Service::region)
                .returns("public", Health.Service::face)
                .returns(Health.Breaker.OPEN, Health.Service::breaker)
                .extracting(Health.Service::lastError)
                .hasFieldOrPropertyWithValue("outcome", "status 503");
        assertThat(cloud.health().well()).isFalse();
        assertThatExceptionOfType(Unavailable.class).isThrownBy(this::get);

        nova.clock.advance(Duration.ofSeconds(21));
        List<Health.Breaker> during = new ArrayList<>();
        nova.then(call -> {
            during.add(compute().breaker());
            return MemoryCloud.answer(200, "{}").answer(call);
        });
        get();
        assertThat(during).containsExactly(Health.Breaker.HALF_OPEN);
        assertThat(compute().breaker()).isEqualTo(Health.Breaker.CLOSED);
        assertThat(cloud.health().well()).isTrue();
    }

    @Test
    void countsWhatIsUnderWayAndHowFastItGoes() {
        List<Health.Service> during = new ArrayList<>();
        nova.then(call -> {
            during.add(compute());
            return MemoryCloud.answer(200, "{}").answer(call);
        });
        get();
        for (int i = 0; i < 19; i++) {
            nova.clock.advance(Duration.ofMillis(500));
            get();
        }
        nova.clock.advance(Duration.ofMillis(500));

        assertThat(during).extracting(Health.Service::inFlight).containsExactly(1);
        assertThat(compute())
                .returns(0, Health.Service::inFlight)
                .returns(7, Health.Service::concurrency)
                .returns(2.0, Health.Service::rate)
                .returns(1000.0, Health.Service::rateLimit);
        nova.clock.advance(Duration.ofSeconds(20));
        assertThat(compute().rate()).isZero();
    }

    @Test
    void hasIdentityWithABreakerOfItsOwn() {
        nova.identity(MemoryCloud.answer(503, "{}")).identity(MemoryCloud.answer(503, "{}"));
        Throwable first = catchThrowable(this::get);
        Throwable second = catchThrowable(this::get);
        Throwable third = catchThrowable(this::get);

        assertThat(first).isInstanceOf(Unavailable.class);
        assertThat(second).isInstanceOf(Unavailable.class);
        assertThat(third)
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("circuit breaker 'memory/any/identity/tokens' is open");
        assertThat(nova.tokens()).isZero();
        assertThat(compute().breaker()).isEqualTo(Health.Breaker.CLOSED);
    }
}
