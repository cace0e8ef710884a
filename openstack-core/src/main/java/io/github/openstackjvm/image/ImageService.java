package io.github.openstackjvm.image;

import io.github.openstackjvm.internal.wire.ApiBinder;
import io.github.openstackjvm.resource.Since;

/** Image (Glance): see the package for what it can do. */
public final class ImageService {
    private final ApiBinder binder;

    /** For {@link io.github.openstackjvm.Cloud}. */
    @SuppressWarnings("exports") // only a cloud has the argument
    public ImageService(ApiBinder binder) {
        this.binder = binder;
    }

    /** What servers and volumes are made from. */
    public Images images() {
        return new Images(binder.bind(Images.Api.class));
    }

    /** The places where the data of images are kept. */
    @Since("2.8")
    public ImageStores stores() {
        return new ImageStores(binder.bind(ImageStores.Api.class));
    }

    /** What the service does in the background. */
    public ImageTasks tasks() {
        return new ImageTasks(binder.bind(ImageTasks.Api.class));
    }

    /** Copies of images at hand. */
    @Since("2.14")
    public ImageCache cache() {
        return new ImageCache(binder.bind(ImageCache.Api.class));
    }

    /** How much of its quotas the project uses. */
    @Since("2.13")
    public ImageUsages usages() {
        return new ImageUsages(binder.bind(ImageUsages.Api.class));
    }

    /** Definitions of metadata: what properties mean, and which values they take. */
    public MetadefNamespaces metadefNamespaces() {
        return new MetadefNamespaces(binder.bind(MetadefNamespaces.Api.class));
    }

    /** The kinds of things that metadata are defined for. */
    public MetadefResourceTypes metadefResourceTypes() {
        return new MetadefResourceTypes(binder.bind(MetadefResourceTypes.Api.class));
    }

    /** What the service says its resources look like. */
    public Schemas schemas() {
        return new Schemas(binder.bind(Schemas.Api.class));
    }
}
