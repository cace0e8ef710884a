package io.github.openstackjvm.internal.transport;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import io.github.openstackjvm.transport.TimeLimits;
import io.github.openstackjvm.transport.TransportException;
import io.github.openstackjvm.transport.TransportException.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call under way: where it stands, and how it is ended from outside. Its state moves by compare-and-set only, so it
 * is either finished by its own thread or aborted by the {@link Watch}, never both: a connection that went back to the
 * pool is never closed by a late abort.
 */
final class Exchange {
    /** Where a call may be blocked. The text completes "... passed while ". */
    enum Phase {
        QUEUED("waiting for a free connection to"),
        LOOKUP("looking up"),
        CONNECT("connecting to"),
        TUNNEL("asking the proxy for a tunnel to"),
        HANDSHAKE("agreeing on TLS with"),
        SENDING("sending the request to"),
        WAITING("waiting for the answer of"),
        RECEIVING("reading the answer of"),
        /** A streamed answer nobody reads at the moment: nothing limits that. */
        PAUSED("the answer was left unread of");

        final String text;

        Phase(String text) {
            this.text = text;
        }
    }

    private sealed interface State permits Stage, Over {}

    /**
     * Blocked, or about to be.
     *
     * @param stop frees the blocked thread; called at most once, by another thread
     */
    record Stage(Phase phase, Runnable stop, long since) implements State {}

    /**
     * Nothing more happens.
     *
     * @param reason null when the call ended by itself
     */
    private record Over(@Nullable Reason reason, String message) implements State {}

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final Over FINISHED = new Over(null, "");

    final String label;
    final TimeLimits limits;
    private final AtomicReference<State> state;
    private volatile @Nullable Thread worker = Thread.currentThread();
    private volatile long deadline;
    private volatile long moved;
    private volatile boolean sent;

    /** What the watch saw last; its own. */
    final Seen seen = new Seen();

    /** The progress as of one look. */
    static final class Seen {
        @Nullable
        Stage stage;

        long moved;
        long at;
    }

    Exchange(String label, TimeLimits limits) {
        this.label = label;
        this.limits = limits;
        long now = System.nanoTime();
        Duration total = limits.total();
        this.deadline = now + (total == null ? Long.MAX_VALUE >> 1 : nanos(total));
        this.state = new AtomicReference<>(new Stage(Phase.QUEUED, () -> {}, now));
    }

    /** Goes on to where the thread may block next. */
    Stage enter(Phase phase, Runnable stop) throws TransportException {
        Stage stage = new Stage(phase, stop, System.nanoTime());
        enter(stage);
        return stage;
    }

    /** Goes on to a stage made before. */
    void enter(Stage stage) throws TransportException {
        Thread thread = Thread.currentThread();
        worker = stage.phase == Phase.PAUSED ? null : thread;
        if (thread.isInterrupted()) {
            abortInterrupted();
        }
        State now = state.get();
        if (now instanceof Over || !state.compareAndSet(now, stage)) {
            throw new TransportException(reason(Reason.CLOSED), sent, message(), null);
        }
    }

    /** From here on the server may have seen a byte of the request. */
    void sending() {
        sent = true;
    }

    boolean sent() {
        return sent;
    }

    /** Bytes of a body moved. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer: the thread that moves them
    void moved(long bytes) {
        moved += bytes;
    }

    long moved() {
        return moved;
    }

    /** The total limit ends with the head of a streamed answer. */
    void noDeadline() {
        deadline = System.nanoTime() + (Long.MAX_VALUE >> 1);
    }

    boolean late(long now) {
        return now - deadline > 0;
    }

    @Nullable
    Thread worker() {
        return worker;
    }

    /** Where it stands, null when it is over. */
    @Nullable
    Stage stage() {
        return state.get() instanceof Stage stage ? stage : null;
    }

    /** Whether it was this thread that ended the exchange in good order. */
    boolean finish() {
        State now = state.get();
        return now instanceof Stage && state.compareAndSet(now, FINISHED);
    }

    void abortInterrupted() {
        abort(Reason.INTERRUPTED, "The thread was interrupted while");
    }

    /** Ends it, unless it is over: the blocked thread fails with this reason. The message lacks phase and host. */
    void abort(Reason reason, String message) {
        while (state.get() instanceof Stage stage) {
            String whole = message + " " + stage.phase.text + " " + label;
            if (state.compareAndSet(stage, new Over(reason, whole))) {
                try {
                    stage.stop.run();
                } catch (RuntimeException e) {
                    LOG.debug("Could not free the thread that waits for {}", label, e);
                }
            }
        }
    }

    boolean aborted() {
        return state.get() instanceof Over over && over.reason != null;
    }

    /** Why it was aborted, or the other when it was not. */
    Reason reason(Reason other) {
        return state.get() instanceof Over over && over.reason != null ? over.reason : other;
    }

    /** What to tell of it. */
    String message() {
        return state.get() instanceof Over over && over.reason != null
                ? over.message
                : "The answer of " + label + " was closed";
    }

    static long nanos(Duration duration) {
        try {
            return Math.min(duration.toNanos(), Long.MAX_VALUE >> 1);
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE >> 1;
        }
    }
}
