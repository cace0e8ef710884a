package io.github.openstackjvm.testkit.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.openstackjvm.testkit.FakeBody;
import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import org.jspecify.annotations.Nullable;

/** Images but for their data. */
final class FakeImages implements FakeResource {
    private static final int LONGEST_NAME = 255;
    private static final Set<String> READ_ONLY = Set.of("direct_url", "self", "file", "schema", "stores");
    private static final List<String> KEPT =
            List.of("created_at", "updated_at", "status", "checksum", "size", "virtual_size");

    /** What other services of the cloud say of an image whose data they keep; users may not. */
    private static final Set<String> TOLD = Set.of("status", "size");

    private static final Set<String> RESERVED = Set.of("location", "deleted", "deleted_at");

    /** What an image can be given, beside its properties. */
    private static final List<String> GIVEN = List.of(
            "name",
            "disk_format",
            "container_format",
            "visibility",
            "protected",
            "min_ram",
            "min_disk",
            "owner",
            "os_hidden",
            "tags");

    private static final String[] SHOWN = {
        "name",
        "disk_format",
        "container_format",
        "visibility",
        "size",
        "virtual_size",
        "status",
        "checksum",
        "protected",
        "min_ram",
        "min_disk",
        "owner",
        "os_hidden",
        "os_hash_algo",
        "os_hash_value",
        "id",
        "created_at",
        "updated_at",
        "tags"
    };

    private final FakeImage glance;

    FakeImages(FakeImage glance) {
        this.glance = glance;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/images", this::list);
        routes.post("/images", this::create);
        routes.get("/images/{id}", call -> Json.reply(200, view(found(call))));
        routes.patch("/images/{id}", this::change);
        routes.delete("/images/{id}", this::delete);
    }

    private Row found(Call call) {
        Row image = glance.find(call);
        glance.world().motion().read(glance.region(), "image", image.id());
        return image;
    }

    private FakeResponse list(Call call) {
        ImageQuery query = ImageQuery.of(call);
        List<Row> rows = query.page(glance);
        rows.forEach(row -> glance.world().motion().read(glance.region(), "image", row.id()));
        Map<String, Object> page =
                Json.map("images", rows.stream().map(this::view).toList());
        page.putAll(query.links("/v2/images", rows));
        page.put("schema", "/v2/schemas/images");
        return Json.reply(200, page);
    }

    private FakeResponse create(Call call) {
        Object body = FakeImage.body(call);
        if (!(body instanceof Map<?, ?>)) {
            // Glance does not check this, and falls over.
            throw new Refusal(500, Webob.explanation(500));
        }
        Map<String, Object> wanted = Json.object(body);
        for (String field : wanted.keySet()) {
            if (READ_ONLY.contains(field)) {
                throw readOnly(field);
            }
        }
        ImageSchema.IMAGE.check(wanted);
        checkProperties(wanted);
        checkOwner(call.caller(), wanted);
        for (String field : KEPT) {
            if (wanted.containsKey(field)) {
                throw readOnly(field);
            }
        }
        if (wanted.containsKey("locations")) {
            throw reserved("locations");
        }
        glance.quotas().checkImages(call.caller().projectId());
        Row image = add(call.caller(), wanted);
        return Json.reply(201, view(image))
                .with("Location", call.request().origin() + "/v2/images/" + image.id())
                .with("OpenStack-image-import-methods", String.join(",", FakeImage.IMPORT_METHODS))
                .with(
                        "OpenStack-image-store-ids",
                        String.join(",", FakeImage.STORES) + ",os_glance_staging_store,os_glance_tasks_store");
    }

    private static void checkProperties(Map<String, Object> wanted) {
        for (String field : wanted.keySet()) {
            if (ImageSchema.base(field)) {
                continue;
            }
            if (field.length() > LONGEST_NAME) {
                throw Refusal.badRequest("Custom property should not be greater than 255 characters.");
            }
            if (RESERVED.contains(field) || field.startsWith("os_glance_")) {
                throw FakeImage.detailed(403, "Attribute '" + field + "' is reserved.");
            }
        }
    }

