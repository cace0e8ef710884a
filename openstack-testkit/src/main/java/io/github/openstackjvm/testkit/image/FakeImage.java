package io.github.openstackjvm.testkit.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.openstackjvm.testkit.CatalogShape;
import io.github.openstackjvm.testkit.FakeBody;
import io.github.openstackjvm.testkit.FakeResponse;
import io.github.openstackjvm.testkit.engine.Call;
import io.github.openstackjvm.testkit.engine.Caller;
import io.github.openstackjvm.testkit.engine.FakeCollection;
import io.github.openstackjvm.testkit.engine.FakeResource;
import io.github.openstackjvm.testkit.engine.FakeService;
import io.github.openstackjvm.testkit.engine.Json;
import io.github.openstackjvm.testkit.engine.Refusal;
import io.github.openstackjvm.testkit.engine.Routes;
import io.github.openstackjvm.testkit.engine.Row;
import io.github.openstackjvm.testkit.engine.World;
import io.github.openstackjvm.transport.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Image (Glance), with two stores of files, as the second of two regions of a cloud would have them.
 *
 * <p>The other services of the fake find and make images here without a request: {@link #find}, {@link #create},
 * {@link #write}, {@link #read}, {@link #update}, {@link #delete}. What they may see and change of an image follows the
 * caller they act for, as it does on a real cloud, where they pass on the caller's token.
 */
public final class FakeImage extends FakeService {
    /** Which methods of import are offered. */
    static final List<String> IMPORT_METHODS = List.of("glance-direct", "web-download", "copy-image");

    /** The stores; the first is where data goes unless something else is asked for. */
    static final List<String> STORES = List.of("files", "files2");

    private final FakeImages images;
    private final ImageQuotas quotas;
    private final FakeImageTasks tasks;
    private final FakeImageImport imports;

    /** Glance in a region. */
    public FakeImage(World world, String region) {
        super(world, region);
        images = new FakeImages(this);
        quotas = new ImageQuotas(this);
        tasks = new FakeImageTasks(this, images);
        imports = new FakeImageImport(this, images, tasks);
        world.motion().tell(region, "image", imports);
    }

    @Override
    public String type() {
        return "image";
    }

    @Override
    public String name() {
        return "glance";
    }

    @Override
    public String root() {
        return "/v2";
    }

    @Override
    public String catalogPath(CatalogShape shape, String project) {
        return shape == CatalogShape.VERSIONED ? "/v2" : "";
    }

    @Override
    protected List<FakeResource> resources() {
        Metadefs metadefs = new Metadefs(this);
        return List.of(
                images,
                new FakeImageData(this, images),
                new FakeImageActions(this, images),
                imports,
                tasks,
                new FakeImageMembers(this),
                new FakeImageStores(this, images),
                new FakeImageSchemas(),
                new FakeMetadefNamespaces(this, metadefs),
                new FakeMetadefObjects(metadefs),
                new FakeMetadefProperties(metadefs),
                new FakeMetadefTags(metadefs),
                new FakeMetadefResourceTypes(this, metadefs),
                new FakeImageCache(this));
    }

    /** An image that this caller may use; empty when there is none, or it is another project's. */
    public Optional<StoredImage> find(Caller caller, String id) {
        return images().find(id).filter(row -> visible(caller, row)).map(StoredImage::of);
    }

    /** An image, whoever may use it; empty when there is none. */
    public Optional<StoredImage> find(String id) {
        return images().find(id).map(StoredImage::of);
    }

    /** The images of which something is so, whoever may use them, the oldest first. */
    public List<StoredImage> findAll(Predicate<StoredImage> wanted) {
        return images().all().stream().map(StoredImage::of).filter(wanted).toList();
    }

    /**
     * Registers an image without data for this caller's project: {@code queued} until {@link #write}.
     *
     * @param fields as on the wire: {@code name}, {@code disk_format}, {@code min_disk}, {@code visibility}…; others are
     *     properties
     */
    public StoredImage create(Caller caller, Map<String, Object> fields) {
        return StoredImage.of(images.add(caller, fields));
    }

    /** Gives an image its data, of which it takes a share; it is {@code active} then. */
    public StoredImage write(String id, FakeBody data) {
        Row row = row(id);
        images.store(row, data.share(), List.of(STORES.get(0)));
        row.set("status", "active");
        images.touch(row);
        return StoredImage.of(row);
    }

    /** The data of an image; empty when it has none. It is the image's: who keeps it takes a share. */
    public FakeBody read(String id) {
        return data(row(id)).orElse(FakeBody.EMPTY);
    }

    /** Changes fields of an image, named as on the wire; the {@code status}, too. A value of null takes a property away. */
    public StoredImage update(String id, Map<String, @Nullable Object> fields) {
        Row row = row(id);
        fields.forEach((field, value) -> images.put(row, field, value));
        images.touch(row);
        return StoredImage.of(row);
    }

    /** Deletes an image with its data, protected or not. */
    public void delete(String id) {
        images.drop(row(id));
    }

    /** Puts the images there that a new cloud has: {@code cirros} and {@code cirros-alt}, public and of this project. */
    public void preload(String project) {
        for (String name : List.of("cirros", "cirros-alt")) {
            Row row = images.add(
                    project,
                    Json.map(
                            "name",
                            name,
                            "visibility",
                            "public",
                            "disk_format",
                            "qcow2",
                            "container_format",
                            "bare",
                            "owner_specified.openstack.md5",
                            "",
                            "owner_specified.openstack.sha256",
                            "",
                            "owner_specified.openstack.object",
                            "images/" + name));
            images.store(row, FakeBody.of(Disks.qcow2(16 << 20, 196616)), List.of(STORES.get(0)));
            row.set("status", "active");
        }
    }

    private Row row(String id) {
        return images().find(id).orElseThrow(() -> new IllegalArgumentException("The fake Glance has no image " + id));
    }

    FakeCollection images() {
        return collection("images");
    }

    ImageQuotas quotas() {
        return quotas;
    }

    FakeCollection members() {
        return collection("members");
    }

    static Optional<FakeBody> data(Row image) {
        return Optional.ofNullable((FakeBody) image.get("data"));
    }

    /** The image of the path, if the caller may see it. */
    Row find(Call call) {
        String id = call.param("id");
        return images().find(id)
                .filter(row -> visible(call.caller(), row))
                .orElseThrow(() -> Refusal.notFound("No image found with ID " + id));
    }

    /** Whether this caller may see it, by its id at least. */
    boolean visible(Caller caller, Row image) {
        return caller.admin()
                || image.get("owner") == null
                || image.is("owner", caller.projectId())
                || image.is("visibility", "public")
                || image.is("visibility", "community")
                || (image.is("visibility", "shared")
                        && member(image, caller.projectId()).isPresent());
    }

    /** The membership of a project in an image. */
    Optional<Row> member(Row image, String project) {
        return members().where("image_id", image.id()).stream()
                .filter(row -> row.is("member_id", project))
                .findFirst();
    }

    /** Refuses who neither owns it nor is an administrator. */
    static void mutable(Caller caller, Row image) {
        if (!owns(caller, image)) {
            throw Refusal.forbidden("You do not own this image");
        }
    }

    static boolean owns(Caller caller, Row image) {
        return caller.admin() || image.is("owner", caller.projectId());
    }

    /** What Glance says to those whom a rule forbids something. */
    static Refusal forbidden(String rule) {
        return Refusal.forbidden("You are not authorized to complete " + rule + " action.");
    }

    /** A refusal whose words come after the usual ones for its status. */
    static Refusal detailed(int status, String words) {
        return new Refusal(status, "detail", words);
    }

    /** The body, which must be there. */
    static Object body(Call call) {
        if (call.request().body().length() == 0) {
            throw Refusal.badRequest("Body expected in request.");
        }
        try {
            Object body = call.json();
            if (!(body instanceof Map) && !(body instanceof List)) {
                throw Refusal.badRequest("Unexpected body type. Expected list/dict.");
            }
            return body;
        } catch (JsonProcessingException e) {
            throw Refusal.badRequest("Malformed JSON in request body.");
        }
    }

    /** The time as Glance writes it. */
    String now() {
        return world().now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
    }

    @Override
    protected void documents(Routes routes) {
        routes.get("/", call -> versions(call, 300)).open();
        routes.get("/versions", call -> versions(call, 200)).open();
        // The router has nothing at its root.
        routes.get("/v2", call -> {
            throw Refusal.notFound(Webob.explanation(404));
        });
    }

    private static FakeResponse versions(Call call, int status) {
        List<Object> versions = new ArrayList<>();
        IntStream.iterate(16, minor -> minor >= 0, minor -> minor - 1)
                .forEach(minor -> versions.add(Json.map(
                        "id",
                        "v2." + minor,
                        "status",
                        minor == 16 ? "CURRENT" : "SUPPORTED",
                        "links",
                        List.of(Json.map("rel", "self", "href", call.base() + "/v2/")))));
        return Json.reply(status, Json.map("versions", versions));
    }

    @Override
    public FakeResponse refuse(Call call, Refusal refusal) {
        String accept = call.header("Accept").orElse("");
        return switch (refusal.status()) {
            case 401 ->
                Webob.answer(401, Webob.explanation(401), "", accept)
                        .with(
                                "WWW-Authenticate",
                                "Keystone uri=\"" + call.request().origin() + "/identity\"");
            case 405 -> Webob.notAllowed(call.request().method().name(), refusal.message(), accept);
            case 415 -> Webob.unsupported(refusal.message(), accept);
            default ->
                "detail".equals(refusal.type())
                        ? Webob.answer(refusal.status(), Webob.explanation(refusal.status()), refusal.message(), accept)
                        : Webob.answer(refusal.status(), refusal.message(), "", accept);
        };
    }

    @Override
    protected FakeResponse finish(Call call, FakeResponse response) {
        boolean open = call.route().open() || response.status() == 401;
        return open ? response : super.finish(call, response);
    }

    /** An answer with neither body nor anything to say. */
    static FakeResponse nothing() {
        return new FakeResponse(204, HttpHeaders.of("Content-Type", "text/html; charset=UTF-8"), FakeBody.EMPTY);
    }
}
