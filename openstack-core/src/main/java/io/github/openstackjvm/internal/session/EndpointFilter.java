package io.github.openstackjvm.internal.session;

import java.util.List;

import io.github.openstackjvm.session.EndpointInterface;
import io.github.openstackjvm.session.ServiceType;
import org.jspecify.annotations.Nullable;

/**
 * Which endpoint is wanted.
 *
 * @param type the service
 * @param catalogTypes the types looked for in the catalog, the preferred one first
 * @param interfaces those allowed, the preferred one first
 * @param region null when any will do
 * @param serviceName null when any will do
 * @param override the address to be used whatever the catalog says; null when there is none
 */
public record EndpointFilter(
        ServiceType type,
        List<String> catalogTypes,
        List<EndpointInterface> interfaces,
        @Nullable String region,
        @Nullable String serviceName,
        @Nullable String override) {

    /** Copies the lists. */
    public EndpointFilter {
        catalogTypes = List.copyOf(catalogTypes);
        interfaces = List.copyOf(interfaces);
        if (catalogTypes.isEmpty() || interfaces.isEmpty()) {
            throw new IllegalArgumentException("At least one type and one interface must be allowed");
        }
    }

    /** The public endpoint of this service, under its official type or an alias, in any region. */
    public static EndpointFilter of(ServiceType type) {
        return new EndpointFilter(type, type.names(), List.of(EndpointInterface.PUBLIC), null, null, null);
    }

    /** Only under this type of the catalog. */
    public EndpointFilter withCatalogType(String name) {
        return new EndpointFilter(type, List.of(name), interfaces, region, serviceName, override);
    }

    /** Only with these interfaces, the preferred one first. */
    public EndpointFilter withInterfaces(List<EndpointInterface> allowed) {
        return new EndpointFilter(type, catalogTypes, allowed, region, serviceName, override);
    }

    /** Only in this region. */
    public EndpointFilter withRegion(@Nullable String only) {
        return new EndpointFilter(type, catalogTypes, interfaces, only, serviceName, override);
    }

    /** Only of a service of this name. */
    public EndpointFilter withServiceName(@Nullable String only) {
        return new EndpointFilter(type, catalogTypes, interfaces, region, only, override);
    }

    /** At this address, whatever the catalog says. */
    public EndpointFilter withOverride(@Nullable String url) {
        return new EndpointFilter(type, catalogTypes, interfaces, region, serviceName, url);
    }
}
