package io.github.openstackjvm.resource;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.error.UnsupportedMicroversion;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;
import io.github.openstackjvm.internal.wire.Keys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the state of the resources of a collection is seen: that of several with one list, if the collection has one for that.
 *
 * @param <T> the resource
 */
final class Seen<T extends Resource<T>> implements Transition.View<T> {
    private static final Logger LOG = LoggerFactory.getLogger("openstack.wait");

    /** More would make an address longer than servers take. */
    private static final int IDS_AT_ONCE = 100;

    private final ResourceCollection<T> collection;
    private final Binding<? extends CrudApi<T>> binding;

    Seen(ResourceCollection<T> collection, Binding<? extends CrudApi<T>> binding) {
        this.collection = collection;
        this.binding = binding;
    }

    @Override
    public @Nullable T one(String id, Duration limit) {
        try {
            return binding.api().get(id, binding.call().within(limit));
        } catch (NotFound e) {
            return null;
        }
    }

    @Override
    public Map<String, T> many(Set<String> ids, Instant since, Duration limit) {
        Map<String, T> seen = new HashMap<>();
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += IDS_AT_ONCE) {
            Set<String> some = Set.copyOf(all.subList(from, Math.min(all.size(), from + IDS_AT_ONCE)));
            Question<T> question = seen.keySet().containsAll(some) ? null : collection.among(some, since);
            if (question != null) {
                look(question.within(limit), seen);
            }
        }
        seen.keySet().retainAll(ids);
        seen.values().removeIf(collection::needsACloserLook);
        return seen;
    }

    private void look(Question<T> question, Map<String, T> seen) {
        try {
            new Pages.Items<>(new Pages<>(question)).forEachRemaining(one -> seen.put(one.id(), one));
        } catch (UnsupportedMicroversion e) {
            // The cloud is too old for the filter, or the caller wants it so: each is asked for by itself.
            LOG.debug("No list of several {}: {}", Keys.kind(binding.wire()), e.getMessage());
        }
    }

    /** Whether both are of the same place, whatever collections they were made by: then one list will do. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Seen<?> seen && seen.binding.place().equals(binding.place());
    }

    @Override
    public int hashCode() {
        return binding.place().hashCode();
    }
}
