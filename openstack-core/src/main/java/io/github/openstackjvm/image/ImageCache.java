package io.github.openstackjvm.image;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;

/** Copies of images that the service keeps at hand; for administrators, on clouds with a cache. */
@Since("2.14")
public final class ImageCache {

    @Wire(path = "/cache")
    interface Api {
        @RequestLine("GET")
        ImageCacheState state(Call call);

        @RequestLine("PUT /{image}")
        void queue(@Param("image") String imageId, Call call);

        @RequestLine("DELETE /{image}")
        void delete(@Param("image") String imageId, Call call);

        @RequestLine("DELETE")
        void clear(Call call);
    }

    private final Binding<Api> binding;

    ImageCache(Binding<Api> binding) {
        this.binding = binding;
    }

    /** What is in the cache, and in its queue. {@code GET /cache}. */
    public ImageCacheState state() {
        return binding.api().state(binding.call());
    }

    /** Has an image brought into the cache, some time. {@code PUT /cache/{image}}. */
    public void queue(Ref<Image> ref) {
        binding.api().queue(idOf(ref), binding.call());
    }

    /** Has the image with this id brought into the cache. */
    public void queue(String imageId) {
        queue(Ref.id(imageId));
    }

    /** Takes an image out of the cache and its queue. {@code DELETE /cache/{image}}. */
    public void delete(Ref<Image> ref) {
        binding.api().delete(idOf(ref), binding.call());
    }

    /** Takes the image with this id out of the cache and its queue. */
    public void delete(String imageId) {
        delete(Ref.id(imageId));
    }

    /** Empties the cache and its queue. {@code DELETE /cache}. */
    public void clear() {
        binding.api().clear(binding.call());
    }

    /** Empties the cache and leaves its queue. */
    public void clearCached() {
        binding.api().clear(binding.call().header("x-image-cache-clear-target", "cache"));
    }

    /** Empties the queue and leaves the cache. */
    public void clearQueued() {
        binding.api().clear(binding.call().header("x-image-cache-clear-target", "queue"));
    }

    private String idOf(Ref<Image> ref) {
        return binding.resolver().collection(Image.class).idOf(ref);
    }
}
