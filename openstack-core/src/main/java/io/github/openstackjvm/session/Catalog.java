package io.github.openstackjvm.session;

import java.util.List;

/**
 * The services of a cloud and where they are, as the token came with it. How one endpoint is chosen out of it is told by
 * the session.
 *
 * @param endpoints all addresses in the catalog's order
 */
public record Catalog(List<Endpoint> endpoints) {
    /** A catalog without any service. */
    public static final Catalog EMPTY = new Catalog(List.of());

    /** Copies the list. */
    public Catalog {
        endpoints = List.copyOf(endpoints);
    }

    /** The regions that occur, without repetition. */
    public List<String> regions() {
        return endpoints.stream()
                .map(Endpoint::region)
                .filter(region -> region != null)
                .distinct()
                .toList();
    }

    /** The types that occur, as written, without repetition. */
    public List<String> types() {
        return endpoints.stream().map(Endpoint::type).distinct().toList();
    }
}
