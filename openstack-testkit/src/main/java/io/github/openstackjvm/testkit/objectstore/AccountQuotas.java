package io.github.openstackjvm.testkit.objectstore;

import org.jspecify.annotations.Nullable;

/** How much a whole account may hold: set by resellers, who administer the accounts of others. */
final class AccountQuotas implements Filter {
    private final Store store;

    AccountQuotas(Store store) {
        this.store = store;
    }

    @Override
    public SwiftResponse handle(SwiftRequest request, App next) {
        if (!request.is("PUT", "POST")) {
            return next.handle(request);
        }
        Identity who = request.identity();
        String quota = request.onAccount() ? wanted(request) : null;
        if (who != null && who.reseller()) {
            if (quota != null && !quota.isEmpty() && !quota.matches("\\d+")) {
                throw new Refused(400);
            }
            return next.handle(request);
        } else if (quota != null) {
            throw new Refused(403);
        }
        if (request.is("PUT") && request.onObject() && exceeds(request)) {
            SwiftRequest.Authorizer authorizer = request.authorizer();
            request.authorizer(checked -> {
                SwiftResponse denial = authorizer == null ? null : authorizer.check(checked);
                return denial != null ? denial : SwiftResponse.html(413, "Upload exceeds quota.");
            });
        }
        return next.handle(request);
    }

    private static @Nullable String wanted(SwiftRequest request) {
        return request.headers().given("X-Remove-Account-Meta-Quota-Bytes")
                ? "0"
                : request.headers().get("X-Account-Meta-Quota-Bytes");
    }

    private boolean exceeds(SwiftRequest request) {
        String account = request.account();
        String quota = store.accountHeaders(account).get("X-Account-Meta-Quota-Bytes", "");
        if (!quota.matches("\\d{1,18}")) {
            return false;
        }
        Long length = request.contentLength();
        long used = store.containers(account).all().stream()
                .mapToLong(row -> store.bytes(account, row.id()))
                .sum();
        return Long.parseLong(quota) < used + (length == null ? 0 : length);
    }
}
