package io.github.openstackjvm.resource;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.MetadataApi;

/** Key-value pairs of one resource. Each verb is one request; nothing is cached. */
public class KeyValues {
    final Binding<? extends MetadataApi> binding;

    KeyValues(Binding<? extends MetadataApi> binding) {
        this.binding = binding;
    }

    /** All pairs. */
    public Map<String, String> all() {
        return Extras.of(binding.api().all(binding.call()));
    }

    /** The value of one key; empty when it is not there. */
    public Optional<String> get(String key) {
        try {
            return Optional.ofNullable(binding.api().get(key, binding.call()).get(key));
        } catch (NotFound e) {
            return Optional.empty();
        }
    }

    /**
     * Sets one key.
     *
     * @throws io.github.openstackjvm.error.InvalidSpec when key or value holds a line break
     */
    public void set(String key, String value) {
        binding.api().set(key, Body.of(new LinkedHashMap<>(LineBreaks.refuse(Map.of(key, value)))), binding.call());
    }

    /**
     * Sets these keys and leaves the others. Returns all that the cloud lists afterwards.
     *
     * @throws io.github.openstackjvm.error.InvalidSpec when a key or value holds a line break
     */
    public Map<String, String> merge(Map<String, String> pairs) {
        return Extras.of(binding.api().merge(Body.of(new LinkedHashMap<>(LineBreaks.refuse(pairs))), binding.call()));
    }

    /**
     * Removes one key.
     *
     * @throws NotFound when it is not there
     */
    public void remove(String key) {
        binding.api().remove(key, binding.call());
    }
}
