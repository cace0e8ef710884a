package io.github.openstackjvm.internal.json;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.resource.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonTest {

    @Test
    void writesSecretsAsTheirValue() {
        byte[] text = Json.write(Map.of("password", Secret.of("a\"ü")));

        assertThat(new String(text, UTF_8)).isEqualTo("{\"password\":\"a\\\"ü\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hunter2", "[1]", "\"hunter2\"", "null", "{\"a\":hunter2}", "{} hunter2", "{\"a\":1"})
    void refusesWhatIsNoObjectAndQuotesNothingOfIt(String text) {
        assertThatThrownBy(() -> Json.readObject(text.getBytes(UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("JSON object")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @Test
    void refusesNestingWithoutEnd() {
        byte[] text = ("{\"a\":" + "[".repeat(100_000)).getBytes(UTF_8);

        assertThatThrownBy(() -> Json.readObject(text)).isInstanceOf(IOException.class);
    }

    @Test
    void readsMembersOfAnotherTypeAsAbsent() throws IOException {
        JsonObject object = JsonObject.read(
                "{\"s\":\"x\",\"n\":1,\"o\":{\"a\":\"b\"},\"l\":[{\"a\":\"b\"},3,null,\"t\"],\"z\":null,\"e\":\" \"}"
                        .getBytes(UTF_8));

        assertThat(object.text("s")).contains("x");
        assertThat(object.text("n")).isEmpty();
        assertThat(object.text("z")).isEmpty();
        assertThat(object.text("e")).isEmpty();
        assertThat(object.object("o").text("a")).contains("b");
        assertThat(object.object("l").isEmpty()).isTrue();
        assertThat(object.objects("l")).singleElement().returns(true, one -> one.has("a"));
        assertThat(object.objects("o")).isEmpty();
        assertThat(object.texts("l")).isEqualTo(List.of("t"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00.000000Z, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
        "2026-01-01T02:00:00+02:00, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00+0000, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00+00, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00, 2026-01-01T00:00:00Z",
        "2026-01-01 00:00:00.5, 2026-01-01T00:00:00.5Z",
        "2026-01-01 00:00:00 +00:00, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00.123456, 2026-01-01T00:00:00.123456Z",
        "2026-01-01T00:00:00.000000001Z, 2026-01-01T00:00:00.000000001Z",
        "2026-12-31T23:59:59.999999999Z, 2026-12-31T23:59:59.999999999Z",
        "2024-02-29T12:34:56.7Z, 2024-02-29T12:34:56.7Z",
        "1767225600, 2026-01-01T00:00:00Z",
    })
    void readsTimesWithAnyZoneOrNone(String text, Instant expected) {
        assertThat(LenientTime.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "2026-13-01T00:00:00Z",
                "2025-02-29T00:00:00Z",
                "2026-01-01T0 :00:00Z",
                "2026-01-01T00:00:00.0000000001Z",
                "2026-01-01T00:00:00,5Z",
                "17672256001767225600"
            })
    void readsNoTimeOutOfGarbage(String text) {
        assertThat(LenientTime.parse(text)).isEmpty();
    }
}
