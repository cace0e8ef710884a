package io.github.openstackjvm.resource;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What one request of a listing brought.
 *
 * @param items in the cloud's order
 * @param nextLink address of the next page as the cloud gave it; null when it gave none
 * @param <T> the resource
 */
public record Page<T>(List<T> items, @Nullable String nextLink) {
    /** Copies the list. */
    public Page {
        items = Extras.list(items);
    }

    /** Address of the next page, when the cloud gave one. */
    public Optional<String> next() {
        return Optional.ofNullable(nextLink);
    }
}
