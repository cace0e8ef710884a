package io.github.openstackjvm.resource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Keeps what the cloud sent: copies that cannot be changed, and may hold JSON's null. For the constructors of models.
 */
public final class Extras {
    private Extras() {}

    /** The fields that a model does not name. */
    public static <V> Map<String, V> of(@Nullable Map<String, V> fields) {
        return fields == null || fields.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** A list that the cloud may have left out. */
    public static <E> List<E> list(@Nullable List<E> items) {
        return items == null || items.isEmpty() ? List.of() : Collections.unmodifiableList(new ArrayList<>(items));
    }
}
