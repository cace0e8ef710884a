package io.github.openstackjvm.benchmarks;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/** The least a program can do without any client library: java.net.http and Jackson, one header, no retry, no checks. */
final class Floor {
    /** A flavor, without what the answer has beyond it. */
    record Flavor(
            String id,
            String name,
            @Nullable String description,
            int vcpus,
            int ram,
            int disk,
            @JsonProperty("OS-FLV-EXT-DATA:ephemeral") int ephemeral,
            @Nullable Integer swap,
            @JsonProperty("rxtx_factor") @Nullable Double rxtxFactor,

            @JsonProperty("os-flavor-access:is_public") @Nullable
            Boolean isPublic) {}

    record FlavorAnswer(Flavor flavor) {}

    // Over plain http the default asks each server to change to HTTP/2, which no OpenStack service does.
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectReader reader = reader(FlavorAnswer.class);
    private final HttpRequest request;

    Floor(String url, String token) {
        request = HttpRequest.newBuilder(URI.create(url))
                .header("X-Auth-Token", token)
                .header("Accept", "application/json")
                .build();
    }

    static ObjectReader reader(Class<?> type) {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readerFor(type);
    }

    Flavor get() throws IOException {
        HttpResponse<byte[]> response;
        try {
            response = http.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        if (response.statusCode() != 200) {
            throw new IOException("HTTP " + response.statusCode());
        }
        FlavorAnswer answer = reader.readValue(response.body());
        return answer.flavor();
    }
}
