package io.github.openstackjvm.internal.wire;

/** Finds the id for what a caller gave in place of one. */
@FunctionalInterface
public interface Resolver {

    /**
     * The id. Costs a request only for a name.
     *
     * @throws io.github.openstackjvm.error.NotFound when nothing has the name
     * @throws io.github.openstackjvm.error.Ambiguous when several things have it
     */
    String id(Reference reference);
}
