package io.github.openstackjvm.resource;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.MetadataApi;

/** Key-value pairs of one resource that can be replaced all at once, too. */
public final class Metadata extends KeyValues {

    Metadata(Binding<? extends MetadataApi> binding) {
        super(binding);
    }

    /**
     * Sets exactly these pairs and removes all others. Returns all that the cloud lists afterwards.
     *
     * @throws io.github.openstackjvm.error.InvalidSpec when a key or value holds a line break
     */
    public Map<String, String> replace(Map<String, String> pairs) {
        return Extras.of(binding.api().replace(Body.of(new LinkedHashMap<>(LineBreaks.refuse(pairs))), binding.call()));
    }
}
