package io.github.openstackjvm.testkit.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;

/** The stores, and how much of its quotas a project uses. */
final class FakeImageStores implements FakeResource {
    private final FakeImage glance;
    private final FakeImages images;

    FakeImageStores(FakeImage glance, FakeImages images) {
        this.glance = glance;
        this.images = images;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/info/stores", call -> Json.reply(200, Json.map("stores", stores(false))));
        routes.get("/info/stores/detail", call -> {
            if (!call.caller().admin()) {
                throw FakeImage.forbidden("stores_info_detail");
            }
            return Json.reply(200, Json.map("stores", stores(true)));
        });
        routes.get(
                "/info/usage",
                call -> Json.reply(
                        200,
                        Json.map("usage", glance.quotas().usage(call.caller().projectId()))));
        routes.delete("/stores/{store}/{id}", this::delete);
    }

    private static List<Object> stores(boolean detailed) {
        List<Object> stores = new ArrayList<>();
        for (String id : FakeImage.STORES) {
            Map<String, Object> store = Json.map("id", id);
            if (stores.isEmpty()) {
                store.put("default", "true");
            }
            if (detailed) {
                store.put("type", "file");
                store.put(
                        "properties",
                        Json.map(
                                "data_dir",
                                "/var/lib/glance/" + id,
                                "chunk_size",
                                64 << 10,
                                "thin_provisioning",
                                false));
            }
            stores.add(store);
        }
        return stores;
    }

    private FakeResponse delete(Call call) {
        String store = call.param("store");
        if (!FakeImage.STORES.contains(store)) {
            throw Refusal.conflict("The selected store " + store + " is not available on this node.");
        }
        String id = call.param("id");
        Row image = glance.images()
                .find(id)
                .filter(row -> glance.visible(call.caller(), row))
                .orElseThrow(() -> Refusal.notFound("Failed to find image " + id));
        FakeImage.mutable(call.caller(), image);
        if (!image.is("status", "active")) {
            throw Refusal.conflict("It's not allowed to remove image data from store if image status is not 'active'");
        }
        List<String> stores = new ArrayList<>(image.texts("stores"));
        if (stores.size() == 1) {
            throw Refusal.forbidden("Cannot delete image data from the only store containing it. Consider deleting the"
                    + " image instead.");
        }
        if (!stores.remove(store)) {
            throw Refusal.notFound("Image " + id + " is not stored in store " + store + ".");
        }
        image.set("stores", stores);
        images.touch(image);
        return FakeImage.nothing();
    }
}
