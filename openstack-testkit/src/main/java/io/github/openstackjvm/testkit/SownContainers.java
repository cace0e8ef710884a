package io.github.openstackjvm.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.transport.HttpHeaders;

/** Containers out of a seed, with what is in them. */
final class SownContainers {
    private final SeedRequests requests;

    SownContainers(SeedRequests requests) {
        this.requests = requests;
    }

    void container(String name, Seed value) {
        String path = "object-store/v1/AUTH_" + requests.project() + "/" + SeedRequests.encoded(name);
        List<Map.Entry<String, Seed>> objects = new ArrayList<>();
        HttpHeaders headers = HttpHeaders.EMPTY;
        for (Map.Entry<String, Seed> field : value.entries(requests.what()).entrySet()) {
            switch (field.getKey()) {
                case "project" -> {}
                case "objects" ->
                    objects.addAll(field.getValue().entries("objects").entrySet());
                case "metadata" -> headers = headers(headers, "X-Container-Meta-", field.getValue());
                case "headers" -> headers = headers(headers, "", field.getValue());
                default ->
                    throw field.getValue()
                            .wrong(requests.what() + " has project, objects, metadata and headers, no "
                                    + field.getKey());
            }
        }
        requests.request(value, HttpMethod.PUT, path, headers.with("Content-Length", "0"), FakeBody.EMPTY);
        for (Map.Entry<String, Seed> object : objects) {
            requests.about("object " + object.getKey(), requests.project());
            object(path + "/" + SeedRequests.encoded(object.getKey()), object.getValue());
        }
    }

    private void object(String path, Seed value) {
        HttpHeaders headers = HttpHeaders.EMPTY;
        if (value.isMap()) {
            for (Map.Entry<String, Seed> field : value.entries(requests.what()).entrySet()) {
                switch (field.getKey()) {
                    case "text", "file", "size" -> {}
                    case "type" ->
                        headers = headers.with("Content-Type", field.getValue().text());
                    case "metadata" -> headers = headers(headers, "X-Object-Meta-", field.getValue());
                    case "headers" -> headers = headers(headers, "", field.getValue());
                    default ->
                        throw field.getValue()
                                .wrong(requests.what() + " has text, file or size, type, metadata and headers, no "
                                        + field.getKey());
                }
            }
        }
        FakeBody body = requests.content(value);
        requests.request(
                value, HttpMethod.PUT, path, headers.with("Content-Length", String.valueOf(body.length())), body);
    }

    private static HttpHeaders headers(HttpHeaders headers, String prefix, Seed value) {
        HttpHeaders more = headers;
        for (Map.Entry<String, Seed> header : value.entries("headers").entrySet()) {
            more = more.with(prefix + header.getKey(), header.getValue().text());
        }
        return more;
    }
}
