package io.github.openstackjvm.internal.http;

import java.util.Map;
import java.util.UUID;

import io.github.openstackjvm.internal.http.Exchange.Link;
import io.github.openstackjvm.session.Microversion;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.transport.HttpAnswer;
import io.github.openstackjvm.transport.HttpHeaders;
import io.github.openstackjvm.transport.TransportException;

/** Adds who is asking, the microversion, and an id by which the request can be followed through all services. */
final class Versioned implements Link {
    /** Under which name a service wants to see itself in the common header, where that is not its type. */
    private static final Map<ServiceType, String> NAMES =
            Map.of(ServiceType.BLOCK_STORAGE, "volume", ServiceType.of("container-infra"), "container-infra");

    /** The older header of a service, which it understands from its first microversion on. */
    private static final Map<ServiceType, String> OLDER = Map.of(
            ServiceType.COMPUTE, "X-OpenStack-Nova-API-Version",
            ServiceType.BAREMETAL, "X-OpenStack-Ironic-API-Version",
            ServiceType.SHARED_FILE_SYSTEM, "X-OpenStack-Manila-API-Version");

    private static final String REQUEST_ID = "X-OpenStack-Request-ID";

    private final ServiceType service;
    private final String userAgent;
    private final Channels.Service versions;
    private final Link next;

    Versioned(ServiceType service, String userAgent, Channels.Service versions, Link next) {
        this.service = service;
        this.userAgent = userAgent;
        this.versions = versions;
        this.next = next;
    }

    @Override
    public HttpAnswer send(Exchange exchange) throws TransportException {
        HttpHeaders headers = exchange.headers.with("User-Agent", userAgent);
        if (headers.first(REQUEST_ID).isEmpty()) {
            headers = headers.with(REQUEST_ID, "req-" + UUID.randomUUID());
        }
        Microversion version = versions.choose(exchange.asked.version(), exchange.deadline);
        if (version != null) {
            String name = NAMES.getOrDefault(service, service.value());
            headers = headers.with("OpenStack-API-Version", name + " " + version);
            String older = OLDER.get(service);
            if (older != null) {
                headers = headers.with(older, version.toString());
            }
        }
        exchange.headers = headers;
        return next.send(exchange);
    }
}
