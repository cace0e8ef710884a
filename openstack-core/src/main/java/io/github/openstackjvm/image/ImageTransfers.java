package io.github.openstackjvm.image;

import java.util.List;
import java.util.Map;

import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Body;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Pending;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.transfer.Content;
import io.github.openstackjvm.transfer.Download;

/** How the data of images come and go. */
public abstract sealed class ImageTransfers extends ImageParts permits Images {
    @Wire(path = "/info/import", one = "import-methods")
    interface InfoApi {
        @Keyed(Keyed.ONE)
        @RequestLine("GET")
        Map<String, Object> methods(Call call);
    }

    private final Binding<Images.Api> binding;
    private final ImageData data;

    ImageTransfers(Binding<Images.Api> binding) {
        super(binding);
        this.binding = binding;
        this.data = new ImageData(binding);
    }

    /**
     * Uploads the data of a queued image, which is active when this returns. {@code PUT /images/{id}/file}, and {@code GET
     * /images/{id}} to compare its hash with that of what was sent; where the cloud tells no hash that can be made here, its
     * size.
     *
     * @throws io.github.openstackjvm.error.BadRequest when the image has no formats yet
     * @throws io.github.openstackjvm.error.Conflict when it is not queued, as its data never change
     * @throws io.github.openstackjvm.error.ChecksumMismatch when the cloud has something else than what was sent
     * @throws io.github.openstackjvm.error.QuotaExceeded when the project may store no more
     * @throws io.github.openstackjvm.error.Unavailable when the connection broke or stalled, and the content can be read once
     *     only, or the cloud went on refusing
     */
    public Image upload(Ref<Image> ref, Content content) {
        return data.upload(idOf(ref), content, null);
    }

    /** Uploads the data of the image with this id. */
    public Image upload(String id, Content content) {
        return upload(Ref.id(id), content);
    }

    /**
     * Uploads the data of a queued image into the store with this id.
     *
     * @throws io.github.openstackjvm.error.BadRequest when there is no such store
     */
    @Since("2.8")
    public Image upload(Ref<Image> ref, Content content, String storeId) {
        return data.upload(idOf(ref), content, storeId);
    }

    /** Uploads the data of the image with this id into the store with that one. */
    @Since("2.8")
    public Image upload(String id, Content content, String storeId) {
        return upload(Ref.id(id), content, storeId);
    }

    /**
     * The data of an image, to be fetched. {@code GET /images/{id}/file}, after {@code GET /images/{id}} for the hash they must
     * have, unless the image itself is given.
     *
     * @throws io.github.openstackjvm.error.NotFound when it is fetched and there is no such image, or it has no data
     * @throws io.github.openstackjvm.error.Forbidden when it is fetched and the image is deactivated
     */
    public Download<Image> download(Ref<Image> ref) {
        return data.download(() -> ref instanceof Image image && image.hashValue() != null ? image : get(ref));
    }

    /** The data of the image with this id. */
    public Download<Image> download(String id) {
        return download(Ref.id(id));
    }

    /**
     * Uploads data to where an import finds them, {@link ImportSpec#staged()}. {@code PUT /images/{id}/stage}, and {@code GET
     * /images/{id}} to compare the size: there is no hash before the import.
     *
     * @throws io.github.openstackjvm.error.NotFound when there is no such image, or the cloud has no such import
     * @throws io.github.openstackjvm.error.Conflict when the image is not queued
     */
    public Image stage(Ref<Image> ref, Content content) {
        return data.stage(idOf(ref), content);
    }

    /** Uploads data for an import into the image with this id. */
    public Image stage(String id, Content content) {
        return stage(Ref.id(id), content);
    }

    /**
     * Has the cloud bring data into an image, or to further stores. {@code POST /images/{id}/import}. When that fails, the image
     * is what it was before.
     *
     * @throws io.github.openstackjvm.error.BadRequest when the cloud does not have the method, or does not like the address
     * @throws io.github.openstackjvm.error.Conflict when the image is in no state for it, or an import is under way
     */
    public Pending<Image> importData(Ref<Image> ref, ImportSpec spec) {
        String id = idOf(ref);
        Body body = bodyOf(spec);
        Call call = binding.call(body);
        binding.api().importData(id, body, call);
        ImportGoal goal = new ImportGoal(binding, body);
        return pending(accepted(id, call), goal::judge);
    }

    /** Has the cloud bring data into the image with this id. */
    public Pending<Image> importData(String id, ImportSpec spec) {
        return importData(Ref.id(id), spec);
    }

    /** The methods of import that the cloud has. {@code GET /info/import}. */
    public List<ImportMethod> importMethods() {
        Binding<InfoApi> info = binding.below("", InfoApi.class);
        Object names = info.api().methods(info.call()).get("value");
        return names instanceof List<?> list
                ? list.stream()
                        .map(name -> new ImportMethod(String.valueOf(name)))
                        .toList()
                : List.of();
    }

    /** Waits for an image that somebody else makes, such as a snapshot of a server. Sends nothing before it is awaited. */
    public Pending<Image> whenActive(Ref<Image> ref) {
        return pending(accepted(idOf(ref), binding.call()), ImportGoal::active);
    }

    /** Waits for the image with this id. */
    public Pending<Image> whenActive(String id) {
        return whenActive(Ref.id(id));
    }
}
