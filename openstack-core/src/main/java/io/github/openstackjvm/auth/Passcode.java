package io.github.openstackjvm.auth;

import java.time.Instant;

import io.github.openstackjvm.internal.auth.Totp;
import io.github.openstackjvm.resource.Secret;

/** Where one-time passcodes come from. A lambda asks for each one: {@code now -> Secret.of(ask())}. */
@FunctionalInterface
public interface Passcode {

    /** The passcode for now. */
    Secret at(Instant now);

    /** Whether there will be another one when the token has ended. */
    default boolean lasting() {
        return true;
    }

    /** This one and no other: good for one token, which cannot be renewed. */
    static Passcode once(Secret passcode) {
        Check.given("The passcode", passcode.reveal());
        return new Passcode() {
            @Override
            public Secret at(Instant now) {
                return passcode;
            }

            @Override
            public boolean lasting() {
                return false;
            }
        };
    }

    /**
     * Computes them, as the app on a telephone does (RFC 6238: SHA-1, six digits, 30 seconds).
     *
     * @param seed in base 32, as the user's credential of type {@code totp} has it
     */
    static Passcode fromSeed(Secret seed) {
        Totp totp = new Totp(seed);
        return now -> Secret.of(totp.at(now));
    }
}
