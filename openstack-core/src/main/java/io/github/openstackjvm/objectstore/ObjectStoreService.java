package io.github.openstackjvm.objectstore;

import io.github.openstackjvm.internal.wire.ApiBinder;
import io.github.openstackjvm.resource.Ref;

/** Object store (Swift): see the package for what it can do. */
public final class ObjectStoreService {
    private static final String ACCOUNT = "AUTH_";

    private final ApiBinder binder;

    /** For {@link io.github.openstackjvm.Cloud}. */
    @SuppressWarnings("exports") // only a cloud has the argument
    public ObjectStoreService(ApiBinder binder) {
        this.binder = binder;
    }

    /**
     * The account of the project with this id, as far as its containers let the caller. Its name is taken to be
     * {@code AUTH_} and the id; where it is another one, use {@link #ofAccount}.
     */
    public ObjectStoreService ofProject(String projectId) {
        return ofAccount(ACCOUNT + projectId);
    }

    /** The account of this name, such as {@code AUTH_0a1b…}, as far as its containers let the caller. */
    public ObjectStoreService ofAccount(String account) {
        return new ObjectStoreService(binder.beside(account));
    }

    /** What the account holds in all, its metadata and keys. */
    public StorageAccount account() {
        return new StorageAccount(binder.bind(StorageAccount.Api.class));
    }

    /** Where objects are. */
    public Containers containers() {
        return new Containers(binder.bind(Containers.Api.class));
    }

    /** The objects of the container with this name. */
    public StoredObjects objects(String container) {
        return objects(Ref.id(container));
    }

    /** The objects of this container. */
    public StoredObjects objects(Ref<Container> container) {
        String name = containers().idOf(container);
        return new StoredObjects(
                binder.bind(Containers.Api.class).below(name, StoredObjects.Api.class),
                binder.bind(StorageAccount.Api.class),
                name);
    }

    /** What this object store can do, and how much of it. */
    public StoreInfos info() {
        return new StoreInfos(binder.bind(StoreInfos.Api.class));
    }
}
