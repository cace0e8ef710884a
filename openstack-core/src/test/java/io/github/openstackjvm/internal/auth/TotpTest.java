package io.github.openstackjvm.internal.auth;

import java.time.Instant;

import io.github.openstackjvm.resource.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TotpTest {
    /** {@code 12345678901234567890}, the seed of the examples. */
    private static final Secret SEED = Secret.of("gezd gnbv gy3t qojq gezd gnbv gy3t qojq====");

    /** The last six digits of RFC 6238, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "59,287082",
        "1111111109,081804",
        "1111111111,050471",
        "1234567890,005924",
        "2000000000,279037",
        "20000000000,353130"
    })
    void computesTheExamplesOfItsSpecification(long seconds, String passcode) {
        assertThat(new Totp(SEED).at(Instant.ofEpochSecond(seconds))).isEqualTo(passcode);
    }

    @Test
    void refusesWhatIsNoSeed() {
        assertThatThrownBy(() -> new Totp(Secret.of("secret-1")))
                .hasMessageContaining("base 32")
                .hasMessageNotContaining("secret-1");
        assertThatThrownBy(() -> new Totp(Secret.of(" "))).hasMessageContaining("empty");
    }
}
