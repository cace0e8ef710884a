package io.github.openstackjvm.internal.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.openstackjvm.auth.AuthContext;
import io.github.openstackjvm.auth.AuthMethod;
import io.github.openstackjvm.error.Cancelled;
import io.github.openstackjvm.error.Unauthenticated;
import io.github.openstackjvm.internal.wait.Deadline;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.spi.Ticker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one token for any number of threads, and asks for another one when it must: one thread at a time, on that thread,
 * while no lock is held.
 *
 * <p>A token is renewed early, see {@link HeldToken}: one caller does it, the others go on with the old token meanwhile, and
 * so does everybody when it fails. Refused credentials are not presented again for a while, so that a changed password does
 * not lock the account.
 */
public final class TokenKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(TokenKeeper.class);

    private final AuthMethod method;
    private final Function<Deadline, AuthContext> identity;
    private final Ticker ticker;
    private final Duration refusalMemory;
    private final Consumer<Token> obtained;

    private final ReentrantLock lock = new ReentrantLock();
    /** Written under the lock. */
    private volatile @Nullable HeldToken held;

    private @Nullable Flight<Token> flight;
    private @Nullable Refusal refusal;

    private record Refusal(Unauthenticated error, long nanos) {}

    /** What a caller shall do: return the token, or lead the flight (with the token in reserve), or wait for it. */
    private record Turn(@Nullable Token token, @Nullable Flight<Token> flight, boolean leads) {}

    /**
     * What is known without asking.
     *
     * @param age since the token was obtained; null when there is none
     * @param expiresAt null when there is no token, or when it does not expire
     * @param refused whether the credentials were refused and are not presented for now
     */
    public record State(@Nullable Duration age, @Nullable Instant expiresAt, boolean refused) {}

    /**
     * Nothing is asked yet.
     *
     * @param identity asks Identity until a deadline; made anew each time
     * @param refusalMemory for which a refusal is remembered
     * @param obtained is told of each token that was obtained
     */
    public TokenKeeper(
            AuthMethod method,
            Function<Deadline, AuthContext> identity,
            Ticker ticker,
            Duration refusalMemory,
            Consumer<Token> obtained) {
        this.method = method;
        this.identity = identity;
        this.ticker = ticker;
        this.refusalMemory = refusalMemory;
        this.obtained = obtained;
    }

    /**
     * A token that is believed to be good. Asks for one when there is none, and early when the one held ends soon.
     *
     * @param deadline of the call that needs it
     * @throws Unauthenticated when the credentials are refused, or were so a short while ago
     */
    public Token current(Deadline deadline) {
        HeldToken have = held;
        return have != null && have.freshAt(ticker.now()) ? have.token() : obtain(null, deadline);
    }

    /**
     * Another token than this one, which a service refused. Asks at most once, however many callers had it refused. The
     * same token when asking cannot help, see {@link AuthMethod#renewable()}.
     */
    public Token renew(Token refused, Deadline deadline) {
        return method.renewable() ? obtain(refused, deadline) : refused;
    }

    /** Drops the token and the memory of a refusal, so that the next call asks anew, even if somebody is asking now. */
    public void forget() {
        lock.lock();
        try {
            held = null;
            refusal = null;
            flight = null;
        } finally {
            lock.unlock();
        }
    }

    /** What is known without asking. */
    public State state() {
        lock.lock();
        try {
            HeldToken have = held;
            boolean refused = remembered() != null;
            return have == null
                    ? new State(null, null, refused)
                    : new State(
                            Duration.between(have.obtainedAt(), ticker.now()),
                            have.token().expiresAt(),
                            refused);
        } finally {
            lock.unlock();
        }
    }

    private Token obtain(@Nullable Token refused, Deadline deadline) {
        while (true) {
            Turn turn = turn(refused);
            Token token = turn.token();
            Flight<Token> shared = turn.flight();
            if (shared == null) {
                return Objects.requireNonNull(token);
            } else if (turn.leads()) {
                return token == null ? ask(shared, deadline) : askEarly(shared, token, deadline);
            }
            Optional<Token> landed = shared.await("a token", deadline);
            if (landed.isPresent()) {
                return landed.get();
            }
        }
    }

    private Turn turn(@Nullable Token refused) {
        lock.lock();
        try {
            Instant now = ticker.now();
            HeldToken have = held;
            if (have != null && (!have.livesAt(now) || have.is(refused))) {
                held = null;
                have = null;
            }
            Flight<Token> shared = flight;
            if (have == null) {
                return shared != null ? new Turn(null, shared, false) : new Turn(null, takeOff(), true);
            } else if (have.freshAt(now) || shared != null || remembered() != null) {
                return new Turn(have.token(), null, false);
            }
            held = have.triedAt(now);
            return new Turn(have.token(), takeOff(), true);
        } finally {
            lock.unlock();
        }
    }

    /** Starts a flight, unless the credentials are known to be refused. The lock is held. */
    private Flight<Token> takeOff() {
        Refusal known = remembered();
        if (known != null) {
            long ago = (ticker.nanoTime() - known.nanos()) / 1_000_000_000;
            throw new Unauthenticated(
                    "Not asked again, lest the account be locked: the credentials were refused " + ago
                            + " s ago, and are presented again " + refusalMemory.toSeconds() + " s after that. Then: "
                            + known.error().getMessage(),
                    known.error().context(),
                    known.error());
        }
        Flight<Token> mine = new Flight<>();
        flight = mine;
        return mine;
    }

    private @Nullable Refusal remembered() {
        Refusal known = refusal;
        return known != null && ticker.nanoTime() - known.nanos() < refusalMemory.toNanos() ? known : null;
    }

    private Token ask(Flight<Token> mine, Deadline deadline) {
        return mine.lead(deadline, () -> {
            try {
                Token token = method.authenticate(identity.apply(deadline));
                land(mine, token, null);
                obtained.accept(token);
                return token;
            } catch (RuntimeException | Error e) {
                land(mine, null, e instanceof Unauthenticated refused ? refused : null);
                throw e;
            }
        });
    }

    private Token askEarly(Flight<Token> mine, Token old, Deadline deadline) {
        try {
            return ask(mine, deadline);
        } catch (Cancelled e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("Cannot renew the token early, {} stays in use: {}", old, e.getMessage());
            return old;
        }
    }

    /** Writes down the end of a flight, before anybody hears of it; not when it was forgotten meanwhile. */
    private void land(Flight<Token> mine, @Nullable Token token, @Nullable Unauthenticated refused) {
        lock.lock();
        try {
            if (flight != mine) {
                return;
            }
            flight = null;
            if (token != null) {
                held = HeldToken.obtained(token, ticker.now(), method.renewable());
                refusal = null;
            } else if (refused != null) {
                refusal = new Refusal(refused, ticker.nanoTime());
            }
        } finally {
            lock.unlock();
        }
    }
}
