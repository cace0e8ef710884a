package io.github.openstackjvm.resource;

import java.util.List;

import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Needs;

/** Verbs on what is no collection of resources, such as the quotas of a project. */
@SuppressWarnings("exports") // for the classes of this library
public abstract class Singleton {
    private final Binding<?> binding;

    /** Bound to a service of a cloud. */
    protected Singleton(Binding<?> binding) {
        this.binding = binding;
    }

    /** The request's body for a specification, names in it replaced by ids. */
    protected final Body bodyOf(Spec<?> spec) {
        return spec.body().resolved(binding.resolver());
    }

    /** The request's body for several specifications at once, under this key. */
    protected final Body bodyOf(String key, List<? extends Spec<?>> specs) {
        if (specs.isEmpty()) {
            throw new InvalidSpec("There are no " + key + ": the list is empty");
        }
        List<Body> bodies = specs.stream().map(this::bodyOf).toList();
        return Body.several(key, bodies, bodies.stream().map(Body::needs).reduce(Needs.NONE, Needs::and));
    }
}
