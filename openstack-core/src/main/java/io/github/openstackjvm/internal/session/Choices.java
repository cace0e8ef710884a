package io.github.openstackjvm.internal.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import io.github.openstackjvm.internal.http.Redaction;
import io.github.openstackjvm.resilience.ResiliencePolicy;
import io.github.openstackjvm.session.EndpointInterface;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.session.VersionSelector;
import org.jspecify.annotations.Nullable;

/**
 * Where and how the calls of a view go, as far as it differs from the configuration.
 *
 * @param region null: that of the configuration
 * @param interfaces the preferred one first; null: those of the configuration
 * @param protection what is made of the policy of the configuration
 * @param globalRequestId on every request; null: none
 * @param versions of which services which ones will do
 * @param addresses of services, whatever the catalog says
 */
record Choices(
        @Nullable String region,
        @Nullable List<EndpointInterface> interfaces,
        UnaryOperator<ResiliencePolicy> protection,
        @Nullable String globalRequestId,
        Map<ServiceType, VersionSelector> versions,
        Map<ServiceType, String> addresses) {
    static final Choices NONE = new Choices(null, null, policy -> policy, null, Map.of(), Map.of());

    /** What oslo.middleware accepts. */
    private static final Pattern GLOBAL_REQUEST_ID =
            Pattern.compile("req-[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    Choices withRegion(String other) {
        return new Choices(other, interfaces, protection, globalRequestId, versions, addresses);
    }

    Choices withInterfaces(List<EndpointInterface> others) {
        return new Choices(region, List.copyOf(others), protection, globalRequestId, versions, addresses);
    }

    /** Changes what the earlier ones made of the policy. */
    Choices withProtection(UnaryOperator<ResiliencePolicy> change) {
        UnaryOperator<ResiliencePolicy> both = policy -> change.apply(protection.apply(policy));
        return new Choices(region, interfaces, both, globalRequestId, versions, addresses);
    }

    Choices withGlobalRequestId(String id) {
        if (!GLOBAL_REQUEST_ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "A global request id is 'req-' and a UUID, not '" + id + "': services ignore everything else");
        }
        return new Choices(region, interfaces, protection, id, versions, addresses);
    }

    Choices withVersion(ServiceType type, VersionSelector wanted) {
        return new Choices(region, interfaces, protection, globalRequestId, with(versions, type, wanted), addresses);
    }

    Choices withAddress(ServiceType type, String url) {
        String address = url.strip().replaceAll("/+$", "");
        if (!ServiceAccess.isAddress(ServiceAccess.filledIn(address, "x")) || address.matches(".*[?#].*")) {
            throw new IllegalArgumentException(
                    "An endpoint is an absolute address with http or https, and has neither user "
                            + "information nor a query nor a fragment, unlike '" + Redaction.text(url) + "'");
        }
        return new Choices(region, interfaces, protection, globalRequestId, versions, with(addresses, type, address));
    }

    private static <V> Map<ServiceType, V> with(Map<ServiceType, V> map, ServiceType type, V value) {
        Map<ServiceType, V> more = new HashMap<>(map);
        more.put(type, value);
        return Map.copyOf(more);
    }
}