    private static void checkOwner(Caller caller, Map<String, Object> wanted) {
        checkVisibility(caller, wanted.get("visibility"));
        Object owner = wanted.getOrDefault("owner", caller.projectId());
        if (!caller.admin() && !caller.projectId().equals(owner)) {
            throw Refusal.forbidden("You are not permitted to create images owned by '" + owner + "'.");
        }
    }

    private static void checkVisibility(Caller caller, @Nullable Object visibility) {
        if ("public".equals(visibility) && !caller.admin()) {
            throw FakeImage.forbidden("publicize_image");
        }
    }

    private static Refusal readOnly(String field) {
        return Refusal.forbidden("Attribute '" + field + "' is read-only.");
    }

    private static Refusal reserved(String field) {
        return Refusal.forbidden("Attribute '" + field + "' is reserved.");
    }

    /** A new image of the caller's project, or of the one that is named as its owner. */
    Row add(Caller caller, Map<String, Object> wanted) {
        return add(caller.projectId(), wanted);
    }

    Row add(String project, Map<String, Object> wanted) {
        String id = wanted.get("id") instanceof String chosen
                ? chosen
                : glance.world().ids().uuid();
        ImageLimits.check(wanted);
        if (glance.images().has(id)) {
            throw Refusal.conflict("Image ID " + id + " already exists!");
        }
        String now = glance.now();
        Row image = Row.of(
                "id",
                id,
                "name",
                null,
                "disk_format",
                null,
                "container_format",
                null,
                "visibility",
                "shared",
                "size",
                null,
                "virtual_size",
                null,
                "status",
                "queued",
                "checksum",
                null,
                "protected",
                false,
                "min_ram",
                0,
                "min_disk",
                0,
                "owner",
                project,
                "os_hidden",
                false,
                "os_hash_algo",
                null,
                "os_hash_value",
                null,
                "created_at",
                now,
                "updated_at",
                now,
                "tags",
                List.of(),
                "properties",
                Map.of(),
                "stores",
                List.of());
        wanted.forEach((field, value) -> {
            if (!field.equals("id")) {
                put(image, field, value);
            }
        });
        return glance.images().add(image);
    }

    /** Sets a field, or a property; null takes a property away. */
    void put(Row image, String field, @Nullable Object value) {
        if (field.equals("tags") && value instanceof List<?> tags) {
            image.set("tags", new ArrayList<>(new LinkedHashSet<>(tags)));
        } else if (GIVEN.contains(field) || TOLD.contains(field)) {
            image.set(field, value);
        } else {
            Map<String, Object> properties = new LinkedHashMap<>(image.object("properties"));
            if (value == null) {
                properties.remove(field);
            } else {
                properties.put(field, value);
            }
            image.set("properties", properties);
        }
    }

    private FakeResponse change(Call call) {
        List<ImagePatch.Change> changes = ImagePatch.of(call);
        Row image = glance.find(call);
        // Nothing of it is kept when a later change is refused.
        Row after = new Row(image.fields());
        changes.forEach(change -> apply(call.caller(), after, change));
        if (after.object("properties").size() > image.object("properties").size()) {
            ImageLimits.checkProperties(after.object("properties").keySet().stream()
                    .filter(name -> !name.startsWith("os_glance_"))
                    .count());
        }
        if (!changes.isEmpty()) {
            after.fields().forEach(image::set);
            touch(image);
        }
        return Json.reply(200, view(image));
    }

    private void apply(Caller caller, Row image, ImagePatch.Change change) {
        String field = change.field();
        Object value = change.value();
        if (field.equals("locations")) {
            throw locations(change);
        } else if (field.equals("owner") && change.operation().equals("replace") && !caller.admin()) {
            throw FakeImage.detailed(403, "Owner can't be updated by non admin.");
        }
        if (field.equals("visibility")) {
            checkVisibility(caller, value);
        }
        FakeImage.mutable(caller, image);
        boolean property = image.object("properties").containsKey(field);
        boolean base = GIVEN.contains(field);
        if (change.operation().equals("remove")) {
            if (base) {
                throw FakeImage.detailed(403, "Property " + field + " may not be removed.");
            } else if (!property) {
                throw FakeImage.detailed(409, "Property " + field + " does not exist.");
            }
            put(image, field, null);
            return;
        }
        if (change.operation().equals("replace") && !base && !property) {
            throw FakeImage.detailed(409, "Property " + field + " does not exist.");
        }
        checkChange(image, field, value);
        put(image, field, value);
    }

