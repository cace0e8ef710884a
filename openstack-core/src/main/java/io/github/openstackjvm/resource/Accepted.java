package io.github.openstackjvm.resource;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the cloud said when it took an order that it carries out afterwards.
 *
 * @param id of the resource in transition
 * @param requestId by which the operator finds the request in the logs; null when the service gave none
 * @param adminPass the password that the cloud chose and tells only now; null when it chose none
 * @param extras what else the answer held
 */
public record Accepted(
        String id, @Nullable String requestId, @Nullable Secret adminPass, Map<String, @Nullable Object> extras) {

    /** Keeps the extras. */
    public Accepted {
        extras = Extras.of(extras);
    }

    @Override
    public String toString() {
        return Show.of(this);
    }
}
