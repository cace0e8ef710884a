package io.github.openstackjvm.internal.session;

import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.openstackjvm.auth.AuthContext;
import io.github.openstackjvm.internal.wait.Deadline;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpCall;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.TimeLimits;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens that were issued to the users of a cloud and have not expired, to be ended with it. Each is shown to nobody but the
 * Identity that issued it. Those of version 2.0 end by themselves: there only administrators may end a token, which stands in
 * the address then.
 */
final class IssuedTokens {
    private static final Logger LOG = LoggerFactory.getLogger(IssuedTokens.class);

    private final Queue<Issued> all = new ConcurrentLinkedQueue<>();

    private record Issued(
            Secret value, String issuer, @Nullable Instant expiresAt) {
        boolean endsBefore(Instant now) {
            return expiresAt != null && expiresAt.isBefore(now);
        }
    }

    void add(Token token, Instant now) {
        all.removeIf(one -> one.endsBefore(now));
        String issuer = token.issuer();
        if (issuer != null && IdentityUrl.version(issuer) == 3) {
            all.add(new Issued(token.value(), issuer, token.expiresAt()));
        }
    }

    /** Ends all of them, one after the other; those for which there is no time are left to end by themselves. */
    void revoke(AuthContext identity, Deadline deadline) {
        Issued one = all.poll();
        while (one != null && !deadline.passed()) {
            revoke(one, identity);
            one = all.poll();
        }
        if (one != null) {
            LOG.warn("{} tokens could not be revoked in time, and end by themselves", all.size() + 1);
        }
    }

    private static void revoke(Issued token, AuthContext identity) {
        String secret = token.value().reveal();
        HttpHeaders headers = HttpHeaders.of("X-Auth-Token", secret).plus("X-Subject-Token", secret);
        HttpCall call =
                new HttpCall("DELETE", token.issuer() + "/auth/tokens", headers, null, false, TimeLimits.DEFAULT);
        try (HttpAnswer answer = identity.send(call)) {
            // A token that has ended already is no longer good for asking, either: 401, or 404 for the one asked about.
            boolean ended = answer.status() / 100 == 2 || answer.status() == 401 || answer.status() == 404;
            if (!ended) {
                LOG.warn("A token could not be revoked, and ends by itself: {} answered {}", call, answer.status());
            }
        } catch (RuntimeException e) {
            LOG.warn("A token could not be revoked, and ends by itself: {}", e.getMessage());
        }
    }
}
