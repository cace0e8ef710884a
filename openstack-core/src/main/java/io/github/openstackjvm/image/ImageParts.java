package io.github.openstackjvm.image;

import java.util.List;
import java.util.Map;

import feign.Param;
import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.NamedCollection;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Tags;

/** What belongs to images beside their data: who may use them, tags, stores, tasks. */
public abstract sealed class ImageParts extends NamedCollection<Image> permits ImageTransfers {
    @Wire(path = "/stores/{parent}")
    interface StoreApi {
        @RequestLine("DELETE /{image}")
        void delete(@Param("image") String imageId, Call call);
    }

    private final Binding<Images.Api> binding;

    ImageParts(Binding<Images.Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** What imports into an image are, or were, the latest first. {@code GET /images/{id}/tasks}. */
    @Since("2.12")
    public List<ImageTask> tasks(Ref<Image> ref) {
        return binding.api().tasks(idOf(ref), binding.call());
    }

    /** What imports into the image with this id are, or were. */
    @Since("2.12")
    public List<ImageTask> tasks(String id) {
        return tasks(Ref.id(id));
    }

    /**
     * Keeps the data of an image from everybody but administrators; servers cannot be made from it. {@code POST
     * /images/{id}/actions/deactivate}. Its owner may, where nothing else is set up.
     *
     * @throws io.github.openstackjvm.error.Forbidden when it is neither active nor deactivated
     */
    public void deactivate(Ref<Image> ref) {
        binding.api().deactivate(idOf(ref), binding.call());
    }

    /** Deactivates the image with this id. */
    public void deactivate(String id) {
        deactivate(Ref.id(id));
    }

    /** Makes a deactivated image active again. {@code POST /images/{id}/actions/reactivate}. */
    public void reactivate(Ref<Image> ref) {
        binding.api().reactivate(idOf(ref), binding.call());
    }

    /** Reactivates the image with this id. */
    public void reactivate(String id) {
        reactivate(Ref.id(id));
    }

    /** The projects that an image is shared with. {@code /images/{id}/members}. */
    public ImageMembers members(Ref<Image> ref) {
        return new ImageMembers(binding.below(idOf(ref), ImageMembers.Api.class));
    }

    /** The projects that the image with this id is shared with. */
    public ImageMembers members(String id) {
        return members(Ref.id(id));
    }

    /** The tags of an image. {@code /images/{id}/tags/{tag}}; all at once are read and replaced with the image itself. */
    public Tags tags(Ref<Image> ref) {
        return tags(new ImageTags(binding, idOf(ref)));
    }

    /** The tags of the image with this id. */
    public Tags tags(String id) {
        return tags(Ref.<Image>id(id));
    }

    /**
     * Deletes the data of an image from one of its stores. {@code DELETE /stores/{store}/{id}}.
     *
     * @throws io.github.openstackjvm.error.NotFound when they are not there
     * @throws io.github.openstackjvm.error.Forbidden when they are nowhere else
     * @throws io.github.openstackjvm.error.Conflict when there is no such store, or the image is not active
     */
    @Since("2.10")
    public void deleteFromStore(Ref<Image> ref, String storeId) {
        Binding<StoreApi> store = binding.below(storeId, StoreApi.class);
        store.api().delete(idOf(ref), store.call());
    }

    /** Deletes the data of the image with this id from one of its stores. */
    @Since("2.10")
    public void deleteFromStore(String id, String storeId) {
        deleteFromStore(Ref.id(id), storeId);
    }

    /** Where the data of an image are. {@code GET /images/{id}/locations}; for services, such as Nova and Cinder. */
    @Since("2.17")
    public List<ImageLocation> locations(Ref<Image> ref) {
        return binding.api().locations(idOf(ref), binding.call());
    }

    /** Where the data of the image with this id are. */
    @Since("2.17")
    public List<ImageLocation> locations(String id) {
        return locations(Ref.id(id));
    }

    /**
     * Gives a queued image the data that are at this place in a store already. {@code POST /images/{id}/locations}. The cloud
     * goes on reading them for their hash where it is set up so.
     */
    @Since("2.17")
    public Pending<Image> addLocation(Ref<Image> ref, String url) {
        String id = idOf(ref);
        Call call = binding.call();
        binding.api().addLocation(id, Body.of(Map.of("url", url)), call);
        return pending(accepted(id, call), ImportGoal::active);
    }

    /** Gives the image with this id the data that are at this place. */
    @Since("2.17")
    public Pending<Image> addLocation(String id, String url) {
        return addLocation(Ref.id(id), url);
    }
}
