package io.github.openstackjvm.testkit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.Transport;
import io.github.openstackjvm.transport.TransportException;
import io.github.openstackjvm.transport.TransportException.Reason;
import org.junit.jupiter.api.Test;

import static io.github.openstackjvm.testkit.HttpMethod.DELETE;
import static io.github.openstackjvm.testkit.HttpMethod.POST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FakeCloudTest {
    private static final String KEYPAIRS = "/compute/v2.1/os-keypairs";

    @Test
    void sameSeedSameIds() {
        try (FakeCloud one = FakeCloud.start();
                FakeCloud same = FakeCloud.start();
                FakeCloud other = FakeCloud.builder().seed(2).start()) {
            assertThat(Wire.as(one, "demo").token())
                    .isEqualTo(Wire.as(same, "demo").token())
                    .isNotEqualTo(Wire.as(other, "demo").token());
        }
    }

    @Test
    void makingTheHandlersLeavesNoTrace() {
        try (FakeCloud asked = FakeCloud.start();
                FakeCloud fresh = FakeCloud.start()) {
            assertThat(asked.routes()).hasSize(6);
            assertThat(asked.dump()).isEqualTo(fresh.dump());
            assertThat(Wire.as(asked, "demo").token())
                    .isEqualTo(Wire.as(fresh, "demo").token());
        }
    }

    @Test
    void transportReachesNothingElse() {
        try (FakeCloud fake = FakeCloud.start()) {
            Transport transport = fake.transport();
            assertThatThrownBy(() -> transport.exchange(HttpCall.get("http://127.0.0.1:9/")))
                    .isInstanceOfSatisfying(TransportException.class, failure -> {
                        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
                        assertThat(failure.sent()).isFalse();
                    });
            transport.close();
            assertThatThrownBy(() -> transport.exchange(HttpCall.get(fake.authUrl())))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            failure -> assertThat(failure.reason()).isEqualTo(Reason.CLOSED));
        }
    }

    @Test
    void interruptedCallsEndAndKeepTheFlag() {
        try (FakeCloud fake = FakeCloud.start()) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> fake.transport().exchange(HttpCall.get(fake.authUrl())))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            failure -> assertThat(failure.reason()).isEqualTo(Reason.INTERRUPTED));
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void unknownRequestsNameTheNearestOperation() {
        try (FakeCloud fake = FakeCloud.start()) {
            Wire.as(fake, "demo")
                    .get("/compute/v2.1/os-keypair")
                    .refused(
                            501,
                            "The fake cloud does not know GET /compute/v2.1/os-keypair. "
                                    + "The nearest it knows is GET /compute/v2.1/os-keypairs.");
            assertThat(fake.journal().unknown()).hasSize(1);
            assertThat(fake.complaints()).hasSize(1);
            fake.allowUnknownRequests();
            assertThat(fake.complaints()).isEmpty();
        }
    }

    @Test
    void journalHoldsNoSecrets() {
        try (FakeCloud fake = FakeCloud.start()) {
            Wire demo = Wire.as(fake, "demo");
            demo.post(KEYPAIRS, "{'keypair':{'name':'a'}}").is(200);
            demo.delete(KEYPAIRS + "/a?x=1").is(202);
            JournalEntry login = fake.journal().calls(POST, "/auth/tokens").get(0);
            assertThat(login.body())
                    .contains("\"password\":\"***\"")
                    .contains("demo")
                    .doesNotContain("secret");
            assertThat(fake.journal().calls().get(1).headers().get("x-auth-token"))
                    .containsExactly("***");
            assertThat(fake.journal().toString()).doesNotContain(demo.token());
            assertThat(fake).received(DELETE, "/os-keypairs/*").once();
            assertThat(fake).received(DELETE, "/compute/**").once();
            assertThat(fake).received(POST, "/os-keypairs/*").never();
            assertThatThrownBy(() ->
                            assertThat(fake).received(POST, "/os-keypairs").times(2))
                    .hasMessageContaining("2 times, not 1")
                    .hasMessageContaining("DELETE /compute/v2.1/os-keypairs/a");
        }
    }

    @Test
    void clockMovesWhenSomebodySleeps() throws Exception {
        try (FakeCloud fake = FakeCloud.start()) {
            fake.clock().sleep(Duration.ofHours(1));
            assertThat(fake.clock().now()).isEqualTo(FakeClock.START.plusSeconds(3600));
            assertThat(fake.clock().nanoTime()).isEqualTo(Duration.ofHours(1).toNanos());
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> fake.clock().sleep(Duration.ofHours(1))).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void manyThreads() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try (FakeCloud fake = FakeCloud.start()) {
            Wire demo = Wire.as(fake, "demo");
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                String body = "{'keypair':{'name':'k" + i + "'}}";
                all.add(pool.submit(() -> demo.post(KEYPAIRS, body).is(200)));
            }
            for (Future<?> each : all) {
                each.get();
            }
            assertThat(demo.get(KEYPAIRS).at("/keypairs")).hasSize(100);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void usersMayBeAdded() {
        try (FakeCloud fake = FakeCloud.start()) {
            fake.addUser("eve", "secret", "eve", "reader");
            Wire eve = Wire.as(fake, "eve");
            assertThat(eve.get("/identity/v3/auth/projects")
                            .at("/projects/0/name")
                            .asText())
                    .isEqualTo("eve");
        }
    }

    @Test
    void isQuick() {
        FakeCloud.start().close();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        try (FakeCloud fake = FakeCloud.start()) {
            Wire demo = Wire.as(fake, "demo");
            for (int i = 0; i < 200; i++) {
                demo.get("/compute/v2.1/flavors/1").is(200);
            }
        }
        // Some 50 µs a call once they are compiled. What else the machine does meanwhile does not count.
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }
}
