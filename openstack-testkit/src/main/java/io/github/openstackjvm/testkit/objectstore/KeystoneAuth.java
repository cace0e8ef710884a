package io.github.openstackjvm.testkit.objectstore;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Who may do what: the account's own project, and whom a container's lists name. */
final class KeystoneAuth implements Filter {
    private static final Set<String> OPERATORS = Set.of("admin", "member", "swiftoperator");
    private static final String PREFIX = "AUTH_";

    private final Store store;

    KeystoneAuth(Store store) {
        this.store = store;
    }

    @Override
    public SwiftResponse handle(SwiftRequest request, App next) {
        if (!request.decided()) {
            request.authorizer(this::check);
        }
        return next.handle(request).seenByKeystone(true);
    }

    private @Nullable SwiftResponse check(SwiftRequest request) {
        request.owner(false);
        Identity who = request.identity();
        AccessList list = AccessList.parse(request.acl());
        if (request.is("OPTIONS")) {
            return null;
        }
        return who == null ? anonymous(request, list) : known(request, who, list);
    }

    private @Nullable SwiftResponse known(SwiftRequest request, Identity who, AccessList list) {
        if (who.reseller()) {
            request.owner(true);
            return null;
        }
        if (request.onAccount() && request.is("DELETE")) {
            return new SwiftResponse(403);
        }
        if (named(who, list.groups())) {
            return null;
        }
        Boolean open = openTo(request, list);
        if (Boolean.TRUE.equals(open)) {
            return null;
        }
        if (!request.account().equals(PREFIX + who.projectId())) {
            return new SwiftResponse(403);
        }
        if (who.roles().stream().anyMatch(OPERATORS::contains)) {
            request.owner(true);
            return null;
        }
        boolean byRole = open == null
                && list.groups().stream()
                        .anyMatch(group -> who.roles().contains(group.toLowerCase(java.util.Locale.ROOT)));
        return byRole ? null : new SwiftResponse(403);
    }

    // All users of the fake are in the default domain, where names count as well as ids.
    private static boolean named(Identity who, List<String> groups) {
        for (String project : List.of(who.projectId(), who.projectName(), "*")) {
            for (String user : List.of(who.userId(), who.userName(), "*")) {
                if (groups.contains(project + ":" + user)) {
                    return true;
                }
            }
        }
        return false;
    }

    private @Nullable SwiftResponse anonymous(SwiftRequest request, AccessList list) {
        return request.account().startsWith(PREFIX) && Boolean.TRUE.equals(openTo(request, list))
                ? null
                : unauthorized(request);
    }

    static SwiftResponse unauthorized(SwiftRequest request) {
        return new SwiftResponse(401)
                .with("Www-Authenticate", "Swift realm=\"" + Encoded.encode(request.account()) + "\"");
    }

    /** Whether everybody may do it who comes from an admitted page; null when that says nothing about it. */
    private @Nullable Boolean openTo(SwiftRequest request, AccessList list) {
        if (store.syncKeyFits(request)) {
            return true;
        }
        if (list.admitsReferrer(request.headers().get("Referer"))) {
            return request.onObject() || list.groups().contains(".rlistings");
        }
        return null;
    }
}
