package io.github.openstackjvm.testkit.objectstore;

/** How much a container may hold, in bytes and in objects. */
final class ContainerQuotas implements Filter {
    private static final String QUOTA = "X-Container-Meta-Quota-";

    private final Store store;

    ContainerQuotas(Store store) {
        this.store = store;
    }

    @Override
    public SwiftResponse handle(SwiftRequest request, App next) {
        if (request.onContainer() && request.is("PUT", "POST")) {
            check(request, "Bytes", "Invalid bytes quota.");
            check(request, "Count", "Invalid count quota.");
        } else if (request.onObject() && request.is("PUT") && exceeds(request)) {
            store.checkMayWrite(request);
            return SwiftResponse.html(413, "Upload exceeds quota.");
        }
        return next.handle(request);
    }

    private static void check(SwiftRequest request, String kind, String complaint) {
        String value = request.headers().get(QUOTA + kind, "");
        if (!value.isEmpty() && !value.matches("\\d+")) {
            throw new Refused(400, complaint);
        }
    }

    // Only what the client says of the length counts: an upload in chunks passes whatever its size.
    private boolean exceeds(SwiftRequest request) {
        HeaderMap container = store.containerHeaders(request.account(), request.container());
        Long length = request.contentLength();
        long bytes = quota(container, "Bytes");
        if (bytes >= 0 && bytes < store.bytes(request.account(), request.container()) + (length == null ? 0 : length)) {
            return true;
        }
        long count = quota(container, "Count");
        return count >= 0 && count < store.count(request.account(), request.container()) + 1;
    }

    private static long quota(HeaderMap container, String kind) {
        String value = container.get(QUOTA + kind, "");
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : -1;
    }
}
