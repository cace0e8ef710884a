package io.github.openstackjvm.internal.transport;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

import io.github.openstackjvm.internal.transport.Exchange.Stage;
import io.github.openstackjvm.transport.TransportException;
import io.github.openstackjvm.transport.TransportException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Ends exchanges: on an interrupt of their thread, on a limit, on close. A blocking socket on a platform thread ignores
 * interrupts, writes have no time limit, and TLS on virtual threads obeys neither reliably; so one thread looks at all
 * exchanges every few milliseconds and closes what must end. It lives only while there is something to watch.
 */
final class Watch implements AutoCloseable {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    /** Looks at nothing before the thread ends: a call a second must not start one thread a second. */
    private static final int IDLE_LOOKS = 200;

    private final Set<Exchange> exchanges = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Thread thread;
    private volatile boolean closed;

    /** Watches from now on. */
    void add(Exchange exchange) throws TransportException {
        exchanges.add(exchange);
        if (closed) {
            exchanges.remove(exchange);
            throw new TransportException(
                    Reason.CLOSED, false, "The transport was closed before " + exchange.label + " was called", null);
        }
        if (thread == null) {
            start();
        }
    }

    /** Watches no more. */
    void remove(Exchange exchange) {
        exchanges.remove(exchange);
    }

    private static void join(Thread watcher) {
        try {
            watcher.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it ends by itself, a moment later
        }
    }

    private void start() {
        lock.lock();
        try {
            if (thread == null && !closed) {
                Thread watcher = new Thread(this::run, "openstack-transport-watch");
                watcher.setDaemon(true);
                watcher.setContextClassLoader(null); // or an application that is taken down would stay in memory
                thread = watcher;
                watcher.start();
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            watch();
        } finally {
            // However it ended, an error included: the next call must be able to start another.
            vacate();
        }
    }

    private void vacate() {
        lock.lock();
        try {
            if (thread == Thread.currentThread()) {
                thread = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private void watch() {
        int idle = 0;
        while (!closed) {
            idle = exchanges.isEmpty() ? idle + 1 : 0;
            if (idle > IDLE_LOOKS && ended()) {
                return;
            }
            long now = System.nanoTime();
            for (Exchange exchange : exchanges) {
                look(exchange, now);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** Order matters: whoever adds an exchange sees no thread, or this sees the exchange. */
    private boolean ended() {
        lock.lock();
        try {
            thread = null;
            if (exchanges.isEmpty()) {
                return true;
            }
            thread = Thread.currentThread();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private static void look(Exchange exchange, long now) {
        Stage stage = exchange.stage();
        if (stage == null) {
            return;
        }
        Thread worker = exchange.worker();
        if (worker != null && worker.isInterrupted()) {
            exchange.abortInterrupted();
        } else if (exchange.late(now)) {
            timeout(exchange, "total", exchange.limits.total());
        } else {
            lookAtPhase(exchange, stage, now);
        }
    }

    private static void lookAtPhase(Exchange exchange, Stage stage, long now) {
        switch (stage.phase()) {
            case TUNNEL, HANDSHAKE -> {
                if (passed(exchange.limits.connect(), stage.since(), now)) {
                    exchange.abort(Reason.UNREACHABLE, limit("connect", exchange.limits.connect()));
                }
            }
            case WAITING -> {
                if (passed(exchange.limits.response(), stage.since(), now)) {
                    timeout(exchange, "response", exchange.limits.response());
                }
            }
            case SENDING, RECEIVING -> lookAtProgress(exchange, stage, now);
            // The wait for a connection, names and the TCP connect have limits of their own.
            case QUEUED, LOOKUP, CONNECT, PAUSED -> exchange.seen.stage = null;
        }
    }

    @SuppressWarnings("ReferenceEquality") // the same stage, not one like it
    private static void lookAtProgress(Exchange exchange, Stage stage, long now) {
        Exchange.Seen seen = exchange.seen;
        long moved = exchange.moved();
        if (seen.stage != stage || seen.moved != moved) {
            seen.stage = stage;
            seen.moved = moved;
            seen.at = now;
        } else if (passed(exchange.limits.idle(), seen.at, now)) {
            timeout(exchange, "idle", exchange.limits.idle());
        }
    }

    private static boolean passed(Duration limit, long since, long now) {
        return now - since > Exchange.nanos(limit);
    }

    private static void timeout(Exchange exchange, String name, @Nullable Duration limit) {
        exchange.abort(Reason.TIMEOUT, limit(name, limit));
    }

    private static String limit(String name, @Nullable Duration limit) {
        return "The " + name + " limit of " + (limit == null ? "?" : Failures.text(limit)) + " passed while";
    }

    /** Ends all exchanges and the thread, and waits a moment for the latter. */
    @Override
    public void close() {
        closed = true;
        for (Exchange exchange : exchanges) {
            exchange.abort(Reason.CLOSED, "The transport was closed while");
        }
        Thread watcher = thread;
        if (watcher != null) {
            LockSupport.unpark(watcher);
            join(watcher);
        }
    }
}
