package io.github.openstackjvm.internal.session;

import java.time.Duration;

import io.github.openstackjvm.internal.wait.Deadline;
import io.github.openstackjvm.session.Token;

/** A keeper of tokens t1, t2, … on a clock that the test moves. */
abstract class KeeperCalls {
    final StubContext context = new StubContext(call -> {
        throw new AssertionError("The method under test asks nobody");
    });
    final Issuer issuer = new Issuer(context.ticker);
    final TokenKeeper keeper =
            new TokenKeeper(issuer, deadline -> context, context.ticker, Duration.ofSeconds(60), token -> {});

    static String value(Token token) {
        return token.value().reveal();
    }

    final Deadline soon() {
        return Deadline.after(Duration.ofMinutes(5), context.ticker);
    }

    final Token current() {
        return keeper.current(soon());
    }

    final Token renew(Token refused) {
        return keeper.renew(refused, soon());
    }

    final String currentValue() {
        return value(current());
    }

    final void advance(Duration by) {
        context.ticker.advance(by);
    }
}