    private static void checkChange(Row image, String field, @Nullable Object value) {
        if (field.endsWith("_format") && GIVEN.contains(field) && !image.is("status", "queued")) {
            throw Refusal.forbidden("Attribute " + field + " can be only replaced for a queued image.");
        }
        if (value instanceof Number number
                && number.longValue() < 0
                && (field.equals("min_disk") || field.equals("min_ram"))) {
            throw ImageLimits.negative(field, number);
        }
        if (field.equals("tags") && value instanceof List<?> tags) {
            ImageLimits.checkTags(new LinkedHashSet<>(tags).size());
        }
    }

    /** They are not shown, as on most clouds, and so cannot be changed. */
    private static Refusal locations(ImagePatch.Change change) {
        if (change.operation().equals("replace") && List.of().equals(change.value())) {
            return FakeImage.detailed(403, "Cannot set locations to empty list.");
        }
        String verb = switch (change.operation()) {
            case "add" -> "add";
            case "remove" -> "remove";
            default -> "update";
        };
        return Refusal.forbidden("It's not allowed to " + verb + " locations if locations are invisible.");
    }

    private FakeResponse delete(Call call) {
        Row image = glance.images()
                .find(call.param("id"))
                .filter(row -> glance.visible(call.caller(), row))
                .orElseThrow(() -> Refusal.notFound("Failed to find image " + call.param("id") + " to delete"));
        FakeImage.mutable(call.caller(), image);
        if (image.is("protected")) {
            throw Refusal.forbidden("Image " + image.id() + " is protected and cannot be deleted.");
        }
        drop(image);
        return FakeImage.nothing();
    }

    /** Takes an image out of the cloud, with what belongs to it. */
    void drop(Row image) {
        FakeImage.data(image).ifPresent(FakeBody::discard);
        if (image.get("staged") instanceof FakeBody staged) {
            staged.discard();
        }
        glance.world().motion().forget(glance.region(), "image", image.id());
        glance.members()
                .where("image_id", image.id())
                .forEach(row -> glance.members().remove(row.id()));
        glance.images().remove(image.id());
    }

    /** It was changed now. */
    void touch(Row image) {
        image.set("updated_at", glance.now());
    }

    /** Puts data into these stores; the image holds it from now on. */
    void store(Row image, FakeBody data, List<String> stores) {
        FakeImage.data(image).ifPresent(FakeBody::discard);
        Map<String, String> hashes = hashes(data);
        image.set("data", data)
                .set("size", data.length())
                .set("virtual_size", Disks.virtualSize(image.get("disk_format"), data))
                .set("checksum", hashes.get("MD5"))
                .set("os_hash_algo", "sha512")
                .set("os_hash_value", hashes.get("SHA-512"))
                .set("stores", stores);
    }

    private static Map<String, String> hashes(FakeBody data) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            MessageDigest sha = MessageDigest.getInstance("SHA-512");
            try (InputStream in = new DigestInputStream(new DigestInputStream(data.open(), md5), sha)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            HexFormat hex = HexFormat.of();
            return Map.of("MD5", hex.formatHex(md5.digest()), "SHA-512", hex.formatHex(sha.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What callers see: the properties first, then everything else. */
    Map<String, Object> view(Row image) {
        Map<String, Object> view = new LinkedHashMap<>(image.object("properties"));
        view.putAll(image.pick(SHOWN));
        String self = "/v2/images/" + image.id();
        view.put("self", self);
        view.put("file", self + "/file");
        view.put("schema", "/v2/schemas/image");
        if (!image.texts("stores").isEmpty()) {
            view.put("stores", String.join(",", image.texts("stores")));
        }
        return view;
    }
}
