package io.github.openstackjvm.internal.session;

import java.time.Duration;
import java.time.Instant;

import io.github.openstackjvm.session.Token;
import org.jspecify.annotations.Nullable;

/**
 * A token with the times that matter for it: renewed when a tenth of its life is left, or ten minutes of a long one. So a
 * request that runs for minutes does not outlive its token, and one of five minutes is not renewed all the time.
 *
 * @param token the token
 * @param obtainedAt by the local clock
 * @param renewAt when to try another one
 * @param endsAt from when on it is not used any more
 */
record HeldToken(Token token, Instant obtainedAt, Instant renewAt, Instant endsAt) {
    private static final Duration LONGEST_LEAD = Duration.ofMinutes(10);
    /** Between two early attempts, since the first may have failed or brought a token that ends no later (an exchanged one). */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    static HeldToken obtained(Token token, Instant now, boolean renewable) {
        Instant expires = token.expiresAt();
        // Already over when it has just been issued: the clocks disagree. Then a 401 shall tell when it is over, or
        // every
        // single request would ask for a new token.
        if (expires == null || !expires.isAfter(now)) {
            return new HeldToken(token, now, Instant.MAX, Instant.MAX);
        }
        if (!renewable) {
            return new HeldToken(token, now, Instant.MAX, expires);
        }
        Instant renewAt = renewAt(token, expires, now);
        Instant soonest = now.plus(PAUSE);
        return new HeldToken(token, now, renewAt.isBefore(soonest) ? soonest : renewAt, expires);
    }

    /** Whether a token that somebody else got is worth taking: another one need not be asked for yet. */
    static boolean lasts(Token token, Instant now) {
        Instant expires = token.expiresAt();
        return expires != null && now.isBefore(renewAt(token, expires, now));
    }

    private static Instant renewAt(Token token, Instant expires, Instant now) {
        Instant issued = token.issuedAt();
        Instant born = issued == null || issued.isAfter(now) ? now : issued;
        Duration tenth = Duration.between(born, expires).dividedBy(10);
        return expires.minus(tenth.compareTo(LONGEST_LEAD) < 0 ? tenth : LONGEST_LEAD);
    }

    /** The same after an attempt to renew it began. */
    HeldToken triedAt(Instant now) {
        return new HeldToken(token, obtainedAt, now.plus(PAUSE), endsAt);
    }

    boolean livesAt(Instant now) {
        return now.isBefore(endsAt);
    }

    boolean freshAt(Instant now) {
        return now.isBefore(renewAt) && livesAt(now);
    }

    boolean is(@Nullable Token other) {
        return other != null && token.value().equals(other.value());
    }
}
