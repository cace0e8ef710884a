package io.github.openstackjvm.internal.session;

import java.time.Duration;

import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.Unauthenticated;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.session.Token;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TokenKeeperTest extends KeeperCalls {
    @Test
    void asksOnFirstUseOnly() {
        assertThat(issuer.asked).hasValue(0);
        assertThat(currentValue()).isEqualTo("t1");
        assertThat(currentValue()).isEqualTo("t1");
    }

    @Test
    void renewsWhenATenthOfTheLifeIsLeft() {
        currentValue();
        advance(Duration.ofMinutes(53).plusSeconds(59));
        assertThat(currentValue()).isEqualTo("t1");
        advance(Duration.ofSeconds(1));
        assertThat(currentValue()).isEqualTo("t2");
    }

    @Test
    void renewsLongTokensTenMinutesEarly() {
        issuer.life = Duration.ofHours(24);
        currentValue();
        advance(Duration.ofHours(24).minusMinutes(11));
        assertThat(currentValue()).isEqualTo("t1");
        advance(Duration.ofMinutes(1));
        assertThat(currentValue()).isEqualTo("t2");
    }

    @Test
    void keepsTheOldTokenWhileRenewalFailsAndTriesOncePerMinute() {
        currentValue();
        advance(Duration.ofMinutes(55));
        issuer.failure = new Unavailable("down", ErrorContext.NONE, null);
        for (int i = 0; i < 10; i++) {
            assertThat(currentValue()).isEqualTo("t1");
        }
        assertThat(issuer.asked).hasValue(2);

        advance(Duration.ofMinutes(1));
        assertThat(currentValue()).isEqualTo("t1");
        assertThat(issuer.asked).hasValue(3);

        advance(Duration.ofMinutes(4));
        assertThatThrownBy(this::current).isInstanceOf(Unavailable.class);

        issuer.failure = null;
        assertThat(currentValue()).isEqualTo("t5");
    }

    @Test
    void doesNotAskWithEveryRequestWhenTheNewTokenEndsNoLater() {
        // As it is with a token exchanged for another scope: it inherits the end.
        currentValue();
        advance(Duration.ofMinutes(55));
        issuer.life = Duration.ofMinutes(5);
        for (int i = 0; i < 10; i++) {
            currentValue();
        }
        assertThat(issuer.asked).hasValue(2);
    }

    @Test
    void believesNoExpiryThatIsOverAtOnce() {
        issuer.life = Duration.ofHours(-2);
        currentValue();
        advance(Duration.ofDays(1));
        assertThat(currentValue()).isEqualTo("t1");
    }

    @Test
    void leavesATokenThatCannotBeRenewedAloneUntilItEnds() {
        issuer.renewable = false;
        Token token = current();
        advance(Duration.ofMinutes(59));

        assertThat(current()).isSameAs(token);
        assertThat(renew(token)).isSameAs(token);
        assertThat(issuer.asked).hasValue(1);
    }

    @Test
    void renewsARefusedTokenOnce() {
        Token old = current();

        assertThat(value(renew(old))).isEqualTo("t2");
        assertThat(value(renew(old))).isEqualTo("t2");
        assertThat(currentValue()).isEqualTo("t2");
        assertThat(issuer.asked).hasValue(2);
    }

    @Test
    void remembersARefusalForAWhile() {
        Unauthenticated refused = new Unauthenticated("wrong password", ErrorContext.NONE, null);
        issuer.failure = refused;
        assertThatThrownBy(this::current).isSameAs(refused);

        advance(Duration.ofSeconds(59));
        assertThatThrownBy(this::current)
                .isInstanceOf(Unauthenticated.class)
                .isNotSameAs(refused)
                .hasMessageContaining("Not asked again")
                .hasMessageContaining("59 s ago")
                .hasMessageContaining("wrong password");
        assertThat(issuer.asked).hasValue(1);
        assertThat(keeper.state().refused()).isTrue();

        advance(Duration.ofSeconds(1));
        issuer.failure = null;
        assertThat(currentValue()).isEqualTo("t2");
        assertThat(keeper.state().refused()).isFalse();
    }

    @Test
    void staysWithTheOldTokenWhenTheCredentialsAreRefusedEarly() {
        currentValue();
        advance(Duration.ofMinutes(54));
        issuer.failure = new Unauthenticated("wrong password", ErrorContext.NONE, null);
        assertThat(currentValue()).isEqualTo("t1");
        assertThat(currentValue()).isEqualTo("t1");

        advance(Duration.ofMinutes(6));
        assertThatThrownBy(this::current).isInstanceOf(Unauthenticated.class);
        assertThat(issuer.asked).hasValue(3);
    }

    @Test
    void forgetsTokenAndRefusal() {
        issuer.failure = new Unauthenticated("wrong password", ErrorContext.NONE, null);
        assertThatThrownBy(this::current).isInstanceOf(Unauthenticated.class);
        issuer.failure = null;
        keeper.forget();
        assertThat(currentValue()).isEqualTo("t2");

        keeper.forget();
        assertThat(keeper.state()).isEqualTo(new TokenKeeper.State(null, null, false));
        assertThat(currentValue()).isEqualTo("t3");
    }

    @Test
    void tellsAgeAndExpiry() {
        currentValue();
        advance(Duration.ofMinutes(3));

        assertThat(keeper.state())
                .isEqualTo(new TokenKeeper.State(
                        Duration.ofMinutes(3), HandTicker.START.plus(Duration.ofHours(1)), false));
    }
}
