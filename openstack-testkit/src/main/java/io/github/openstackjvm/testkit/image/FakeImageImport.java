package io.github.openstackjvm.testkit.image;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.openstackjvm.testkit.FakeBody;
import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Motion;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** Imports, which go on in the background. */
final class FakeImageImport implements FakeResource, Motion.Arrival {
    private static final int MIB = 20;
    private static final int MAIL = 25;

    private final FakeImage glance;
    private final FakeImages images;
    private final FakeImageTasks tasks;

    FakeImageImport(FakeImage glance, FakeImages images, FakeImageTasks tasks) {
        this.glance = glance;
        this.images = images;
        this.tasks = tasks;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(
                "/info/import",
                call -> Json.reply(
                        200,
                        Json.map(
                                "import-methods",
                                Json.map(
                                        "description",
                                        "Import methods available.",
                                        "type",
                                        "array",
                                        "value",
                                        FakeImage.IMPORT_METHODS))));
        routes.post("/images/{id}/import", this::order);
    }

    private FakeResponse order(Call call) {
        Map<String, Object> body = Json.object(FakeImage.body(call));
        String method = method(body);
        flag(body, "all_stores_must_succeed");
        flag(body, "all_stores");
        glance.quotas().checkSize(call.caller().projectId(), "image_size_total");
        Row image = glance.find(call);
        checkState(image, method);
        if (method.equals("copy-image")) {
            if (!call.caller().admin()) {
                throw FakeImage.forbidden("copy_image");
            }
        } else {
            FakeImage.mutable(call.caller(), image);
        }
        if (image.object("properties").containsKey("os_glance_import_task")) {
            throw Refusal.conflict("Image has active task");
        }
        List<String> stores = stores(call, body);
        if (method.equals("copy-image")) {
            if (Boolean.TRUE.equals(body.get("all_stores"))) {
                stores.removeAll(image.texts("stores"));
                if (stores.isEmpty()) {
                    return FakeResponse.of(202);
                }
            }
            for (String store : stores) {
                if (image.texts("stores").contains(store)) {
                    throw Refusal.badRequest("Image is already present at store '" + store + "'");
                }
            }
        }
        if (method.equals("web-download")) {
            checkAddress(Json.object(body.get("method")).get("uri"));
        }
        begin(call, image, method, body, stores);
        return FakeResponse.of(202);
    }

    private static String method(Map<String, Object> body) {
        if (!body.containsKey("method")) {
            throw Refusal.badRequest("Import request requires a 'method' field.");
        }
        Object name = Json.object(body.get("method")).get("name");
        if (name == null) {
            throw Refusal.badRequest("Import request requires a 'name' field.");
        }
        if (!FakeImage.IMPORT_METHODS.contains(name)) {
            throw Refusal.badRequest("Unknown import method name '" + name + "'.");
        }
        return (String) name;
    }

    private static void flag(Map<String, Object> body, String field) {
        if (body.containsKey(field) && !(body.get(field) instanceof Boolean)) {
            throw Refusal.badRequest("'" + field + "' must be boolean value only");
        }
    }

    private static void checkState(Row image, String method) {
        boolean copy = method.equals("copy-image");
        if (image.is("status", "active") && !copy) {
            throw Refusal.conflict("Image with status active cannot be target for import");
        }
        if (!image.is("status", "active") && copy) {
            throw Refusal.conflict("Only images with status active can be targeted for copying");
        }
        if (!image.is("status", "queued") && method.equals("web-download")) {
            throw Refusal.conflict("Image needs to be in 'queued' state to use 'web-download' method");
        }
        if (!image.is("status", "uploading") && method.equals("glance-direct")) {
            throw Refusal.conflict("Image needs to be staged before 'glance-direct' method can be used");
        }
        for (String format : List.of("container_format", "disk_format")) {
            if (image.get(format) == null) {
                throw Refusal.conflict("'" + format + "' needs to be set before import");
            }
        }
    }

