package io.github.openstackjvm.resource;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A change that goes on in the cloud: where it shows, and what is looked for there. Of use to collections only.
 *
 * @param what the resource, for people
 * @param id the resource's id
 * @param since when it was ordered
 * @param slow whether it may take as long as an image or a stack does
 * @param view where the resource is seen
 * @param judge tells by the resource how far it is; by null when there is none any more
 * @param <T> what is looked at
 * @param <R> what it leads to
 */
public record Transition<T, R>(
        String what, String id, Instant since, boolean slow, View<T> view, Function<@Nullable T, Sighting<R>> judge) {

    /**
     * Where resources are seen. Transitions with equal views are looked at together.
     *
     * @param <T> the resource
     */
    public interface View<T> {
        /** The resource with this id, by one request that ends within this time; null when there is none. */
        @Nullable
        T one(String id, Duration limit);

        /**
         * Those of these resources that a single list brings. One that is not among them is asked for by itself.
         *
         * @param since when the earliest of their transitions was ordered
         * @param limit for each request
         */
        Map<String, T> many(Set<String> ids, Instant since, Duration limit);
    }

    /** What is seen of a resource, or of its absence. */
    public Sighting<R> judge(@Nullable T seen) {
        return judge.apply(seen);
    }

    /**
     * What was seen in one look.
     *
     * @param state in the service's words
     * @param result what it has led to; null while it goes on, and when it failed
     * @param fault why it failed; null unless it did
     * @param <R> what it leads to
     */
    public record Sighting<R>(
            String state, @Nullable R result, @Nullable String fault) {

        /** It goes on. */
        public static <R> Sighting<R> going(String state) {
            return new Sighting<>(state, null, null);
        }

        /** It has led to this. */
        public static <R> Sighting<R> reached(String state, R result) {
            return new Sighting<>(state, Objects.requireNonNull(result), null);
        }

        /** It failed, in the cloud's words. */
        public static <R> Sighting<R> failed(String state, String fault) {
            return new Sighting<>(state, null, fault);
        }
    }
}
