package io.github.openstackjvm.internal.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

import io.github.openstackjvm.error.Cancelled;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.session.Token;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class TokenKeeperThreadsTest extends KeeperCalls {
    private final ExecutorService pool = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    @Test
    void asksOnceForThousandCallersAtExpiry() throws Exception {
        Token old = current();
        advance(Duration.ofHours(2));
        Gate gate = issuer.gate();
        List<Future<Token>> all = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try {
            for (int i = 0; i < 1000; i++) {
                boolean refused = i % 2 == 0;
                all.add(threads.submit(() -> refused ? renew(old) : current()));
            }
            gate.awaitSomebody();
            gate.open();
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
        Gate gate = issuer.gate();
        Future<Token> renewing = pool.submit(this::current);
        gate.awaitSomebody();

        assertThat(currentValue()).isEqualTo("t1");
        advance(Duration.ofMinutes(2));
        assertThat(currentValue()).isEqualTo("t1");

        gate.open();
        assertThat(value(renewing.get())).isEqualTo("t2");
        assertThat(currentValue()).isEqualTo("t2");
    }

    @Test
    void tellsAllWhoWaitOfTheFailure() throws Exception {
        Gate gate = issuer.gate();
        issuer.failure = new Unavailable("down", ErrorContext.NONE, null);
        Future<Token> leader = pool.submit(this::current);
        gate.awaitSomebody();
        Waiter waiter = new Waiter();
        waiter.untilWaiting();
        gate.open();

        assertThatThrownBy(leader::get).cause().isInstanceOf(Unavailable.class);
        assertThatThrownBy(waiter.result::get).cause().isInstanceOf(Unavailable.class);
        assertThat(issuer.asked).hasValue(1);
    }

    @Test
    void letsAnInterruptedWaiterGoAndCarriesOn() throws Exception {
        Gate gate = issuer.gate();
        Future<Token> leader = pool.submit(this::current);
        gate.awaitSomebody();
        Waiter waiter = new Waiter();
        waiter.untilWaiting();

        waiter.thread.interrupt();

        assertThatThrownBy(waiter.result::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(Cancelled.class);
        assertThat(waiter.flagKept).isTrue();
        gate.open();
        assertThat(value(leader.get())).isEqualTo("t1");
        assertThat(issuer.asked).hasValue(1);
    }

    @Test
    void handsTheWorkOverWhenTheOneWhoDoesItIsInterrupted() throws Exception {
        Gate gate = issuer.gate();
        Waiter leader = new Waiter();
        gate.awaitSomebody();
        Waiter waiter = new Waiter();
        waiter.untilWaiting();

        leader.thread.interrupt();

        assertThatThrownBy(leader.result::get).cause().isInstanceOf(Cancelled.class);
        assertThat(value(waiter.result.get())).isEqualTo("t2");
    }

    @Test
    void doesNotKeepWhatWasForgottenMeanwhile() throws Exception {
        Gate gate = issuer.gate();
        Future<Token> before = pool.submit(this::current);
        gate.awaitSomebody();
        keeper.forget();
        assertThat(currentValue()).isEqualTo("t2");
        gate.open();

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
                    result.complete(current());
                } catch (RuntimeException e) {
                    flagKept = Thread.currentThread().isInterrupted();
                    result.completeExceptionally(e);
                }
            });
            thread.start();
        }

        void untilWaiting() {
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                LockSupport.parkNanos(1_000_000);
                assertThat(thread.isAlive()).isTrue();
            }
        }
    }
}
