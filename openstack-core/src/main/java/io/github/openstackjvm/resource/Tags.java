package io.github.openstackjvm.resource;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.TagsApi;

/**
 * Tags of one resource. Each verb is one request; nothing is cached.
 *
 * <p>The verbs for a single tag have it in the address, and Neutron and Glance (Zed) read addresses in their own way: a tag with a slash
 * is {@link NotFound}, and one with letters beyond ASCII is stored garbled. {@link #replace} takes any tag.
 */
public final class Tags {
    private final TagsApi api;
    private final Supplier<Call> calls;

    Tags(Binding<? extends TagsApi> binding) {
        this(binding.api(), binding::call);
    }

    Tags(TagsApi api, Supplier<Call> calls) {
        this.api = api;
        this.calls = calls;
    }

    /** All tags, sorted. */
    public Set<String> all() {
        return new TreeSet<>(api.all(calls.get()));
    }

    /** Whether the resource has it. */
    public boolean has(String tag) {
        try {
            api.check(tag, calls.get());
            return true;
        } catch (NotFound e) {
            return false;
        }
    }

    /** Adds one; does nothing when it is there. */
    public void add(String tag) {
        api.add(tag, calls.get());
    }

    /**
     * Removes one.
     *
     * @throws NotFound when it is not there
     */
    public void remove(String tag) {
        api.remove(tag, calls.get());
    }

    /** Sets exactly these. */
    public void replace(Collection<String> tags) {
        api.replace(Body.of(Map.of("tags", List.copyOf(tags))), calls.get());
    }

    /** Removes all. */
    public void clear() {
        api.clear(calls.get());
    }
}
