package io.github.openstackjvm.internal.http;

import java.util.List;
import java.util.Optional;

import io.github.openstackjvm.transport.HttpHeaders;

/** By which ids the services name a request in their logs. */
public final class RequestIds {
    /** The last one is Placement's and Ironic's, or a proxy's. */
    private static final List<String> HEADERS = List.of(
            "X-Openstack-Request-Id", "X-Compute-Request-Id", "X-Trans-Id", "Openstack-Request-Id", "X-Request-Id");

    private RequestIds() {}

    /** The id that the service gave. */
    public static Optional<String> of(HttpHeaders headers) {
        return HEADERS.stream()
                .flatMap(name -> headers.first(name).stream())
                .filter(id -> !id.isBlank())
                .findFirst();
    }
}
