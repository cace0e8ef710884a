package io.github.openstackjvm.testkit;

import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.Transport;
import io.github.openstackjvm.transport.TransportException;
import io.github.openstackjvm.transport.TransportException.Reason;

/** Lets things go wrong between client and cloud, at several per cent, before and after their effect. */
final class ChaosTransport implements Transport {
    private final Transport next;
    private final FakeCloud fake;
    private final long seed;
    private final AtomicLong number = new AtomicLong();
    private final Map<String, LongAdder> injected = new ConcurrentSkipListMap<>();

    ChaosTransport(Transport next, FakeCloud fake, long seed) {
        this.next = next;
        this.fake = fake;
        this.seed = seed;
    }

    /** How often what went wrong. */
    Map<String, LongAdder> injected() {
        return injected;
    }

    /** Requests so far. */
    long requests() {
        return number.get();
    }

    @Override
    public HttpAnswer exchange(HttpCall call) throws TransportException {
        int draw = new SplittableRandom(seed * 31 + number.incrementAndGet()).nextInt(1000);
        // Before the effect.
        if (draw < 30) {
            throw fault("unreachable", Reason.UNREACHABLE, false);
        } else if (draw < 45) {
            return answer("429 before", 429, headers -> headers.with("Retry-After", "1"));
        } else if (draw < 60) {
            return answer("503 before, with Retry-After", 503, headers -> headers.with("Retry-After", "1"));
        } else if (draw < 70) {
            throw fault("broken before", Reason.BROKEN, true);
        } else if (draw < 75) {
            count("tokens end");
            fake.expireTokens();
        } else if (draw < 85) {
            count("time passes");
            fake.clock().advance(Duration.ofSeconds(20));
        } else if (draw < 100) {
            count("latency");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(3));
        }
        HttpAnswer answer = next.exchange(call);
        // After it.
        if (draw >= 100 && draw < 130) {
            throw fault("broken after", Reason.BROKEN, true);
        } else if (draw >= 130 && draw < 145) {
            throw fault("no answer after", Reason.TIMEOUT, true);
        } else if (draw >= 145 && draw < 160) {
            return answer("502 after", 502, UnaryOperator.identity());
        } else if (draw >= 160 && draw < 170) {
            return answer("500 after", 500, UnaryOperator.identity());
        } else if (draw >= 170 && draw < 180) {
            return answer("503 after", 503, UnaryOperator.identity());
        }
        return answer;
    }

    private TransportException fault(String what, Reason reason, boolean sent) {
        count(what);
        return new TransportException(reason, sent, what, null);
    }

    private HttpAnswer answer(String what, int status, UnaryOperator<HttpHeaders> headers) {
        count(what);
        return HttpAnswer.buffered(status, headers.apply(HttpHeaders.EMPTY), new byte[0]);
    }

    private void count(String what) {
        injected.computeIfAbsent(what, key -> new LongAdder()).increment();
    }

    @Override
    public void close() {
        next.close();
    }
}
