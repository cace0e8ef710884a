package io.github.openstackjvm.internal.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import io.github.openstackjvm.auth.AuthMethod;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.Unauthenticated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class KeptAuthTest {
    @TempDir
    private Path directory;

    private final StubContext context = new StubContext(call -> {
        throw new AssertionError("The method under test asks nobody");
    });

    private final Issuer issuer = new Issuer(context.ticker);

    /** As another process, or another cloud of this one, would have it. */
    private AuthMethod kept(Issuer method) {
        return KeptAuth.in(directory, method, "http://identity.example");
    }

    private static String value(AuthMethod method, StubContext context) {
        return method.authenticate(context).value().reveal();
    }

    private String value(AuthMethod method) {
        return value(method, context);
    }

    @Test
    void theNextProcessTakesTheToken() {
        assertThat(value(kept(issuer))).isEqualTo("t1");
        assertThat(value(kept(issuer))).isEqualTo("t1");
        assertThat(issuer.asked).hasValue(1);
    }

    @Test
    void whoHasAnotherSecretIsRefusedAndNotServed() {
        value(kept(issuer));
        Issuer wrong = new Issuer(context.ticker);
        wrong.secret = "a guess";
        wrong.failure = new Unauthenticated("wrong password", ErrorContext.NONE, null);
        assertThat(wrong).hasToString(issuer.toString());

        assertThatThrownBy(() -> value(kept(wrong))).isInstanceOf(Unauthenticated.class);
        assertThat(value(kept(issuer))).as("the refusal takes nothing away").isEqualTo("t1");
    }

    @Test
    void theSameSecretOfAnotherCloudIsAnotherOne() {
        value(kept(issuer));

        assertThat(value(KeptAuth.in(directory, issuer, "http://elsewhere.example")))
                .isEqualTo("t2");
    }

    @Test
    void aMethodThatTellsNoFingerprintIsNotKept() {
        issuer.secret = null;

        assertThat(kept(issuer)).isSameAs(issuer);
    }

    @Test
    void aTokenThatMustBeRenewedSoonIsNotTaken() {
        value(kept(issuer));
        context.ticker.advance(Duration.ofMinutes(53));
        assertThat(value(kept(issuer))).isEqualTo("t1");
        context.ticker.advance(Duration.ofMinutes(2));
        assertThat(value(kept(issuer))).isEqualTo("t2");
    }

    @Test
    void aTokenThatWasRefusedIsNotTakenAgain() {
        AuthMethod mine = kept(issuer);
        assertThat(value(mine)).isEqualTo("t1");
        assertThat(value(mine)).isEqualTo("t2");
        assertThat(value(kept(issuer))).isEqualTo("t2");
    }

    @Test
    void whatIsWrittenShowsNoSecretButTheTokenAndLeavesNothingElse() throws Exception {
        issuer.secret = "hunter2";
        value(kept(issuer));
        value(kept(issuer));

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files)
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("hunter2"))
                    .anySatisfy(file -> assertThat(file.toString()).endsWith(".json"))
                    .anySatisfy(file -> assertThat(file.toString()).endsWith(".lock"));
        }
    }

    @Test
    void aDamagedFileIsAsGoodAsNone() throws Exception {
        value(kept(issuer));
        Path file;
        try (Stream<Path> files = Files.list(directory)) {
            file = files.filter(one -> one.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
        }
        String good = Files.readString(file);
        for (String damaged : new String[] {
            "", "{", "[]", "{\"token\":{}}", good.replaceFirst("\"salt\":\"..", "\"salt\":\"zz"), good.substring(9)
        }) {
            Files.writeString(file, damaged);
            int before = issuer.asked.get();
            value(kept(issuer));
            assertThat(issuer.asked).as(damaged).hasValue(before + 1);
        }
    }

    @Test
    void oneRenewsWhileTheOtherWaits() throws Exception {
        Gate gate = issuer.gate();
        CountDownLatch waiting = new CountDownLatch(3);
        StubContext other = new StubContext(call -> {
            throw new AssertionError("The method under test asks nobody");
        });
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<String> first = threads.submit(() -> value(kept(issuer)));
            gate.awaitSomebody();
            other.paused = () -> {
                waiting.countDown();
                if (waiting.getCount() == 0) {
                    // From here on it would only turn its own clock on.
                    assertThat(first).succeedsWithin(Duration.ofSeconds(30));
                }
            };
            Future<String> second = threads.submit(() -> value(kept(issuer), other));
            waiting.await();
            gate.open();

            assertThat(first.get()).isEqualTo("t1");
            assertThat(second.get()).isEqualTo("t1");
            assertThat(issuer.asked).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
    }
}
