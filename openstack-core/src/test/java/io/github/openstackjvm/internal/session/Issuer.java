package io.github.openstackjvm.internal.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.openstackjvm.auth.AuthContext;
import io.github.openstackjvm.auth.AuthMethod;
import io.github.openstackjvm.auth.Scope;
import io.github.openstackjvm.error.Cancelled;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Catalog;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.spi.Ticker;
import org.jspecify.annotations.Nullable;

/** Issues t1, t2, … which live an hour, unless told otherwise. */
final class Issuer implements AuthMethod {
    private final Ticker ticker;
    final AtomicInteger asked = new AtomicInteger();
    volatile Duration life = Duration.ofHours(1);
    volatile @Nullable RuntimeException failure;
    volatile boolean renewable = true;
    volatile @Nullable String secret = "";
    volatile Callable<?> before = () -> null;

    Issuer(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Holds the next one who asks; others are served. */
    Gate gate() {
        Gate gate = new Gate();
        AtomicBoolean held = new AtomicBoolean();
        before = () -> {
            if (held.compareAndSet(false, true)) {
                gate.pass();
            }
            return null;
        };
        return gate;
    }

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
        Instant now = ticker.now();
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
    public Optional<Secret> fingerprint() {
        return Optional.ofNullable(secret).map(Secret::of);
    }

    @Override
    public String toString() {
        return "somebody";
    }

    @Override
    public boolean renewable() {
        return renewable;
    }
}
