package io.github.openstackjvm.image;

import java.net.URI;
import java.util.List;

import io.github.openstackjvm.resource.Since;
import io.github.openstackjvm.resource.Spec;

/** Where the cloud gets the data of an image from, and into which stores. */
public final class ImportSpec extends Spec<ImportSpec> {

    /** Out of what was {@linkplain Images#stage staged}. */
    public static ImportSpec staged() {
        return new ImportSpec().method(ImportMethod.GLANCE_DIRECT);
    }

    /** From an address that the cloud itself fetches; http or https, and only where the cloud allows it. */
    public static ImportSpec from(URI address) {
        return new ImportSpec().method(ImportMethod.WEB_DOWNLOAD).pair("method", "uri", address.toString());
    }

    /** Out of a store where the image is into these others; for administrators. */
    @Since("2.8")
    public static ImportSpec copyTo(String... storeIds) {
        return new ImportSpec().method(ImportMethod.COPY_IMAGE).stores(storeIds);
    }

    /** Out of a store where the image is into all others; for administrators. */
    @Since("2.8")
    public static ImportSpec copyToAllStores() {
        return new ImportSpec().method(ImportMethod.COPY_IMAGE).allStores();
    }

    /** From the image with this id in another region, by the caller's own rights there. */
    @Since("2.16")
    public static ImportSpec fromRegion(String region, String imageId) {
        return new ImportSpec()
                .method(ImportMethod.GLANCE_DOWNLOAD)
                .pair("method", "glance_region", region)
                .pair("method", "glance_image_id", imageId);
    }

    /** By this method, whose further arguments are set with {@link #argument}. */
    public ImportSpec method(ImportMethod method) {
        return pair("method", "name", method);
    }

    /** Sets an argument of the method, by its name on the wire. */
    public ImportSpec argument(String name, String value) {
        return pair("method", name, value);
    }

    /** Into the stores with these ids; left out, into the default one. */
    @Since("2.8")
    public ImportSpec stores(String... storeIds) {
        return set("stores", List.of(storeIds));
    }

    /** Into all stores. */
    @Since("2.8")
    public ImportSpec allStores() {
        return set("all_stores", true);
    }

    /** Whether one store that fails fails the whole, which is so unless it is said otherwise. */
    @Since("2.8")
    public ImportSpec allStoresMustSucceed(boolean mustSucceed) {
        return set("all_stores_must_succeed", mustSucceed);
    }

    @Override
    protected List<String> required() {
        return List.of("method");
    }
}
