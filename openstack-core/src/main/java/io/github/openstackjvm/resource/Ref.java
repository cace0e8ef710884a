package io.github.openstackjvm.resource;

/**
 * Which resource is meant: by its id, by its name, or the resource itself. Only a name costs a look-up.
 *
 * @param <T> the kind of resource
 */
public sealed interface Ref<T extends Resource<T>> permits Ref.ById, Ref.ByName, Resource {

    /** The resource with this id. */
    static <T extends Resource<T>> Ref<T> id(String id) {
        return new ById<>(id);
    }

    /** The one resource with exactly this name. */
    static <T extends Resource<T>> Ref<T> name(String name) {
        return new ByName<>(name);
    }

    /**
     * By id.
     *
     * @param id the id
     * @param <T> the kind of resource
     */
    record ById<T extends Resource<T>>(String id) implements Ref<T> {}

    /**
     * By name.
     *
     * @param name the exact name
     * @param <T> the kind of resource
     */
    record ByName<T extends Resource<T>>(String name) implements Ref<T> {}
}
