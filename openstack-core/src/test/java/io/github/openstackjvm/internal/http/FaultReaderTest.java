package io.github.openstackjvm.internal.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;

import io.github.openstackjvm.transport.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class FaultReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "{\"message\": \"m\"} | m | -",
                "{\"badRequest\": {\"message\": \"m\", \"code\": 400}} | m | badRequest",
                "{\"NeutronError\": {\"type\": \"T\", \"message\": \"m\", \"detail\": \"d\"}} | m d | T",
                "{\"error\": {\"code\": 404, \"title\": \"Not Found\", \"message\": \"m\"}} | m | -",
                "{\"error\": \"invalid_grant\", \"error_description\": \"m\"} | invalid_grant | -",
                "{\"explanation\": \"e\", \"error\": {\"message\": \"m\", \"type\": \"T\", \"traceback\": null}} | m | T",
                "{\"explanation\": \"e\", \"code\": 400, \"title\": \"t\"} | e | -",
                "{\"faultcode\": \"Client\", \"faultstring\": \"m\", \"debuginfo\": null} | m | Client",
                "{\"error_message\": {\"faultstring\": \"m\"}} | m | -",
                "{\"error_message\": \"{\\\"faultstring\\\": \\\"m\\\"}\"} | m | -",
                "{\"error_message\": \"{not json\"} | {not json | -",
                "{\"errors\": [{\"detail\": \"Boilerplate.\\n\\n a  \", \"code\": \"c\"}, {\"detail\": \"b\"}]} | a; b | c",
                "{\"errors\": []} | {\"errors\": []} | -",
                "[{\"message\": \"m\"}] | m | -",
                "\"just a string\" | just a string | -",
                "{\"message\": 5} | {\"message\": 5} | -",
                "{\"message\": {\"deep\": {\"message\": \"m\"}}} | m | deep",
                "{\"title\": \"t\", \"description\": \"\"} | t | -",
                "{\"badRequest\": {\"message\": \"m\" | m | badRequest",
                "{\"badRequest\": {\"message\": \"m\", \"co | m | badRequest",
                "<p>a &lt;b&gt; &amp;amp; &#39;c&#x27; &bogus; <br/>d | a <b> &amp; 'c' &bogus; d | -",
                "<title>t</title><h1>h</h1> | h | -",
                "<title>t</title> | t | -",
                "<script>var x = '<p>';</script><style>p</style>text < 5 | text < 5 | -",
                "404 Not Found: gone | gone | -",
                "plain   words | plain words | -"
            })
    void findsTheWordsAndTheType(String body, String message, String type) {
        Fault fault = read(404, body);
        assertThat(fault.message()).isEqualTo(message);
        assertThat(fault.type()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  \n", "{\"code\": 403, \"type\": \"forbidden\"}", "<html></html>", "\u0000\u0001\u0002"})
    void hasNoWordsWhereThereAreNone(String body) {
        assertThat(read(403, body).message()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"X-Openstack-Request-Id", "x-openstack-request-id", "X-Compute-Request-Id", "X-Trans-Id"})
    void findsTheRequestIdInTheHeaders(String name) {
        HttpHeaders headers = HttpHeaders.of(name, "req-1");
        assertThat(FaultReader.read(404, headers, new byte[0]).requestId()).isEqualTo("req-1");
    }

    @Test
    void findsTheRequestIdInTheBodyOtherwise() {
        assertThat(read(404, "{\"errors\": [{\"request_id\": \"req-2\"}]}").requestId())
                .isEqualTo("req-2");
        assertThat(read(404, "{\"request_id\": 7}").requestId()).isNull();
    }

    @Test
    void keepsTheMessageShortAndTheBodyWithinItsLimit() {
        Fault fault = read(500, "{\"message\": \"" + "é".repeat(100_000) + "\"}");
        assertThat(fault.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(FaultReader.LONGEST_BODY);
        assertThat(fault.body()).endsWith("é");
        assertThat(fault.message()).hasSizeLessThanOrEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "{\"a\":",
                "{\"error\":",
                "{\"errors\":[",
                "<",
                "<a",
                "<h1>",
                "</",
                "&",
                "&#",
                "\"",
                "'",
                "\\",
                "\\\"",
                "{\"password\":",
                "\"password\":\"",
                "password=",
                "://",
                "a://b",
                "a@",
                "field '",
                "field 'password' ",
                "'password': {",
                "\"secret\": [\\\"",
                "&quot;",
                "gAAAA",
                "a ",
                "quota exceed ",
                "{\"message\":\"{"
            })
    void takesNoLongTimeForAnything(String repeated) {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (String around : new String[] {"", "{", "<p>", "{\"password\": {", "{\"message\": \""}) {
                String body = around + repeated.repeat(FaultReader.LONGEST_BODY / repeated.length());
                Fault fault = read(409, body);
                Refusal.of(409, "compute", "POST", fault);
            }
        });
    }

    @Test
    void neverFails() {
        Random random = new Random(7);
        String[] parts = {
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "\\",
            "'",
            "<",
            ">",
            "&",
            ";",
            "message",
            "error",
            "errors",
            "password",
            "=",
            "null",
            "1",
            " ",
            "\n",
            "é",
            "<p>",
            "</h1>",
            "NeutronError",
            "\u0000",
            "\ud800",
            "&#x110000;",
            "://",
            "@"
        };
        for (int i = 0; i < 5000; i++) {
            StringBuilder body = new StringBuilder(i % 2 == 0 ? "{\"" : "<");
            for (int n = random.nextInt(40); n > 0; n--) {
                body.append(parts[random.nextInt(parts.length)]);
            }
            assertThat(read(400 + random.nextInt(200), body.toString()).body()).isNotNull();
        }
    }

    private static Fault read(int status, String body) {
        return FaultReader.read(status, HttpHeaders.EMPTY, body.getBytes(StandardCharsets.UTF_8));
    }
}
