package io.github.openstackjvm.objectstore;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.github.openstackjvm.internal.wire.Waits;
import io.github.openstackjvm.resource.Progress;
import io.github.openstackjvm.resource.Transition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkersTest {
    /** Two tasks that begin together, on the caller's thread and beside it, one of which fails so. */
    private static Iterator<Callable<Void>> pair(Error failure, boolean beside) {
        Thread caller = Thread.currentThread();
        CyclicBarrier both = new CyclicBarrier(2);
        return IntStream.range(0, 2)
                .<Callable<Void>>mapToObj(i -> () -> {
                    both.await();
                    if ((Thread.currentThread() != caller) == beside) {
                        throw failure;
                    }
                    return null;
                })
                .iterator();
    }

    @Test
    void anErrorEndsAllOnWhicheverThreadItIs() {
        for (boolean beside : List.of(true, false)) {
            Error failure = new LinkageError("planted");
            assertThat(catchThrowable(() -> Workers.all(new Threads(), 2, pair(failure, beside))))
                    .isSameAs(failure);
            assertThat(catchThrowable(() -> Workers.each(new Threads(), 2, pair(failure, beside))))
                    .isSameAs(failure);
        }
    }

    @Test
    void anErrorWhileTasksAreLookedForEndsAll() {
        Iterator<Callable<Void>> broken = IntStream.range(0, 9)
                .<Callable<Void>>mapToObj(i -> {
                    throw new LinkageError("planted");
                })
                .iterator();
        assertThatExceptionOfType(LinkageError.class).isThrownBy(() -> Workers.each(new Threads(), 3, broken));
    }

    @Test
    void exceptionsAreReportedOrThrown() {
        Callable<Void> fails = () -> {
            throw new IllegalStateException("planted");
        };
        assertThat(Workers.each(new Threads(), 1, List.of(fails, fails).iterator()))
                .hasSize(2);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        Workers.all(new Threads(), 1, List.of(fails, fails).iterator()));
    }

    /** A thread for everything that is to go on beside. */
    private static final class Threads implements Waits {
        @Override
        public <T> CompletableFuture<T> beside(Callable<T> wait) {
            CompletableFuture<T> done = new CompletableFuture<>();
            Thread thread = new Thread(new FutureTask<>(wait), "beside");
            thread.setDaemon(true);
            thread.start();
            return done;
        }

        @Override
        public Duration deadline(boolean slow) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant now() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void rest(Duration time, String what) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <R> List<R> await(List<Transition<?, R>> transitions, Duration deadline, Consumer<Progress> listener) {
            throw new UnsupportedOperationException();
        }
    }
}
