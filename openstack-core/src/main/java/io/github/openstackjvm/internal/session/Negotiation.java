package io.github.openstackjvm.internal.session;

import java.util.List;
import java.util.function.Supplier;

import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.Unavailable;
import io.github.openstackjvm.error.UnsupportedMicroversion;
import io.github.openstackjvm.internal.discovery.Discovered;
import io.github.openstackjvm.internal.http.Outgoing;
import io.github.openstackjvm.internal.wire.Needs.Need;
import io.github.openstackjvm.session.Microversion;
import io.github.openstackjvm.session.ServiceType;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the microversion of a call: the highest that the cloud offers, the model knows, and everything touched allows; or
 * the pinned one, if all of that allows it. When there is none, nothing is sent.
 */
final class Negotiation {
    private final ServiceType type;
    private @Nullable Microversion low;
    private @Nullable Microversion high;

    /** What set the bounds, for the message. */
    private String lowBy = "";

    private String highBy = "";

    private Negotiation(ServiceType type) {
        this.type = type;
    }

    static @Nullable Microversion choose(
            ServiceType type, Outgoing.Version wanted, Supplier<Discovered> cloud, @Nullable Microversion preset) {
        Microversion pin = wanted.exact() != null ? wanted.exact() : wanted.max() == null ? null : preset;
        if (pin == null && wanted.max() == null && wanted.needs().all().isEmpty()) {
            return null;
        }
        Negotiation bounds = new Negotiation(type);
        if (pin == null) {
            // Whoever pins a later version than the models know reads what is new among the extras.
            bounds.atMost(wanted.max(), "this library knows the answers");
        }
        bounds.atLeast(wanted.min(), "the resource exists");
        for (Need need : wanted.needs().all()) {
            bounds.atLeast(need.range().since(), need.what() + " exists");
            bounds.atMost(need.range().until(), need.what() + " exists");
        }
        if (pin != null) {
            return bounds.pinned(pin);
        }
        Discovered offered = cloud.get();
        OpenStackException trouble = offered.trouble();
        if (trouble != null) {
            throw new Unavailable(
                    "No microversion of " + type + " can be chosen, since its versions cannot be read: "
                            + trouble.getMessage(),
                    trouble.context(),
                    trouble);
        }
        if (offered.max() == null) {
            return bounds.withoutOffer();
        }
        bounds.atLeast(offered.min(), "the cloud offers microversions");
        bounds.atMost(offered.max(), "the cloud offers microversions");
        return bounds.highest();
    }

    private void atLeast(@Nullable Microversion bound, String reason) {
        if (bound != null && (low == null || bound.compareTo(low) > 0)) {
            low = bound;
            lowBy = reason;
        }
    }

    private void atMost(@Nullable Microversion bound, String reason) {
        if (bound != null && (high == null || bound.compareTo(high) < 0)) {
            high = bound;
            highBy = reason;
        }
    }

    private @Nullable Microversion highest() {
        if (low != null && high != null && low.compareTo(high) > 0) {
            throw refused("No microversion of " + type + " will do: " + lowBy + " from " + low + " on, but " + highBy
                    + " only up to " + high + ". Leave that out, or use a cloud that offers " + low);
        }
        return high;
    }

    private Microversion pinned(Microversion pin) {
        if (low != null && low.compareTo(pin) > 0) {
            throw refused("The microversion " + pin + " is pinned, but " + lowBy + " only from " + low
                    + " on. Pin that one or a later one");
        } else if (high != null && high.compareTo(pin) < 0) {
            throw refused("The microversion " + pin + " is pinned, but " + highBy + " only up to " + high
                    + ". Pin that one or an earlier one");
        }
        return pin;
    }

    private @Nullable Microversion withoutOffer() {
        if (low != null) {
            throw refused("This cloud offers no microversions of " + type + ", but " + lowBy + " only from " + low
                    + " on. Leave that out");
        }
        return null;
    }

    private UnsupportedMicroversion refused(String message) {
        return new UnsupportedMicroversion(
                message, new ErrorContext(type.value(), null, null, null, 0, null, null, "", List.of()), null);
    }
}
