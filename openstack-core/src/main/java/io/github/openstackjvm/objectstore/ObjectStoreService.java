package io.github.openstackjvm.objectstore;

import io.github.openstackjvm.internal.wire.ApiBinder;

/** Object store (Swift): see the package for what it can do. */
public final class ObjectStoreService {
    /** For {@link io.github.openstackjvm.Cloud}. */
    @SuppressWarnings("exports") // only a cloud has the argument
    public ObjectStoreService(ApiBinder binder) {}
}
