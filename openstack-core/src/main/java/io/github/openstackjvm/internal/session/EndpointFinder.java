package io.github.openstackjvm.internal.session;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.openstackjvm.error.EndpointMissing;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.session.Catalog;
import io.github.openstackjvm.session.Endpoint;
import io.github.openstackjvm.session.EndpointInterface;
import io.github.openstackjvm.session.ServiceType;
import org.jspecify.annotations.Nullable;

/**
 * Chooses one endpoint out of a catalog, always the same one: by type first (the official one, then its aliases in their
 * order, so that {@code volumev3} comes before {@code volumev2}), then by interface in the order of preference, then by
 * region in the order of the alphabet when none is asked for, and then as the catalog lists them. An override wins over all
 * of it.
 */
public final class EndpointFinder {
    private EndpointFinder() {}

    /**
     * The endpoint that is wanted.
     *
     * @throws EndpointMissing when there is none; the message lists what there is, and says what to do
     */
    public static Endpoint find(Catalog catalog, EndpointFilter filter) {
        String override = filter.override();
        if (override != null) {
            return new Endpoint(
                    filter.type().value(),
                    filter.serviceName(),
                    filter.interfaces().get(0),
                    filter.region(),
                    override);
        }
        for (String type : filter.catalogTypes()) {
            for (EndpointInterface face : filter.interfaces()) {
                Optional<Endpoint> found = catalog.endpoints().stream()
                        .filter(one -> isOf(type, one) && one.face() == face)
                        .filter(one -> isIn(filter.region(), one) && isNamed(filter.serviceName(), one))
                        .min(Comparator.comparing(EndpointFinder::region));
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw missing(catalog, filter);
    }

    private static boolean isOf(String type, Endpoint one) {
        return new ServiceType(type).equals(new ServiceType(one.type()));
    }

    private static boolean isIn(@Nullable String region, Endpoint one) {
        return region == null || region.equals(one.region());
    }

    private static boolean isNamed(@Nullable String name, Endpoint one) {
        return name == null || name.equals(one.serviceName());
    }

    private static String region(Endpoint one) {
        return one.region() == null ? "" : one.region();
    }

    /** Narrows the catalog step by step, and tells of the first step at which nothing is left. */
    private static EndpointMissing missing(Catalog catalog, EndpointFilter filter) {
        String service = filter.type().value();
        List<Endpoint> left = catalog.endpoints();
        if (left.isEmpty()) {
            return error(
                    filter,
                    "No endpoint of " + service + ": the catalog is empty. A token without a scope has none: "
                            + "give a project, a domain or the system. Who logs in without a token gives an endpoint override");
        }
        List<Endpoint> before = left;
        left = keep(left, one -> filter.catalogTypes().stream().anyMatch(type -> isOf(type, one)));
        if (left.isEmpty()) {
            return error(
                    filter,
                    "The catalog has no service of type " + String.join(" or ", filter.catalogTypes()) + ": it lists "
                            + names(before, Endpoint::type) + ". Set an endpoint override if it is elsewhere");
        }
        before = left;
        left = keep(left, one -> isNamed(filter.serviceName(), one));
        if (left.isEmpty()) {
            return error(
                    filter,
                    "No service " + service + " is called " + filter.serviceName() + ": there is "
                            + names(before, Endpoint::serviceName) + ". Correct the service name, or leave it out");
        }
        before = left;
        left = keep(left, one -> isIn(filter.region(), one));
        if (left.isEmpty()) {
            return error(
                    filter,
                    "Service " + service + " has no endpoint in region " + filter.region() + ": it has some in "
                            + names(before, Endpoint::region) + ". Choose one of these regions");
        }
        String faces = filter.interfaces().stream().map(EndpointInterface::wire).collect(Collectors.joining(" or "));
        String where = filter.region() == null ? "" : " in region " + filter.region();
        return error(
                filter,
                "Service " + service + " has no " + faces + " endpoint" + where + ": it has "
                        + names(left, one -> one.face().wire()) + ". Choose one of these interfaces");
    }

    private static List<Endpoint> keep(List<Endpoint> endpoints, Predicate<Endpoint> wanted) {
        return endpoints.stream().filter(wanted).toList();
    }

    private static String names(List<Endpoint> endpoints, Function<Endpoint, @Nullable String> name) {
        TreeSet<String> names = new TreeSet<>();
        for (Endpoint one : endpoints) {
            String text = name.apply(one);
            names.add(text == null ? "(unnamed)" : text);
        }
        return String.join(", ", names);
    }

    private static EndpointMissing error(EndpointFilter filter, String message) {
        return new EndpointMissing(
                message,
                new ErrorContext(filter.type().value(), filter.region(), null, null, 0, null, null, "", List.of()),
                null);
    }
}
