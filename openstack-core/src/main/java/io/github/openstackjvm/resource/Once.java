package io.github.openstackjvm.resource;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.openstackjvm.error.Ambiguous;
import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.OpenStackException;
import io.github.openstackjvm.error.OutcomeUnknown;
import io.github.openstackjvm.internal.wire.Mark;
import io.github.openstackjvm.internal.wire.Waits;
import io.github.openstackjvm.resource.Transition.Sighting;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the one resource that bears a mark.
 *
 * @param what the kind of resource, for people
 * @param marked what bears the mark
 */
record Once<T extends Resource<T>>(String what, Mark mark, Question<T> marked, Waits waits) {
    /** A service behind a proxy that gave up on it is through by then, or never will be. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The one that bears it. */
    Optional<T> find() {
        return find(marked);
    }

    private Optional<T> find(Question<T> question) {
        Iterator<T> all = new Pages.Items<>(new Pages<>(question));
        if (!all.hasNext()) {
            return Optional.empty();
        }
        T found = all.next();
        if (all.hasNext()) {
            throw new Ambiguous(
                    "More than one " + what + " has the key '" + mark.key() + "', among them " + found.id() + " and "
                            + all.next().id() + ": they were asked for at the same time. Keep one of them",
                    ErrorContext.NONE,
                    null);
        }
        return Optional.of(found);
    }

    /** The one that bears it although the answer to its creation was lost, as soon as it shows. */
    T lookAgain(OutcomeUnknown lost) {
        Transition<T, T> appearing = new Transition<>(
                what + " with the key '" + mark.key() + "'",
                mark.key(),
                waits.now(),
                false,
                new Look(),
                seen -> seen == null ? Sighting.going("not there") : Sighting.reached("there", seen));
        try {
            return waits.await(List.of(appearing), PATIENCE, progress -> {}).get(0);
        } catch (Ambiguous e) {
            e.addSuppressed(lost);
            throw e;
        } catch (OpenStackException e) {
            // Nothing to be seen, or nobody to look: still the truth is that nobody knows.
            lost.addSuppressed(e);
            throw lost;
        }
    }

    /** Where it shows. */
    private final class Look implements Transition.View<T> {
        @Override
        public @Nullable T one(String id, Duration limit) {
            return find(marked.within(limit)).orElse(null);
        }

        @Override
        public Map<String, T> many(Set<String> ids, Instant since, Duration limit) {
            return Map.of();
        }
    }
}
