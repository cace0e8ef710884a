package io.github.openstackjvm.testkit.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.openstackjvm.testkit.FakeRequest;
import org.jspecify.annotations.Nullable;

/** A request on its way through a service: what was asked, by whom, and what the path's variables are. */
public final class Call {
    private final FakeService service;
    private final FakeRequest request;
    private final Match match;
    private final String base;
    private final Map<String, List<String>> query;
    private final String requestId;
    private @Nullable Caller caller;
    private String microversion = "";

    /**
     * What a request's path fits.
     *
     * @param route the operation
     * @param variables the values in the path
     */
    public record Match(Route route, Map<String, String> variables) {}

    /** A request for a service whose own address is {@code base}. */
    public Call(FakeService service, FakeRequest request, Match match, String base) {
        this.service = service;
        this.request = request;
        this.match = match;
        this.base = base;
        this.query = request.parameters();
        this.requestId = "req-" + service.world().ids().uuid();
    }

    /** What came. */
    public FakeRequest request() {
        return request;
    }

    /** What it fits. */
    public Route route() {
        return match.route();
    }

    /** The value of a variable in the path. */
    public String param(String name) {
        return match.variables().getOrDefault(name, "");
    }

    /** The id of this request, told in the answer's headers. */
    public String requestId() {
        return requestId;
    }

    /** The last value of a query parameter; empty when there is none. */
    public Optional<String> query(String name) {
        List<String> values = queries(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    /** All values of a query parameter. */
    public List<String> queries(String name) {
        return query.getOrDefault(name, List.of());
    }

    /** All query parameters, in their order. */
    public Map<String, List<String>> query() {
        return new LinkedHashMap<>(query);
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return request.headers().first(name);
    }

    /** The body as JSON, null when there is none. */
    public @Nullable Object json() throws JsonProcessingException {
        return request.body().length() == 0 ? null : Json.read(request.body().bytes());
    }

    /** Who calls. Only for routes which need a token. */
    public Caller caller() {
        if (caller == null) {
            throw new IllegalStateException(match.route() + " is open to everybody, so nobody is known to call it");
        }
        return caller;
    }

    /** Finds out who calls, or refuses with a 401. */
    public void authenticate() {
        caller = service.caller(this)
                .filter(found -> AccessRules.allow(found.token(), service, request))
                .orElseThrow(() -> new Refusal(401, "The request you have made requires authentication."));
    }

    /** The microversion this call is answered in; empty where the service has none. */
    public String microversion() {
        return microversion;
    }

    /** Sets the microversion this call is answered in. */
    public void microversion(String version) {
        microversion = version;
    }

    /** Whether this call is answered in this microversion or a later one. */
    public boolean since(String version) {
        return Microversions.compare(microversion, version) >= 0;
    }

    /** The address of the service itself. */
    public String base() {
        return base;
    }

    /** An address in the service's API. */
    public String url(String path) {
        return base + service.root() + path;
    }

    /** The address the client called, without the query. */
    public String self() {
        return request.origin() + request.path();
    }
}
