package io.github.openstackjvm.resource;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A change that goes on in the cloud: how to look at it, and what to look for. Of use to collections only.
 *
 * @param what the resource, for people
 * @param id the resource's id
 * @param slow whether it may take as long as an image or a stack does
 * @param look one request that tells how far it is
 * @param batch tells the same of many at once; null when the service cannot
 * @param <T> what it leads to
 */
public record Transition<T>(
        String what,
        String id,
        boolean slow,
        Supplier<Sighting<T>> look,
        @Nullable Batch<T> batch) {

    /**
     * Looks at many transitions with one request. Those with the same batch are looked at together.
     *
     * @param <T> what they lead to
     */
    @FunctionalInterface
    public interface Batch<T> {
        /** What is seen of each of these ids. */
        Map<String, Sighting<T>> look(Set<String> ids);
    }

    /**
     * What was seen in one look.
     *
     * @param state in the service's words
     * @param result what it has led to; null while it goes on, and when it failed
     * @param fault why it failed; null unless it did
     * @param <T> what it leads to
     */
    public record Sighting<T>(
            String state, @Nullable T result, @Nullable String fault) {

        /** It goes on. */
        public static <T> Sighting<T> going(String state) {
            return new Sighting<>(state, null, null);
        }

        /** It has led to this. */
        public static <T> Sighting<T> reached(String state, T result) {
            return new Sighting<>(state, Objects.requireNonNull(result), null);
        }

        /** It failed, in the cloud's words. */
        public static <T> Sighting<T> failed(String state, String fault) {
            return new Sighting<>(state, null, fault);
        }
    }
}
