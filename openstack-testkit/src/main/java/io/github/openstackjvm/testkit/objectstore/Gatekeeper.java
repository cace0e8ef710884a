package io.github.openstackjvm.testkit.objectstore;

import java.util.Locale;

/** Keeps what is Swift's own affair from clients, on the way in and on the way out. */
final class Gatekeeper implements Filter {
    @Override
    public SwiftResponse handle(SwiftRequest request, App next) {
        request.headers().removeIf(Gatekeeper::internal);
        request.headers().remove("X-Timestamp");
        SwiftResponse response = next.handle(request);
        response.headers().removeIf(Gatekeeper::internal);
        return response;
    }

    private static boolean internal(String name) {
        return name.toLowerCase(Locale.ROOT)
                .matches("x-(account|container|object)-sysmeta-.*|x-object-transient-sysmeta-.*|x-backend.*");
    }
}
