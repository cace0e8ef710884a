package io.github.openstackjvm.resource;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.TagsApi;

/**
 * Tags of one resource. Each verb is one request; nothing is cached.
 *
 * <p>The verbs for a single tag have it in the address, and Neutron (Zed) reads addresses in its own way: a tag with a slash
 * is {@link NotFound}, and one with letters beyond ASCII is stored garbled. {@link #replace} takes any tag.
 */
public final class Tags {
    private final Binding<? extends TagsApi> binding;

    Tags(Binding<? extends TagsApi> binding) {
        this.binding = binding;
    }

    /** All tags, sorted. */
    public Set<String> all() {
        return new TreeSet<>(binding.api().all(binding.call()));
    }

    /** Whether the resource has it. */
    public boolean has(String tag) {
        try {
            binding.api().check(tag, binding.call());
            return true;
        } catch (NotFound e) {
            return false;
        }
    }

    /** Adds one; does nothing when it is there. */
    public void add(String tag) {
        binding.api().add(tag, binding.call());
    }

    /**
     * Removes one.
     *
     * @throws NotFound when it is not there
     */
    public void remove(String tag) {
        binding.api().remove(tag, binding.call());
    }

    /** Sets exactly these. */
    public void replace(Collection<String> tags) {
        binding.api().replace(Body.of(Map.of("tags", List.copyOf(tags))), binding.call());
    }

    /** Removes all. */
    public void clear() {
        binding.api().clear(binding.call());
    }
}
