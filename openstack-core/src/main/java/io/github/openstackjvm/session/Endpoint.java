package io.github.openstackjvm.session;

import org.jspecify.annotations.Nullable;

/**
 * One address of a service, as the catalog lists it.
 *
 * @param type the service's type as the catalog writes it, which may be an alias
 * @param serviceName the service's name, such as {@code nova}
 * @param face for whom it is meant
 * @param region null when the catalog says none
 * @param url as the catalog writes it
 */
public record Endpoint(
        String type,
        @Nullable String serviceName,
        EndpointInterface face,
        @Nullable String region,
        String url) {}
