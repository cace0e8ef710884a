package io.github.openstackjvm.internal.wait;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.openstackjvm.error.Closed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

@Timeout(30)
class InterruptionsTest {
    private final Interruptions waits = new Interruptions();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);

    private record End(Throwable thrown, boolean interrupted) {}

    private CompletableFuture<End> waiting(Thread[] thread) {
        CompletableFuture<End> end = new CompletableFuture<>();
        thread[0] = new Thread(() -> {
            Throwable thrown = catchThrowable(() -> waits.during(() -> {
                begun.countDown();
                never.await();
            }));
            end.complete(new End(thrown, Thread.currentThread().isInterrupted()));
        });
        thread[0].start();
        return end;
    }

    @Test
    void endsAWaitWhenTheCloudIsClosedAndLeavesNoInterruptBehind() throws Exception {
        CompletableFuture<End> end = waiting(new Thread[1]);
        begun.await();

        waits.close();

        assertThat(end.get(10, TimeUnit.SECONDS).thrown).isInstanceOf(Closed.class);
        assertThat(end.get().interrupted).isFalse();
    }

    @Test
    void letsOthersInterrupt() throws Exception {
        Thread[] thread = new Thread[1];
        CompletableFuture<End> end = waiting(thread);
        begun.await();

        thread[0].interrupt();

        assertThat(end.get(10, TimeUnit.SECONDS).thrown).isInstanceOf(InterruptedException.class);
    }

    @Test
    void beginsNoWaitOfAClosedCloud() {
        waits.close();

        assertThatExceptionOfType(Closed.class).isThrownBy(() -> waits.during(() -> {}));
    }

    @Test
    void neverInterruptsAThreadThatWaitsNoMore() throws Exception {
        waits.during(() -> {});

        waits.close();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    /** The wait is over in the moment in which the cloud is closed. */
    @Test
    void takesBackAnInterruptThatCameTooLate() throws Exception {
        waits.during(waits::close);

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
