package io.github.openstackjvm.blockstorage;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

import io.github.openstackjvm.resource.Deleted;
import io.github.openstackjvm.resource.OpenValue;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.Transition.Sighting;

/**
 * Tells by the status of resources how far an order is. Cinder sets a status of transition before it answers the order, so that
 * any other that is seen afterwards is the outcome.
 *
 * @param status what one is at
 * @param reason why one has failed, or else these words
 */
record Judge<T extends Resource<T>>(Function<T, ? extends OpenValue> status, BiFunction<T, String, String> reason) {

    /** It goes on while its status is one of these; then it has failed if the status is an error. */
    Function<T, Sighting<T>> after(OpenValue... underway) {
        return seen -> {
            OpenValue now = status.apply(seen);
            if (List.of(underway).contains(now)) {
                return Sighting.going(now.value());
            }
            return now.value().startsWith("error")
                    ? failed(seen, "Cinder gives no reason")
                    : Sighting.reached(now.value(), seen);
        };
    }

    /**
     * The same of an order that must have come to this, too: Cinder puts back as it was what it could not do after all.
     *
     * @param otherwise what has become of it instead
     */
    Function<T, Sighting<T>> after(OpenValue underway, Predicate<T> done, String otherwise) {
        return seen -> {
            Sighting<T> sighting = after(underway).apply(seen);
            return sighting.result() == null || done.test(seen) ? sighting : failed(seen, otherwise);
        };
    }

    /** It is on its way out while its status is one of these; one that turned out to be busy is put back as it was. */
    Function<T, Sighting<Deleted>> leaving(OpenValue... underway) {
        return seen -> {
            OpenValue now = status.apply(seen);
            return List.of(underway).contains(now) ? Sighting.going(now.value()) : failed(seen, "it was not deleted");
        };
    }

    private <R> Sighting<R> failed(T seen, String otherwise) {
        return Sighting.failed(status.apply(seen).value(), reason.apply(seen, otherwise));
    }
}
