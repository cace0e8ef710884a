package io.github.openstackjvm.testkit.objectstore;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeBody;
import org.jspecify.annotations.Nullable;

/** A request on its way down the pipeline. Filters change it, and send further ones of their own. */
final class SwiftRequest {
    private final String origin;
    private final String requestId;
    private final Map<String, String> params;
    private final HeaderMap headers;
    private String method;
    private Path path;
    private FakeBody body;
    private @Nullable Identity identity;
    private @Nullable Authorizer authorizer;
    private boolean authorized;
    private boolean contentTypeOverridden;
    private boolean versionListing;
    private boolean owner;
    private String acl = "";

    /**
     * What is meant.
     *
     * @param account such as {@code AUTH_0a1b}
     * @param container null for the account itself
     * @param object null for the account or the container
     */
    record Path(
            String account,
            @Nullable String container,
            @Nullable String object) {

        static Path of(String account, String container) {
            return new Path(account, container, null);
        }

        static Path of(String account, String container, String object) {
            return new Path(account, container, object);
        }

        /** The path of an object, out of {@code container/object}; null when one of them is missing. */
        static @Nullable Path below(String account, String containerAndObject) {
            String rest = containerAndObject.startsWith("/") ? containerAndObject.substring(1) : containerAndObject;
            int slash = rest.indexOf('/');
            return slash < 1 || slash == rest.length() - 1
                    ? null
                    : new Path(account, rest.substring(0, slash), rest.substring(slash + 1));
        }

        String container0() {
            return container == null ? "" : container;
        }

        String object0() {
            return object == null ? "" : object;
        }

        /** Such as {@code /v1/AUTH_0a1b/photos/cat.jpg}, not encoded. */
        @Override
        public String toString() {
            return "/v1/" + account + (container == null ? "" : "/" + container) + (object == null ? "" : "/" + object);
        }
    }

    /** Tells whether a request may be carried out. */
    interface Authorizer {
        /** The refusal; null when it may. */
        @Nullable
        SwiftResponse check(SwiftRequest request);
    }

    SwiftRequest(
            String origin,
            String requestId,
            String method,
            Path path,
            Map<String, String> params,
            HeaderMap headers,
            FakeBody body) {
        this.origin = origin;
        this.requestId = requestId;
        this.method = method;
        this.path = path;
        this.params = new LinkedHashMap<>(params);
        this.headers = headers;
        this.body = body;
    }

    /** A further request with the rights of this one, without its headers and parameters. */
    SwiftRequest sub(String verb, Path to) {
        SwiftRequest sub = new SwiftRequest(origin, requestId, verb, to, Map.of(), new HeaderMap(), FakeBody.EMPTY);
        sub.identity = identity;
        sub.authorizer = authorizer;
        sub.authorized = authorized;
        if (headers.has("Referer")) {
            sub.headers.set("Referer", headers.get("Referer", ""));
        }
        return sub;
    }

    /** A further request of Swift itself, which may do everything. */
    SwiftRequest own(String verb, Path to) {
        SwiftRequest own = sub(verb, to);
        own.authorizer = null;
        own.owner = true;
        return own;
    }

    /** The same request once more, with headers and parameters that can be changed without changing this one's. */
    SwiftRequest copy(String verb, Path to) {
        SwiftRequest copy =
                new SwiftRequest(origin, requestId, verb, to, params, new HeaderMap(headers.toMap()), FakeBody.EMPTY);
        copy.identity = identity;
        copy.authorizer = authorizer;
        copy.authorized = authorized;
        return copy;
    }

    SwiftRequest with(String header, String value) {
        headers.set(header, value);
        return this;
    }

    SwiftRequest param(String name, String value) {
        params.put(name, value);
        return this;
    }

    SwiftRequest body(FakeBody other) {
        body = other;
        headers.remove("Transfer-Encoding");
        headers.set("Content-Length", String.valueOf(other.length()));
        return this;
    }

    /** With the body of another request, in the form in which that came. */
    SwiftRequest bodyOf(SwiftRequest other) {
        body = other.body;
        return this;
    }

    String origin() {
        return origin;
    }

    String requestId() {
        return requestId;
    }

    String method() {
        return method;
    }

    void method(String other) {
        method = other;
    }

    boolean is(String... verbs) {
        return java.util.List.of(verbs).contains(method);
    }

    Path path() {
        return path;
    }

    void path(Path other) {
        path = other;
    }

    boolean onAccount() {
        return path.container == null;
    }

    boolean onContainer() {
        return path.container != null && path.object == null;
    }

    boolean onObject() {
        return path.object != null;
    }

    String account() {
        return path.account;
    }

    String container() {
        return path.container0();
    }

    String object() {
        return path.object0();
    }

    Map<String, String> params() {
        return params;
    }

    @Nullable
    String param(String name) {
        return params.get(name);
    }

    HeaderMap headers() {
        return headers;
    }

    FakeBody body() {
        return body;
    }

    /** What the client said of the body's length; null when it sends it in chunks. */
    @Nullable
    Long contentLength() {
        String length = headers.get("Content-Length");
        return length == null || !length.matches("\\d{1,18}") ? null : Long.valueOf(length);
    }

    boolean chunked() {
        return headers.get("Transfer-Encoding", "").equalsIgnoreCase("chunked");
    }

    /** The body as text, at most so many bytes of it. */
    String text(int most) {
        FakeBody some = body.length() > most ? body.slice(0, most) : body;
        return new String(some.bytes(), StandardCharsets.UTF_8);
    }

    @Nullable
    Identity identity() {
        return identity;
    }

    void identity(@Nullable Identity who) {
        identity = who;
    }

    @Nullable
    Authorizer authorizer() {
        return authorizer;
    }

    void authorizer(@Nullable Authorizer other) {
        authorizer = other;
    }

    /** Whether a filter before the one that asks Identity has decided who may do this. */
    boolean decided() {
        return authorized;
    }

    /** Decides who may do this, before Identity is asked. */
    void decide(Authorizer decision) {
        authorized = true;
        authorizer = decision;
    }

    /** Refuses what may not be done. */
    @Nullable
    SwiftResponse denial(String list) {
        if (authorizer == null) {
            return null;
        }
        acl = list;
        SwiftResponse denial = authorizer.check(this);
        acl = "";
        return denial;
    }

    /** The list of who may do this, beside the owner. */
    String acl() {
        return acl;
    }

    boolean owner() {
        return owner;
    }

    void owner(boolean is) {
        owner = is;
    }

    boolean contentTypeOverridden() {
        return contentTypeOverridden;
    }

    void contentTypeOverridden(boolean is) {
        contentTypeOverridden = is;
    }

    boolean versionListing() {
        return versionListing;
    }

    void versionListing(boolean is) {
        versionListing = is;
    }
}
