package io.github.openstackjvm.internal.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.openstackjvm.internal.wait.Deadline;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Catalog;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.transport.HttpCall;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IssuedTokensTest {
    private static final String HOME = "http://home.example/v3";

    private final IssuedTokens issued = new IssuedTokens();
    private Duration each = Duration.ZERO;
    private int status = 204;

    private final StubContext identity = new StubContext(call -> {
        pass();
        return StubContext.answer(status, "");
    });

    private void pass() {
        identity.ticker.advance(each);
    }

    private void add(String value, @Nullable String issuer) {
        Instant now = identity.ticker.now();
        issued.add(
                new Token(
                        Secret.of(value),
                        now,
                        now.plus(Duration.ofHours(1)),
                        null,
                        null,
                        null,
                        false,
                        List.of(),
                        List.of(),
                        Catalog.EMPTY,
                        List.of(),
                        issuer),
                now);
    }

    private List<String> revoked() {
        identity.calls.clear();
        issued.revoke(identity, Deadline.after(Duration.ofSeconds(5), identity.ticker));
        return identity.calls.stream().map(HttpCall::toString).toList();
    }

    @Test
    void eachIsShownToItsIssuerOnly() {
        add("t1", HOME);
        add("t2", "http://there.example/keystone/v3");

        assertThat(revoked())
                .containsExactly(
                        "DELETE http://home.example/v3/auth/tokens",
                        "DELETE http://there.example/keystone/v3/auth/tokens");
        assertThat(identity.calls.get(1).headers().first("X-Auth-Token")).contains("t2");
        assertThat(identity.calls.get(1).headers().first("X-Subject-Token")).contains("t2");
    }

    @Test
    void thoseOfVersion2AndOfNobodyAreShownToNobody() {
        add("t1", "http://home.example/v2.0");
        add("t2", null);

        assertThat(revoked()).isEmpty();
    }

    @Test
    void whatHasExpiredIsForgotten() {
        add("t1", HOME);
        identity.ticker.advance(Duration.ofHours(2));
        add("t2", HOME);

        assertThat(revoked()).hasSize(1);
    }

    @Test
    void allOfItTakesItsTimeAndNoMore() {
        for (int i = 0; i < 100; i++) {
            add("t" + i, HOME);
        }
        each = Duration.ofSeconds(2);

        assertThat(revoked()).hasSize(3);
    }

    @Test
    void aRefusalKeepsTheOthersFromNothing() {
        add("t1", HOME);
        add("t2", HOME);
        status = 403;

        assertThat(revoked()).hasSize(2);
    }
}
