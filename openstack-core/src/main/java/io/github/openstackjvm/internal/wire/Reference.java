package io.github.openstackjvm.internal.wire;

import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Resource;

/**
 * A place in a request where the id of another resource is needed, and what the caller gave there.
 *
 * @param field for error messages
 * @param type the model of the other resource
 * @param target what the caller gave
 * @param nameOrId whether a text was given, of which it is not known if it is a name
 */
public record Reference(String field, Class<? extends Resource<?>> type, Ref<?> target, boolean nameOrId) {

    /** What the caller gave, for people. */
    @Override
    public String toString() {
        if (target instanceof Ref.ById<?> byId) {
            return byId.id();
        } else if (target instanceof Ref.ByName<?> byName) {
            return byName.name();
        }
        return ((Resource<?>) target).id();
    }
}
