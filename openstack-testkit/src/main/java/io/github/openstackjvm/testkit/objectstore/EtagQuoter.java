package io.github.openstackjvm.testkit.objectstore;

import org.jspecify.annotations.Nullable;

/** Puts quotes around the ETags of an account or container whose owner wants them so. */
final class EtagQuoter implements Filter {
    private static final String SUFFIX = "Rfc-Compliant-Etags";

    private final Store store;

    EtagQuoter(Store store) {
        this.store = store;
    }

    @Override
    public SwiftResponse handle(SwiftRequest request, App next) {
        if (!request.onObject()) {
            return translated(request, next);
        }
        SwiftResponse response = next.handle(request);
        String etag = response.headers().get("Etag");
        if (etag != null && !etag.endsWith("\"") && HeaderMap.isTrue(flag(request))) {
            response.with("Etag", "\"" + etag + "\"");
        }
        return response;
    }

    private @Nullable String flag(SwiftRequest request) {
        String flag =
                store.containerHeaders(request.account(), request.container()).get("X-Container-Sysmeta-" + SUFFIX);
        return flag != null ? flag : store.accountHeaders(request.account()).get("X-Account-Sysmeta-" + SUFFIX);
    }

    private static SwiftResponse translated(SwiftRequest request, App next) {
        String kind = request.onAccount() ? "Account" : "Container";
        String client = "X-" + kind + "-" + SUFFIX;
        String own = "X-" + kind + "-Sysmeta-" + SUFFIX;
        String value = request.headers().get(client);
        if (value != null) {
            request.with(own, value.isEmpty() ? "" : HeaderMap.isTrue(value) ? "True" : "False");
        }
        if (request.headers().given("X-Remove-" + kind + "-" + SUFFIX)) {
            request.with(own, "");
        }
        SwiftResponse response = next.handle(request);
        String kept = response.headers().remove(own);
        return kept == null ? response : response.with(client, kept);
    }
}