    private static List<String> stores(Call call, Map<String, Object> body) {
        Optional<String> header = call.header("X-Image-Meta-Store");
        List<String> stores = new ArrayList<>();
        if (Boolean.TRUE.equals(body.get("all_stores"))) {
            if (body.containsKey("stores") || header.isPresent()) {
                throw Refusal.badRequest(
                        "All_stores parameter can't be used with x-image-meta-store header or stores parameter");
            }
            stores.addAll(FakeImage.STORES);
        } else if (body.get("stores") instanceof List<?> wanted) {
            if (header.isPresent()) {
                throw Refusal.badRequest("Stores parameter and x-image-meta-store header can't be both specified");
            }
            wanted.forEach(store -> stores.add(String.valueOf(store)));
        } else {
            stores.add(header.orElse(FakeImage.STORES.get(0)));
        }
        for (String store : stores) {
            if (!FakeImage.STORES.contains(store)) {
                throw Refusal.conflict("Store for identifier " + store + " not found");
            }
        }
        return stores;
    }

    private static void checkAddress(@Nullable Object address) {
        boolean fine = false;
        if (address instanceof String text) {
            try {
                URI uri = URI.create(text);
                fine = Set.of("http", "https").contains(String.valueOf(uri.getScheme()))
                        && uri.getHost() != null
                        && uri.getPort() != MAIL;
            } catch (IllegalArgumentException e) {
                fine = false;
            }
        }
        if (!fine) {
            throw Refusal.badRequest(
                    "URI for web-download does not pass filtering: " + (address == null ? "None" : address));
        }
    }

    private void begin(Call call, Row image, String method, Map<String, Object> body, List<String> stores) {
        Map<String, Object> input = Json.map("image_id", image.id(), "import_req", body, "backend", stores);
        Row task = tasks.add(call, "api_image_import", image.id(), input);
        images.put(image, "os_glance_import_task", task.id());
        images.put(image, "os_glance_importing_to_stores", String.join(",", stores));
        images.put(image, "os_glance_failed_import", "");
        if (!method.equals("copy-image")) {
            image.set("status", "importing");
        }
        images.touch(image);
        glance.world().motion().begin(glance.region(), "image", image.id(), method);
    }

    @Override
    public void done(String id, String what) {
        Row image = glance.images().find(id).orElseThrow();
        Row task = running(image);
        FakeBody data = data(image, what, task);
        if (data == null) {
            failed(id, what, "Task failed due to Internal Error");
            return;
        }
        List<String> stores = new ArrayList<>(new LinkedHashSet<>(image.texts("stores")));
        Json.object(task.get("input")).values().stream()
                .filter(List.class::isInstance)
                .forEach(backend -> ((List<?>) backend).forEach(store -> stores.add(String.valueOf(store))));
        if (what.equals("copy-image")) {
            image.set("stores", stores);
        } else {
            images.store(image, data, stores);
            image.set("staged", null).set("status", "active");
        }
        ended(image, "");
        tasks.succeeded(task, id, "Copied " + (image.number("size") >> MIB) + " MiB");
    }

    @Override
    public void failed(String id, String what, String words) {
        Row image = glance.images().find(id).orElseThrow();
        Row task = running(image);
        String stores = image.object("properties")
                .getOrDefault("os_glance_importing_to_stores", "")
                .toString();
        if (!what.equals("copy-image")) {
            if (image.get("staged") instanceof FakeBody staged) {
                staged.discard();
            }
            image.set("staged", null).set("size", null).set("status", "queued");
        }
        ended(image, stores);
        tasks.failed(task, words);
    }

    private Row running(Row image) {
        String task = String.valueOf(image.object("properties").get("os_glance_import_task"));
        return tasks.find(task).orElseThrow();
    }

    /** The data that arrive; null when there are none. */
    private @Nullable FakeBody data(Row image, String method, Row task) {
        return switch (method) {
            case "glance-direct" -> (FakeBody) image.get("staged");
            case "copy-image" -> FakeImage.data(image).orElse(null);
            default -> {
                Map<String, Object> request =
                        Json.object(Json.object(task.get("input")).get("import_req"));
                String address =
                        String.valueOf(Json.object(request.get("method")).get("uri"));
                yield glance.world().web().fetch(address).orElse(null);
            }
        };
    }

    private void ended(Row image, String failedStores) {
        images.put(image, "os_glance_import_task", null);
        images.put(image, "os_glance_importing_to_stores", "");
        images.put(image, "os_glance_failed_import", failedStores);
        images.touch(image);
    }
}
