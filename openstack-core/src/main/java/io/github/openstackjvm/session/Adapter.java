package io.github.openstackjvm.session;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.github.openstackjvm.internal.discovery.Discovered;
import io.github.openstackjvm.internal.session.View;
import io.github.openstackjvm.resilience.ResiliencePolicy;
import org.jspecify.annotations.Nullable;

/**
 * Requests to one service, for what the typed services do not have: with authentication, retries, circuit breaker, errors and
 * request ids like every typed call. Immutable and safe for any number of threads.
 */
public final class Adapter {
    private final View view;
    private final ServiceType type;
    private final @Nullable Microversion version;

    Adapter(View view, ServiceType type, @Nullable Microversion version) {
        this.view = view;
        this.type = type;
        this.version = version;
    }

    /** The service. */
    public ServiceType type() {
        return type;
    }

    /** The same with this microversion on every request that says no other. */
    public Adapter at(String microversion) {
        return new Adapter(view, type, Microversion.of(microversion));
    }

    /** The microversion of every request that says no other. */
    public Optional<Microversion> defaultMicroversion() {
        return Optional.ofNullable(version);
    }

    /**
     * The same with one of these major versions, of a service that this library does not know, say. Without, it is the highest
     * stable one that this library knows, or the configuration names.
     *
     * @throws io.github.openstackjvm.error.EndpointMissing with the first request, when the service announces its versions and
     *     none of them will do
     */
    public Adapter withVersion(VersionSelector wanted) {
        return new Adapter(view.withVersion(type, wanted), type, version);
    }

    /** The same in another region. */
    public Adapter inRegion(String region) {
        return new Adapter(view.inRegion(region), type, version);
    }

    /** The same by endpoints of this interface, or of these, the preferred one first. */
    public Adapter withInterface(EndpointInterface... preferred) {
        return new Adapter(view.withInterfaces(List.of(preferred)), type, version);
    }

    /**
     * The same at this address of the service, instead of the one that catalog or configuration have. Its versions are found
     * out there; when nothing says which there are, the address is taken as it stands. It may hold {@code %(project_id)s}.
     *
     * @throws IllegalArgumentException when it is no absolute address with http or https
     */
    public Adapter withEndpointOverride(String url) {
        return new Adapter(view.withEndpointOverride(type, url), type, version);
    }

    /** The same under another policy, such as {@code policy -> policy.withRetries(Retries.NONE)}. */
    public Adapter withResilience(UnaryOperator<ResiliencePolicy> change) {
        return new Adapter(view.protectedBy(change), type, version);
    }

    /** The versioned address of the service. */
    public String endpoint() {
        return discovered().url();
    }

    /** The address of this path of the service, such as {@code /servers}. */
    public String endpoint(String path) {
        return endpoint() + slashed(path);
    }

    /** The major version in use; empty when neither the service nor its address tells. */
    public Optional<ApiVersion> majorVersion() {
        return Optional.ofNullable(discovered().version());
    }

    /** All versions that the service announces; empty when it announces none. */
    public List<VersionInfo> versions() {
        return discovered().versions();
    }

    /** The lowest and the highest microversion on offer; empty when there are none. */
    public Optional<MicroversionRange> microversions() {
        Discovered found = discovered();
        return found.min() == null || found.max() == null
                ? Optional.empty()
                : Optional.of(new MicroversionRange(found.min(), found.max()));
    }

    /**
     * The microversions that a service offers.
     *
     * @param min the lowest
     * @param max the highest
     */
    public record MicroversionRange(Microversion min, Microversion max) {
        /** Whether it is on offer. */
        public boolean has(Microversion version) {
            return version.atLeast(min) && max.atLeast(version);
        }
    }

    /** The highest of these that the service offers; empty when it offers none of them. */
    public Optional<Microversion> pickMicroversion(List<Microversion> candidates) {
        return microversions()
                .flatMap(range -> candidates.stream().filter(range::has).max(Comparator.naturalOrder()));
    }

    /** Whether the service offers this microversion, such as {@code 2.79}. */
    public boolean supports(String microversion) {
        return microversions()
                .filter(range -> range.has(Microversion.of(microversion)))
                .isPresent();
    }

    /** A request with this verb to this path below the service's address; the path is sent as it stands. */
    public RawRequest request(String method, String path) {
        return new RawRequest(view, type, method.toUpperCase(Locale.ROOT), slashed(path), version);
    }

    /** A GET. */
    public RawRequest get(String path) {
        return request("GET", path);
    }

    /** A POST. */
    public RawRequest post(String path) {
        return request("POST", path);
    }

    /** A PUT. */
    public RawRequest put(String path) {
        return request("PUT", path);
    }

    /** A PATCH. */
    public RawRequest patch(String path) {
        return request("PATCH", path);
    }

    /** A DELETE. */
    public RawRequest delete(String path) {
        return request("DELETE", path);
    }

    /** A HEAD. */
    public RawRequest head(String path) {
        return request("HEAD", path);
    }

    private Discovered discovered() {
        return view.access(type).discovered();
    }

    private static String slashed(String path) {
        return path.isEmpty() || path.startsWith("/") || path.startsWith("?") ? path : "/" + path;
    }

    /** The service. */
    @Override
    public String toString() {
        return "Adapter[" + type + "]";
    }
}
