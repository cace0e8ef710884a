package io.github.openstackjvm.resource;

import java.util.Optional;

import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.CrudApi;

/**
 * A collection whose resources have names.
 *
 * @param <T> the resource
 */
@SuppressWarnings("exports") // the constructor is for the collections of this library
public abstract class NamedCollection<T extends Resource<T>> extends ResourceCollection<T> implements Finds<T> {

    /** Bound to a service of a cloud. */
    protected NamedCollection(Binding<? extends CrudApi<T>> binding) {
        super(binding);
    }

    /** Reads one as it is now. {@code GET} of its address. */
    @Override
    public T get(Ref<T> ref) {
        return read(ref);
    }

    @Override
    public final Optional<T> find(String nameOrId) {
        return lookUp(nameOrId);
    }

    @Override
    public final T named(String nameOrId) {
        return lookUp(nameOrId).orElseThrow(() -> none(nameOrId));
    }
}
