package io.github.openstackjvm.internal.http;

import java.time.Duration;
import java.time.Instant;

import io.github.openstackjvm.transport.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | PT0S",
                "120 | PT2M",
                "' 7 ' | PT7S",
                "1.5 | PT1.5S",
                "2. | PT2S",
                "0.0004 | PT0S",
                "Sun, 22 Nov 2026 04:00:30 GMT | PT30S",
                "Sunday, 22-Nov-26 04:00:30 GMT | PT30S",
                "Sun Nov 22 04:00:30 2026 | PT30S",
                "Tue Dec  1 04:00:00 2026 | PT216H",
                "Sat, 21 Nov 2026 04:00:00 GMT | PT0S",
                "Fri, 31 Dec 9999 23:59:59 GMT | P365D",
                "999999999999999 | P365D"
            })
    void readsSecondsAndTheThreeDates(String value, Duration pause) {
        assertThat(RetryAfter.parse(value, NOW)).isEqualTo(pause);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "-1",
                "1e9",
                "1,5",
                "NaN",
                "0x10",
                ".5",
                "99999999999999999999999999",
                "Mon, 22 Nov 2026 04:00:30 GMT",
                "2026-11-22T04:00:30Z"
            })
    void makesNothingOfGarbage(String value) {
        assertThat(RetryAfter.parse(value, NOW)).isNull();
    }

    @Test
    void looksForTheHeaderWhateverItsCase() {
        assertThat(RetryAfter.of(HttpHeaders.of("retry-after", "3"), NOW)).isEqualTo(Duration.ofSeconds(3));
        assertThat(RetryAfter.of(HttpHeaders.EMPTY, NOW)).isNull();
    }
}
