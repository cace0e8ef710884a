package io.github.openstackjvm.auth;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.openstackjvm.internal.session.IdentityUrl;
import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.session.VersionInfo;

/**
 * Logs in at whichever version Identity has: {@code password} and {@code token}. Version 3 where there is one; so it is asked
 * only when the address does not name that version already.
 */
final class DiscoveredAuth extends ScopedAuth<DiscoveredAuth> {
    private final AuthMethod latest;
    private final V2Auth<?> older;

    DiscoveredAuth(AuthMethod latest, V2Auth<?> older, Scope scope) {
        super(scope);
        this.latest = latest;
        this.older = older;
    }

    @Override
    DiscoveredAuth in(Scope other) {
        return new DiscoveredAuth(latest, older, other);
    }

    @Override
    public String type() {
        return latest.type();
    }

    @Override
    public Token authenticate(AuthContext context) {
        AuthMethod method = onlyOlder(context) ? older : latest;
        return method.withScope(scope()).authenticate(context);
    }

    /** One that announces nothing has the version its address names, or else the present one. */
    private static boolean onlyOlder(AuthContext context) {
        int named = IdentityUrl.version(context.authUrl());
        if (named == 3) {
            return false;
        }
        Set<Integer> majors = context.identityVersions().stream()
                .map(VersionInfo::version)
                .map(version -> version.major())
                .collect(Collectors.toSet());
        return majors.isEmpty() ? named == 2 : !majors.contains(3) && majors.contains(2);
    }

    @Override
    public Optional<Secret> fingerprint() {
        return latest.withScope(scope()).fingerprint();
    }

    @Override
    public boolean brought() {
        return latest.withScope(scope()).brought();
    }

    @Override
    public boolean renewable() {
        return latest.withScope(scope()).renewable();
    }

    @Override
    public String toString() {
        return latest.withScope(scope()).toString();
    }
}
