package io.github.openstackjvm.auth;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Logs in with a one-time passcode alone: {@code v3totp}. Most often it is one factor of a {@link MultifactorAuth}. */
public final class TotpAuth extends V3Auth<TotpAuth> {
    private final User user;
    private final Passcode passcode;

    TotpAuth(User user, Passcode passcode, Scope scope) {
        super(scope);
        this.user = user;
        this.passcode = passcode;
    }

    /** A user of this domain. */
    public static TotpAuth user(String name, Scope.Domain domain, Passcode passcode) {
        return new TotpAuth(User.ofName(name, domain), passcode, new Scope.Unspecified());
    }

    /** A user by its id. */
    public static TotpAuth userId(String id, Passcode passcode) {
        return new TotpAuth(User.ofId(id), passcode, new Scope.Unspecified());
    }

    @Override
    TotpAuth in(Scope other) {
        return new TotpAuth(user, passcode, other);
    }

    @Override
    public String type() {
        return "v3totp";
    }

    @Override
    List<Factor> factors(Instant now) {
        return List.of(new Factor("totp", Map.of("user", user.with("passcode", passcode.at(now)))));
    }

    @Override
    public boolean renewable() {
        return passcode.lasting();
    }

    /** User and scope; never the passcode. */
    @Override
    public String toString() {
        return type() + "[" + user + ", " + scope() + "]";
    }
}
