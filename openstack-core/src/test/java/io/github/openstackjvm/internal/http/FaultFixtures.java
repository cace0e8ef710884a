package io.github.openstackjvm.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.openstackjvm.transport.HttpHeaders;

/**
 * Answers recorded from a real OpenStack (Zed), one file per service; {@code others.txt} was written after the sources
 * of services that did not run there. Each begins with {@code === the exception | the words}.
 */
final class FaultFixtures {
    private FaultFixtures() {}

    record Answer(
            String exception,
            String words,
            String service,
            String method,
            String path,
            int status,
            HttpHeaders headers,
            String body) {
        byte[] bytes() {
            return body.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return service + ": " + method + " " + path + " -> " + status + " " + exception;
        }
    }

    static Stream<Answer> all() {
        return Stream.of(
                        "block-storage",
                        "compute",
                        "dns",
                        "identity",
                        "image",
                        "key-manager",
                        "load-balancer",
                        "network",
                        "object-store",
                        "orchestration",
                        "others",
                        "placement")
                .flatMap(FaultFixtures::of);
    }

    private static Stream<Answer> of(String service) {
        try (InputStream in = FaultFixtures.class.getResourceAsStream("/faults/" + service + ".txt")) {
            String text = new String(Objects.requireNonNull(in, service).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^=== ", -1)).skip(1).map(each -> answer(service, each));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(String service, String text) {
        String[] parts = text.split("\n\n", 2);
        String[] head = parts[0].split("\n", -1);
        String[] expected = head[0].split(" \\| ", 2);
        String[] call = head[1].split(" ", -1);
        HttpHeaders headers = HttpHeaders.EMPTY;
        for (int i = 3; i < head.length; i++) {
            String[] line = head[i].split(": ", 2);
            headers = headers.plus(line[0], line[1]);
        }
        return new Answer(
                expected[0],
                expected[1],
                call.length > 2 ? call[2] : service,
                call[0],
                call[1],
                Integer.parseInt(head[2]),
                headers,
                parts[1].stripTrailing());
    }
}
