package io.github.openstackjvm.image;

import io.github.openstackjvm.internal.wire.ApiBinder;

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
}
