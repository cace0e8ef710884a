package io.github.openstackjvm.internal.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.openstackjvm.auth.AuthContext;
import io.github.openstackjvm.auth.AuthMethod;
import io.github.openstackjvm.auth.Scope;
import io.github.openstackjvm.error.Cancelled;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.Unauthenticated;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Catalog;
import io.github.openstackjvm.session.Token;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class TokenKeeperTest {
    private static final Duration MEMORY = Duration.ofSeconds(60);

    private final StubContext context = new StubContext(call -> {
        throw new AssertionError("The method under test asks nobody");
    });
    private final Issuer issuer = new Issuer();
    private final TokenKeeper keeper = new TokenKeeper(issuer, context, MEMORY);
    private final ExecutorService pool = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    /** Issues t1, t2, … which live an hour, unless told otherwise. */
    private final class Issuer implements AuthMethod {
        final AtomicInteger asked = new AtomicInteger();
        volatile Duration life = Duration.ofHours(1);
        volatile @Nullable RuntimeException failure;
        volatile boolean renewable = true;
        volatile Callable<?> before = () -> null;

        @Override
        public String type() {
            return "test";
        }

        @Override
        public Token authenticate(AuthContext ignored) {
            int count = asked.incrementAndGet();
            try {
                before.call();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Cancelled("interrupted", ErrorContext.NONE, e);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            RuntimeException fails = failure;
            if (fails != null) {
                throw fails;
            }
            Instant now = context.ticker.now();
            return new Token(
                    Secret.of("t" + count),
                    now,
                    now.plus(life),
                    null,
                    null,
                    null,
                    false,
                    List.of(),
                    List.of(),
                    Catalog.EMPTY);
        }

        @Override
        public Scope scope() {
            return Scope.unscoped();
        }

        @Override
        public AuthMethod withScope(Scope scope) {
            return this;
        }

        @Override
        public boolean renewable() {
            return renewable;
        }
    }

    private static String value(Token token) {
        return token.value().reveal();
    }

    private String currentValue() {
        return value(keeper.current());
    }

    private void advance(Duration by) {
        context.ticker.advance(by);
    }

    @Test
    void asksOnFirstUseOnly() {
        assertThat(issuer.asked).hasValue(0);
        assertThat(currentValue()).isEqualTo("t1");
        assertThat(currentValue()).isEqualTo("t1");
    }

    @Test
    void renewsWhenATenthOfTheLifeIsLeft() {
        currentValue();
        advance(Duration.ofMinutes(53).plusSeconds(59));
        assertThat(currentValue()).isEqualTo("t1");
        advance(Duration.ofSeconds(1));
        assertThat(currentValue()).isEqualTo("t2");
    }

    @Test
    void renewsLongTokensTenMinutesEarly() {
        issuer.life = Duration.ofHours(24);
        currentValue();
        advance(Duration.ofHours(24).minusMinutes(11));
        assertThat(currentValue()).isEqualTo("t1");
        advance(Duration.ofMinutes(1));
        assertThat(currentValue()).isEqualTo("t2");
    }

    @Test
    void keepsTheOldTokenWhileRenewalFailsAndTriesOncePerMinute() {
        currentValue();
        advance(Duration.ofMinutes(55));
        issuer.failure = new Unavailable("down", ErrorContext.NONE, null);
        for (int i = 0; i < 10; i++) {
            assertThat(currentValue()).isEqualTo("t1");
        }
        assertThat(issuer.asked).hasValue(2);

        advance(Duration.ofMinutes(1));
        assertThat(currentValue()).isEqualTo("t1");
        assertThat(issuer.asked).hasValue(3);

        advance(Duration.ofMinutes(4));
        assertThatThrownBy(keeper::current).isInstanceOf(Unavailable.class);

        issuer.failure = null;
        assertThat(currentValue()).isEqualTo("t5");
    }

    @Test
    void doesNotAskWithEveryRequestWhenTheNewTokenEndsNoLater() {
        // As it is with a token exchanged for another scope: it inherits the end.
        currentValue();
        advance(Duration.ofMinutes(55));
        issuer.life = Duration.ofMinutes(5);
        for (int i = 0; i < 10; i++) {
            currentValue();
        }
        assertThat(issuer.asked).hasValue(2);
    }

    @Test
    void believesNoExpiryThatIsOverAtOnce() {
        issuer.life = Duration.ofHours(-2);
        currentValue();
        advance(Duration.ofDays(1));
        assertThat(currentValue()).isEqualTo("t1");
    }

    @Test
    void leavesATokenThatCannotBeRenewedAloneUntilItEnds() {
        issuer.renewable = false;
        Token token = keeper.current();
        advance(Duration.ofMinutes(59));

        assertThat(keeper.current()).isSameAs(token);
        assertThat(keeper.renew(token)).isSameAs(token);
        assertThat(issuer.asked).hasValue(1);
    }

    @Test
    void renewsARefusedTokenOnce() {
        Token old = keeper.current();

        assertThat(value(keeper.renew(old))).isEqualTo("t2");
        assertThat(value(keeper.renew(old))).isEqualTo("t2");
        assertThat(currentValue()).isEqualTo("t2");
        assertThat(issuer.asked).hasValue(2);
    }

    @Test
    void remembersARefusalForAWhile() {
        Unauthenticated refused = new Unauthenticated("wrong password", ErrorContext.NONE, null);
        issuer.failure = refused;
        assertThatThrownBy(keeper::current).isSameAs(refused);

        advance(Duration.ofSeconds(59));
        assertThatThrownBy(keeper::current)
                .isInstanceOf(Unauthenticated.class)
                .isNotSameAs(refused)
                .hasMessageContaining("Not asked again")
                .hasMessageContaining("59 s ago")
                .hasMessageContaining("wrong password");
        assertThat(issuer.asked).hasValue(1);
        assertThat(keeper.state().refused()).isTrue();

        advance(Duration.ofSeconds(1));
        issuer.failure = null;
        assertThat(currentValue()).isEqualTo("t2");
        assertThat(keeper.state().refused()).isFalse();
    }

    @Test
    void staysWithTheOldTokenWhenTheCredentialsAreRefusedEarly() {
        currentValue();
        advance(Duration.ofMinutes(54));
        issuer.failure = new Unauthenticated("wrong password", ErrorContext.NONE, null);
        assertThat(currentValue()).isEqualTo("t1");
        assertThat(currentValue()).isEqualTo("t1");

        advance(Duration.ofMinutes(6));
        assertThatThrownBy(keeper::current).isInstanceOf(Unauthenticated.class);
        assertThat(issuer.asked).hasValue(3);
    }

    @Test
    void forgetsTokenAndRefusal() {
        issuer.failure = new Unauthenticated("wrong password", ErrorContext.NONE, null);
        assertThatThrownBy(keeper::current).isInstanceOf(Unauthenticated.class);
        issuer.failure = null;
        keeper.forget();
        assertThat(currentValue()).isEqualTo("t2");

        keeper.forget();
        assertThat(keeper.state()).isEqualTo(new TokenKeeper.State(null, null, false));
        assertThat(currentValue()).isEqualTo("t3");
    }

    @Test
    void tellsAgeAndExpiry() {
        currentValue();
        advance(Duration.ofMinutes(3));

        assertThat(keeper.state())
                .isEqualTo(new TokenKeeper.State(
                        Duration.ofMinutes(3), HandTicker.START.plus(Duration.ofHours(1)), false));
    }

    @Test
    void asksOnceForThousandCallersAtExpiry() throws Exception {
        Token old = keeper.current();
        advance(Duration.ofHours(2));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        issuer.before = () -> {
            inside.countDown();
            go.await();
            return null;
        };
        List<Future<Token>> all = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try {
            for (int i = 0; i < 1000; i++) {
                boolean refused = i % 2 == 0;
                all.add(threads.submit(() -> refused ? keeper.renew(old) : keeper.current()));
            }
            inside.await();
            go.countDown();
            for (Future<Token> one : all) {
                assertThat(value(one.get())).isEqualTo("t2");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(issuer.asked).hasValue(2);
    }

    @Test
    void servesOthersWithTheOldTokenDuringAnEarlyRenewal() throws Exception {
        currentValue();
        advance(Duration.ofMinutes(55));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        issuer.before = () -> {
            inside.countDown();
            go.await();
            return null;
        };
        Future<Token> renewing = pool.submit(keeper::current);
        inside.await();

        assertThat(currentValue()).isEqualTo("t1");
        advance(Duration.ofMinutes(2));
        assertThat(currentValue()).isEqualTo("t1");

        go.countDown();
        assertThat(value(renewing.get())).isEqualTo("t2");
        assertThat(currentValue()).isEqualTo("t2");
    }

    @Test
    void tellsAllWhoWaitOfTheFailure() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        issuer.failure = new Unavailable("down", ErrorContext.NONE, null);
        issuer.before = () -> {
            inside.countDown();
            go.await();
            return null;
        };
        Future<Token> leader = pool.submit(keeper::current);
        inside.await();
        Waiter waiter = new Waiter();
        waiter.untilWaiting();
        go.countDown();

        assertThatThrownBy(leader::get).cause().isInstanceOf(Unavailable.class);
        assertThatThrownBy(waiter.result::get).cause().isInstanceOf(Unavailable.class);
        assertThat(issuer.asked).hasValue(1);
    }

    @Test
    void letsAnInterruptedWaiterGoAndCarriesOn() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        issuer.before = () -> {
            inside.countDown();
            go.await();
            return null;
        };
        Future<Token> leader = pool.submit(keeper::current);
        inside.await();
        Waiter waiter = new Waiter();
        waiter.untilWaiting();

        waiter.thread.interrupt();

        assertThatThrownBy(waiter.result::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(Cancelled.class);
        assertThat(waiter.flagKept).isTrue();
        go.countDown();
        assertThat(value(leader.get())).isEqualTo("t1");
        assertThat(issuer.asked).hasValue(1);
    }

    @Test
    void handsTheWorkOverWhenTheOneWhoDoesItIsInterrupted() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        issuer.before = () -> {
            if (issuer.asked.get() == 1) {
                inside.countDown();
                never.await();
            }
            return null;
        };
        Waiter leader = new Waiter();
        inside.await();
        Waiter waiter = new Waiter();
        waiter.untilWaiting();

        leader.thread.interrupt();

        assertThatThrownBy(leader.result::get).cause().isInstanceOf(Cancelled.class);
        assertThat(value(waiter.result.get())).isEqualTo("t2");
    }

    @Test
    void doesNotKeepWhatWasForgottenMeanwhile() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        issuer.before = () -> {
            if (issuer.asked.get() == 1) {
                inside.countDown();
                go.await();
            }
            return null;
        };
        Future<Token> before = pool.submit(keeper::current);
        inside.await();
        keeper.forget();
        assertThat(currentValue()).isEqualTo("t2");
        go.countDown();

        assertThat(value(before.get())).isEqualTo("t1");
        assertThat(currentValue()).isEqualTo("t2");
    }

    /** One caller on a thread that can be watched and interrupted. */
    private final class Waiter {
        final Thread thread;
        final CompletableFuture<Token> result = new CompletableFuture<>();
        volatile boolean flagKept;

        Waiter() {
            thread = new Thread(() -> {
                try {
                    result.complete(keeper.current());
                } catch (RuntimeException e) {
                    flagKept = Thread.currentThread().isInterrupted();
                    result.completeExceptionally(e);
                }
            });
            thread.start();
        }

        void untilWaiting() {
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
    }
}
